"""One sealed package that came in: whose, whether its seal holds, since when."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.round_rows import PackageWords
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

_LEFT: Final = 30
_ICONS: Final = {
    "matches": ("lock", "accent"),
    "older_core": ("warning", "attentionLine"),
    "broken": ("error", "error"),
}


class PackageRow(PaintedButton):
    """The whole row opens what came in; a broken seal says so in words and in its sign."""

    def __init__(self, theme: Theme, icons: Icons, words: PackageWords, parent: QWidget) -> None:
        self._icons = icons
        self._package = words
        super().__init__(theme, words.system, parent)
        self.setObjectName(f"package-{words.assessment_id}")
        self.setAccessibleName(f"{words.system}, {words.state}, {words.day}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def assessment_id(self) -> int:
        """What it opens."""
        return self._package.assessment_id

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        lines = self._theme.line("body") + self._theme.line("caption")
        return QSize(self._theme.px(200), lines + self._theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sign, name, state and day, with a line above."""
        color, rect, px = self._theme.color, QRectF(self.rect()), self._theme.px
        icon, tone = _ICONS[self._package.seal]
        is_broken = self._package.seal == "broken"
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect.adjusted(-8, 2, 8, -2), 8, fill=color("hover"))
            drawing.stroke(painter, QPointF(0, 0.5), QPointF(rect.width(), 0.5), color("line"))
            side = float(px(18))
            place = QRectF(0, (rect.height() - side) / 2, side, side)
            self._icons.paint(painter, place, icon, color(tone))
            body, small = self._theme.font("body", weight=500), self._theme.font("caption")
            top, line = px(2), self._theme.line("body")
            base = drawing.baseline(small, 0, rect.height())
            day = drawing.words(
                painter, QPointF(rect.width(), base), self._package.day, small, color("ink2"), drawing.RIGHT
            )
            room = rect.width() - px(_LEFT) - day - 10
            at = QPointF(px(_LEFT), drawing.line_baseline(body, top, line))
            drawing.words(painter, at, self.words, body, color("ink"), room=room)
            at = QPointF(px(_LEFT), drawing.line_baseline(small, top + line, self._theme.line("caption")))
            ink = color("error" if is_broken else "ink2")
            drawing.words(painter, at, self._package.state, small, ink, room=room)
