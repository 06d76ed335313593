"""Response packs as files: one page a person, split by topic where that is wanted (product.md, 2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readiness.domain.assessment import Assessment
from readiness.domain.counting import Side
from readiness.domain.meeting import asked
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import InputError, OutputError, SealedError
from readiness.exchange.atomic import atomic_write
from readiness.services.drafts import LONGEST_NAME
from readiness.services.file_names import apart, cleaned

if TYPE_CHECKING:
    from readiness.exchange.packs import Pack

_LONGEST_PART: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one person is asked. Without topics it is everything; without a name the page asks for one.

    A topic is named as ``ARC``, ``ARC.MOD`` or ``MOD``.
    """

    person: str = ""
    role: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A pack that is written: where, for whom, how many questions."""

    path: Path
    person: str
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """Every pack of one side; ``left_out`` are the questions that no pack asks."""

    packs: tuple[Made, ...]
    left_out: tuple[str, ...] = ()


def make_packs(assessment: Assessment, side: Side, shares: Sequence[Share], folder: Path) -> Packed:
    """Write one page a person into a folder, which is made where it is missing.

    Raises:
        SealedError: the assessment is closed.
        InputError: nobody answers privately any more, or a person, a topic cannot be used as named.
        OutputError: a page could not be written; the ones before it are whole.
    """
    packs = _packs(assessment, side, shares or (Share(),))
    make_folder(folder)
    names = apart(_stem(pack.assessment, pack.side, pack.person) for pack in packs)
    return _write(packs, [folder / f"{name}.html" for name in names])


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {folder} could not be made: {error.strerror or error}.",
            safe="Nothing was written.",
            remedy="Choose another place.",
        ) from error


def make_pack(assessment: Assessment, side: Side, share: Share, path: Path) -> Packed:
    """Write the page of one person under a name of one's own.

    Raises:
        ReadinessError: as above; what stood at ``path`` still does.
    """
    return _write(_packs(assessment, side, [share]), [path])


def suggest_pack_name(assessment: Assessment, side: Side, person: str = "") -> str:
    """Return the name a person's page gets, with its ending."""
    return f"{_stem(assessment, side, person)}.html"


def _packs(assessment: Assessment, side: Side, shares: Sequence[Share]) -> list["Pack"]:
    from readiness.exchange.packs import Pack  # noqa: PLC0415 - it loads pydantic, and a window paints first

    _refuse_unanswerable(assessment, side)
    _refuse_names(shares)
    packs = []
    for share in shares:
        ids = _ids_of(assessment.questionnaire, share.topics)
        questions = tuple(one for one in asked(assessment.questionnaire, side) if one.id in ids)
        if not questions:
            what = ", ".join(share.topics) or assessment.questionnaire.reference
            raise InputError(
                f"{what} asks {assessment.lanes.called(side)} nothing.",
                safe="Nothing was written.",
                remedy=f"Choose other topics for {share.person or 'that page'}.",
            )
        role = share.role or _role_of(assessment, side, share.person)
        packs.append(
            Pack(assessment=assessment, side=side, questions=questions, person=share.person, role=role)
        )
    return packs


def _role_of(assessment: Assessment, side: Side, person: str) -> str:
    """Return what a person is, as the people of the assessment say it."""
    known = {
        one.name.casefold(): one.role for one in assessment.participants if one.lane == side and one.name
    }
    return known.get(person.casefold(), "")


def _refuse_unanswerable(assessment: Assessment, side: Side) -> None:
    if assessment.sealed:
        raise SealedError(
            f"{assessment.reference} is sealed, so nobody answers it any more.",
            safe="Nothing was written.",
            remedy="Start a revision to correct it.",
        )
    if assessment.revealed:
        raise InputError(
            f"The answers of {assessment.reference} are open to both sides, so nobody answers it apart.",
            safe="Nothing was written.",
            remedy="Pages can be made for an assessment that was started “private first”, until the reveal.",
        )
    if not assessment.lanes.answers(side):
        raise InputError(
            f"{assessment.lanes.called(side)} does not answer for {assessment.system}: it has one view only.",
            safe="Nothing was written.",
            remedy="Make a page for the other side.",
        )


def _refuse_names(shares: Sequence[Share]) -> None:
    names = [share.person.casefold() for share in shares]
    twice = next((share.person for share in shares if names.count(share.person.casefold()) > 1), None)
    if twice is not None:
        who = f"“{twice}” stands" if twice else "A page without a name stands"
        raise InputError(
            f"{who} twice; answers that come back could not be told apart.",
            safe="Nothing was written.",
            remedy="Give each person one page, with all their topics.",
        )
    for share in shares:
        if len(share.person) > LONGEST_NAME or len(share.person.splitlines()) > 1:
            raise InputError(
                f"A name has one line of {LONGEST_NAME} characters at most.",
                safe="Nothing was written.",
                remedy="Shorten it.",
            )


def _ids_of(questionnaire: Questionnaire, topics: Sequence[str]) -> frozenset[str]:
    """Return the ids of the questions in some topics, or of all."""
    if not topics:
        return frozenset(questionnaire.by_id)
    known: dict[str, set[str]] = {}
    for pillar, topic, question in questionnaire.walk():
        for name in (pillar.id, f"{pillar.id}.{topic.id}", topic.id):
            known.setdefault(name.casefold(), set()).add(question.id)
    return frozenset(id_ for name in topics for id_ in _known_topic(name, known, questionnaire))


def _known_topic(name: str, known: dict[str, set[str]], questionnaire: Questionnaire) -> set[str]:
    found = known.get(name.strip().casefold())
    if found is not None:
        return found
    near = get_close_matches(name.casefold(), known, n=1)
    pillars = ", ".join(pillar.id for pillar in questionnaire.pillars)
    raise InputError(
        f"{questionnaire.reference} has no topic “{name}”.",
        safe="Nothing was written.",
        remedy=f"Did you mean “{near[0].upper()}”?" if near else f"Its pillars: {pillars}.",
    )


def _stem(assessment: Assessment, side: Side, person: str) -> str:
    later = f" r{assessment.revision}" if assessment.revision > 1 else ""
    who = cleaned(person, "", nameless="")[:_LONGEST_PART].strip(". ")
    tail = f" {assessment.period}{later} {side}{' ' if who else ''}{who}"
    return f"{cleaned(assessment.system, f'{tail} answers.json')}{tail}"


def _write(packs: Sequence["Pack"], paths: Sequence[Path]) -> Packed:
    from readiness.exchange.packs import render_pack  # noqa: PLC0415 - see above

    named = [
        replace(pack, answers_name=f"{path.stem or 'answers'} answers.json")
        for pack, path in zip(packs, paths, strict=True)
    ]
    pages = [render_pack(pack) for pack in named]
    for path, page in zip(paths, pages, strict=True):
        atomic_write(path, page)
    made = tuple(
        Made(path=path, person=pack.person, questions=len(pack.questions))
        for path, pack in zip(paths, packs, strict=True)
    )
    return Packed(packs=made, left_out=_left_out(packs))


def _left_out(packs: Sequence["Pack"]) -> tuple[str, ...]:
    given = {question.id for pack in packs for question in pack.questions}
    everything = asked(packs[0].assessment.questionnaire, packs[0].side)
    return tuple(question.id for question in everything if question.id not in given)
