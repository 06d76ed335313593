"""Whether both leads signed the growth target, or it is engineering's assumption."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.counting import SIDES, Side
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.check_box import CheckBox
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_MARK: Final = 19
_WIDTH: Final = 190
_ANY: Final = 16_777_215


class _Signature(Painted):
    """A tick, or a short line where there is none yet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._is_given = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_given(self, *, given: bool) -> None:
        """Show whether the side has signed."""
        self._is_given = given
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(self._theme.px(20), self._theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tick or the line."""
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self._is_given:
                drawing.tick(painter, rect, self._theme.color("accent"))
            else:
                middle, reach = rect.center(), rect.width() / 4
                start, end = middle, middle
                start.setX(rect.center().x() - reach)
                end.setX(rect.center().x() + reach)
                drawing.stroke(painter, start, end, self._theme.color("ink3"), 1.5)


class SignedBox(QWidget):
    """One box to tick, and under it who that speaks for."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = Text(theme, "", "label", "ink2", self)
        self._box = CheckBox(theme, self.tr("Both leads sign it"), self)
        self._box.setObjectName("target-agreed")
        self._box.setChecked(True)
        self._box.clicked.connect(self._on_clicked)
        self._names: dict[Side, Text] = {}
        self._signs: dict[Side, _Signature] = {}
        self._note = TextBlock(theme, "", "caption", "ink2", self)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self._show()

    @property
    def is_agreed(self) -> bool:
        """Whether both sides agreed the target."""
        return self._box.isChecked()

    def set_agreed(self, *, agreed: bool) -> None:
        """Show whether both sides agreed the target."""
        self._box.setChecked(agreed)
        self._show()

    def show_leads(self, product: str, engineering: str) -> None:
        """Name who signs for each side."""
        self._names["product"].setText(product)
        self._names["engineering"].setText(engineering)

    def spread(self, *, wide: bool) -> None:
        """Stand in one row under the fields, or in a column beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(across if wide else down)
        self._parts.setSpacing(20 if wide else 4)
        self._heading.setVisible(not wide)
        self.setMinimumWidth(0 if wide else self._theme.px(_WIDTH))
        self.setMaximumWidth(_ANY if wide else self._theme.px(_WIDTH))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        self._parts.addWidget(self._box)
        for side in SIDES:
            self._names[side] = Text(self._theme, "", "body", "ink", self)
            self._signs[side] = _Signature(self._theme, self)
            parts = (SideMark(self._theme, side, _MARK, self), self._names[side], self._signs[side])
            self._parts.addLayout(_row(parts), 1)
        column.addLayout(self._parts)
        column.addWidget(self._note)
        column.addStretch()

    def _show(self) -> None:
        agreed = self.is_agreed
        heading = self.tr("Signed by both leads") if agreed else self.tr("Engineering’s assumption")
        self._heading.setText(heading)
        self._signs["product"].show_given(given=agreed)
        self._names["product"].set_look("body", "ink" if agreed else "ink2")
        self._note.setText("" if agreed else self.tr("The report says so."))
        self._note.setVisible(not agreed)

    def _on_clicked(self) -> None:
        self._show()
        self.edited.emit()


def _row(parts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, Text) else 0)
    return row
