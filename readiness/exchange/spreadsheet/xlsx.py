"""An XLSX file → its sheets as rows of texts. Formulas are never evaluated: what they came to last is taken.

Cells are counted as they stream by, empty ones between them too: a sheet with one cell in its last corner is
refused before a row of it is made.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from readiness.errors import Fault
from readiness.exchange.rows import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    cell_name,
    refuse_cell,
)
from readiness.exchange.spreadsheet.archive import Archive
from readiness.exchange.spreadsheet.xml_walk import Attributes, Walk
from readiness.exchange.tree import refused

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_SHEETS: Final = 50
MOST_TEXTS: Final = 200_000
_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHARED: Final = "xl/sharedStrings.xml"
_PLACE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its rows (empty ones too), and what is odd about some cells."""

    name: str
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """Return every sheet that has anything in it, in the order of the tabs.

    Raises:
        RefusedError: it is no XLSX file, or one that is larger or stranger than is taken.
    """
    archive = Archive(content)
    texts = _shared_texts(archive)
    found = (_sheet(archive, name, part, texts) for name, part in _parts_of_sheets(archive))
    return tuple(sheet for sheet in found if sheet.rows)


def _parts_of_sheets(archive: Archive) -> list[tuple[str, str]]:
    targets: dict[str, str] = {}
    names: list[tuple[str, str]] = []

    def relation(name: str, given: Attributes) -> None:
        if name == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            targets[given.get("Id", "")] = given.get("Target", "")

    def sheet(name: str, given: Attributes) -> None:
        if name == "sheet":
            names.append((given.get("name", ""), given.get("id", "")))

    Walk(_RELATIONS, relation, _ignore).go(archive.read(_RELATIONS))
    Walk(_WORKBOOK, sheet, _ignore).go(archive.read(_WORKBOOK))
    if len(names) > MOST_SHEETS:
        raise refused("too-large", f"the file has {len(names)} sheets; {MOST_SHEETS} are the most")
    return [(name, _inside(targets[id_])) for name, id_ in names if id_ in targets]


def _inside(target: str) -> str:
    """Return where a sheet is in the archive: a target counts from the workbook, or from the root."""
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _ignore(_name: str, _text: str) -> None:
    """Take no notice of the end of an element."""


def _shared_texts(archive: Archive) -> list[str]:
    """Return the texts that cells name by their number; a text in pieces is put together."""
    builder = _TextsBuilder()
    if archive.has(_SHARED):
        Walk(_SHARED, builder.begins, builder.ends).go(archive.read(_SHARED))
    return builder.found


class _TextsBuilder:
    """Gathers the shared texts; how a word is spoken is no part of it."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._is_spoken = False

    def begins(self, name: str, _given: Attributes) -> None:
        if name == "rPh":
            self._is_spoken = True

    def ends(self, name: str, text: str) -> None:
        if name == "rPh":
            self._is_spoken = False
        elif name == "t" and not self._is_spoken:
            self._pieces.append(text)
        elif name == "si":
            self._finish()

    def _finish(self) -> None:
        if len(self.found) >= MOST_TEXTS:
            raise refused("too-large", f"the file has more than {MOST_TEXTS:,} texts")
        self.found.append("".join(self._pieces))
        self._pieces.clear()


def _sheet(archive: Archive, name: str, part: str, texts: list[str]) -> Sheet:
    builder = _SheetBuilder(name, texts)
    Walk(part, builder.begins, builder.ends).go(archive.read(part))
    return Sheet(name=name, rows=builder.rows(), faults=tuple(builder.faults))


@dataclass(slots=True)
class _Cell:
    """A cell while it streams by."""

    row: int
    place: int
    kind: str
    has_formula: bool = False
    value: str | None = None
    pieces: list[str] = field(default_factory=list)


class _SheetBuilder:
    """Puts the cells of one sheet where they belong."""

    def __init__(self, name: str, texts: list[str]) -> None:
        self.faults: list[Fault] = []
        self._name = name
        self._texts = texts
        self._cells: dict[int, dict[int, str]] = {}
        self._cell: _Cell | None = None
        self._row = 0
        self._place = -1
        self._count = 0
        self._values: dict[str, Callable[[_Cell], str]] = {
            "s": self._shared,
            "b": _truth,
            "inlineStr": _inline,
            "e": self._error,
        }

    def begins(self, name: str, given: Attributes) -> None:
        if name == "row":
            self._row = self._number(given.get("r"), self._row + 1)
            self._place = -1
        elif name == "c":
            self._cell = self._begun(given)
        elif name == "f" and self._cell is not None:
            self._cell.has_formula = True

    def ends(self, name: str, text: str) -> None:
        cell = self._cell
        if cell is None:
            return
        if name == "v":
            cell.value = text
        elif name == "t":
            cell.pieces.append(text)
        elif name == "c":
            self._finish(cell)
            self._cell = None

    def rows(self) -> tuple[Row, ...]:
        """Return every row up to the last that has something in it."""
        last = max(self._cells, default=0)
        return tuple(
            Row(number, _filled(self._cells.get(number, {})), number) for number in range(1, last + 1)
        )

    def _begun(self, given: Attributes) -> _Cell:
        found = _PLACE.fullmatch(given.get("r", ""))
        if found is not None:
            self._place = _place_of(found[1])
            self._row = int(found[2])
        else:
            self._place += 1
        self._refuse_far()
        return _Cell(row=self._row, place=self._place, kind=given.get("t", "n"))

    def _refuse_far(self) -> None:
        if self._row > MOST_ROWS or self._place >= MOST_COLUMNS:
            where = cell_name(self._row, self._place)
            message = f"there is a cell {where}; {MOST_ROWS:,} rows and {MOST_COLUMNS} columns are the most"
            raise refused("too-large", f"{self._name}: {message}", min(self._row, MOST_ROWS), 1)

    def _finish(self, cell: _Cell) -> None:
        is_text = cell.kind == "str" and cell.value is not None  # an empty one is a result too
        if cell.has_formula and not is_text and not cell.value and not cell.pieces:
            self._tell(cell, "formula", "a formula whose result is not in the file; save it with its values")
            return
        text = self._values.get(cell.kind, _plain_value)(cell)
        if not text.strip():
            return
        refuse_cell(text, cell.row, cell.place + 1)
        places = self._cells.setdefault(cell.row, {})
        # Empty cells before it count too: a row is as long as its last cell.
        self._count += max(0, cell.place - max(places, default=-1))
        places[cell.place] = text
        if self._count > MOST_CELLS:
            raise refused("too-large", f"{self._name}: more than {MOST_CELLS:,} cells", cell.row)

    def _shared(self, cell: _Cell) -> str:
        number = cell.value or ""
        if number.isdigit() and int(number[:10]) < len(self._texts):
            return self._texts[int(number)]
        self._tell(cell, "no-such-text", "the cell names a text that the file does not have")
        return ""

    def _error(self, cell: _Cell) -> str:
        self._tell(
            cell, "cell-error", f"the cell shows {cell.value or 'an error'}; put a text or a number there"
        )
        return ""

    def _tell(self, cell: _Cell, code: str, message: str) -> None:
        where = cell_name(cell.row, cell.place)
        self.faults.append(
            Fault(code=code, message=f"{where}: {message}", line=cell.row, column=cell.place + 1)
        )

    def _number(self, given: str | None, otherwise: int) -> int:
        return int(given) if given is not None and re.fullmatch(r"[1-9][0-9]{0,6}", given) else otherwise


def _plain_value(cell: _Cell) -> str:
    """Return a number as a person writes it: 3, and not 3.0."""
    text = cell.value or ""
    if cell.kind == "n" and re.fullmatch(r"-?\d{1,15}\.0+", text):
        return text.partition(".")[0]
    return text


def _inline(cell: _Cell) -> str:
    return "".join(cell.pieces)


def _truth(cell: _Cell) -> str:
    return "TRUE" if cell.value == "1" else "FALSE"


def _place_of(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def _filled(cells: dict[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(place, "") for place in range(max(cells, default=-1) + 1))
