"""One file or one thing that is due, as a row that can be chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton


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
        super().__init__(theme, name, parent)
        self.setObjectName("recent")
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(200, self._theme.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        color, rect = self._theme.color, QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect.adjusted(-8, 2, 8, -2), 8, fill=color("hover"))
            self._paint_sign(painter, rect)
            room, top = rect.width() - 34, (rect.height() - self._theme.px(44)) / 2
            name, detail = self._theme.font("body", weight=500), self._theme.font("caption")
            base = drawing.line_baseline(name, top, self._theme.px(24))
            drawing.words(painter, QPointF(34, base), self.words, name, color("ink"), room=room)
            base = drawing.line_baseline(detail, top + self._theme.px(24), self._theme.px(20))
            drawing.words(painter, QPointF(34, base), self._detail, detail, color("ink2"), room=room)

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        color = self._theme.color
        if self._is_late:
            tip = QPointF(11, rect.center().y() + 6)
            drawing.notch(painter, tip, 12, color("attention"), color("attentionLine"))
            return
        place = QRectF(0, (rect.height() - 22) / 2, 22, 22)
        self._icons.paint(painter, place, self._icon, color("ink2"))
