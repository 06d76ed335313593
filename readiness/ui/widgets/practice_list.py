"""The practices of a question, to be ticked: one column, or two where there are many and room for it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.practice_row import PracticeRow, Shown
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.side_view import SideView

_GAP: Final = 8
_BESIDE: Final = 12
_MANY: Final = 4
_FOR_TWO: Final = 760


class PracticeList(Painted):
    """One Tab stop; ↑ and ↓ move inside, Space and Enter tick. Digits belong to the page.

    ``toggled`` and ``left_out`` carry the practice, and are sent only for what a user does here.
    """

    toggled = Signal(str)
    left_out = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: list[PracticeRow] = []
        self._roving = Roving(self, "down")
        self._is_read_only = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Practices"))

    @property
    def rows(self) -> tuple[PracticeRow, ...]:
        """The rows, in the order of the question."""
        return tuple(self._rows)

    def set_practices(self, practices: Sequence[Shown]) -> None:
        """Show the practices of another question; none is ticked then."""
        for row in self._rows:
            row.deleteLater()
        self._rows = [PracticeRow(self._theme, shown, self) for shown in practices]
        for row in self._rows:
            row.set_read_only(self._is_read_only)
            row.clicked.connect(self._on_clicked)
            row.left_out.connect(self._on_left_out)
            row.show()
        self._roving.set_buttons(self._rows)
        self.updateGeometry()
        self._arrange()

    def show_ticks(
        self,
        ticked: Collection[str],
        left_out: Collection[str],
        views: Mapping[str, Sequence[SideView]] | None = None,
    ) -> None:
        """Show what is ticked and what does not apply, without telling anybody; ``views`` are the sides'."""
        for row in self._rows:
            id_ = row.shown.id
            row.show_state(ticked=id_ in ticked, left_out=id_ in left_out, views=(views or {}).get(id_, ()))
        self.updateGeometry()
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the answer without offering another."""
        self._is_read_only = read_only
        for row in self._rows:
            row.set_read_only(read_only)

    def take_focus(self) -> None:
        """Give the focus to the row that Tab comes to."""
        for row in self._rows:
            if row.focusPolicy() & Qt.FocusPolicy.TabFocus:
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the rows of the longest column."""
        heights = self._heights(width)
        return sum(heights) + _GAP * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """As wide as the page."""
        return QSize(self._theme.px(_FOR_TWO), self.heightForWidth(max(self.width(), self._theme.px(420))))

    def minimumSizeHint(self) -> QSize:
        """One narrow column."""
        least = self._theme.px(260)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._arrange()

    def _columns(self, width: float) -> int:
        return 2 if len(self._rows) > _MANY and width >= self._theme.px(_FOR_TWO) else 1

    def _lines(self, width: float) -> list[list[PracticeRow]]:
        """Return the rows that stand beside each other: the first half at the left, read downwards."""
        columns = self._columns(width)
        high = -(-len(self._rows) // columns)
        return [self._rows[place::high] if columns > 1 else [self._rows[place]] for place in range(high)]

    def _heights(self, width: float) -> list[int]:
        wide = self._width_of_one(width)
        return [max(row.height_at(wide) for row in line) for line in self._lines(width)]

    def _width_of_one(self, width: float) -> float:
        columns = self._columns(width)
        return (width - (columns - 1) * _BESIDE) / columns

    def _arrange(self) -> None:
        wide, top = self._width_of_one(self.width()), 0
        for line, height in zip(self._lines(self.width()), self._heights(self.width()), strict=True):
            for column, row in enumerate(line):
                left = column * (wide + _BESIDE)
                row.setGeometry(round(left), top, int(left + wide) - round(left), height)
            top += height + _GAP

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PracticeRow) and not self._is_read_only:
            self._roving.set_stop(self._rows.index(row))
            self.toggled.emit(row.shown.id)

    def _on_left_out(self) -> None:
        row = self.sender()
        if isinstance(row, PracticeRow) and not self._is_read_only:
            self.left_out.emit(row.shown.id)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()
