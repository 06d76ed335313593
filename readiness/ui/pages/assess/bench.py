"""The page as it lies before whoever answers: rail, question or end of the list, foot."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.assess.finish_panel import FinishPanel
from readiness.ui.pages.assess.foot import Foot
from readiness.ui.pages.assess.question_view import QuestionView
from readiness.ui.pages.assess.rail_column import RailColumn
from readiness.ui.theme import Theme

_WITH_RAIL: Final = 1040
_DOCKING: Final = 500  # the height from which agreeing stays in sight beside the question
_BRIEF: Final = 760  # the height under which it does so in two low lines


class Bench(QWidget):
    """Holds the parts where they are; what they show is decided elsewhere."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = RailColumn(theme, self)
        self.view = QuestionView(theme, icons, self)
        self.finish = FinishPanel(theme, icons, self)
        self.foot = Foot(theme, icons, self)
        self._theme = theme
        self._stack = QStackedWidget(self)
        self._rule = _rule(self, "upright")
        self._agreeing = QWidget(self)
        self._held = QVBoxLayout(self._agreeing)
        self._is_docked = False
        self._build()
        theme.changed.connect(self._fit)

    def show_part(self, *, is_at_end: bool, is_agreeing: bool = False) -> None:
        """Show the question, or the end of the list; where it is agreed on, the strip stays in sight."""
        self._stack.setCurrentWidget(self.finish if is_at_end else self.view)
        self._agreeing.setVisible(is_agreeing and not is_at_end and self._is_docked)

    def wipe(self) -> None:
        """Forget what was shown: somebody else sits down."""
        self.view.wipe()
        self.finish.wipe()
        self.column.wipe()
        self.foot.wipe()
        self._agreeing.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rail go where large text in a small window leaves the question no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_room = self.width() >= self._theme.px(_WITH_RAIL)
        self.column.setVisible(has_room)
        self._rule.setVisible(has_room)
        self._dock(is_docked=self.height() >= self._theme.px(_DOCKING))
        self.view.both.strip.set_brief(self.height() < self._theme.px(_BRIEF))

    def _dock(self, *, is_docked: bool) -> None:
        """Keep agreeing in sight; with large text in a low window it stands under what both said."""
        if is_docked == self._is_docked:
            return
        self._is_docked = is_docked
        both = self.view.both
        if is_docked:
            self._held.addWidget(both.strip)
        else:
            both.hold_strip()
        both.strip.show()  # a layout would show what changes its parent only later
        is_agreeing = self._stack.currentWidget() is self.view and not both.isHidden()
        self._agreeing.setVisible(is_docked and is_agreeing)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addWidget(self._rule)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.finish)
        column.addWidget(self._stack, 1)
        self._held.setContentsMargins(40, 0, 40, 10)
        self._agreeing.hide()
        column.addWidget(self._agreeing)
        column.addWidget(_rule(self, "line"))
        column.addWidget(self.foot)
        row.addLayout(column, 1)


def _rule(parent: QWidget, kind: str) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("kind", kind)
    return rule
