"""What does not fit: text that is cut, widgets over each other, widgets that reach out of their place.

The walk is over what is visible, and over what painters write; nothing here knows a page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from readiness.ui.widgets import drawing
from readiness.ui.widgets.fitting_text import FittingText
from readiness.ui.widgets.text import Text

_SLACK: Final = 2
"""Pixels that rounding may cost."""
_READABLE: Final = 72
"""Elided text that is narrower than this, at the designed size, says nothing any more."""


def faults(root: QWidget, zoom: float = 1.0) -> list[str]:
    """Return what does not fit in a window that is shown, one sentence each."""
    found: list[str] = []
    for widget in (root, *_shown(root)):
        found += _cut(widget, zoom)
        if not isinstance(widget, QAbstractScrollArea | QStackedWidget):
            found += _overlaps(widget)
    return found


def painted_faults(root: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what painters write past the edge of their widget or over their own words."""
    book = _Book()
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "painting", book.painting)
        patch.setattr(drawing, "words", book.words)
        root.grab()
    return book.faults()


def _shown(root: QWidget) -> list[QWidget]:
    return [one for one in root.findChildren(QWidget) if one.window() is root.window() and one.isVisible()]


def _cut(widget: QWidget, zoom: float) -> Iterator[str]:
    if isinstance(widget, QLabel) and not widget.text():
        return
    if _is_leaf(widget):
        yield from _too_small(widget)
    if isinstance(widget, Text):
        yield from _elided(widget, zoom)
    if _reaches_out(widget):
        yield f"{_name(widget)} at {_place(widget)} reaches out of {_name(_parent(widget))}"


def _too_small(widget: QWidget) -> Iterator[str]:
    size, least = widget.size(), widget.minimumSizeHint()
    ignored = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
    if size.width() < least.width() - _SLACK and not ignored:
        yield f"{_name(widget)} is {size.width()} wide and needs {least.width()}"
    high = widget.heightForWidth(size.width()) if widget.hasHeightForWidth() else least.height()
    if size.height() < high - _SLACK:
        yield f"{_name(widget)} is {size.height()} high and needs {high}"


def _elided(widget: Text, zoom: float) -> Iterator[str]:
    size, wanted = widget.size(), widget.sizeHint().width() - _SLACK
    if isinstance(widget, FittingText):
        return  # it says less instead
    if size.width() < min(wanted, round(_READABLE * zoom)):
        yield f"{_name(widget)} is elided to {size.width()} of {wanted}"
    if size.width() < wanted - _SLACK and not (widget.toolTip() or _is_told_elsewhere(widget)):
        yield f"{_name(widget)} is elided and nothing tells the whole"


def _is_leaf(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox | QAbstractButton | QLineEdit):
        return True
    return not isinstance(widget, QAbstractScrollArea | QScrollBar) and widget.layout() is None


def _is_told_elsewhere(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and bool(parent.toolTip())


def _reaches_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _is_viewport(parent) or _is_overlay(widget):
        return False
    grown = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    return not grown.contains(widget.geometry()) and not widget.size().isEmpty()


def _overlaps(parent: QWidget) -> Iterator[str]:
    # What covers all of its place is a layer: a page of a stack, the veil under a dialog.
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not _is_overlay(child)
        and child.geometry() != parent.rect()
    ]
    for one, other in combinations(children, 2):
        shared = one.geometry().intersected(other.geometry())
        if shared.width() > _SLACK and shared.height() > _SLACK:
            yield f"{_name(one)} {_place(one)} lies over {_name(other)} {_place(other)}"


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _is_overlay(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _parent(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    assert parent is not None
    return parent


def _place(widget: QWidget) -> tuple[int, int, int, int]:
    rect: QRect = widget.geometry()
    return (rect.x(), rect.y(), rect.width(), rect.height())


def _name(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    name = f"{type(widget).__name__} {widget.objectName()} “{said[:40]}”"
    parent = widget.parentWidget()
    if widget.objectName() or parent is None:
        return name
    return f"{name} in {type(parent).__name__} {parent.objectName()}"


@dataclass
class _Written:
    """One line that a painter wrote, in the coordinates of its widget."""

    widget: QWidget
    rect: QRectF
    text: str
    room: float | None


@dataclass
class _Book:
    """Keeps what is written while a window is painted."""

    stack: list[QWidget] = field(default_factory=list)
    lines: list[_Written] = field(default_factory=list)
    plain_painting = staticmethod(drawing.painting)
    plain_words = staticmethod(drawing.words)

    @contextmanager
    def painting(self, widget: QWidget) -> Iterator[QPainter]:
        """Open a painter and remember whose it is."""
        self.stack.append(widget)
        try:
            with self.plain_painting(widget) as painter:
                yield painter
        finally:
            self.stack.pop()

    def words(
        self,
        painter: QPainter,
        at: QPointF,
        text: str,
        font: QFont,
        color: QColor,
        align: Qt.AlignmentFlag = drawing.LEFT,
        *,
        room: float | None = None,
    ) -> float:
        """Write a line and note where it stands."""
        width = self.plain_words(painter, at, text, font, color, align, room=room)
        if self.stack and text.strip() and not painter.hasClipping():
            shift = {drawing.LEFT: 0.0, drawing.CENTER: width / 2, drawing.RIGHT: width}[align]
            high = QFontMetricsF(font).capHeight()
            rect = QRectF(at.x() - shift, at.y() - high, width, high)
            base = painter.transform().mapRect(rect)
            self.lines.append(_Written(self.stack[-1], base, text, room))
        return width

    def faults(self) -> list[str]:
        """Return what was cut, and what was written over something else."""
        found = [
            f"{_name(line.widget)} writes “{line.text[:40]}” past its edge: {_rounded(line.rect)} in "
            f"{line.widget.width()} × {line.widget.height()}"
            for line in self.lines
            if line.rect.width() > 0 and not _roomy(line).contains(line.rect)
        ]
        for one, other in combinations(self.lines, 2):
            if one.widget is other.widget and one.text != other.text:
                shared = one.rect.intersected(other.rect)
                if shared.width() > _SLACK and shared.height() > _SLACK:
                    found.append(f"{_name(one.widget)} writes “{one.text[:30]}” over “{other.text[:30]}”")
        return found


def _roomy(line: _Written) -> QRectF:
    """Return where a line may stand; a large figure may begin with the white that its first letter has."""
    white = max(_SLACK, line.rect.height() / 12)
    return QRectF(line.widget.rect()).adjusted(-white, -_SLACK, white, _SLACK)


def _rounded(rect: QRectF) -> tuple[int, int, int, int]:
    return (round(rect.x()), round(rect.y()), round(rect.width()), round(rect.height()))
