"""The lane somebody sits in, as its mark; a press offers the others."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from readiness.domain.counting import Side
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import PersonLane
from readiness.ui.models.setup_words import LANES
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.side_mark import paint_side
from readiness.ui.widgets.tooltip import plain_tooltip

_SIDE: Final = 34
_MARK: Final = 22
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDES: Final[Mapping[PersonLane, Side]] = {"product": "product", "engineering": "engineering"}
_ICONS: Final[Mapping[PersonLane, str]] = {"facilitator": "people", "guest": "note", "agreed": "person"}


class LaneButton(PaintedButton):
    """← and → go to the lane beside it, Enter and Space list them all."""

    chosen = Signal()  # by a user

    def __init__(self, theme: Theme, icons: Icons, who: str, parent: QWidget | None = None) -> None:
        self._icons = icons
        self._who = who
        self._lane: PersonLane = "agreed"
        self._names: dict[PersonLane, str] = {}
        super().__init__(theme, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    @property
    def lane(self) -> PersonLane:
        """The lane that is shown."""
        return self._lane

    def set_lane(self, lane: PersonLane) -> None:
        """Show another lane without telling anybody."""
        self._lane = lane
        self._name()

    def set_names(self, names: Mapping[PersonLane, str]) -> None:
        """Call the lanes what the system calls them."""
        self._names = dict(names)
        self._name()

    def sizeHint(self) -> QSize:
        """A square to hit."""
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the lanes, or list them."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            place = LANES.index(self._lane) + step
            if 0 <= place < len(LANES):
                self._choose(LANES[place])
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark of a side, or the icon of who is on neither."""
        rect = QRectF(self.rect())
        size = self._theme.px(_MARK)
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect, 8, fill=self._theme.color("hover"))
            side = _SIDES.get(self._lane)
            if side is not None:
                paint_side(painter, self._theme, side, rect.center(), size)
            else:
                corner = rect.center() - QPointF(size / 2, size / 2)
                place = QRectF(corner, QSizeF(size, size))
                self._icons.paint(painter, place, _ICONS[self._lane], self._theme.color("ink2"))

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("lanes")
        for lane in LANES:
            action = QAction(self._names.get(lane, lane), menu)
            action.setData(lane)
            action.setCheckable(True)
            action.setChecked(lane == self._lane)
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        menu.setActiveAction(menu.actions()[LANES.index(self._lane)])
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_triggered(self, action: QAction) -> None:
        self._choose(next(lane for lane in LANES if lane == action.data()))

    def _choose(self, lane: PersonLane) -> None:
        if lane != self._lane:
            self.set_lane(lane)
            self.chosen.emit()

    def _name(self) -> None:
        name = self._names.get(self._lane, "")
        self.setAccessibleName(self.tr("Lane of {0}: {1}").format(self._who, name))
        self.setToolTip(plain_tooltip(name))
        self.update()
