"""What is finished → score and ceiling per quarter, as if done and verified (§3.5, rulings 4 and 15)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readiness.domain.counting import Counted, evidenced
from readiness.domain.growth import StepResult, ceiling, judge_steps
from readiness.domain.promises import PlannedAction
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scoring import score_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """Where the answers stand at one time: score, growth step, and what each step asks."""

    score: float | None
    ceiling: int | None
    steps: tuple[StepResult, ...]


def stand(questionnaire: Questionnaire, counted: Mapping[str, Counted], *, quick: bool) -> Standpoint:
    """Judge the answers; a quick check has no ceiling (ruling 9)."""
    steps = judge_steps(questionnaire, counted)
    return Standpoint(
        score=score_alone(questionnaire, counted),
        ceiling=None if quick else ceiling(steps),
        steps=steps,
    )


def finish(counted: Mapping[str, Counted], goals: Iterable[tuple[str, int | None]]) -> dict[str, Counted]:
    """Return the answers once the goals are reached; what nobody knows stays unknown (ruling 4)."""
    after = dict(counted)
    for id_, goal in goals:
        level = after[id_].level
        if goal is not None and level is not None:
            after[id_] = evidenced(max(level, goal))
    return after


def scaled(start: float | None, projected: float | None, completion: float) -> float | None:
    """Return the score if only a share of the plan gets done: S₀ + r·(S − S₀) (ruling 15)."""
    if start is None or projected is None:
        return None
    return start + completion * (projected - start)


def completion_of(promised: Iterable[PlannedAction]) -> float | None:
    """Return the share of the promised person-weeks that was delivered; ``None`` where none was estimated."""
    weighed = [(action.effort or 0.0, action.state == "done") for action in promised]
    total = sum(effort for effort, _ in weighed)
    return sum(effort for effort, done in weighed if done) / total if total else None
