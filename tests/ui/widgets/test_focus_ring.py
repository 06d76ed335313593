"""The focus ring: for the keyboard, never for the mouse, and always around what has the focus."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from stage import Stage, focused

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.focus_ring import FocusRing


def _buttons(theme: Theme) -> tuple[Button, Button]:
    return Button(theme, "First"), Button(theme, "Second")


def test_tab_shows_the_ring_around_the_next_button(stage: Stage, theme: Theme) -> None:
    first, second = _buttons(theme)
    ring = FocusRing(theme, stage(first, second))
    first.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert ring.target is second
    assert ring.isVisible()
    around = second.geometry().adjusted(-4, -4, 4, 4)
    assert ring.geometry() == around


def test_a_click_shows_no_ring(stage: Stage, theme: Theme) -> None:
    first, second = _buttons(theme)
    ring = FocusRing(theme, stage(first, second))
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert ring.target is None
    assert not ring.isVisible()


def test_a_click_on_what_has_the_ring_takes_it_away(stage: Stage, theme: Theme) -> None:
    first, second = _buttons(theme)
    ring = FocusRing(theme, stage(first, second))
    first.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert ring.target is None


def test_the_ring_follows_what_moves(stage: Stage, theme: Theme) -> None:
    first, second = _buttons(theme)
    window = stage(first, second)
    ring = FocusRing(theme, window)
    first.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    window.resize(window.width() + 200, window.height() + 200)
    QApplication.processEvents()
    assert ring.geometry().center() == second.geometry().center()


def test_a_field_shows_the_focus_itself(stage: Stage, theme: Theme) -> None:
    first, field = Button(theme, "First"), Field(theme, "Note")
    ring = FocusRing(theme, stage(first, field))
    first.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is field
    assert ring.target is None


def test_the_ring_stays_inside_what_scrolls(stage: Stage, theme: Theme) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    buttons = [Button(theme, f"Row {index}") for index in range(20)]
    for button in buttons:
        column.addWidget(button)
    area = QScrollArea()
    area.setWidget(inner)
    window = stage(area)
    window.resize(300, 200)
    QApplication.processEvents()
    ring = FocusRing(theme, window)
    buttons[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    QApplication.processEvents()
    sight = area.viewport().rect().translated(area.viewport().mapTo(window, QPoint(0, 0)))
    assert not ring.isVisible() or sight.contains(ring.geometry())


def test_the_ring_outlives_a_button_that_goes(stage: Stage, theme: Theme) -> None:
    first, second = _buttons(theme)
    ring = FocusRing(theme, stage(first, second))
    first.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    second.deleteLater()
    QApplication.sendPostedEvents(second, QEvent.Type.DeferredDelete.value)
    assert ring.target is not second
    first.setFocus()
