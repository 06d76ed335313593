"""What changed in the measuring: a score is read differently once target, scope, weights or team moved.

Source: domain §2.5, “Targets are absolute”, and §4.3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.growth import aim_of
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.tracing import Trace

Measure = Literal[
    "target", "due", "base", "scope", "scope_in", "scope_out", "journeys", "questionnaire", "weight", "team"
]
Value = str | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuringChange:
    """One thing that is measured differently; ``None`` where a side has nothing there.

    ``subject`` is a driver’s id for ``base`` (today’s peak, in its unit), and for ``weight`` a question’s, or
    a pillar’s or topic’s (``DAT``, ``DAT.QRY``) whose weight the file sets. ``target`` is a factor, ``team``
    the roles in the room, ``scope`` full or quick.
    """

    measure: Measure
    before: Value
    after: Value
    subject: str = ""


def measuring_changes(before: Assessment, after: Assessment, traced: Trace) -> tuple[MeasuringChange, ...]:
    """Return everything that changed in the measuring, in the order in which a page names it."""
    old, new = before.questionnaire, after.questionnaire
    found = (
        *_aims(before, after),
        *_bases(before, after),
        *_scopes(before, after),
        MeasuringChange(measure="questionnaire", before=old.reference, after=new.reference),
        *_weights(old, new, traced),
        MeasuringChange(measure="team", before=_roles(before), after=_roles(after)),
    )
    return tuple(change for change in found if change.before != change.after)


def _aims(before: Assessment, after: Assessment) -> Iterator[MeasuringChange]:
    old, new = aim_of(before), aim_of(after)
    yield MeasuringChange(measure="target", before=old.factor, after=new.factor)
    yield MeasuringChange(measure="due", before=old.by, after=new.by)


def _bases(before: Assessment, after: Assessment) -> Iterator[MeasuringChange]:
    old = {driver.id: driver.today for driver in before.load}
    new = {driver.id: driver.today for driver in after.load}
    for id_ in dict.fromkeys((*old, *new)):
        yield MeasuringChange(measure="base", subject=id_, before=old.get(id_), after=new.get(id_))


def _scopes(before: Assessment, after: Assessment) -> Iterator[MeasuringChange]:
    yield MeasuringChange(measure="scope", before=before.scope, after=after.scope)
    yield MeasuringChange(measure="scope_in", before=before.scope_in, after=after.scope_in)
    yield MeasuringChange(measure="scope_out", before=before.scope_out, after=after.scope_out)
    yield MeasuringChange(
        measure="journeys",
        before=", ".join(map(str, before.journeys)),
        after=", ".join(map(str, after.journeys)),
    )


def _weights(old: Questionnaire, new: Questionnaire, traced: Trace) -> Iterator[MeasuringChange]:
    before, after = _set_weights(old), _set_weights(new)
    for id_ in (id_ for id_ in after if id_ in before):
        yield MeasuringChange(measure="weight", subject=id_, before=before[id_], after=after[id_])
    for family in traced.families:
        if len(family.old) == len(family.new) == 1:
            was, now = old.by_id[family.old[0]].weight, new.by_id[family.new[0]].weight
            yield MeasuringChange(measure="weight", subject=family.new[0], before=was, after=now)


def _set_weights(questionnaire: Questionnaire) -> dict[str, float | None]:
    """Return the weights of pillars and topics that the file sets; ``None`` for the sum of their members."""
    found: dict[str, float | None] = {}
    for pillar in questionnaire.pillars:
        found[pillar.id] = pillar.weight
        found |= {f"{pillar.id}.{topic.id}": topic.weight for topic in pillar.topics}
    return found


def _roles(assessment: Assessment) -> str:
    return ", ".join(sorted(person.role for person in assessment.participants))
