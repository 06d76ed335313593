"""Two assessments → what really changed between them (domain §4, rulings 11 and 12)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import normalize

from readiness.domain.assessment import Assessment
from readiness.domain.bridge import BridgeStep, LikeForLike, bridge, like_for_like
from readiness.domain.changes import Change, QuestionChange, changes
from readiness.domain.counting import count
from readiness.domain.gains import Evidence, GateChange, evidence, gate_changes
from readiness.domain.matching import Pairing, is_re_asked, new_ids, pair
from readiness.domain.measuring import MeasuringChange, measuring_changes
from readiness.domain.noise import Noise
from readiness.domain.questionnaire import Pillar, Questionnaire, Scope
from readiness.domain.scoring import score_alone
from readiness.domain.tracing import Trace, trace
from readiness.errors import IncomparableError


@dataclass(frozen=True, slots=True, kw_only=True)
class AsReported:
    """The two scores as they were reported, unrounded; ``delta`` is ``None`` where they do not compare."""

    before: float | None
    after: float | None
    delta: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarChange:
    """One pillar of the newer version: its own like-for-like change over the questions matched in it."""

    id: str
    name: str
    like_for_like: float | None
    noise: Noise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that two assessments of one system say about each other. All figures are unrounded points.

    ``bridge`` has its six steps, or none where nothing matched or a quick check meets a full assessment.
    ``like_for_like`` is over the ``matched`` questions with the newer weights, ``None`` where there are none,
    never 0; ``restated`` is the same against what people say of the older levels in hindsight, ``None``
    where nobody did, and only holds between neighbouring quarters. ``questions`` are those of the newer
    version in its order, then what retired. ``not_comparable`` are in both versions and not matched.
    """

    before: Assessment
    after: Assessment
    as_reported: AsReported
    like_for_like: float | None
    restated: float | None
    noise: Noise | None
    bridge: tuple[BridgeStep, ...]
    pillars: tuple[PillarChange, ...]
    questions: tuple[QuestionChange, ...]
    matched: tuple[str, ...]
    not_comparable: tuple[str, ...]
    measuring: tuple[MeasuringChange, ...]
    gates: tuple[GateChange, ...]
    evidence: Evidence

    def count(self, change: Change) -> int:
        """Return how many matched questions went up, down or stayed; carried answers are left out."""
        return sum(row.counts and row.change == change for row in self.questions)

    @property
    def grave_drops(self) -> tuple[QuestionChange, ...]:
        """Every fall of a gate or of a question of weight 4 or more: named beside any good news."""
        return tuple(row for row in self.questions if row.is_grave_drop)

    @property
    def re_asked(self) -> int:
        """How many questions of the newer assessment were answered anew."""
        asked = self.after.questionnaire.questions
        return sum(is_re_asked(question, self.after) for question in asked)

    @property
    def asked_of(self) -> int:
        """How many questions the newer assessment has: re-asked “x of 74”."""
        return len(self.after.questionnaire.questions)


def compare(before: Assessment, after: Assessment, between: Iterable[Questionnaire] = ()) -> Comparison:
    """Compare two assessments of one system, over the questionnaire versions that lie between theirs.

    Of a quick check and a full assessment only the common questions are compared, like for like (ruling 11).

    Raises:
        IncomparableError: they are of different systems.
        LineageError: the versions do not follow each other.
    """
    if _folded(before.system) != _folded(after.system):
        raise IncomparableError(
            f"{before.reference} and {after.reference} are of different systems.",
            remedy="Compare two assessments of one system.",
        )
    pairing = pair(before, after, _traced(before, after, tuple(between)))
    is_alike = before.scope == after.scope
    whole = like_for_like(pairing)
    return Comparison(
        before=before,
        after=after,
        as_reported=_as_reported(before, after, is_alike=is_alike),
        like_for_like=whole.change,
        restated=whole.restated,
        noise=whole.noise,
        bridge=bridge(pairing) if is_alike else (),
        pillars=tuple(_pillars(pairing)),
        questions=changes(pairing),
        matched=_scored(pairing),
        not_comparable=_not_comparable(pairing),
        measuring=measuring_changes(before, after, pairing.trace),
        gates=gate_changes(pairing),
        evidence=evidence(pairing),
    )


def topic_changes(
    before: Assessment, after: Assessment, between: Iterable[Questionnaire] = ()
) -> tuple[PillarChange, ...]:
    """Return the like-for-like change of every topic of the newer version, named “DAT.QRY”.

    Raises:
        LineageError: the versions do not follow each other.
    """
    pairing = pair(before, after, _traced(before, after, tuple(between)))
    return tuple(
        PillarChange(
            id=f"{pillar.id}.{topic.id}",
            name=topic.name,
            like_for_like=found.change,
            noise=found.noise,
        )
        for pillar in pairing.trace.new.pillars
        for topic in pillar.topics
        for found in (_within(pairing, replace(pillar, topics=(topic,))),)
    )


def _within(pairing: Pairing, part: Pillar) -> LikeForLike:
    return like_for_like(pairing, replace(pairing.trace.new, pillars=(part,)))


def _traced(before: Assessment, after: Assessment, between: tuple[Questionnaire, ...]) -> Trace:
    """Trace what both can see: beside a quick check the other questions do not exist (ruling 9)."""
    scope: Scope = "quick" if "quick" in {before.scope, after.scope} else "full"
    return trace(
        before.questionnaire.within(scope),
        after.questionnaire.within(scope),
        between,
        is_partial=scope == "quick",
    )


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _as_reported(before: Assessment, after: Assessment, *, is_alike: bool) -> AsReported:
    old = score_alone(before.questionnaire, count(before))
    new = score_alone(after.questionnaire, count(after))
    delta = None if old is None or new is None or not is_alike else new - old
    return AsReported(before=old, after=new, delta=delta)


def _pillars(pairing: Pairing) -> Iterable[PillarChange]:
    for pillar in pairing.trace.new.pillars:
        found = _within(pairing, pillar)
        yield PillarChange(id=pillar.id, name=pillar.name, like_for_like=found.change, noise=found.noise)


def _scored(pairing: Pairing) -> tuple[str, ...]:
    """Return the matched questions that have a weight, in the order of the newer version."""
    matched = frozenset(new_ids(pairing.matched))
    return tuple(q.id for q in pairing.trace.new.questions if q.id in matched and q.weight)


def _not_comparable(pairing: Pairing) -> tuple[str, ...]:
    matched, retired = frozenset(new_ids(pairing.matched)), frozenset(pairing.trace.retired)
    return tuple(
        q.id
        for q in pairing.trace.new.questions
        if q.id not in matched and (q.id in pairing.trace.origins or q.id in retired)
    )
