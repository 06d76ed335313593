"""Which column of a spreadsheet is what: chosen from lists, with what comes of it beside them at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from readiness.services.tables import columns_of, fields, in_sheet, preview, with_column, with_header
from readiness.ui.dialogs.columns_preview import ColumnsPreview
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.exchange.spreadsheet.mapping import Mapping
    from readiness.services.tables import Tabled

_WIDTH: Final = 1040
_HEIGHT: Final = 380
_NARROW: Final = 860
_HEADERS: Final = 30
_LONGEST: Final = 48


class ColumnsDialog(Sheet):
    """Nothing is read in before “Go on”, which leads to the usual preview."""

    mapped = Signal(object, object)  # Tabled, Mapping

    def __init__(self, table: "Tabled", mapping: "Mapping", theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("What are the columns of {0}?").format(table.name), parent)
        self.setObjectName("columns-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._tabled = table
        self._mapping = mapping
        self._sheet = Select(theme, self.tr("Sheet"), self)
        self._sheet.setObjectName("columns-sheet")
        self._header = Select(theme, self.tr("Row of the headers"), self)
        self._header.setObjectName("columns-header")
        self._fields: dict[str, Select] = {}
        self._preview = ColumnsPreview(theme, self)
        self._note = TextBlock(theme, "", "caption", "ink2", self)
        self._note.setObjectName("columns-note")
        self._build_body()
        cancel = self.add_button("columns-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        self._go_on = self.add_button("columns-go-on", self.tr("Go on"), "primary")
        self._go_on.clicked.connect(self._on_go_on)
        self._offer_sheets()
        self._show_mapping()
        first = self._fields["question"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def mapping(self) -> "Mapping":
        """What is chosen."""
        return self._mapping

    def say_known(self) -> None:
        """Say that the columns are those of last time."""
        self._note.setText(self.tr("Chosen as last time a table had these headers."))

    def _build_body(self) -> None:
        self._note.setText(self.tr("Guessed from the headers. What is not chosen is not read."))
        self.body.addWidget(self._note)
        top = QHBoxLayout()
        top.setSpacing(12)
        for label, field in ((self.tr("Sheet"), self._sheet), (self.tr("Headers in"), self._header)):
            words = Text(self._theme, label, "label", "ink2", self)
            words.setBuddy(field)
            top.addWidget(words)
            top.addWidget(field, 1)
            if field is self._sheet:
                words.setVisible(len(self._tabled.sheets) > 1)
        self._sheet.setVisible(len(self._tabled.sheets) > 1)
        self.body.addLayout(top)
        is_narrow = self.minimumWidth() < self._theme.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        halves = QBoxLayout(down if is_narrow else across)
        halves.setSpacing(24)
        halves.addWidget(self._columns(), 4)
        halves.addWidget(self._preview, 5)
        for part in (self._scroller, self._preview):
            part.setFixedHeight(self._theme.px(_HEIGHT))
        self.body.addLayout(halves)
        self._sheet.chosen.connect(self._on_sheet)
        self._header.chosen.connect(self._on_header)

    def _columns(self) -> QWidget:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(4, 4, self._theme.px(12), 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (key, name) in enumerate(fields()):
            select = Select(self._theme, self.tr("Column of {0}").format(name), inner)
            select.setObjectName(f"column-{key.replace('_', '-')}")
            select.setProperty("field", key)
            select.setMinimumContentsLength(12)
            select.chosen.connect(self._on_column)
            label = Text(self._theme, name, "body", "ink", inner)
            label.setBuddy(select)
            grid.addWidget(label, row, 0)
            grid.addWidget(select, row, 1)
            self._fields[key] = select
        self._scroller = Scroller(self)
        self._scroller.setObjectName("columns-fields")
        self._scroller.set_content(inner)
        return self._scroller

    def _offer_sheets(self) -> None:
        self._sheet.set_options([(one.name, one.name) for one in self._tabled.sheets])
        self._sheet.set_key_value(self._mapping.sheet)

    def _show_mapping(self) -> None:
        """Show what is chosen, in every list, and what comes of it."""
        rows = [row for row in self._tabled.sheet(self._mapping).rows[:_HEADERS] if not row.is_empty]
        self._header.set_options([(str(row.number), _row_words(row.number, row.cells)) for row in rows])
        self._header.set_key_value(str(self._mapping.header))
        options = [("", self.tr("not in the table"))]
        columns = columns_of(self._tabled, self._mapping)
        options += [(str(place), f"{name}  {_short(header)}") for place, (name, header) in enumerate(columns)]
        for key, select in self._fields.items():
            select.set_options(options)
            select.set_key_value(str(self._mapping.columns.get(key, "")))
        self._show_preview()

    def _show_preview(self) -> None:
        found, is_part = preview(self._tabled, self._mapping)
        self._preview.show_converted(found, is_part=is_part)
        self._go_on.setEnabled(not found.errors)

    def _on_sheet(self, name: str) -> None:
        self._mapping = in_sheet(self._tabled, name)
        self._show_mapping()

    def _on_header(self, row: str) -> None:
        self._mapping = with_header(self._tabled, self._mapping, int(row))
        self._show_mapping()

    def _on_column(self, place: str) -> None:
        """Take a column for a field; other fields keep theirs, as arrow keys pass by what is not meant."""
        field = str(self.sender().property("field"))
        self._mapping = with_column(self._mapping, field, int(place) if place else None)
        self._show_preview()

    def _on_go_on(self) -> None:
        self.accept()
        self.mapped.emit(self._tabled, self._mapping)


def _row_words(number: int, cells: Sequence[str]) -> str:
    told = ", ".join(cell.strip() for cell in cells if cell.strip())
    return _tr("Row {0}: {1}").format(number, _short(told))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ColumnsDialog", text)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
