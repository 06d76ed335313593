"""The four steps of a set-up on one board, and what is written in them."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from readiness.domain.counting import Side
from readiness.domain.period import Period
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import PersonForm, SetupForm
from readiness.ui.models.setup_words import shares
from readiness.ui.pages.setup.growth_panel import GrowthPanel
from readiness.ui.pages.setup.journeys_panel import JourneysPanel
from readiness.ui.pages.setup.people_panel import PeoplePanel
from readiness.ui.pages.setup.questions_panel import QuestionsPanel
from readiness.ui.pages.setup.scope_panel import ScopePanel
from readiness.ui.sides import side_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.scroller import Scroller

_STACKED: Final = 860
_GAP: Final = 12


class SetupBoard(Scroller):
    """Scope and growth at the left, journeys and people at the right, questions and mode below."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        inner = QWidget(self)
        self.scope = ScopePanel(theme, icons, inner)
        self.growth = GrowthPanel(theme, icons, inner)
        self.journeys = JourneysPanel(theme, inner)
        self.people = PeoplePanel(theme, icons, inner)
        self.questions = QuestionsPanel(theme, inner)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(QVBoxLayout(inner))
        self.set_content(inner)
        for panel in (self.scope, self.growth, self.journeys, self.people, self.questions):
            panel.set_compact()
            panel.edited.connect(self.edited)

    def form(self, period: Period) -> SetupForm:
        """Return the fields as they stand; ``period`` is the quarter while none is chosen."""
        inside, outside = self.scope.lines
        return SetupForm(
            system=self.scope.name,
            period=Period.parse(self.scope.period) if self.scope.period else period,
            team=self.scope.team_name,
            start_as=self.questions.start_as.how,
            previous_id=self.questions.start_as.previous_id,
            scope=self.questions.scope,
            questionnaire=self.questions.questionnaire,
            scope_in=inside,
            scope_out=outside,
            journeys=self.journeys.journeys,
            drivers=self.growth.drivers,
            plain_factor=self.growth.plain_factor,
            by=self.growth.by,
            source=self.growth.source,
            agreed=self.growth.is_agreed,
            people=self.people.people,
            mode=self.questions.mode,
            lanes=self.people.lanes,
        )

    def fill(self, form: SetupForm) -> None:
        """Show a form, all but system and quarter."""
        self.scope.set_lines(form.scope_in, form.scope_out)
        self.scope.set_team(form.team)
        self.growth.fill(form)
        self.journeys.fill(form.journeys)
        self.people.fill(form.people, form.lanes)
        self.questions.fill(form.scope, form.mode, form.parts, form.questionnaire)
        self.show_errors({})
        self.measure_soon()
        self.verticalScrollBar().setValue(0)

    def show_computed(self, form: SetupForm) -> None:
        """Show what follows from the form."""
        self.growth.show_factor(form)
        names = {side: _lead(form, side) for side in _SIDES}
        self.growth.signed.show_leads(names["product"], names["engineering"])
        self.questions.show_lanes(form.lanes)
        sketch = self.questions.sketch
        if sketch is not None:
            self.people.show_shares(shares(sketch))

    def show_errors(self, found: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it; nothing clears them."""
        for name, field in self._fields().items():
            field.set_error(found.get(name, ""))
        self.people.set_error(found.get("people", ""))

    def focus_first_error(self) -> None:
        """Go to the first field that is wrong."""
        for field in self._fields().values():
            if field.error:
                field.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.people.focus_first_fault()

    def focus_step(self, number: int) -> None:
        """Go to one of the four steps."""
        steps = {
            1: self.scope.focus_first,
            2: self.growth.focus_first,
            3: self.people.focus_first,
            4: self.questions.focus_first,
        }
        steps[number]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves under each other where there is too little room beside, as with large text."""
        stacked = self.width() < self._theme.px(_STACKED)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if stacked else across)
        self.questions.stack(stacked=stacked)
        super().resizeEvent(event)

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(32, 12, 32, 12)
        column.setSpacing(_GAP)
        self._halves.setSpacing(_GAP)
        for stretch, panels in ((5, (self.scope, self.growth)), (4, (self.journeys, self.people))):
            half = QVBoxLayout()
            half.setSpacing(_GAP)
            for panel in panels:
                half.addWidget(panel)
            half.setStretch(1, 1)
            self._halves.addLayout(half, stretch)
        column.addLayout(self._halves)
        column.addWidget(self.questions)
        column.addStretch()

    def _fields(self) -> dict[str, LabelledField]:
        return {"system": self.scope.system, "quarter": self.scope.quarter, **self.growth.fields}


_SIDES: Final[tuple[Side, ...]] = ("product", "engineering")


def _lead(form: SetupForm, side: Side) -> str:
    """Return who signs for a side: the first person on it by name, else by role, else the side itself."""
    first = next((person for person in form.people if person.lane == side), PersonForm())
    return first.name or first.role or side_name(form.lanes, side)
