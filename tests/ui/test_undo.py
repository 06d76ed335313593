import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.ui.undo import AnswerChange, AnswerEdit

LEVEL = Answer(level=2)


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:  # noqa: ARG001 - an application must be there
    return QUndoStack()


def push(stack: QUndoStack, done: list[Answer], *changes: AnswerChange) -> None:
    for change in changes:
        stack.push(AnswerEdit(change, lambda _change, answer: done.append(answer)))


def typed(before: str, after: str, burst: int = 0) -> AnswerChange:
    return AnswerChange("ARC-03", "agreed", Answer(level=2, note=before), Answer(level=2, note=after), burst)


def test_a_change_is_named_by_its_question(stack: QUndoStack) -> None:
    push(stack, [], AnswerChange("ARC-03", "agreed", NOT_ASKED, LEVEL))

    assert stack.undoText() == "answer ARC-03"


def test_typing_merges_into_one_step(stack: QUndoStack) -> None:
    done: list[Answer] = []
    push(stack, done, typed("", "L"), typed("L", "Lo"), typed("Lo", "Loc"))

    assert (stack.count(), stack.undoText()) == (1, "note on ARC-03")
    stack.undo()
    assert done[-1].note == ""
    stack.redo()
    assert done[-1].note == "Loc"


def test_a_pause_in_the_typing_begins_another_step(stack: QUndoStack) -> None:
    push(stack, [], typed("", "L"), typed("L", "Lo", burst=1))

    assert stack.count() == 2


def test_choices_never_merge(stack: QUndoStack) -> None:
    other = Answer(level=3)
    push(
        stack,
        [],
        AnswerChange("ARC-03", "agreed", NOT_ASKED, LEVEL),
        AnswerChange("ARC-03", "agreed", LEVEL, other),
    )

    assert stack.count() == 2


def test_typing_at_another_question_is_another_step(stack: QUndoStack) -> None:
    elsewhere = AnswerChange("ARC-04", "agreed", NOT_ASKED, Answer(note="x"))
    push(stack, [], typed("", "L"), elsewhere)

    assert stack.count() == 2


def test_the_reason_of_not_applicable_is_text_once_it_is_chosen() -> None:
    first = AnswerChange("ARC-03", "agreed", NOT_ASKED, Answer(not_applicable="x"))
    then = AnswerChange("ARC-03", "agreed", Answer(not_applicable="x"), Answer(not_applicable="xy"))

    assert not first.texts
    assert then.texts == {"not_applicable"}
