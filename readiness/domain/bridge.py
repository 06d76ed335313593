"""The bridge from one score to the next, in six steps that sum exactly (domain §4.2, ruling 11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from readiness.domain.counting import UNASKED, Counted
from readiness.domain.figures import POINTS_A_LEVEL
from readiness.domain.matching import Pairing, new_ids, old_ids
from readiness.domain.noise import Noise, error_of_change, judge
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scoring import score_points, shares

Step = Literal["removed", "scope", "now_known", "weights", "answers", "added"]
Points = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeStep:
    """One step of the bridge, in points. ``questions`` are those it is about, by their new ids if any.

    ``scope`` and ``now_known`` are each the sum of a way out and a way back in, at two places of the chain.
    """

    step: Step
    delta: float
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeForLike:
    """The change on the same questions with the newer weights, in points; ``restated`` against hindsight."""

    change: float | None = None
    restated: float | None = None
    noise: Noise | None = None


def bridge(pairing: Pairing) -> tuple[BridgeStep, ...]:
    """Return all six steps, or none where no question matched.

    The chain is: the older score, without what the questionnaire dropped, without what left the scope,
    without what is unknown on a side; then the newer weights, the newer answers, and back in what was
    unknown, what came into scope, what the questionnaire added.
    """
    scores = [score for score in _scores(pairing) if score is not None]
    if len(scores) < _STAGES:
        return ()
    removed, scope, unknown, weights, answers, known, scoped, added = (
        later - earlier for earlier, later in pairwise(scores)
    )
    out_of_scope, unclear = new_ids(pairing.out_of_scope), new_ids(pairing.unknown)
    return (
        BridgeStep(step="removed", delta=removed, questions=pairing.trace.retired),
        BridgeStep(step="scope", delta=scope + scoped, questions=out_of_scope),
        BridgeStep(step="now_known", delta=unknown + known, questions=unclear),
        BridgeStep(step="weights", delta=weights),
        BridgeStep(step="answers", delta=answers, questions=new_ids(pairing.matched)),
        BridgeStep(step="added", delta=added, questions=pairing.trace.added),
    )


_STAGES: Final = 9


def _scores(pairing: Pairing) -> Iterable[float | None]:
    """Yield the nine scores that the bridge joins, from the older as reported to the newer."""
    old, new = pairing.trace.old, pairing.trace.new
    before, after = _points(pairing.old), _points(pairing.new)
    yield score_points(old, before)
    kept = _without(before, pairing.trace.retired)
    yield score_points(old, kept)
    kept = _without(kept, old_ids(pairing.out_of_scope))
    yield score_points(old, kept)
    yield score_points(old, _without(kept, old_ids(pairing.unknown)))
    matched = new_ids(pairing.matched)
    yield score_points(new, _as_before(pairing, matched))
    back = {id_: after[id_] for id_ in matched}
    yield score_points(new, back)
    for returned in (new_ids(pairing.unknown), new_ids(pairing.out_of_scope), pairing.trace.added):
        back |= {id_: after[id_] for id_ in returned if id_ in after}
        yield score_points(new, back)


def like_for_like(pairing: Pairing, within: Questionnaire | None = None) -> LikeForLike:
    """Return the change over the matched questions, in all or in a part of the newer version."""
    seen = within or pairing.trace.new
    matched = tuple(id_ for id_ in new_ids(pairing.matched) if id_ in seen.by_id)
    before = _as_before(pairing, matched)
    then = score_points(seen, before)
    now = score_points(seen, _points({id_: pairing.new[id_] for id_ in matched}))
    if then is None or now is None:
        return LikeForLike()
    return LikeForLike(
        change=now - then,
        restated=_restated(pairing, seen, before, now),
        noise=judge(now - then, _error(pairing, seen, matched)),
    )


def _restated(pairing: Pairing, seen: Questionnaire, before: Points, now: float) -> float | None:
    said = {id_: pairing.restated[id_] * POINTS_A_LEVEL for id_ in before if id_ in pairing.restated}
    then = score_points(seen, {**before, **said})
    return None if then is None or not said else now - then


def _error(pairing: Pairing, seen: Questionnaire, matched: tuple[str, ...]) -> float:
    compared = frozenset(matched)
    facts = {q.id: pairing.new[q.id] if q.id in compared else UNASKED for q in seen.questions}
    asked = {id_: share for id_, share in shares(seen, facts).items() if id_ not in pairing.carried}
    return error_of_change(asked, pairing.trace.origins, pairing.old, pairing.new)


def _as_before(pairing: Pairing, ids: Iterable[str]) -> dict[str, float]:
    """Return the points that new questions would have had before."""
    levels = {id_: pairing.level_before(id_) for id_ in ids}
    return {id_: level * POINTS_A_LEVEL for id_, level in levels.items() if level is not None}


def _points(facts: Mapping[str, Counted]) -> dict[str, float]:
    """Return the points of everything scored: unknown counts 0, the rest is left out."""
    scored = {id_: fact.level for id_, fact in facts.items() if fact.state in {"level", "unknown"}}
    return {id_: (level or 0) * POINTS_A_LEVEL for id_, level in scored.items()}


def _without(points: Points, ids: Iterable[str]) -> dict[str, float]:
    gone = frozenset(ids)
    return {id_: value for id_, value in points.items() if id_ not in gone}
