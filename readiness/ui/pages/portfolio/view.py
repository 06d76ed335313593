"""What every view of the Portfolio brings along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget


class PortfolioView(QWidget):
    """One way to look at many systems. ``tools`` stands in the page’s header while the view is shown.

    ``titled`` says what the view found, and a quieter note beside it.
    """

    titled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = QWidget(self)
        self.tool_row = QHBoxLayout(self.tools)
        self.tool_row.setContentsMargins(0, 0, 0, 0)
        self.tool_row.setSpacing(12)

    def refresh(self) -> None:
        """Read again; the page asks whenever the view comes to be seen or the workspace changed."""

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        self.setFocus()
