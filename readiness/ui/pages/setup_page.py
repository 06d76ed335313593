"""New assessment: scope, growth, people, questions; one page, two minutes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.ui.icons import Icons
from readiness.ui.models.home_rows import quarter
from readiness.ui.models.setup_form import SetupForm, draft_from, faults, folded, form_from
from readiness.ui.months import current_quarter, printed_months
from readiness.ui.pages.setup.growth_panel import GrowthPanel
from readiness.ui.pages.setup.journeys_panel import JourneysPanel
from readiness.ui.pages.setup.people_panel import PeoplePanel
from readiness.ui.pages.setup.questions_panel import QuestionsPanel
from readiness.ui.pages.setup.scope_panel import ScopePanel
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.services.assessing import AssessmentLine, Draft

_HEADER = 76
_PAST, _AHEAD = 4, 4
_TARGET_AHEAD = 12


class SetupPage(QWidget):
    """Collects a draft; wrong fields say so beside themselves when one tries to start."""

    cancelled = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._now = now
        self._today = self._offered = Period(1970, 1)
        self._filled: SetupForm | None = None
        self._has_tried = False
        self._header = QWidget(self)
        self._copied = Text(theme, "", "body", "ink2", self)
        self._start = Button(theme, self.tr("Start"), "primary", self)
        self.scope = ScopePanel(theme, icons, self)
        self.growth = GrowthPanel(theme, icons, self)
        self.questions = QuestionsPanel(theme, self)
        self.journeys = JourneysPanel(theme, self)
        self.people = PeoplePanel(theme, icons, self)
        self._build()
        self._connect()

    def begin(self, system: str = "") -> None:
        """Start over, for a system or for a new one."""
        now = self._now()
        self._today = current_quarter(now.year, now.month, self._session.settings.fiscal_year_start)
        self._has_tried = False
        self._start.setEnabled(True)
        names = sorted((line.name for line in self._session.home if not line.archived), key=str.casefold)
        quarters = [self._today.plus(step) for step in range(-_PAST, _AHEAD + 1)]
        self._offered = self._free_quarter(system)
        self.scope.set_quarters(_options(quarters), str(self._offered))
        ahead = [self._today.plus(step) for step in range(1, _TARGET_AHEAD + 1)]
        self.growth.set_quarters(_options(ahead), "")
        self.scope.set_systems(names, system)
        self._fill(SetupForm(system=system, period=self.form.period, by=str(self._today.plus(4))), "")
        self._session.read_questionnaires(self._on_questionnaires_read)
        self._copy_from(system)
        self.scope.focus_first()

    @property
    def form(self) -> SetupForm:
        """The fields as they stand."""
        inside, outside = self.scope.lines
        texts = self.growth.texts
        return SetupForm(
            system=self.scope.name,
            period=Period.parse(self.scope.period) if self.scope.period else self._today,
            scope=self.questions.scope,
            questionnaire=self.questions.questionnaire,
            scope_in=inside,
            scope_out=outside,
            journeys=self.journeys.journeys,
            unit=texts["unit"],
            today=texts["today"],
            peak=texts["peak"],
            target=texts["target"],
            tested=texts["tested"],
            by=self.growth.by,
            agreed=self.growth.is_agreed,
            people=self.people.people,
        )

    def start(self) -> None:
        """Start the assessment, or show what is missing."""
        self._has_tried = True
        form = self.form
        if self._show_faults(form):
            self._focus_first_fault()
        elif self._start.isEnabled():
            self._start.setEnabled(False)
            self._session.start_assessment(draft_from(form))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(scroll)
        inner.setProperty("surface", "none")
        self._lay_out(QGridLayout(inner))
        scroll.setWidget(inner)
        column.addWidget(scroll, 1)

    def _head(self) -> QWidget:
        head = self._header
        row = QHBoxLayout(head)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(20)
        row.addWidget(Text(self._theme, self.tr("New assessment"), "page", "ink", head))
        row.addWidget(self._copied, 1)
        cancel = Button(self._theme, self.tr("Cancel"), "quiet", head)
        cancel.setObjectName("cancel-setup")
        cancel.clicked.connect(self.cancelled)
        self._start.setObjectName("start-assessment")
        self._start.set_key("Ctrl Enter")
        row.addWidget(cancel)
        row.addWidget(self._start)
        return head

    def _lay_out(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(32, 16, 32, 24)
        grid.setSpacing(14)
        columns = ((self.scope, self.growth, self.questions), (self.journeys, self.people))
        for place, panels in enumerate(columns):
            column = QVBoxLayout()
            column.setSpacing(14)
            for panel in panels:
                column.addWidget(panel)
            column.setStretch(1, 1)
            grid.addLayout(column, 0, place)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        grid.setRowStretch(1, 1)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start)
        self.scope.system_changed.connect(self._on_system_changed)
        for panel in (self.scope, self.growth, self.journeys, self.people, self.questions):
            panel.edited.connect(self._on_edited)
        self._session.failed.connect(self._on_failed)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        action = QAction(self.tr("Start the assessment"), self)
        action.setObjectName("start-setup")
        action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.start)
        self.addAction(action)

    def _on_system_changed(self, system: str) -> None:
        if self.form.period == self._offered:
            self._offered = self._free_quarter(system)
            self.scope.set_quarter(str(self._offered))
            self._on_edited()
        self._copy_from(system)

    def _free_quarter(self, system: str) -> Period:
        """Return the current quarter, or the next one that the system has no assessment for."""
        taken = {period for name, period in self._taken() if name == folded(system)}
        ahead = (self._today.plus(step) for step in range(_AHEAD + 1))
        return next((period for period in ahead if str(period) not in taken), self._today)

    def _taken(self) -> set[tuple[str, str]]:
        return {
            (folded(system.name), line.period) for system in self._session.home for line in system.assessments
        }

    def _copy_from(self, system: str) -> None:
        """Copy the frame of the system's last assessment, unless something was written already."""
        line = self._latest(system)
        if line is None or not self._is_untouched():
            return

        def take(draft: "Draft") -> None:
            self._on_frame_read(draft, line.period)

        self._session.read_frame(line.id, take)

    def _on_frame_read(self, draft: "Draft", period: str) -> None:
        if self._is_untouched():
            form = replace(form_from(draft, self.form.period), system=self.scope.name)
            self._fill(form, self.tr("copied from {0}; change what is different").format(quarter(period)))

    def _on_questionnaires_read(self, offered: tuple[Questionnaire, tuple[Questionnaire, ...]]) -> None:
        was_untouched = self._is_untouched()
        self.questions.show_questionnaires(*offered)
        if was_untouched:
            self._filled = self.form

    def _on_edited(self) -> None:
        form = self.form
        self._show_computed(form)
        if self._has_tried:
            self._show_faults(form)

    def _on_theme_changed(self) -> None:
        self._header.setFixedHeight(self._theme.px(_HEADER))

    def _on_failed(self, _error: object) -> None:
        self._start.setEnabled(True)

    def _fill(self, form: SetupForm, copied: str) -> None:
        self.scope.set_lines(form.scope_in, form.scope_out)
        self.growth.fill(form)
        self.journeys.fill(form.journeys)
        self.people.fill(form.people)
        self.questions.fill(form.scope, form.parts)
        self._copied.setText(copied)
        self._filled = self.form
        self._show_computed(self._filled)
        self._clear_faults()

    def _show_computed(self, form: SetupForm) -> None:
        self.growth.show_factor(form)
        self.scope.show_months(printed_months(form.period, self._session.settings.fiscal_year_start))

    def _is_untouched(self) -> bool:
        form = self.form
        return self._filled is None or replace(form, system="", period=self._today) == replace(
            self._filled, system="", period=self._today
        )

    def _latest(self, system: str) -> "AssessmentLine | None":
        name = folded(system)
        lines = [
            line for known in self._session.home if folded(known.name) == name for line in known.assessments
        ]
        return lines[-1] if lines else None

    def _fields(self) -> dict[str, LabelledField]:
        return {"system": self.scope.system, "quarter": self.scope.quarter, **self.growth.fields}

    def _show_faults(self, form: SetupForm) -> bool:
        found = faults(form, self._taken())
        for name, field in self._fields().items():
            field.set_error(found.get(name, ""))
        self.people.set_error(found.get("people", ""))
        return bool(found)

    def _clear_faults(self) -> None:
        for field in self._fields().values():
            field.set_error("")
        self.people.set_error("")

    def _focus_first_fault(self) -> None:
        for field in self._fields().values():
            if field.error:
                field.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def _options(periods: Sequence[Period]) -> list[tuple[str, str]]:
    return [(str(period), quarter(str(period))) for period in periods]
