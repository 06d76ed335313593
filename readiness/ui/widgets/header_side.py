"""What stands left or right of the tabs of a page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


class HeaderSide(QWidget):
    """A row that keeps to its side; the tabs stay where they are whatever it shows."""

    def __init__(self, *parts: QWidget, is_right: bool = False) -> None:
        super().__init__()
        self._parts = parts
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if is_right:
            row.addStretch(1)
        for part in parts:
            row.addWidget(part)
        if not is_right:
            row.addStretch(1)

    def least_width(self) -> int:
        """Return how wide what is shown must be at the least; right also before the layout knows."""
        shown = [part for part in self._parts if not part.isHidden()]
        least = sum(max(part.minimumSizeHint().width(), part.minimumWidth()) for part in shown)
        return least + self._row.spacing() * max(0, len(shown) - 1)

    def settle(self) -> None:
        """Reckon its size at once, after a part was shown or hidden."""
        self._row.activate()
