"""Questionnaires of others, with the past answers they bring: held against the workspace, then taken in.

A review or a spreadsheet says nothing of which version it is. The one it follows is found by its questions,
whose ids are made of their words; where it asks the very same, only its answers come in.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from readiness.domain.assessment import Assessment
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import FaultyFileError, InputError
from readiness.services.drafts import Draft
from readiness.services.lenses import Looked, following, hold_lens, is_lens, take_lens
from readiness.services.merging import Imported, Merge

if TYPE_CHECKING:
    from readiness.exchange.finding import Find
    from readiness.exchange.foreign import Foreign
    from readiness.services.assessing import Assessing

_LISTED: Final = 5
_ALIKE: Final = 0.5
"""The share of the questions that two versions of a questionnaire have in common at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Whose past answers a file brings."""

    system: str
    period: Period


def read_file(content: bytes, name: str, find: "Find") -> "Foreign":
    """Read a questionnaire of any format.

    Raises:
        FaultyFileError: it has errors, or is no questionnaire; every fault is named.
    """
    from readiness.exchange.importers import read_foreign  # noqa: PLC0415 - it loads pydantic

    return usable(read_foreign(content, name, find), name)


def usable(file: "Foreign", name: str) -> "Foreign":
    """Return what was read, where it is a questionnaire without errors.

    Raises:
        FaultyFileError: it is not; every fault is named.
    """
    from readiness.errors import Fault  # noqa: PLC0415 - only where there is one

    if file.kind != "questionnaire" and file.is_usable:
        told = "this is no questionnaire; answers and packages are taken in elsewhere"
        raise FaultyFileError(name, (Fault(code="not-a-questionnaire", message=told, line=1, column=1),))
    if file.questionnaire is None or not file.is_usable:
        raise FaultyFileError(name, file.faults)
    return file


def hold(assessing: "Assessing", file: "Foreign", version: str = "") -> Looked:
    """Hold what was read against what the workspace has; say what it would bring, and do to trends.

    Raises:
        FaultyFileError: it has errors; every one is named.
        InputError: another text has its version.
    """
    return with_effects(assessing, _held(assessing, file, version))


def with_effects(assessing: "Assessing", looked: Looked) -> Looked:
    """Return what was looked at with what it does to trends, where it is a later version."""
    return replace(looked, effects=assessing.effects_of(looked.questionnaire))


def _held(assessing: "Assessing", file: "Foreign", version: str) -> Looked:
    asked = file.questionnaire
    if asked is None:
        raise FaultyFileError("The file", file.faults)
    if is_lens(asked):
        return hold_lens(assessing, file, version)
    brought = Looked(
        questionnaire=asked,
        flaws=file.faults,
        answers=file.answers,
        period=file.period,
        taken_as=file.told,
    )
    if file.converted:
        return _hold_converted(assessing, brought, version)
    held = assessing.library.find(asked.reference)
    if held is not None and held != asked:
        raise _two_texts(held, asked)
    return replace(brought, held=held is not None)


def take(
    assessing: "Assessing", looked: Looked, answered: Answered | None = None, merge: Merge | None = None
) -> Imported | None:
    """Keep what was looked at with its answers, all or nothing; the same again changes nothing.

    Raises:
        SealedError: the assessment is closed.
        InputError: the name cannot be used, or answers differ and nobody said whose count. Nothing is stored.
    """
    if answered is None:
        take_lens(assessing, looked)
        return None
    if not looked.held:
        assessing.refuse_other_text(looked.questionnaire)
    origin = "shipped" if looked.held else "imported"
    return assessing.import_answers(_assessment(looked, answered), looked.questionnaire, merge, origin=origin)


def _two_texts(held: Questionnaire, asked: Questionnaire) -> InputError:
    """Return the refusal of a second text under one name, with what differs in it."""
    names = dict.fromkeys((*held.by_id, *asked.by_id))
    differing = [id_ for id_ in names if held.by_id.get(id_) != asked.by_id.get(id_)]
    listed = ", ".join(differing[:_LISTED]) + (" and more" if len(differing) > _LISTED else "")
    what = (
        f"question{'' if len(differing) == 1 else 's'} {listed}"
        if differing
        else "weights, names or combinations"
    )
    return InputError(
        f"{asked.reference} exists already and says something else: the files differ in {what}.",
        safe="Nothing was stored.",
        remedy="Give the file a new version.",
    )


def _hold_converted(assessing: "Assessing", brought: Looked, version: str) -> Looked:
    kin = _kin(assessing, brought.questionnaire)
    same = next((one for one in kin if _asks_the_same(one, brought.questionnaire)), None)
    if same is not None:
        return replace(brought, questionnaire=same, held=True)
    id_ = kin[0].id if kin else _free_id(assessing, brought.questionnaire.id)
    plain = replace(brought.questionnaire, id=id_, version=version or brought.questionnaire.version)
    return following(kin, replace(brought, questionnaire=plain), version)


def _kin(assessing: "Assessing", plain: Questionnaire) -> tuple[Questionnaire, ...]:
    """Return the versions that a questionnaire follows, the newest first."""
    form = _form(plain)
    found = [
        one.questionnaire
        for one in assessing.workspace.held()
        if one.origin == "imported"
        and _form(one.questionnaire) == form
        and _is_alike(one.questionnaire, plain)
    ]
    return assessing.workspace.versions(found[0].id) if found else ()


def _form(questionnaire: Questionnaire) -> str:
    return "" if questionnaire.source is None else questionnaire.source.form


def _is_alike(one: Questionnaire, other: Questionnaire) -> bool:
    common = len(one.by_id.keys() & other.by_id.keys())
    return common >= _ALIKE * max(len(one.questions), len(other.questions))


def _asks_the_same(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether two files ask the same; what a review recommends, and so its weights, makes no difference."""
    return _as_asked(one) == _as_asked(other)


def _as_asked(questionnaire: Questionnaire) -> object:
    is_review = questionnaire.source is not None
    return [
        (
            pillar.name,
            topic.name,
            replace(question, weight=min(question.weight, 1.0)) if is_review else question,
        )
        for pillar, topic, question in questionnaire.walk()
    ]


def _free_id(assessing: "Assessing", id_: str) -> str:
    taken = {one.questionnaire.id for one in assessing.workspace.held()}
    taken |= {one.id for one in assessing.library.shipped()}
    found, number = id_, 1
    while found in taken:
        number += 1
        found = f"{id_}-{number}"
    return found


def _assessment(looked: Looked, answered: Answered) -> Assessment:
    draft = Draft(system=answered.system, period=answered.period)
    return replace(draft.as_assessment(looked.questionnaire), agreed=dict(looked.answers))
