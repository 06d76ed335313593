"""From one side to the other: two marks, and an arrow where the laptop goes."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.assess.handover_words import Plate
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.text import Text


class _Arrow(Painted):
    """An arrow to the right, or a plain line between two who meet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._is_pointing = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_pointing(self, *, pointing: bool) -> None:
        """Point from one to the other, or join the two."""
        self._is_pointing = pointing
        self.update()

    def sizeHint(self) -> QSize:
        """As long as designed."""
        return QSize(self._theme.px(180), self._theme.px(80))

    def minimumSizeHint(self) -> QSize:
        """Short beside large text."""
        return QSize(self._theme.px(60), self._theme.px(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line and tip."""
        with drawing.painting(self) as painter:
            middle = self.height() / 2
            end = QPointF(self.width() - 2, middle)
            drawing.stroke(painter, QPointF(0, middle), end, self._theme.color("line2"), 2.0)
            if self._is_pointing:
                self._paint_tip(painter, end)

    def _paint_tip(self, painter: QPainter, end: QPointF) -> None:
        pen = QPen(self._theme.color("line2"), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        away = QPointF(12, 8)
        painter.drawPolyline(QPolygonF([end - away, end, end - QPointF(away.x(), -away.y())]))


class _Plate(QWidget):
    """A mark, a name, and how far that side is."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = SideMark(theme, "engineering", 68, self)
        self._name = Text(theme, "", "section", "ink", self)
        self._lock = IconMark(theme, icons, "lock", theme.px(16), self)
        self._state = Text(theme, "", "body", "ink2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._name, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch()
        row.addWidget(self._lock)
        row.addWidget(self._state)
        row.addStretch()
        column.addLayout(row)
        self.setMinimumWidth(theme.px(180))

    def show_plate(self, plate: Plate) -> None:
        """Show a side."""
        self._mark.set_side(plate.side)
        self._name.setText(plate.name)
        self._state.setText(plate.state)
        self._lock.setVisible(plate.is_hidden)


class Passing(QWidget):
    """Two sides and what is between them."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plates = (_Plate(theme, icons, self), _Plate(theme, icons, self))
        self._arrow = _Arrow(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addStretch()
        row.addWidget(self._plates[0])
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._plates[1])
        row.addStretch()

    def show_sides(self, left: Plate, right: Plate, *, is_passing: bool) -> None:
        """Show both sides; the laptop goes from left to right, or stays between them."""
        for widget, plate in zip(self._plates, (left, right), strict=True):
            widget.show_plate(plate)
        self._arrow.set_pointing(pointing=is_passing)
