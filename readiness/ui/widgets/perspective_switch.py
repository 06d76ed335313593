"""Who answers, where everything is live: together, or one side after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from readiness.domain.questionnaire import Lane
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.fitting_text import FittingText
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.side_mark import mark_room, paint_side
from readiness.ui.widgets.tooltip import plain_tooltip

_HEIGHT: Final = 44
_MARK: Final = 24
_PADDING: Final = 12
_GAP: Final = 8

State = Literal["waiting", "answering", "answered", "not_asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePart:
    """One lane that may answer; ``words`` say how it stands, and are spoken after the name."""

    lane: Lane
    name: str
    words: str
    state: State = "waiting"


class _Part(PaintedButton):
    """One lane: its mark, its name, how it stands."""

    def __init__(self, theme: Theme, part: LanePart, parent: QWidget) -> None:
        self.part = part
        super().__init__(theme, part.name, parent)
        self.setObjectName(f"lane-{part.lane}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_part(part)

    def show_part(self, part: LanePart) -> None:
        """Say how the lane stands."""
        self.part = part
        self.set_words(part.name)
        self.setChecked(part.state == "answering")
        self.setEnabled(part.state != "not_asked")
        self.setAccessibleName(f"{part.name}, {part.words}")
        self.setToolTip(plain_tooltip(f"{part.name}, {part.words}"))

    def sizeHint(self) -> QSize:
        """As wide as mark and words."""
        words = QFontMetricsF(self._theme.font("body")).horizontalAdvance(self.part.words)
        return QSize(round(self._name_width() + words + _GAP) + 2, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Mark and name; how it stands may give way, and is in the tooltip."""
        return QSize(round(self._name_width()), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, mark, name and state."""
        color, rect = self._theme.color, QRectF(self.rect())
        with drawing.painting(self) as painter:
            fill, line, width = self._frame()
            dash = () if self.isEnabled() else (3.0, 3.0)
            drawing.box(painter, rect, 8, fill=color(fill), line=color(line), width=width, dash=dash)
            x = float(self._theme.px(_PADDING))
            if self.part.lane != "agreed":
                size = float(self._theme.px(_MARK))
                center = QPointF(x + mark_room(size) / 2, rect.center().y())
                paint_side(painter, self._theme, self.part.lane, center, size)
                x += self._mark_room()
            strong = self._theme.font("bodyStrong")
            ink = color("ink" if self.isEnabled() else "ink3")
            at = QPointF(x, drawing.baseline(strong, 0, rect.height()))
            x += drawing.words(painter, at, self.words, strong, ink) + _GAP
            font, quiet = self._state_font(), color("ink2" if self.isEnabled() else "ink3")
            at = QPointF(x, drawing.baseline(font, 0, rect.height()))
            drawing.words(
                painter,
                at,
                self.part.words,
                font,
                quiet,
                room=rect.width() - x - self._theme.px(_PADDING) + 2,
            )

    def _frame(self) -> tuple[str, str, float]:
        if not self.isEnabled():
            return "sunken", "line2", 1.5
        if self.isChecked():
            lane = self.part.lane
            return ("accentTint", "accent", 3.0) if lane == "agreed" else (f"{lane}Tint", lane, 3.0)
        return ("hover", "ink2", 1.5) if self._is_hovered else ("surface", "line2", 1.5)

    def _name_width(self) -> float:
        name = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(self.words)
        return name + self._mark_room() + 2 * self._theme.px(_PADDING)

    def _state_font(self) -> QFont:
        return self._theme.font("body")

    def _mark_room(self) -> float:
        return 0.0 if self.part.lane == "agreed" else mark_room(self._theme.px(_MARK)) + _GAP


class PerspectiveSwitch(QWidget):
    """One Tab stop; ← and → move, Space chooses. ``chosen`` carries the lane and is sent for users only."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[_Part] = []
        self._roving = Roving(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(KeyHint(theme, "P", self))
        hint = FittingText(theme, "body", "ink3", self)
        hint.set_wordings((self.tr("switches"), ""))
        # It has only what is left: how each lane stands comes before a word that its key says already.
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(hint, 1)
        self.setObjectName("perspective-switch")
        self.setAccessibleName(self.tr("Who answers"))

    def show_parts(self, parts: Sequence[LanePart]) -> None:
        """Show which lanes may answer, and which one does."""
        if [part.lane for part in parts] != [button.part.lane for button in self._parts]:
            self._rebuild(parts)
        for button, part in zip(self._parts, parts, strict=True):
            button.show_part(part)
        stop = next((i for i, part in enumerate(parts) if part.state == "answering"), 0)
        self._roving.set_stop(stop)

    def _rebuild(self, parts: Sequence[LanePart]) -> None:
        for button in self._parts:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._parts = [_Part(self._theme, part, self) for part in parts]
        for place, button in enumerate(self._parts):
            self._row.insertWidget(place, button)
            button.clicked.connect(self._on_clicked)
        self._roving.set_buttons(self._parts)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Part):
            button.setChecked(button.part.state == "answering")  # the page says who answers
            self.chosen.emit(button.part.lane)
