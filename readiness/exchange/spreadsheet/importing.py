"""The importer of spreadsheets; without a mapping it guesses one, and says what it took for what."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from readiness.errors import Fault
from readiness.exchange.checking import in_order
from readiness.exchange.foreign import Foreign, Guarded, Kind
from readiness.exchange.rows import MOST_BYTES, read_rows, text_of
from readiness.exchange.spreadsheet.converting import convert
from readiness.exchange.spreadsheet.mapping import Mapping, guess, mapping_from_json
from readiness.exchange.spreadsheet.xlsx import Sheet, read_xlsx
from readiness.exchange.tree import refused

ENDINGS: Final = (".xlsx", ".xlsm", ".csv", ".tsv", ".xls", ".ods")
_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class SpreadsheetImporter:
    """XLSX and CSV files; ``mapping`` is a mapping, or the content of a file of one: nothing is guessed."""

    mapping: bytes | Mapping | None = None
    name: str = "Spreadsheet (XLSX, CSV)"
    kind: Kind = "questionnaire"
    most_bytes: int = MOST_BYTES

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a file is called as spreadsheets are, or begins as one."""
        return name.lower().endswith(ENDINGS) or head.startswith((_ZIP, _OLD))

    def read(self, file: Guarded) -> Foreign:
        """Return the questionnaire that a table is, and the answers in it."""
        sheets = read_sheets(file.content)
        mapping, faults = self._mapping(sheets)
        if mapping is None:
            return Foreign(faults=faults)
        sheet = next(sheet for sheet in sheets if sheet.name == mapping.sheet)
        return of_sheet(sheet, mapping, file.name)

    def _mapping(self, sheets: tuple[Sheet, ...]) -> tuple[Mapping | None, tuple[Fault, ...]]:
        if isinstance(self.mapping, bytes):
            return mapping_from_json(self.mapping, sheets)
        return self.mapping or guess(sheets), ()


def of_sheet(sheet: Sheet, mapping: Mapping, name: str) -> Foreign:
    """Return the questionnaire that a sheet of a file is, and the answers in it."""
    found = convert(sheet, mapping, title_of(name))
    return Foreign(
        questionnaire=found.questionnaire,
        answers=found.answers if found.questionnaire is not None else {},
        faults=in_order(found.faults),
        converted=True,
        told=found.told,
    )


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file that have anything in them; a CSV is one without a name.

    Raises:
        RefusedError: it is no table, or a larger one than is taken.
    """
    if content.startswith(_OLD):
        raise refused("old-format", "this is an old XLS file, or one with a password; save it as XLSX")
    if content.startswith(_ZIP):
        sheets = read_xlsx(content)
    else:
        rows = read_rows(text_of(content))
        sheets = (Sheet(name="", rows=rows),) if any(not row.is_empty for row in rows) else ()
    if not sheets:
        raise refused("empty", "there is nothing in the table")
    return sheets


def title_of(name: str) -> str:
    """Return what a questionnaire is called that comes from a file: as the file, in words."""
    return " ".join(PurePath(name).stem.replace("_", " ").split()) or "Spreadsheet"
