"""A question as Assess asks it: the real head and the real cards, answered by nobody."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.level_names import level_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.question_head import Heading, QuestionHead

WIDTH = 864
_MARGIN = 28


class AssessFace(QWidget):
    """Head over cards, as wide as a small window leaves them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._head = QuestionHead(theme, self)
        self._levels = LevelRow(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 22, _MARGIN, 26)
        column.setSpacing(18)
        column.addWidget(self._head)
        column.addWidget(self._levels)

    def show_question(self, heading: Heading, levels: Sequence[str]) -> None:
        """Ask a question."""
        self._head.show_question(heading)
        self._levels.set_levels(
            [Level(number=n, name=level_name(n), anchor=anchor) for n, anchor in enumerate(levels)]
        )
        self._levels.set_read_only(False)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.end()
