"""Before the reveal nothing of one side is anywhere for the other: the whole window is searched for it."""

import logging
from collections.abc import Iterable
from dataclasses import replace

import pytest
from builders import level
from pressing import part, press
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Room, now
from two_sides import answer_all, asked_of, start

from readiness.domain.assessment import Answer
from readiness.domain.meeting import wording
from readiness.errors import NotSavedError
from readiness.services.assessing import Assessing
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme

NOTE = "Lock waits hit 900 ms on 14 June"
EVIDENCE = "https://wiki.example/lock-report"
REASON = "There is one region alone"
GATE = "ARC-03"
"""A gate: engineering is asked for the fact, product in its own words for what it expects."""


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> MainWindow:
    """Return the whole window, shown and active."""
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made, before_close_func=_may_close)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


def _may_close(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    window._may_close = True


def test_the_search_finds_what_engineering_is_just_answering(room: Room, window: MainWindow) -> None:
    """The twin: without it a search that finds nothing would prove nothing."""
    _answer_as_engineering(room, window)
    said = _everything_said(room, window)
    for secret in (*_secrets(room), "Chosen by Engineering", "Ana Ruiz"):
        assert secret in said, secret


def test_after_the_hand_over_nothing_of_it_is_anywhere(
    room: Room, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _answer_as_engineering(room, window)
    caplog.clear()
    part(window, QPushButton, "hand-over").click()
    room.settle()
    _assert_hidden(room, window, caplog)
    press(Qt.Key.Key_Return)
    room.settle()
    for id_ in asked_of(room, "product"):
        window.system.assess.go_to(id_)
        _assert_hidden(room, window, caplog)
    for _ in asked_of(room, "product"):
        press(Qt.Key.Key_Right)
    _assert_hidden(room, window, caplog)
    for page in ("table", "results", "roadmap", "compare", "report", "closing", "limits"):
        window.system.show_page(page)
        room.settle()
        _assert_hidden(room, window, caplog)


def test_after_both_have_answered_the_reveal_screen_says_nothing_either(
    room: Room, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    _answer_as_engineering(room, window)
    answer_all(room, "engineering", level(1), {GATE: room.assessment.engineering[GATE]})
    answer_all(room, "product", level(3))
    room.session.hand_over(None)
    room.settle()
    _assert_hidden(room, window, caplog)


def test_after_its_own_table_and_a_mark_nothing_of_either_is_anywhere(
    room: Room, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _answer_as_engineering(room, window)
    press("l", "t")
    own = "ARC-03, answered 1"
    assert own in _everything_said(room, window)
    caplog.clear()
    room.session.hand_over(None)
    room.settle()
    for side in (None, "product"):
        room.session.hand_over(side)
        for page in ("assess", "table"):
            window.system.show_page(page)
            _assert_hidden(room, window, caplog)
            said = _everything_said(room, window)
            assert own not in said
            assert "answered 1" not in said
            assert "come back later to" not in said


def test_undo_in_a_field_brings_nothing_of_the_other_side_back(room: Room, window: MainWindow) -> None:
    _answer_as_engineering(room, window)
    part(window, QPushButton, "hand-over").click()
    press(Qt.Key.Key_Return)
    for name in ("not-applicable-reason", "because"):
        field = part(window, QLineEdit, name)
        field.undo()
        assert field.text() == "", name
    for name in ("note", "evidence"):
        area = part(window, QPlainTextEdit, name)
        area.undo()
        assert area.toPlainText() == "", name
    room.session.undo_stack.undo()
    assert room.assessment.engineering[GATE].level == 1


def test_the_log_keeps_no_answer_even_where_the_disk_refuses(
    qtbot: QtBot,
    room: Room,
    window: MainWindow,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start(room)
    room.session.hand_over("engineering")
    page = window.system.assess

    def refuse(*_arguments: object) -> None:
        message = "The disk is full."
        raise NotSavedError(message)

    monkeypatch.setattr(Assessing, "answer_many", refuse)
    with qtbot.waitSignal(room.session.not_saved):
        room.session.answer(page.current, Answer(level=1, note=NOTE), "engineering")
    assert "not saved" in caplog.text
    assert NOTE not in caplog.text
    monkeypatch.undo()
    room.session.try_again()
    room.settle()


def test_after_the_reveal_the_search_finds_both(room: Room, window: MainWindow) -> None:
    _answer_as_engineering(room, window)
    room.session.answer(GATE, replace(level(3), by="Mira Holt"), "product")
    room.session.reveal()
    window.system.assess.go_to(GATE)
    said = _everything_said(room, window)
    for words in (NOTE, "Chosen by Engineering", "Chosen by Product", "2 levels apart", "Product expects"):
        assert words in said, words


def _answer_as_engineering(room: Room, window: MainWindow) -> None:
    start(room)
    room.session.hand_over("engineering", "Ana Ruiz")
    page = window.system.assess
    assert page.current == GATE
    press("x", REASON, Qt.Key.Key_Return, "1", "e", EVIDENCE, Qt.Key.Key_Escape, "n", NOTE, Qt.Key.Key_Escape)
    room.settle()
    assert room.assessment.engineering[GATE].level == 1
    assert room.assessment.engineering[GATE].note == NOTE


def _secrets(room: Room) -> tuple[str, ...]:
    """Return what engineering said: its words, and the anchor that product does not have in its wording."""
    question = room.assessment.questionnaire.by_id[GATE]
    anchor = question.levels[1]
    assert anchor not in wording(question, "product").levels
    return (NOTE, EVIDENCE, anchor, "answer ARC-03")


def _assert_hidden(room: Room, window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    said = _everything_said(room, window) + caplog.text
    for secret in (*_secrets(room), REASON, "Chosen by Engineering", "Ana Ruiz", "Engineering 1"):
        assert secret not in said, secret


def _everything_said(room: Room, window: MainWindow) -> str:
    """Return whatever the window shows, would show, or tells a reader; and what Undo is called."""
    _let_go_of_what_is_gone()
    stack = room.session.undo_stack
    steps = [stack.text(place) for place in range(stack.count())]
    titles = [window.windowTitle(), QApplication.applicationDisplayName()]
    widgets = [window, *window.findChildren(QWidget)]
    words = [word for widget in widgets for word in _words(widget)]
    actions = [word for action in window.findChildren(QAction) for word in (action.text(), action.toolTip())]
    return "\n".join([*steps, *titles, *words, *actions, stack.undoText(), stack.redoText()])


def _words(widget: QWidget) -> Iterable[str]:
    yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    for name in ("text", "toPlainText", "placeholderText", "title"):
        said = getattr(widget, name, None)
        if callable(said) and not isinstance(said, QObject):
            yield str(said())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)
    heard = QAccessible.queryAccessibleInterface(widget)
    if heard is not None:
        yield from (heard.text(kind) for kind in QAccessible.Text if kind != QAccessible.Text.UserText)


def _cells(view: QAbstractItemView) -> Iterable[str]:
    """Return what every cell of a list or a table shows, says and hints at, shown or not."""
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield from (str(model.index(row, column).data(int(role)) or "") for role in roles)


def _let_go_of_what_is_gone() -> None:
    """Delete what was put away, as the event loop does at its next turn."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
