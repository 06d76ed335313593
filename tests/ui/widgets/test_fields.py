"""Fields: labels, errors in words, Esc, and only what a user writes is heard."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from spoken import spoken_description, spoken_name
from stage import Stage, focused

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.message_bar import MessageBar
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_area import MOST, TextArea


def test_esc_leaves_a_field_so_that_single_keys_work_again(stage: Stage, qtbot: QtBot, theme: Theme) -> None:
    field, area = Field(theme, "Evidence"), TextArea(theme, "Note")
    stage(field, area, Button(theme, "Next"))
    for widget in (field, area):
        widget.setFocus()
        with qtbot.waitSignal(widget.left):
            QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert not widget.hasFocus()


def test_tab_leaves_a_text_area(stage: Stage, theme: Theme) -> None:
    area, button = TextArea(theme, "Note"), Button(theme, "Next")
    stage(area, button)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert focused() is button
    assert area.toPlainText() == ""


def test_only_what_a_user_writes_is_heard(stage: Stage, theme: Theme) -> None:
    area = TextArea(theme, "Note")
    stage(area)
    heard: list[str] = []
    area.edited.connect(heard.append)
    area.set_text("Lock waits hit 900 ms.")
    assert heard == []
    area.setFocus()
    QTest.keyClicks(area, "So")
    assert heard == ["SLock waits hit 900 ms.", "SoLock waits hit 900 ms."]


def test_the_same_text_does_not_move_the_cursor(stage: Stage, theme: Theme) -> None:
    area = TextArea(theme, "Note")
    stage(area)
    area.setFocus()
    QTest.keyClicks(area, "abc")
    area.set_text("abc")
    assert area.textCursor().position() == 3


def test_pasted_markup_becomes_plain_text(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Note")
    qtbot.addWidget(area)
    source = QMimeData()
    source.setHtml("<b>bold</b>")
    source.setText("bold")
    area.insertFromMimeData(source)
    assert area.toPlainText() == "bold"


def test_a_paste_beyond_measure_is_cut_and_said(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar(theme, icons, window)
    area = TextArea(theme, "Note", QDialog(window))
    source = QMimeData()
    source.setText("x" * MOST)
    area.insertFromMimeData(source)
    assert (len(area.toPlainText()), bar.message) == (MOST, None)
    source.setText("y" * 1_000_000)
    area.insertFromMimeData(source)
    assert area.toPlainText() == "x" * MOST
    assert bar.message is not None
    assert bar.message.title == "A text has 100,000 characters at most."
    area.selectAll()
    area.insertFromMimeData(source)
    assert area.toPlainText() == "y" * MOST


def test_an_error_is_told_beside_the_field_and_taken_back(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    field = Field(theme, "")
    labelled = LabelledField(theme, icons, "Today’s peak", field)
    qtbot.addWidget(labelled)
    labelled.set_note("orders a minute")
    assert spoken_name(field) == "Today’s peak"
    assert spoken_description(field) == "orders a minute"
    labelled.set_error("Say a number above 0.")
    assert spoken_description(field) == "Say a number above 0."
    assert labelled.error == "Say a number above 0."
    labelled.set_error("")
    assert labelled.error == ""
    assert spoken_description(field) == "orders a minute"


def test_a_select_tells_what_a_user_picks_and_keeps_its_key(stage: Stage, theme: Theme) -> None:
    select = Select(theme, "Quarter")
    stage(select)
    heard: list[str] = []
    select.chosen.connect(heard.append)
    select.set_options((("q2", "2026‑Q2"), ("q3", "2026‑Q3")))
    select.set_key_value("q3")
    select.set_options((("q1", "2026‑Q1"), ("q2", "2026‑Q2"), ("q3", "2026‑Q3")))
    assert select.key == "q3"
    assert heard == []
    select.setFocus()
    QTest.keyClick(select, Qt.Key.Key_Up)
    assert heard == ["q2"]
    assert select.accessibleName() == "Quarter"
    assert spoken_description(select) == "Quarter"


def test_the_wheel_scrolls_the_page_and_not_the_answer(stage: Stage, theme: Theme) -> None:
    select = Select(theme, "Quarter")
    stage(select)
    select.set_options((("a", "A"), ("b", "B")))
    at = QPointF(5, 5)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, QPoint(0, -120), QPoint(0, -120), buttons, keys, phase, False)
    QApplication.sendEvent(select, wheel)
    assert select.key == "a"
