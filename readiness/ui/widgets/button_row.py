"""Buttons side by side, or one under another where they have no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

_GAP = 12


class ButtonRow(QWidget):
    """Turns its row by its own width, so that no button is ever clipped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, button: QPushButton) -> None:
        """Add a button after the others."""
        self._buttons.append(button)
        self._row.insertWidget(len(self._buttons) - 1, button)

    def arrange(self) -> None:
        """Turn the row, after buttons came, went or said something else."""
        shown = [button for button in self._buttons if not button.isHidden()]
        wanted = sum(button.sizeHint().width() for button in shown) + _GAP * (len(shown) - 1)
        is_narrow = len(shown) > 1 and wanted > self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest button."""
        widest = max((b.sizeHint().width() for b in self._buttons if not b.isHidden()), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the width."""
        super().resizeEvent(event)
        self.arrange()
