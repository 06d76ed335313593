"""Parts beside one another, as many in a row as the width holds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

_MOST = 6


class Columns(QGridLayout):
    """Each part in its column; ``fit`` places them for a width."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self._parts: tuple[QWidget, ...] = ()
        self._placed = 0
        self.setHorizontalSpacing(28)
        self.setVerticalSpacing(18)

    def set_parts(self, parts: Sequence[QWidget]) -> None:
        """Hold other parts; what is held no more belongs to the caller."""
        for part in self._parts:
            self.removeWidget(part)
        self._parts = tuple(parts)
        self._place(self._placed or len(parts))

    def fit(self, width: int) -> None:
        """Place the parts for a width, in rows of the same length where that can be."""
        fits = max(1, (width + self.horizontalSpacing()) // (self._least + self.horizontalSpacing()))
        count = len(self._parts)
        rows = -(-count // min(fits, max(count, 1)))
        columns = -(-count // max(rows, 1))
        if columns != self._placed:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._placed = max(1, columns)
        for place, part in enumerate(self._parts):
            self.removeWidget(part)
            self.addWidget(part, place // self._placed, place % self._placed)
        for column in range(_MOST):
            self.setColumnStretch(column, int(column < min(self._placed, len(self._parts))))
