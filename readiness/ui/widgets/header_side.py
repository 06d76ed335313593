"""What stands left or right of the tabs of a page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


class HeaderSide(QWidget):
    """A row that keeps to its side; the tabs stay where they are whatever it shows."""

    def __init__(self, *parts: QWidget, is_right: bool = False) -> None:
        super().__init__()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if is_right:
            row.addStretch(1)
        for part in parts:
            row.addWidget(part)
        if not is_right:
            row.addStretch(1)

    def settle(self) -> None:
        """Reckon its size at once, after a part was shown or hidden."""
        self._row.activate()
