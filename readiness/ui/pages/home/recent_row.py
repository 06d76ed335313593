"""One recent file as a row that can be chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton


class RecentRow(PaintedButton):
    """Icon, file name, and where it is."""

    def __init__(self, theme: Theme, icons: Icons, name: str, detail: str, parent: QWidget) -> None:
        self._detail = detail
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
            self._icons.paint(painter, QRectF(0, (rect.height() - 22) / 2, 22, 22), "file", color("ink2"))
            room, top = rect.width() - 34, (rect.height() - self._theme.px(44)) / 2
            name, detail = self._theme.font("body", weight=500), self._theme.font("caption")
            base = drawing.line_baseline(name, top, self._theme.px(24))
            drawing.words(painter, QPointF(34, base), self.words, name, color("ink"), room=room)
            base = drawing.line_baseline(detail, top + self._theme.px(24), self._theme.px(20))
            drawing.words(painter, QPointF(34, base), self._detail, detail, color("ink2"), room=room)
