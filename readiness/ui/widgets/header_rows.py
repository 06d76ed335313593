"""What a header holds, in one row where that has room, else in two or three."""

from typing import Final, Literal

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme

Rows = Literal[1, 2, 3]

_HEIGHTS: Final[dict[Rows, tuple[int, ...]]] = {1: (76, 0, 0), 2: (60, 44, 0), 3: (60, 44, 56)}
_TABS: Final[dict[Rows, int]] = {1: 0, 2: 1, 3: 1}
_RIGHT: Final[dict[Rows, int]] = {1: 0, 2: 0, 3: 2}
GAP: Final = 12
_EDGE: Final = 32


class HeaderRows(QWidget):
    """Left side, tabs, right side: of two rows the tabs are the second, of three the right side the third."""

    def __init__(self, theme: Theme, left: QWidget, tabs: QWidget, right: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left, self._tabs, self._right = left, tabs, right
        self._shown: Rows = 1
        self._layouts = [QHBoxLayout() for _ in range(3)]
        self._struts = [QWidget(self) for _ in range(3)]  # each keeps its row as high as it should be
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._layouts:
            row.setSpacing(GAP)
            column.addLayout(row)
        for strut in self._struts:
            strut.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fill()

    @property
    def rows(self) -> Rows:
        """How many rows there are."""
        return self._shown

    def arrange(self, rows: Rows, edge: int, tabs_edge: int) -> None:
        """Show so many rows, the first ``edge`` from the left; ``tabs_edge`` is for a row that tabs begin."""
        if rows != self._shown:
            self._shown = rows
            self._fill()
        edges = (edge, tabs_edge, edge)
        rows_now = zip(self._struts, self._layouts, edges, _HEIGHTS[rows], strict=True)
        for strut, row, left, high in rows_now:
            row.setContentsMargins(left, 0, _EDGE - GAP, 0)
            strut.setFixedHeight(self._theme.px(high))
        self.setFixedHeight(sum(self._theme.px(high) for high in _HEIGHTS[rows]))

    def settle(self) -> None:
        """Reckon all places at once, so that nothing is seen to move."""
        for row in self._layouts:
            row.activate()

    def _fill(self) -> None:
        for row in self._layouts:
            for part in (self._left, self._tabs, self._right, *self._struts):
                row.removeWidget(part)
        is_beside = self._shown == 2
        self._layouts[0].addWidget(self._left, 1)
        self._layouts[_TABS[self._shown]].addWidget(self._tabs)
        self._layouts[_RIGHT[self._shown]].addWidget(self._right, 0 if is_beside else 1)
        for row, strut in zip(self._layouts, self._struts, strict=True):
            row.addWidget(strut)
