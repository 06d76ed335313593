"""Beginning a quarter from the last: what an assessment takes over from the sealed one before (ruling 13)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from readiness.domain.accepting import carried_on
from readiness.domain.assessment import Assessment
from readiness.domain.carrying import FreshStart, carry_forward
from readiness.domain.check_in import is_carried
from readiness.domain.period import Period
from readiness.domain.tracing import trace
from readiness.errors import IncomparableError, InputError, LineageError
from readiness.exchange.finding import Find
from readiness.services.comparing import versions_between
from readiness.services.quarters import sealed_quarters
from readiness.storage.systems import folded

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing
    from readiness.services.drafts import Draft
    from readiness.storage.reading import AssessmentLine

Beginning = Literal["check-in", "full", "fresh"]
"""A check-in carries answers, a full one asks all and keeps the limits, fresh takes nothing."""

FULL_EVERY: Final = 4
"""After so many quarters the full set is due again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastQuarter:
    """The sealed assessment before one, its key, and what the newer one would begin with."""

    id: int
    assessment: Assessment
    start: FreshStart


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOffer:
    """What a new assessment could take over from the sealed one of ``period``, and what is suggested.

    ``limits`` are rows of the limits table, ``promises`` actions to look at. ``full_since`` is the last
    quarter in which everything was asked; ``obstacle`` says why nothing can be carried.
    """

    previous_id: int
    period: Period
    suggested: Beginning
    asked: int
    carried: int
    limits: int = 0
    promises: int = 0
    full_since: Period | None = None
    obstacle: str = ""


def last_quarter(workspace: "Assessing", assessment_id: int) -> LastQuarter | None:
    """Return the newest sealed assessment of the same system in an earlier quarter; none for a first one."""
    assessment = workspace.load(assessment_id)
    line = next(iter(_sealed_before(workspace, assessment)), None)
    if line is None:
        return None
    before = workspace.load(line.id)
    try:
        start = start_between(before, assessment, workspace.library.find)
    except (IncomparableError, LineageError):
        return None
    return LastQuarter(id=line.id, assessment=before, start=start)


def start_offer(workspace: "Assessing", draft: "Draft") -> StartOffer | None:
    """Return what a draft could take over; nothing where its system has no sealed quarter before."""
    empty = workspace.empty(draft)
    lines = _sealed_before(workspace, empty)
    if not lines:
        return None
    sealed = [workspace.load(line.id) for line in lines]
    before, full = sealed[0], _full_since(sealed)
    try:
        start, obstacle = start_between(before, empty, workspace.library.find), ""
    except (IncomparableError, LineageError) as error:
        start, obstacle = FreshStart(carried={}, again={}, last={}), str(error)
    total, carried = len(empty.questionnaire.questions), len(start.carried)
    is_due = full is not None and draft.period.ordinal - full.ordinal >= FULL_EVERY
    return StartOffer(
        previous_id=lines[0].id,
        period=before.period,
        suggested="full" if is_due or not carried else "check-in",
        asked=total - carried,
        carried=carried,
        limits=len(before.limits),
        promises=sum(not action.excluded for action in before.actions),
        full_since=full,
        obstacle=obstacle,
    )


def begun(empty: Assessment, previous: Assessment, how: Beginning, find: Find) -> Assessment:
    """Return a new assessment with what it takes over: limits, accepted risks, in a check-in the answers.

    What is carried is on the screen from the beginning, so a check-in is held in the room. Actions stay with
    the assessment that promised them.

    Raises:
        InputError: the previous one is open still, of another system, or not earlier.
        LineageError: the versions of the questionnaire do not follow each other.
    """
    _refuse_unfit(previous, empty)
    accepted = carried_on(previous.accepted, previous.period, _origins(previous, empty, find))
    kept = replace(empty, limits=previous.limits, accepted=accepted)
    if how != "check-in":
        return kept
    start = start_between(previous, empty, find)
    return replace(kept, agreed={**start.notes, **start.carried}, mode="live", revealed=True)


def start_between(previous: Assessment, new: Assessment, find: Find) -> FreshStart:
    """Return what an assessment begins with, over the versions that lie between the two.

    Raises:
        IncomparableError: the period lies before the one that would be carried.
        LineageError: the versions do not follow each other.
    """
    between = versions_between(previous.questionnaire, new.questionnaire, find)
    return carry_forward(previous, new.questionnaire, new.period, between, new.scope)


def _origins(previous: Assessment, new: Assessment, find: Find) -> Mapping[str, Collection[str]]:
    """Return which old questions each new one comes from; its own id where the versions do not follow."""
    asked = new.questionnaire
    between = versions_between(previous.questionnaire, asked, find)
    is_partial = "quick" in {previous.scope, new.scope}
    try:
        return trace(previous.questionnaire, asked, between, is_partial=is_partial).origins
    except LineageError:
        return {id_: (id_,) for id_ in asked.by_id}


def _sealed_before(workspace: "Assessing", new: Assessment) -> "list[AssessmentLine]":
    """Return the sealed assessments of earlier quarters, newest first, those of its forebears among them."""
    kept, period = workspace.workspace, str(new.period)
    system_id = kept.system_id(new.system)
    found = sealed_quarters(kept, system_id, kept.lines_of(system_id))
    return [line for line in reversed(found.values()) if line.period < period]


def _full_since(sealed: Sequence[Assessment]) -> Period | None:
    return next((one.period for one in sealed if not any(map(is_carried, one.agreed.values()))), None)


def _refuse_unfit(previous: Assessment, new: Assessment) -> None:
    if not previous.sealed:
        raise _refused(f"{previous.reference} is open still.", "Close it first, or start from nothing.")
    if folded(previous.system) != folded(new.system):
        raise _refused(f"{previous.reference} is of another system.", "Start from one of its own quarters.")
    if previous.period >= new.period:
        raise _refused(f"{previous.reference} is not earlier than {new.period}.", "Choose a later quarter.")


def _refused(message: str, remedy: str) -> InputError:
    return InputError(message, safe="Nothing was started.", remedy=remedy)
