"""A few plain lines under one another, replaced as a whole."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock


class Lines(QWidget):
    """Wrapping lines; more than ``most`` are counted and not listed."""

    def __init__(
        self, theme: Theme, most: int = 4, parent: QWidget | None = None, *, style: str = "body"
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self._style = style
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8 if style == "body" else 5)
        self._blocks: list[TextBlock] = []

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        for block in self._blocks:
            self._column.removeWidget(block)
            block.deleteLater()
        shown = list(lines[: self._most])
        if len(lines) > self._most:
            shown.append(self.tr("and {0} more").format(len(lines) - self._most))
        self._blocks = [TextBlock(self._theme, line, self._style, "ink2", self) for line in shown]
        for block in self._blocks:
            self._column.addWidget(block)
