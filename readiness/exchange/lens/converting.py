"""A lens → a questionnaire: practices and rules as they are, pillars and questions of equal weight.

The file is kept word for word beside it, so that it can go out again as it came.
"""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, normalize

from readiness.domain.practices import written
from readiness.domain.questionnaire import Pillar, Practice, Question, Questionnaire, RiskRule, Source, Topic
from readiness.domain.ticking import RISK_LEVELS
from readiness.exchange.lens.reading import read_lens
from readiness.exchange.lens.values import Choice, Lens, LensPillar, LensQuestion, Link

FIRST: Final = "1.0"
FORM: Final = "aws-custom-lens"
TOPIC: Final = "all"
"""A lens has no topics; each pillar has one, which holds its questions."""
_LONGEST_ID: Final = 100
_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")
_NOT_IN_A_VERSION: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_VERSION: Final = 32


def to_questionnaire(lens: Lens, content: bytes, version: str = FIRST) -> Questionnaire:
    """Return the questionnaire that a lens is; ``content`` is the file it was read from."""
    ids = _Ids()
    return Questionnaire(
        id=id_of(lens),
        version=version,
        title=lens.name.strip() or "Custom lens",
        pillars=tuple(_pillar(pillar, _Ids.unique(ids.pillars, pillar.id), ids) for pillar in lens.pillars),
        source=Source(form=FORM, text=content.decode("utf-8-sig")),
    )


def lens_of(questionnaire: Questionnaire) -> Lens | None:
    """Return the lens that a questionnaire was made of; ``None`` where it was none."""
    if questionnaire.source is None or questionnaire.source.form != FORM:
        return None
    return read_lens(questionnaire.source.text.encode("utf-8")).lens


def id_of(lens: Lens) -> str:
    """Return the name a lens is called by: what it is named, in the letters of an id."""
    plain = "".join(char for char in normalize("NFKD", lens.name) if not combining(char)).casefold()
    return _NOT_IN_AN_ID.sub("-", plain).strip("-")[:_LONGEST_ID].strip("-") or "lens"


def version_in(lens: Lens) -> str:
    """Return the publisher's name for the version, as far as the file says it; else nothing."""
    given = lens.given.get("_version")
    return as_version(str(given)) if isinstance(given, str | int | float) else ""


def as_version(name: str) -> str:
    """Return a publisher's name for a version in the letters that a version may have."""
    return _NOT_IN_A_VERSION.sub("-", name.strip()).strip("-._")[:_LONGEST_VERSION]


class _Ids:
    """Gives each part an id of its own: some published lenses have one twice."""

    def __init__(self) -> None:
        self.pillars: set[str] = set()
        self.questions: set[str] = set()

    @staticmethod
    def unique(taken: set[str], id_: str) -> str:
        """Return an id that nothing has yet; a hyphen is in no id of a lens."""
        found, number = id_, 2
        while found.casefold() in taken:
            found, number = f"{id_}-{number}", number + 1
        taken.add(found.casefold())
        return found


def _pillar(pillar: LensPillar, id_: str, ids: _Ids) -> Pillar:
    name = pillar.name.strip() or pillar.id
    questions = tuple(_question(one, _Ids.unique(ids.questions, one.id)) for one in pillar.questions)
    return Pillar(
        id=id_, name=name, weight=1.0, topics=(Topic(id=TOPIC, name=name, weight=1.0, questions=questions),)
    )


def _question(question: LensQuestion, id_: str) -> Question:
    return Question(
        id=id_,
        prompt=question.title.strip() or question.description.strip() or question.id,
        why=question.description.strip() if question.title.strip() else "",
        levels=RISK_LEVELS,
        weight=0.0 if question.is_informational else 1.0,
        hint="\n".join(_said(question.help)),
        kind="practices",
        practices=tuple(map(_practice, question.choices)),
        rules=tuple(RiskRule(when=written(rule.condition), risk=rule.risk) for rule in question.rules),
    )


def _practice(choice: Choice) -> Practice:
    links = [choice.plan, choice.help, *choice.more_plans, *choice.more_help]
    return Practice(
        id=choice.id,
        title=choice.title.strip() or choice.id,
        advice=choice.plan.text.strip() if choice.plan else "",
        links=tuple(dict.fromkeys(link.url for link in links if link and link.url)),
        alone=choice.stands_alone,
    )


def _said(link: Link | None) -> Iterator[str]:
    if link is not None:
        yield from (part.strip() for part in (link.text, link.url) if part.strip())
