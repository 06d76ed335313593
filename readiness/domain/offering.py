"""Answers, promises and overrides → what can be done: questions alone or joined, what bars them (§3.1)."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from readiness.domain.attaining import attained
from readiness.domain.counting import Counted, evidenced
from readiness.domain.needs import NEED_LEVEL, Needs, Unit
from readiness.domain.outcome import Outcome
from readiness.domain.pricing import Estimates
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import TIERS, Question, Questionnaire, Tier, requirement
from readiness.domain.sketch import Barrier, Offer
from readiness.domain.what_if import SUFFIXES, WhatIf, refuse_strangers
from readiness.domain.worth import Factors, factors_of, goal_of, points_a_level
from readiness.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What one level of a question is worth: exact points of score, and the factors of its priority."""

    points: float
    factors: Factors

    @property
    def value(self) -> float:
        """V of one level."""
        return self.points * self.factors.product


def offer_of(outcome: Outcome, what_if: WhatIf) -> Offer:
    """Return what can be done under the overrides and the promises kept with the assessment.

    Raises:
        InputError: an override names nothing, or actions need each other.
    """
    questionnaire, promises = outcome.assessment.questionnaire, outcome.assessment.actions
    named = (*questionnaire.by_id, *(stem(p.id) for p in promises), *(p.id for p in promises))
    refuse_strangers(what_if, named, questionnaire.by_id)
    dropped = (p.id for p in promises if p.excluded or p.state == "dropped")
    excluded = {*what_if.exclude, *dropped}
    if what_if.mode == "score-first":
        excluded |= {stem(id_) for id_ in excluded if id_ in stages_of(stem(id_), excluded)}
    claims = list(_claims(questionnaire, promises))
    barred: dict[str, Barrier] = dict.fromkeys(excluded, "excluded")
    barred |= dict.fromkeys(_not_offered(questionnaire, claims, what_if), "not offered")
    units = _units(questionnaire, claims, barred)
    offer = Offer(
        questionnaire=questionnaire,
        units=units,
        needs=Needs(questionnaire, units),
        estimates=Estimates(weeks=_estimates(promises, what_if)),
        barred=barred,
    )
    circle = offer.needs.circle(units)
    if circle:
        raise InputError(f"These actions need each other: {' → '.join(circle)}.")
    return offer


def stem(id_: str) -> str:
    """Return the id without the stage or kind of an action: ``DAT-04`` of ``DAT-04:2``."""
    return next((id_.removesuffix(suffix) for suffix in SUFFIXES if id_.endswith(suffix)), id_)


def stages_of(id_: str, ids: Container[str]) -> tuple[str, ...]:
    """Return which of the ids name a question by its stages, the last first: ``DAT-04:10`` of ``DAT-04``."""
    return tuple(found for step in reversed(TIERS) if (found := f"{id_}:{step}") in ids)


def worths(outcome: Outcome, counted: Mapping[str, Counted], step: Tier) -> dict[str, Worth]:
    """Return what a level of each scored question is worth (domain §3.3)."""
    gaps = {gap.id: gap.gap for gap in outcome.alignment.questions}
    by_id = outcome.assessment.questionnaire.by_id
    return {
        id_: Worth(
            points=points_a_level(share),
            factors=factors_of(by_id[id_], counted[id_], step, gaps.get(id_, 0)),
        )
        for id_, share in outcome.score.shares.items()
    }


def goals(outcome: Outcome, step: Tier) -> dict[str, int]:
    """Return the level that each question is raised to; one that people promised wins, but no less than 2."""
    by_id = outcome.assessment.questionnaire.by_id
    found = {id_: goal_of(question, step) for id_, question in by_id.items()}
    for promise in outcome.assessment.actions:
        if promise.kind == "raise" and promise.goal is not None and promise.id == stem(promise.id):
            least = max(promise.goal, NEED_LEVEL)
            found |= {id_: attained(by_id[id_], least) for id_ in promise.questions if id_ in found}
    return found


def done_ids(outcome: Outcome, what_if: WhatIf) -> tuple[str, ...]:
    """Return the actions that are finished, by override or by their promise."""
    kept = (p.id for p in outcome.assessment.actions if p.state == "done")
    return tuple(dict.fromkeys((*kept, *what_if.done)))


def after_done(
    offer: Offer, counted: Mapping[str, Counted], done: Iterable[str], targets: Mapping[str, int]
) -> dict[str, Counted]:
    """Return the answers with what is done at its goal, verified."""
    after = dict(counted)
    for id_ in done:
        for question in _questions_of(offer, stem(id_)):
            level = after[question.id].level
            goal = _goal(id_, question, targets)
            if level is not None and goal is not None:
                after[question.id] = evidenced(max(level, goal))
    return after


def _goal(id_: str, question: Question, targets: Mapping[str, int]) -> int | None:
    """Return where a finished action leaves a question: 0, so at its own level, for a find-out."""
    if id_.endswith(":settle"):
        return None
    if id_.endswith(":find-out"):
        return 0
    step = next((step for step in TIERS if id_.endswith(f":{step}")), None)
    if step is None:
        return targets[question.id]
    return attained(question, requirement(step, question.hurts_at) or NEED_LEVEL)


def _questions_of(offer: Offer, id_: str) -> tuple[Question, ...]:
    unit = next((unit for unit in offer.units if unit.id == id_), None)
    if unit is not None:
        return unit.questions
    question = offer.questionnaire.by_id.get(id_)
    return (question,) if question is not None else ()


def _claims(questionnaire: Questionnaire, promises: Iterable[PlannedAction]) -> Iterator[Unit]:
    """Yield what people joined, or gave a name of its own; a question belongs to the first that claims it."""
    taken: set[str] = set()
    for promise in promises:
        id_ = stem(promise.id)
        plain = id_ in questionnaire.by_id and set(promise.questions) <= {id_}
        misnamed = id_ in questionnaire.by_id and id_ not in promise.questions
        if promise.kind != "raise" or plain or misnamed:
            continue
        claimed = tuple(
            q for q in questionnaire.questions if q.id in promise.questions and q.weight and q.id not in taken
        )
        taken.update(q.id for q in claimed)
        if claimed:
            yield Unit(id=id_, questions=claimed)


def _not_offered(questionnaire: Questionnaire, claims: Iterable[Unit], what_if: WhatIf) -> Iterator[str]:
    if what_if.only is None:
        return
    wanted = {stem(id_) for id_ in what_if.only}
    wanted |= {q.id for unit in claims if unit.id in wanted for q in unit.questions}
    yield from (q.id for q in questionnaire.questions if q.id not in wanted)


def _units(
    questionnaire: Questionnaire, claims: Iterable[Unit], barred: Mapping[str, Barrier]
) -> tuple[Unit, ...]:
    """Return every question that counts in one unit, in the file's order; what is barred stands alone."""
    joined = [
        Unit(id=claim.id, questions=kept)
        for claim in claims
        if (kept := tuple(q for q in claim.questions if q.id == claim.id or q.id not in barred))
    ]
    taken = {q.id for unit in joined for q in unit.questions}
    alone = [Unit(id=q.id, questions=(q,)) for q in questionnaire.questions if q.weight and q.id not in taken]
    return tuple(sorted((*joined, *alone), key=lambda unit: questionnaire.order[unit.questions[0].id]))


def _estimates(promises: Iterable[PlannedAction], what_if: WhatIf) -> dict[str, float]:
    estimated = {p.id: p.effort for p in promises if p.effort is not None}
    return estimated | dict(what_if.efforts)
