"""The parts of a check-in's page, where they stand, and what each shows."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment, Limit
from readiness.domain.check_in import CheckIn
from readiness.services.beginning import LastQuarter
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.checkin_finish import CheckInFinish
from readiness.ui.pages.assess.checkin_foot import CheckInFoot
from readiness.ui.pages.assess.checkin_lines import FINISH, OPENING, marks, sections
from readiness.ui.pages.assess.checkin_opening import CheckInOpening
from readiness.ui.pages.assess.checkin_rail import CheckInRail
from readiness.ui.pages.assess.checkin_view import CheckInView
from readiness.ui.pages.assess.checkin_words import progress_words
from readiness.ui.theme import Theme
from readiness.ui.widgets.rule import rule

_ROOMY: Final = 900


class CheckInParts(QWidget):
    """Rail, one of three parts, foot; ``here`` is a question, or where one is besides."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rail = CheckInRail(theme, self)
        self.opening = CheckInOpening(theme, self)
        self.view = CheckInView(theme, icons, self)
        self.finish = CheckInFinish(theme, icons, self)
        self.foot = CheckInFoot(theme, icons, self)
        self.here = OPENING
        self._upright = rule(self, "upright")
        self._stack = QStackedWidget(self)
        self._build()

    @property
    def question(self) -> str:
        """The question one is at; empty before the first and after the last."""
        return "" if self.here in {OPENING, FINISH} else self.here

    def turn_to(self, here: str) -> None:
        """Show a question, the opening or the end."""
        self.here = here
        parts: dict[str, QWidget] = {OPENING: self.opening, FINISH: self.finish}
        self._stack.setCurrentWidget(parts.get(here, self.view))

    def take_focus(self) -> bool:
        """Offer the next step where that is a control; at a question the keys are the page's."""
        if self.here == OPENING:
            self.opening.take_focus()
        elif self.here == FINISH:
            self.finish.take_focus()
        return not self.question

    def show_check_in(
        self, assessment: Assessment, last: LastQuarter, check: CheckIn, old: tuple[Limit, ...], *, may: bool
    ) -> None:
        """Show how it stands; ``old`` are limits to look at."""
        for part in (self.view, self.opening):
            part.set_read_only(not may)
        if self.here == OPENING:
            self.opening.show_quarter(assessment, last, check, old)
        elif self.here == FINISH:
            self.finish.show_progress(assessment, check)
        elif self.question in assessment.questionnaire.by_id:
            self.view.show_question(assessment, last, check, self.question)
        promised = sum(action.state == "planned" for action in last.assessment.actions if not action.excluded)
        self.rail.set_sections(sections(check, self.here, promised, len(old)))
        self._show_progress(assessment, check, may=may)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the question the whole width where the text is too large for two columns."""
        super().resizeEvent(event)
        self._make_room()

    def _show_progress(self, assessment: Assessment, check: CheckIn, *, may: bool) -> None:
        asked = [one.id for one in check.asked]
        current = asked.index(self.here) if self.here in asked else -1
        words = self.tr("{0} of {1}").format(check.done, len(asked))
        self.rail.set_progress(words, marks(check, assessment), current)
        self.foot.show_progress(
            progress_words(check.done, len(asked), check.carried),
            check.total,
            is_first=self.here == OPENING,
            is_last=self.here == FINISH,
            may=may,
        )

    def _make_room(self) -> None:
        is_roomy = self.width() >= self._theme.px(_ROOMY)
        self.rail.setVisible(is_roomy)
        self._upright.setVisible(is_roomy)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._upright)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.opening, self.view, self.finish):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(rule(self, "line"))
        column.addWidget(self.foot)
        row.addLayout(column, 1)
        self._theme.changed.connect(self._make_room)
