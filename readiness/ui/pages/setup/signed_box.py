"""Whether both leads signed the growth target, and which plan it is taken from."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from readiness.domain.counting import SIDES, Side
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.check_box import CheckBox
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.row_field import RowField
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.text import Text

_MARK: Final = 19
_WIDTH: Final = 222
_LONGEST: Final = 120
# row, column, rows, columns of the box, both leads, the note, the plan
_BESIDE: Final = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 2), (3, 0, 1, 2), (4, 0, 1, 2))
_UNDER: Final = ((0, 0, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2), (0, 1, 1, 1))
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
    """One box to tick, under it who that speaks for, and the plan that the number is taken from."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("signed")
        self._box = CheckBox(theme, self.tr("Both leads sign it"), self)
        self._box.setObjectName("target-agreed")
        self._box.setChecked(True)
        self._box.clicked.connect(self._on_clicked)
        self._names: dict[Side, Text] = {}
        self._signs: dict[Side, _Signature] = {}
        self._note = Text(theme, self.tr("engineering’s assumption"), "caption", "ink2", self)
        self._source = RowField(theme, self.tr("Where the target comes from"), _LONGEST, self)
        self._source.setObjectName("target-source")
        self._source.setPlaceholderText(self.tr("From which plan, of when"))
        self._source.textEdited.connect(self._on_source_edited)
        self._grid = QGridLayout(self)
        self._leads: dict[Side, QWidget] = {}
        self._build()
        self.spread(wide=False)
        self._show()

    @property
    def is_agreed(self) -> bool:
        """Whether both sides agreed the target."""
        return self._box.isChecked()

    @property
    def source(self) -> str:
        """The plan that the target is taken from."""
        return self._source.text()

    def set_source(self, source: str) -> None:
        """Say which plan the target is taken from."""
        self._source.show_text(source)

    def set_agreed(self, *, agreed: bool) -> None:
        """Show whether both sides agreed the target."""
        self._box.setChecked(agreed)
        self._show()

    def show_leads(self, product: str, engineering: str) -> None:
        """Name who signs for each side."""
        self._names["product"].setText(product)
        self._names["engineering"].setText(engineering)

    def spread(self, *, wide: bool) -> None:
        """Stand in two rows under the fields, or in a column beside them."""
        parts = (self._box, *(self._leads[side] for side in SIDES), self._note, self._source)
        for part, place in zip(parts, _UNDER if wide else _BESIDE, strict=True):
            self._grid.addWidget(part, *place)
        self._grid.setColumnStretch(1, int(wide))
        self._grid.setRowStretch(5, 0 if wide else 1)
        self.setMinimumWidth(0 if wide else self._theme.px(_WIDTH))
        self.setMaximumWidth(_ANY if wide else self._theme.px(_WIDTH))

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        for side in SIDES:
            self._names[side] = Text(self._theme, "", "body", "ink", self)
            self._signs[side] = _Signature(self._theme, self)
            self._leads[side] = self._lead(side)

    def _lead(self, side: Side) -> QWidget:
        lead = QWidget(self)
        row = QHBoxLayout(lead)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(SideMark(self._theme, side, _MARK, lead))
        row.addWidget(self._names[side], 1)
        row.addWidget(self._signs[side])
        return lead

    def _show(self) -> None:
        agreed = self.is_agreed
        self._signs["product"].show_given(given=agreed)
        self._names["product"].set_look("body", "ink" if agreed else "ink2")
        self._note.setVisible(not agreed)

    def _on_source_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_clicked(self) -> None:
        self._show()
        self.edited.emit()
