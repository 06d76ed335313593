"""The meeting's clock in a header: what is left, how that stands; a click sets the time box."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.ui.meeting_clock import MeetingClock

_BAR: Final = (110, 8)
_GAP: Final = 12
_HEIGHT: Final = 40
_PADDING: Final = 8


class ClockButton(PaintedButton):
    """A bar that fills, “57 min left” and “on pace”; it nudges and never blocks.

    Hidden where no time box is set, and where there is nothing to meet about: what is sealed, what is
    answered in private, a revision until somebody presents it. Where the room is short it says only what is
    left, quieter while it is paused.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._clock: MeetingClock | None = None
        self._is_meeting = False
        self._is_place = True
        self._is_revision = False
        self.setObjectName("meeting-clock")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def text_shown(self) -> str:
        """What is read: what is left, and how that stands."""
        return ", ".join(part for part in self._words() if part)

    def show_clock(self, clock: "MeetingClock | None", assessment: "Assessment | None") -> None:
        """Follow the clock of an assessment."""
        is_open = assessment is not None and assessment.revealed and not assessment.sealed
        self._is_meeting = is_open
        self._is_revision = assessment is not None and assessment.revision > 1
        if clock is not self._clock:
            if self._clock is not None:
                self._clock.ticked.disconnect(self._on_ticked)
            if clock is not None:
                clock.ticked.connect(self._on_ticked)
            self._clock = clock
        self._on_ticked()

    def set_place(self, *, is_meeting: bool) -> None:
        """Say whether the page beside it belongs to the meeting."""
        self._is_place = is_meeting
        self._on_ticked()

    def sizeHint(self) -> QSize:
        """Bar, what is left, and how that stands."""
        left, how = self._words()
        width = 2 * self._theme.px(_PADDING) + self._theme.px(_BAR[0]) + self._theme.px(_GAP)
        width += round(self._left_width(left)) + 2
        width += self._theme.px(_GAP) + round(self._how_width(how)) + 2 if how else 0
        return QSize(width, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """What is left, in words; as wide before it begins as then, so that nothing beside it moves."""
        left = "" if self._clock is None else self._clock.left_text()
        width = 2 * self._theme.px(_PADDING) + round(self._left_width(left))
        return QSize(width + 2, self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as there is room for; what is left always."""
        left, how = self._words()
        pad, gap = self._theme.px(_PADDING), self._theme.px(_GAP)
        room = float(self.width() - 2 * pad)
        if self._left_width(left) > room:
            left = self._box_words()
        room -= self._left_width(left)
        with drawing.painting(self) as painter:
            if self._is_hovered or self.isDown():
                fill = self._theme.color("sunken" if self.isDown() else "hover")
                drawing.box(painter, QRectF(self.rect()), 8, fill=fill)
            x = float(pad)
            has_bar = room >= self._theme.px(_BAR[0]) + gap
            if has_bar:
                self._paint_bar(painter, x)
                x += self._theme.px(_BAR[0]) + gap
                room -= self._theme.px(_BAR[0]) + gap
            strong = self._theme.font("section")
            at = QPointF(x, drawing.baseline(strong, 0, self.height()))
            tone = self._theme.color("ink2" if self._is_standing() else "ink")
            x += drawing.words(painter, at, left, strong, tone) + gap
            if how and room >= gap + self._how_width(how):
                font = self._how_font()
                beside = QPointF(x, drawing.baseline(font, 0, self.height()))
                drawing.words(painter, beside, how, font, self._theme.color("ink2"))

    def _is_standing(self) -> bool:
        return self._clock is not None and self._clock.is_begun and not self._clock.is_running

    def _paint_bar(self, painter: QPainter, left: float) -> None:
        color, high = self._theme.color, float(self._theme.px(_BAR[1]))
        bar = QRectF(left, (self.height() - high) / 2, self._theme.px(_BAR[0]), high)
        drawing.box(painter, bar, high / 2, fill=color("sunken"))
        used = self._used()
        if used > 1:
            drawing.hatched(painter, bar, high / 2, color("attention"), color("overHatch"))
        elif used > 0:
            width = max(high, bar.width() * used)
            drawing.box(
                painter,
                QRectF(bar.topLeft(), bar.size()).adjusted(0, 0, width - bar.width(), 0),
                high / 2,
                fill=color("accent"),
            )

    def _used(self) -> float:
        """Return the share of the box that is gone; above 1 it is over."""
        if self._clock is None or not self._clock.state.box:
            return 0.0
        return self._clock.state.seconds / (60 * self._clock.state.box)

    def _words(self) -> tuple[str, str]:
        clock = self._clock
        if clock is None or clock.state.box is None:
            return "", ""
        if not clock.is_begun:
            return self.tr("{0} min planned").format(clock.state.box), ""
        how = clock.pace_text() if clock.is_running else self.tr("paused")
        return clock.left_text(), how

    def _box_words(self) -> str:
        """Return “90 min”: where the room is short that is what is planned."""
        box = None if self._clock is None else self._clock.state.box
        return "" if box is None else self.tr("{0} min").format(box)

    def _left_width(self, words: str) -> float:
        return QFontMetricsF(self._theme.font("section")).horizontalAdvance(words)

    def _how_width(self, words: str) -> float:
        return QFontMetricsF(self._how_font()).horizontalAdvance(words)

    def _how_font(self) -> QFont:
        clock = self._clock
        pace = None if clock is None else clock.pace
        return self._theme.font("body", weight=600 if pace is not None and pace.is_last else 400)

    def _on_ticked(self) -> None:
        clock = self._clock
        has_box = clock is not None and clock.state.box is not None
        is_due = clock is not None and (clock.is_begun or not self._is_revision)
        self.setVisible(has_box and self._is_meeting and self._is_place and is_due)
        if clock is not None:
            spoken = clock.spoken() if clock.is_begun else self._words()[0]
            self.setAccessibleName(spoken)
            self.setAccessibleDescription(self.tr("Set the time box"))
            self.setToolTip(spoken)
        self.updateGeometry()
        self.update()
