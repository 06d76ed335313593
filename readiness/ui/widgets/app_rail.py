"""The rail at the left: where in the program one is."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted, PaintedButton
from readiness.ui.widgets.roving import Roving

_WIDTH: Final = 84
_MARK: Final = 44


class _Item(PaintedButton):
    """One place: icon over word; the current one is tinted, bold and barred at the left."""

    def __init__(self, theme: Theme, icons: Icons, key: str, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self.key = key
        self._icons = icons
        self._icon = icon
        self.setProperty("radius", 10)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The rail's width without its margins."""
        return QSize(self._theme.px(76), self._theme.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        color = self._theme.color
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self.isChecked():
                drawing.box(painter, rect, 10, fill=color("accentTint"))
            elif self._is_hovered:
                drawing.box(painter, rect, 10, fill=color("hover"))
            self._paint_face(painter, rect)

    def _paint_face(self, painter: QPainter, rect: QRectF) -> None:
        color = self._theme.color("accent" if self.isChecked() else "ink2")
        side = self._theme.px(24)
        top = (rect.height() - side - self._theme.px(21)) / 2
        place = QRectF((rect.width() - side) / 2, top, side, side)
        self._icons.paint(painter, place, self._icon, color)
        font = self._theme.font("caption", weight=600 if self.isChecked() else 500)
        at = QPointF(rect.center().x(), drawing.line_baseline(font, top + side + 3, self._theme.px(18)))
        drawing.words(painter, at, self.words, font, color, drawing.CENTER, room=rect.width() - 2)


class AppRail(Painted):
    """The places of the program; ↑ and ↓ move inside, one Tab stop."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self._items: list[_Item] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._roving = Roving(self, "down")
        self.setAccessibleName(self.tr("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 18 + _MARK + 20, 4, 14)
        self._column.setSpacing(6)
        self._column.addStretch()
        self._tops = 0

    def add_item(self, key: str, text: str, icon: str, *, bottom: bool = False) -> None:
        """Add a place, from the top down or at the bottom."""
        item = _Item(self._theme, self._icons, key, text, icon, self)
        item.setObjectName(f"rail-{key}")
        self._group.addButton(item)
        if bottom:
            self._items.append(item)
            self._column.addWidget(item)
        else:
            self._items.insert(self._tops, item)
            self._column.insertWidget(self._tops, item)
            self._tops += 1
        self._roving.set_buttons(self._items)

    def set_current(self, key: str) -> None:
        """Show where one is; an empty key shows none."""
        self._group.setExclusive(False)
        for item in self._items:
            item.setChecked(item.key == key)
            current = self.tr("{0}, current page").format(item.words)
            item.setAccessibleName(current if item.isChecked() else item.words)
        self._group.setExclusive(True)
        self._roving.set_stop(next((i for i, item in enumerate(self._items) if item.key == key), 0))
        self.update()

    def sizeHint(self) -> QSize:
        """The width of the rail."""
        return QSize(max(_WIDTH, self._theme.px(76) + 8), 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, the line at the right and the bar of the current place."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            painter.fillRect(self.rect(), color("paper"))
            right = self.width() - 0.5
            drawing.stroke(painter, QPointF(right, 0), QPointF(right, self.height()), color("line"))
            self._icons.paint_mark(painter, QRectF((self.width() - _MARK) / 2, 18, _MARK, _MARK))
            self._paint_bar(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        item = next((item for item in self._items if item.isChecked()), None)
        if item is not None:
            bar = QRectF(0, item.y() + 12, 3, item.height() - 24)
            drawing.box(painter, bar, 1.5, fill=self._theme.color("accent"))

    def _on_clicked(self, item: _Item) -> None:
        self.set_current(item.key)
        self.chosen.emit(item.key)

    def keys(self) -> tuple[str, ...]:
        """Return the places, top to bottom."""
        return tuple(item.key for item in self._items)
