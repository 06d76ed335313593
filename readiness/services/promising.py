"""What was promised: which actions an assessment can keep."""

from readiness.domain.assessment import Assessment
from readiness.domain.period import Period
from readiness.domain.promises import PlannedAction
from readiness.errors import InputError


def refuse_misnamed(assessment: Assessment, actions: tuple[PlannedAction, ...]) -> None:
    """Let in only actions that can be found again: ids of their own, questions and quarters that exist.

    Raises:
        InputError: one cannot; the sentence names it.
    """
    seen: set[str] = set()
    for action in actions:
        unknown = [id_ for id_ in action.questions if id_ not in assessment.questionnaire.by_id]
        if action.id in seen:
            raise _refused(f"Two actions are called {action.id}.", "Give one of them another id.")
        if unknown:
            raise _refused(f"Action {action.id} names {unknown[0]}, which is not asked.", "Check the id.")
        if action.period is not None and not _is_quarter(action.period):
            raise _refused(f"Action {action.id} is promised for “{action.period}”.", "Write it like 2026-Q4.")
        seen.add(action.id)


def _is_quarter(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _refused(message: str, remedy: str) -> InputError:
    return InputError(message, safe="Nothing was changed.", remedy=remedy)
