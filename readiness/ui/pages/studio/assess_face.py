"""A question as Assess asks it: the real head and the real cards, answered by nobody."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.domain.questionnaire import Question
from readiness.ui.level_names import level_name
from readiness.ui.theme import Theme
from readiness.ui.ticks import shown_practices
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.practice_list import PracticeList
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
        self._practices = PracticeList(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 22, _MARGIN, 26)
        column.setSpacing(18)
        column.addWidget(self._head)
        column.addWidget(self._levels)
        column.addWidget(self._practices)

    def show_question(self, heading: Heading, asked: Question) -> None:
        """Ask a question: with its levels, or with what can be ticked."""
        self._head.show_question(heading)
        self._levels.set_levels(
            [Level(number=n, name=level_name(n), anchor=anchor) for n, anchor in enumerate(asked.levels)]
        )
        for card in self._levels.cards:
            card.set_faulty(not card.level.anchor.strip())
        is_ticked = asked.kind == "practices"
        self._levels.setVisible(not is_ticked)
        self._practices.setVisible(is_ticked)
        self._practices.set_practices(shown_practices(asked) if is_ticked else ())
        layout = self.layout()
        if layout is not None:
            layout.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.end()
