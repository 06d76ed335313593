"""Panels in rows: side by side where there is room, under one another where there is not."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

GAP: Final = 14

Row = tuple[tuple[QWidget, int], ...]
"""Panels with their shares of the width."""

Group = tuple[tuple[Row, ...], ...]
"""Ways to place the same panels, the widest first; the last one is taken where none fits."""


class PanelRows(QVBoxLayout):
    """Every row is a layout of its own: a grid would hold it at its panels' narrowest height."""

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self._groups = tuple(groups)
        self._placed: tuple[Row, ...] = ()
        self.setSpacing(GAP)
        self.fit(0)

    def fit(self, width: int) -> None:
        """Place the panels for a width."""
        wanted = tuple(row for group in self._groups for row in _way(group, width))
        if wanted == self._placed:
            return
        self._placed = wanted
        self._clear()
        for panels in wanted:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for panel, share in panels:
                row.addWidget(panel, share)
            self.addLayout(row)

    def _clear(self) -> None:
        while (item := self.takeAt(0)) is not None:
            row = item.layout()
            if row is not None:
                while row.takeAt(0) is not None:
                    pass
                row.deleteLater()


def _way(group: Group, width: int) -> tuple[Row, ...]:
    return next((way for way in group if all(_needs(row) <= width for row in way)), group[-1])


def _beside(panel: QWidget) -> int:
    """Return what a panel wants where another stands beside it: its property ``leastBeside``."""
    return int(panel.property("leastBeside") or 0)


def _needs(row: Row) -> int:
    """Return the width that the panels of a row ask for; the last way is taken where none fits."""
    shown = [max(panel.minimumSizeHint().width(), _beside(panel)) for panel, _ in row if not panel.isHidden()]
    return sum(shown) + GAP * (len(shown) - 1)
