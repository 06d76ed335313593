"""The questions as a table to review: which are shown and in what order is decided here, without a proxy.

Both stay as they are while one agrees: a row neither leaves under the hands nor jumps. They are decided anew
when a filter or a column is chosen.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from readiness.domain.reviewing import FLAGS, Flag
from readiness.ui.models.review_rows import Cell, ReviewRow, Why
from readiness.ui.widgets.tooltip import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ID, QUESTION, PRODUCT, ENGINEERING, AGREED, SURE, WHY, COMMENTS = range(8)
COLUMNS: Final = 8
_SURENESS: Final = ("guess", "informed", "evidenced")
_WHY: Final[tuple[Why, ...]] = (
    *("failing_gate", "apart", "unknown"),
    *("combination", "guess", "no_evidence"),
)


class ReviewModel(QAbstractTableModel):
    """Rows by question; several filters together show what any of them finds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ReviewRow] = {}
        self._order: list[str] = []
        self._chosen: frozenset[Flag] = frozenset()
        self._sorted = ID
        self._is_descending = False
        self._names = {"product": "", "engineering": ""}
        self._is_own = False

    # What is shown

    @property
    def chosen(self) -> frozenset[Flag]:
        """The filters that are on; none shows all."""
        return self._chosen

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self._rows)

    @property
    def shown(self) -> tuple[str, ...]:
        """The questions that are shown, in their order."""
        return tuple(self._order)

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column sorted by, and whether downwards; the id stands for the questionnaire’s order."""
        return self._sorted, self._is_descending

    def counts(self) -> dict[Flag, int]:
        """Return how many questions each filter finds."""
        rows = self._rows.values()
        return {flag: sum(flag in row.flags for row in rows) for flag in FLAGS}

    def row(self, number: int) -> ReviewRow | None:
        """Return a row."""
        return self._rows[self._order[number]] if 0 <= number < len(self._order) else None

    def row_of(self, question: str) -> int:
        """Return where a question stands; −1 if nowhere."""
        return self._order.index(question) if question in self._order else -1

    # Changing it

    def set_names(self, product: str, engineering: str) -> None:
        """Call the sides by the names that the system gives them."""
        self._names = {"product": product, "engineering": engineering}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, PRODUCT, ENGINEERING)

    def set_own(self, *, own: bool) -> None:
        """Call the answers agreed, or those of whoever answers privately now."""
        if own != self._is_own:
            self._is_own = own
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, AGREED, AGREED)

    def set_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Take other values; the same questions stay where they are."""
        after = {row.id: row for row in rows}
        if list(after) == list(self._rows):
            self._rows = after
            if self._order:
                last = self.index(len(self._order) - 1, COLUMNS - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self._rows = after
        self._arrange()

    def choose(self, flags: Collection[Flag]) -> None:
        """Show what any of these filters finds; none shows all."""
        self._chosen = frozenset(flags)
        self._arrange()

    def sort_by(self, column: int) -> None:
        """Sort by a column, the second time downwards, the third as the questionnaire has it."""
        if column != self._sorted:
            self._sorted, self._is_descending = column, False
        elif self._is_descending or column == ID:
            self._sorted, self._is_descending = ID, column == ID and not self._is_descending
        else:
            self._is_descending = True
        self._arrange()

    def arrange_anew(self) -> None:
        """Decide again what is shown and in which order, as when one comes back to it."""
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        found = [row for row in self._rows.values() if not self._chosen or self._chosen & set(row.flags)]
        if self._sorted != ID:
            found.sort(key=_KEYS[self._sorted])
        self._order = [row.id for row in (reversed(found) if self._is_descending else found)]
        self.endResetModel()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a question that is shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Id, question, both sides, agreed, how sure, why, comments."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns; the sides by their own names."""
        spoken = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
        if orientation != Qt.Orientation.Horizontal or int(role) not in spoken:
            return None
        return (
            self.tr("Id"),
            self.tr("Question"),
            self._name("product"),
            self._name("engineering"),
            self.tr("Answer") if self._is_own else self.tr("Agreed"),
            self.tr("How sure"),
            self.tr("Why it is here"),
            self.tr("Comments"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself to the delegate, words to the eye, a sentence to the ear."""
        row = self.row(index.row())
        if row is None:
            return None
        column = index.column()
        ways: dict[int, Callable[[], object]] = {
            ROW_ROLE: lambda: row,
            int(Qt.ItemDataRole.DisplayRole): lambda: self.words(row, column),
            int(Qt.ItemDataRole.ToolTipRole): lambda: plain_tooltip(self._whole(row, column)),
            int(Qt.ItemDataRole.AccessibleTextRole): lambda: self._spoken(row, column),
        }
        way = ways.get(int(role))
        return None if way is None else way()

    def words(self, row: ReviewRow, column: int) -> str:
        """Return what stands in a cell."""
        ways: dict[int, Callable[[], str]] = {
            ID: lambda: row.id,
            QUESTION: lambda: row.prompt,
            PRODUCT: lambda: self._cell(row.product),
            ENGINEERING: lambda: self._cell(row.engineering),
            AGREED: lambda: self._cell(row.agreed),
            SURE: lambda: self._sure(row.sure),
            WHY: lambda: self._first_why(row),
            COMMENTS: lambda: str(row.comments) if row.comments else "",
        }
        return ways[column]()

    def sentence(self, row: ReviewRow) -> str:
        """Return a row as one would say it: “GRO-11, Product 3, Engineering 1, agreed open”."""
        parts = [row.id]
        for name, cell in (
            (self._name("product"), row.product),
            (self._name("engineering"), row.engineering),
        ):
            if cell.kind != "none":
                parts.append(f"{name} {self._said(cell)}")
        answered = self.tr("answered {0}") if self._is_own else self.tr("agreed {0}")
        parts.append(answered.format(self._said(row.agreed)))
        if row.carried:
            parts.append(row.carried)
        parts += [self.why_words(row, why) for why in row.why]
        return ", ".join(parts)

    def why_words(self, row: ReviewRow, why: Why) -> str:
        """Return one reason in words."""
        words: Mapping[Why, str] = {
            "failing_gate": self.tr("failing gate"),
            "apart": self.tr("{0} apart").format(row.apart),
            "unknown": self.tr("don’t know"),
            "combination": self.tr("combination"),
            "guess": self.tr("guess"),
            "no_evidence": self.tr("no evidence"),
        }
        return words[why]

    def _first_why(self, row: ReviewRow) -> str:
        if not row.why:
            return self.tr("carried {0}").format(row.since) if row.since else ""
        more = f" +{len(row.why) - 1}" if len(row.why) > 1 else ""
        return self.why_words(row, row.why[0]) + more

    def _whole(self, row: ReviewRow, column: int) -> str:
        """Return what a cell has no room for."""
        if column == WHY:
            return ", ".join(self.why_words(row, why) for why in row.why) or row.carried
        if column == AGREED and (row.reason or row.carried):
            reason = self.tr("Does not apply: {0}").format(row.reason) if row.reason else ""
            return ", ".join(part for part in (reason, row.carried) if part)
        if column == SURE:
            return row.carried
        return row.prompt if column == QUESTION else ""

    def _spoken(self, row: ReviewRow, column: int) -> str:
        if column in {ID, AGREED}:
            return self.sentence(row)
        if column == COMMENTS:
            return self.tr("1 comment") if row.comments == 1 else self.tr("{0} comments").format(row.comments)
        if column == WHY:
            return self._whole(row, WHY)
        cells = {PRODUCT: row.product, ENGINEERING: row.engineering}
        return self._said(cells[column]) if column in cells else self.words(row, column)

    def _cell(self, cell: Cell) -> str:
        words = {
            "unknown": "?",
            "not_applicable": self.tr("n/a"),
            "open": self.tr("open"),
            "hidden": self.tr("hidden"),
            "none": "–",
        }
        return str(cell.level) if cell.kind == "level" else words[cell.kind]

    def _said(self, cell: Cell) -> str:
        words = {
            "unknown": self.tr("don’t know"),
            "not_applicable": self.tr("does not apply"),
            "none": self.tr("not asked"),
        }
        return words.get(cell.kind, self._cell(cell))

    def _sure(self, sure: str) -> str:
        words = {
            "evidenced": self.tr("evidenced"),
            "informed": self.tr("informed"),
            "guess": self.tr("guess"),
        }
        return words.get(sure, "–")

    def _name(self, side: str) -> str:
        usual = {"product": self.tr("Product"), "engineering": self.tr("Engineering")}
        return self._names[side] or usual[side]


def _rank(cell: Cell) -> int:
    ranks = {"open": -2, "unknown": -1, "not_applicable": 5, "hidden": 6, "none": 7}
    return cell.level if cell.kind == "level" else ranks[cell.kind]


def _sureness(row: ReviewRow) -> int:
    return _SURENESS.index(row.sure) if row.sure in _SURENESS else len(_SURENESS)


def _strength(row: ReviewRow) -> tuple[int, int, int]:
    first = _WHY.index(row.why[0]) if row.why else len(_WHY)
    return first, -len(row.why), -row.apart


_KEYS: Final[Mapping[int, Callable[[ReviewRow], Any]]] = {
    QUESTION: lambda row: row.prompt.casefold(),
    PRODUCT: lambda row: _rank(row.product),
    ENGINEERING: lambda row: _rank(row.engineering),
    AGREED: lambda row: _rank(row.agreed),
    SURE: _sureness,
    WHY: _strength,
    COMMENTS: lambda row: -row.comments,
}
