"""One file or one thing that is due, as a row that can be chosen."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.wrapping import wrap

_INSET: Final = 34
_LINE: Final = 24
_DETAIL: Final = 20
_PADDING: Final = 16


class TwoLineRow(PaintedButton):
    """Icon, name, and a quieter line; ``late`` shows the notch in place of the icon."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        name: str,
        detail: str,
        parent: QWidget,
        *,
        icon: str = "file",
        late: bool = False,
    ) -> None:
        self._detail = detail
        self._icon = icon
        self._is_late = late
        self._icons = icons
        self._most_lines = 1
        self._laid_out = 0  # the width once a layout gave one
        super().__init__(theme, name, parent)
        self.setObjectName("recent")
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def let_name_take(self, most_lines: int) -> None:
        """Let the name take so many lines where one is too short for it."""
        self._most_lines = most_lines
        policy = self.sizePolicy()
        policy.setHeightForWidth(most_lines > 1)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As high as the lines of the name at a width, and the line under them."""
        return self._theme.px(len(self._lines(width)) * _LINE + _DETAIL + _PADDING)

    def sizeHint(self) -> QSize:
        """Two lines of text, or a third for a long name once the width is known."""
        return QSize(200, self.heightForWidth(self._laid_out or self._theme.px(560)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        color, rect = self._theme.color, QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect.adjusted(-8, 2, 8, -2), 8, fill=color("hover"))
            self._paint_sign(painter, rect)
            name, detail = self._font(), self._theme.font("caption")
            lines, line = self._lines(self.width()), self._theme.px(_LINE)
            under = self._theme.px(_DETAIL)
            top = (rect.height() - len(lines) * line - under) / 2
            for words in lines:
                base = drawing.line_baseline(name, top, line)
                drawing.words(painter, QPointF(_INSET, base), words, name, color("ink"))
                top += line
            at = QPointF(_INSET, drawing.line_baseline(detail, top, under))
            drawing.words(painter, at, self._detail, detail, color("ink2"), room=rect.width() - _INSET)

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrap(self.words, self._font(), width - _INSET, self._most_lines)

    def _font(self) -> QFont:
        return self._theme.font("body", weight=500)

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        color = self._theme.color
        if self._is_late:
            tip = QPointF(11, rect.center().y() + 6)
            drawing.notch(painter, tip, 12, color("attention"), color("attentionLine"))
            return
        place = QRectF(0, (rect.height() - 22) / 2, 22, 22)
        self._icons.paint(painter, place, self._icon, color("ink2"))
