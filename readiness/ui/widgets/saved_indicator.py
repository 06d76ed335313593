"""“Saved 10:42”: the proof that nothing is lost."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_State = Literal["", "saved", "saving", "unsaved"]
_ICON: Final = 18
_GAP: Final = 8


class SavedIndicator(Painted):
    """A tick and the time of the last commit; readers find it as text, only failures are announced."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self._state: _State = ""
        self._text = self._short = ""
        self.setObjectName("saved")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text

    def show_saved(self, at: str) -> None:
        """Say when the last commit returned."""
        self._say("saved", self.tr("Saved {0}").format(at))

    def show_saving(self) -> None:
        """Say that a commit takes its time."""
        self._say("saving", self.tr("Saving…"))

    def show_unsaved(self, since: str) -> None:
        """Say that what was done since is only in memory."""
        short = self.tr("Not saved")
        self._say("unsaved", self.tr("Not saved since {0}").format(since) if since else short, short)

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "")

    def spare_width(self) -> int:
        """Return what it will need beyond now, once something is saved."""
        return max(0, self._width_of(self.tr("Saved {0}").format("00:00")) - self.sizeHint().width())

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(self._width_of(self._text) if self._text else 0, self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """As wide as the short words."""
        return QSize(self._width_of(self._short) if self._text else 0, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sign and words."""
        if not self._text:
            return
        failed = self._state == "unsaved"
        font = self._theme.font("body", weight=600 if failed else 400)
        side = self._theme.px(_ICON)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        color = self._theme.color("error" if failed else "ink2")
        with drawing.painting(self) as painter:
            if failed:
                self._icons.paint(painter, place, "warning", color)
            elif self._state == "saved":
                drawing.tick(painter, place, self._theme.color("accent"), 1.9)
            at = QPointF(side + _GAP, drawing.baseline(font, 0, self.height()))
            fits = self._width_of(self._text) <= self.width()
            drawing.words(painter, at, self._text if fits else self._short, font, color)

    def _width_of(self, words: str) -> int:
        width = QFontMetricsF(self._theme.font("body", weight=600)).horizontalAdvance(words)
        return round(width) + self._theme.px(_ICON) + _GAP + 2

    def _say(self, state: _State, text: str, short: str = "") -> None:
        self._state, self._text, self._short = state, text, short or text
        self.setAccessibleName(text)
        self.setToolTip(text if short else "")
        self.updateGeometry()
        self.update()
