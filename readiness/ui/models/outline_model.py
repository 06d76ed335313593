"""The questionnaire as a tree: pillars, topics, questions, each with what it counts and its worst problem."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from readiness.domain.studio.places import Place

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Pillar, Questionnaire

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_MANY: Final = 4096
_MIME: Final = "application/x-readiness-place"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRow:
    """What a row says. ``mark`` is ``error``, ``suggestion`` or nothing; ``key`` stays while ids stay."""

    place: Place
    key: str
    id: str
    text: str
    counts: str
    mark: str = ""
    problems: int = 0
    retired: bool = False


class OutlineModel(QAbstractItemModel):
    """One column. What is dragged is told with ``move_asked``; the draft moves it, not the model."""

    move_asked = Signal(object, object)  # from, to

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Place, OutlineRow] = {}
        self._counts: dict[Place, int] = {}

    def set_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Show other rows; where only their words changed, everything stays open and selected."""
        counts: dict[Place, int] = {(): 0}
        for row in rows:
            counts[row.place[:-1]] = counts.get(row.place[:-1], 0) + 1
        placed = {row.place: row for row in rows}
        if counts == self._counts and placed.keys() == self._rows.keys():
            changed = [place for place, row in placed.items() if row != self._rows[place]]
            self._rows = placed
            for place in changed:
                index = self.index_of(place)
                self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self._rows, self._counts = placed, counts
        self.endResetModel()

    def row(self, index: Index) -> OutlineRow | None:
        """Return what an index says."""
        return self._rows.get(self.place(index)) if index.isValid() else None

    def place(self, index: Index) -> Place:
        """Return where the part of an index stands."""
        if not index.isValid():
            return ()
        return (*_group(index.internalId()), index.row())

    def index_of(self, place: Place) -> QModelIndex:
        """Return the index of a part; none for the questionnaire itself."""
        if not place or place not in self._rows:
            return QModelIndex()
        return self.createIndex(place[-1], 0, _code(place[:-1]))

    def places(self) -> tuple[Place, ...]:
        """Return every part, in order."""
        return tuple(self._rows)

    # Qt's side

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Return the index of a row of a group."""
        group = self.place(parent)
        if column or not 0 <= row < self._counts.get(group, 0):
            return QModelIndex()
        return self.createIndex(row, 0, _code(group))

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt's own default
        """Return the group of an index."""
        group = self.place(index)[:-1]
        return self.index_of(group) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as the group has."""
        return self._counts.get(self.place(parent), 0)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or its words for readers and for finding."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.id} {row.text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every part can be selected, dragged, and taken in before or inside."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return plain | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Things move; nothing is copied by dragging."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A place, which means something here only."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Say what is dragged."""
        data = QMimeData()
        place = self.place(indexes[0]) if indexes else ()
        data.setData(_MIME, ",".join(map(str, place)).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Whether something of its kind can lie there."""
        return self._target(_dragged(data), row, self.place(parent)) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for the move; false, so that the view removes nothing itself."""
        place = _dragged(data)
        target = self._target(place, row, self.place(parent))
        if target is not None:
            self.move_asked.emit(place, target)
        return False

    def _target(self, place: Place, row: int, group: Place) -> Place | None:
        """Return the place before which something is dropped; on a part of its own kind, before that."""
        if not place or group[: len(place)] == place:
            return None
        if len(group) == len(place) - 1:
            return (*group, self._counts.get(group, 0) if row < 0 else row)
        return group if len(group) == len(place) and row < 0 else None

    def _spoken(self, row: OutlineRow) -> str:
        told = ""
        if row.mark:
            told = self.tr("1 problem") if row.problems == 1 else self.tr("{0} problems").format(row.problems)
        return ", ".join(part for part in (row.text, row.id, row.counts, told) if part)


def outline_rows(
    draft: "Questionnaire", shares: Mapping[str, float], marks: Mapping[Place, tuple[str, int]]
) -> tuple[OutlineRow, ...]:
    """Return the rows of a draft: pillars and topics with their share, questions with their weight."""
    rows: list[OutlineRow] = []
    for p, pillar in enumerate(draft.pillars):
        rows.append(_row((p,), pillar.id, pillar.id, pillar.name, _percent(_share(pillar, shares)), marks))
        for t, topic in enumerate(pillar.topics):
            own = sum(shares.get(question.id, 0.0) for question in topic.questions)
            key = f"{pillar.id}.{topic.id}"
            rows.append(_row((p, t), key, topic.id, topic.name, _percent(own), marks))
            rows += [
                _row((p, t, q), one.id, one.id, one.prompt, times_weight(one.weight), marks)
                for q, one in enumerate(topic.questions)
            ]
    return tuple(rows)


def times_weight(weight: float) -> str:
    """Return “×3”."""
    return f"×{weight:g}"


def _share(pillar: "Pillar", shares: Mapping[str, float]) -> float:
    return sum(shares.get(question.id, 0.0) for question in pillar.questions)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%" if share >= 0.01 or not share else "<1%"


def _row(
    place: Place, key: str, id_: str, text: str, counts: str, marks: Mapping[Place, tuple[str, int]]
) -> OutlineRow:
    mark, problems = marks.get(place, ("", 0))
    return OutlineRow(place=place, key=key, id=id_, text=text, counts=counts, mark=mark, problems=problems)


def _code(group: Place) -> int:
    """Return the number that Qt keeps with an index: the group it stands in."""
    if not group:
        return 0
    return group[0] + 1 if len(group) == 1 else (group[0] + 1) * _MANY + group[1] + 1


def _group(code: int) -> Place:
    if code == 0:
        return ()
    return (code - 1,) if code < _MANY else (code // _MANY - 1, code % _MANY - 1)


def _dragged(data: QMimeData) -> Place:
    text = bytes(data.data(_MIME).data()).decode()
    return tuple(int(part) for part in text.split(",") if part)
