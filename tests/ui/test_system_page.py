"""Results, limits, closing and report around an open assessment, as a lead walks through them."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import Answer, Limit
from readiness.ui.icons import Icons
from readiness.ui.pages.limits.limit_dialog import LimitDialog
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme

LIMITS = (
    Limit(id="queue", resource="Event bus", used=10.0, limit=60.0),
    Limit(id="db-connections", resource="Orders database, connections", used=460.0, limit=600.0),
)


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> SystemPage:
    """Return the page on a full assessment of the shipped questionnaire, nothing answered."""
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    room.start()
    with qtbot.waitActive(made):
        made.show()
    return made


def words(widget: QWidget) -> str:
    shown = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return " ".join([*shown, *(child.accessibleName() for child in widget.findChildren(QWidget))])


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def answer_all(room: Room, level: int = 2) -> None:
    for question in room.assessment.questionnaire.questions:
        room.session.answer(question.id, Answer(level=level))
    room.settle()


def test_with_nothing_answered_results_offer_the_first_question(qtbot: QtBot, page: SystemPage) -> None:
    page.show_page("results")
    assert "Nothing answered yet" in words(page.results)
    qtbot.mouseClick(button(page, "answer-first"), Qt.MouseButton.LeftButton)
    assert page.assess.isVisible()


def test_results_say_the_verdict_in_its_order(room: Room, page: SystemPage) -> None:
    answer_all(room)
    room.session.set_limits(LIMITS)
    page.show_page("results")
    said = words(page.results)
    assert "Untested. First known limit 1.3×. Practices support 2×" in said
    assert "of 100" not in said


def test_a_break_leads_to_its_question(room: Room, page: SystemPage) -> None:
    answer_all(room, level=1)
    page.show_page("results")
    first = room.session.outcome
    assert first is not None
    page.results.question_asked.emit(first.growth.breaks_first[0])
    assert page.assess.current == first.growth.breaks_first[0]


def test_every_chart_has_a_table_behind_t(qtbot: QtBot, room: Room, page: SystemPage) -> None:
    answer_all(room)
    page.show_page("results")
    qtbot.keyClick(page.results, Qt.Key.Key_T)
    assert all(view.is_table for view in page.results.views)
    qtbot.keyClick(page.results, Qt.Key.Key_T)
    assert not any(view.is_table for view in page.results.views)


def test_the_tabs_are_reached_by_ctrl_and_a_digit(qtbot: QtBot, page: SystemPage) -> None:
    for digit, shown in (
        (Qt.Key.Key_2, page.results),
        (Qt.Key.Key_3, page.roadmap),
        (Qt.Key.Key_4, page.compare),
        (Qt.Key.Key_5, page.report),
        (Qt.Key.Key_1, page.assess),
    ):
        target = QApplication.focusWidget() or page
        qtbot.keyClick(target, digit, Qt.KeyboardModifier.ControlModifier)
        assert shown.isVisible()


def test_the_smallest_limit_stands_on_top_and_is_said(room: Room, page: SystemPage) -> None:
    room.session.set_limits(LIMITS)
    page.show_page("limits")
    model = page.limits.table.model()
    spoken = model.data(model.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Orders database, connections, peak 460, limit 600, 1.3×, smallest"


def test_a_limit_is_removed_and_comes_back_with_undo(qtbot: QtBot, room: Room, page: SystemPage) -> None:
    room.session.set_limits(LIMITS)
    page.show_page("limits")
    page.limits.table.selectRow(0)
    qtbot.keyClick(page.limits, Qt.Key.Key_Delete)
    assert [limit.id for limit in room.assessment.limits] == ["queue"]
    room.session.undo_stack.undo()
    assert room.assessment.limits == LIMITS


def fill(qtbot: QtBot, dialog: QWidget, **texts: str) -> None:
    for name, text in texts.items():
        field = dialog.findChild(QLineEdit, f"limit-{name}")
        assert isinstance(field, QLineEdit)
        field.clear()
        qtbot.keyClicks(field, text)


def test_a_limit_is_added_by_form_with_faults_beside_their_fields(
    qtbot: QtBot, room: Room, page: SystemPage
) -> None:
    page.show_page("limits")
    qtbot.keyClick(page.limits, Qt.Key.Key_Insert)
    dialog = page.window().findChild(LimitDialog)
    assert isinstance(dialog, LimitDialog)
    fill(qtbot, dialog, used="many", limit="600")
    qtbot.mouseClick(button(dialog, "keep-limit"), Qt.MouseButton.LeftButton)
    assert "Name the resource." in words(dialog)
    assert "Write a number above 0" in words(dialog)
    fill(qtbot, dialog, resource="Orders database, connections", used="460")
    qtbot.mouseClick(button(dialog, "keep-limit"), Qt.MouseButton.LeftButton)
    room.settle()
    kept = room.assessment.limits[0]
    assert (kept.id, kept.used, kept.limit) == ("orders-database-connections", 460.0, 600.0)


def test_closing_says_what_it_changes_before_it_does(qtbot: QtBot, room: Room, page: SystemPage) -> None:
    first = room.assessment.questionnaire.questions[0].id
    room.session.answer(first, Answer(level=3))
    page.show_page("closing")
    room.settle()
    assert "73 not asked become unknown" in words(page.closing)
    assert not room.assessment.sealed
    qtbot.keyClick(page.closing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.assessment.sealed
    assert page.results.isVisible()


def test_the_report_is_previewed_and_exported(
    qtbot: QtBot, room: Room, page: SystemPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_all(room)
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(room.session.rendered, timeout=60_000):
        page.show_page("report")
    qtbot.waitUntil(lambda: page.report._preview.pages > 0, timeout=20_000)
    with qtbot.waitSignal(room.session.exported, timeout=60_000):
        qtbot.keyClick(page.report, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    text = PdfReader(target).pages[0].extract_text()
    assert "Practices support 2×" in " ".join(text.split())
    assert str(target) in words(page.report)
    page.report._preview.wait()


def test_a_report_that_cannot_be_written_says_so_and_keeps_the_old_one(
    qtbot: QtBot, room: Room, page: SystemPage, tmp_path: Path
) -> None:
    answer_all(room)
    page.show_page("report")
    with qtbot.waitSignal(room.session.export_failed, timeout=60_000):
        page.report.export_to(tmp_path)
    assert "is a folder" in words(page.report)
    page.report._preview.wait()


def test_every_control_has_a_name_a_person_would_say(room: Room, page: SystemPage) -> None:
    answer_all(room, level=1)
    for key in ("results", "limits", "report", "closing"):
        page.show_page(key)
        room.settle()
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            heard = QAccessible.queryAccessibleInterface(widget)
            assert heard is not None
            named = heard.text(QAccessible.Text.Name).strip()
            assert named or widget.focusProxy() is not None, (key, type(widget), widget.objectName())
    page.report._preview.wait()
