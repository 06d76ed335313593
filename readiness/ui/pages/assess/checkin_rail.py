"""The rail of a check-in: what is asked again and why, what is carried, and how far one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.question_strip import Mark, QuestionStrip
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.tooltip import plain_tooltip

WIDTH: Final = 320
_MARGIN: Final = 32
_BLEED: Final = 14
_ROW: Final = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class RailLine:
    """One group: what it is called, what holds for it, how many questions it has."""

    key: str
    title: str
    note: str
    count: int
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RailSection:
    """A heading with its number, and the groups under it."""

    key: str
    title: str
    count: int | None
    lines: tuple[RailLine, ...]


class _Line(PaintedButton):
    """Title over note at the left, the count at the right; nothing in it, nowhere to go."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._line = RailLine(key="", title="", note="", count=0)
        super().__init__(theme, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The group."""
        return self._line.key

    def show_line(self, line: RailLine) -> None:
        """Say how many there are."""
        self._line = line
        self.setObjectName(f"group-{line.key}")
        self.set_words(line.title)
        self.setEnabled(line.count > 0)
        self.setToolTip(plain_tooltip(f"{line.title}, {line.note}"))
        spoken = f"{line.title}, {line.count}, {line.note}"
        self.setAccessibleName(self.tr("{0}, current").format(spoken) if line.current else spoken)

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(self._theme.px(WIDTH) - 2 * (_MARGIN - _BLEED), self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """The rail decides how wide."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, words and count."""
        color = self._theme.color
        rect = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        with drawing.painting(self) as painter:
            if self._line.current:
                drawing.box(painter, rect, 8, fill=color("accentTint"))
                bar = QRectF(0, rect.top() + 8, 3, rect.height() - 16)
                drawing.box(painter, bar, 1.5, fill=color("accent"))
            elif self._is_hovered:
                drawing.box(painter, rect, 8, fill=color("hover"))
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        color, line = self._theme.color, self._line
        title = self._theme.font("bodyStrong", weight=600 if line.current else 500)
        note, top = self._theme.font("caption"), (self.height() - self._theme.px(44)) / 2
        ink = "ink3" if not line.count else "accent" if line.current else "ink"
        number = self._theme.font("bodyStrong")
        at = QPointF(self.width() - _BLEED, drawing.baseline(number, 0, self.height()))
        taken = drawing.words(
            painter, at, str(line.count), number, color("ink" if line.count else "ink3"), drawing.RIGHT
        )
        room = self.width() - 2 * _BLEED - taken - 10
        first = drawing.line_baseline(title, top, self._theme.px(24))
        second = drawing.line_baseline(note, top + self._theme.px(24), self._theme.px(20))
        drawing.words(painter, QPointF(_BLEED, first), self.words, title, color(ink), room=room)
        quiet = color("ink2" if line.count else "ink3")
        drawing.words(painter, QPointF(_BLEED, second), line.note, note, quiet, room=room)


class _Section(QWidget):
    """A heading with its number, and a line for each group."""

    def __init__(self, theme: Theme, section: RailSection, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Text(theme, "", "section", "ink", self)
        self._count = Text(theme, "", "title", "ink", self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lines = [_Line(theme, self) for _ in section.lines]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 18)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_BLEED, 0, _BLEED, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        for line in self.lines:
            column.addWidget(line)
        self.show_section(section)

    def show_section(self, section: RailSection) -> None:
        """Say how many there are."""
        self._title.setText(section.title)
        self._count.setText("" if section.count is None else str(section.count))
        for widget, line in zip(self.lines, section.lines, strict=True):
            widget.show_line(line)


class CheckInRail(QScrollArea):
    """One Tab stop; ↑ and ↓ move among the groups, Enter goes to the first question of one."""

    group_chosen = Signal(str)
    question_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape: tuple[object, ...] = ()
        self._sections: list[_Section] = []
        self._roving = Roving(self, "down")
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._progress = Text(theme, "", "label", "ink2", self._inner)
        self._progress.setObjectName("check-in-progress")
        self._strip = QuestionStrip(theme, self._inner)
        self._build()

    def set_sections(self, sections: Sequence[RailSection]) -> None:
        """Show the groups; built anew only when other groups come."""
        shape = tuple((section.key, *(line.key for line in section.lines)) for section in sections)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(sections)
        for widget, section in zip(self._sections, sections, strict=True):
            widget.show_section(section)
        lines = [line for section in sections for line in section.lines]
        current = next((place for place, line in enumerate(lines) if line.current), None)
        first = next((place for place, line in enumerate(lines) if line.count), 0)
        self._roving.set_stop(first if current is None else current)

    def set_progress(self, words: str, marks: Sequence[Mark], current: int) -> None:
        """Show how far one is, a square a question."""
        self._progress.setText(words)
        self._strip.set_marks(marks, current, words)

    def sizeHint(self) -> QSize:
        """As wide as designed."""
        return QSize(self._theme.px(WIDTH), 400)

    def minimumSizeHint(self) -> QSize:
        """As wide as designed; short windows scroll."""
        return QSize(self._theme.px(WIDTH), 120)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._inner.setProperty("surface", "none")
        self._column.setContentsMargins(_MARGIN - _BLEED, 20, _MARGIN - _BLEED, 16)
        self._column.setSpacing(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(_BLEED, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._progress)
        foot.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(foot)
        self._column.addStretch()
        self.setWidget(self._inner)
        self._strip.chosen.connect(self.question_chosen)
        self._theme.changed.connect(self.updateGeometry)

    def _rebuild(self, sections: Sequence[RailSection]) -> None:
        for widget in self._sections:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._sections = [_Section(self._theme, section, self._inner) for section in sections]
        for place, widget in enumerate(self._sections):
            self._column.insertWidget(place, widget)
            for line in widget.lines:
                line.clicked.connect(self._on_line)
        self._roving.set_buttons([line for widget in self._sections for line in widget.lines])

    def _on_line(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.group_chosen.emit(line.key)
