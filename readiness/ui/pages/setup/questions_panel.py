"""Step 3: the quick check or the full questionnaire, and what is asked with it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.combining import combine
from readiness.domain.questionnaire import Questionnaire, Scope
from readiness.ui.pages.setup.parts_row import PartsRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.panel import Panel


class QuestionsPanel(Panel):
    """Two rows and the specialised questionnaires; the numbers come from the questionnaires themselves."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._core: Questionnaire | None = None
        self.set_number(3)
        self.set_heading(self.tr("Questions"), self.tr("fixed once the assessment has started"))
        self._quick = ChoiceRow(theme, self.tr("Quick check"), "", self)
        self._quick.setObjectName("scope-quick")
        self._full = ChoiceRow(theme, self.tr("Full"), "", self)
        self._full.setObjectName("scope-full")
        self._full.setChecked(True)
        self._parts = PartsRow(theme, self)
        self._parts.edited.connect(self._on_edited)
        for choice in (self._quick, self._full):
            choice.clicked.connect(self._on_edited)
            self.body.addWidget(choice)
        self.body.addWidget(self._parts)

    @property
    def scope(self) -> Scope:
        """What was chosen."""
        return "quick" if self._quick.isChecked() else "full"

    @property
    def questionnaire(self) -> str:
        """The reference of what will be asked; empty is the newest core alone."""
        chosen = self._parts.chosen
        return combine(self._core, chosen).reference if self._core and chosen else ""

    def fill(self, scope: Scope, parts: Iterable[str] = ()) -> None:
        """Choose a scope, and the specialised questionnaires of these ids."""
        (self._quick if scope == "quick" else self._full).setChecked(True)
        self._parts.choose(parts)
        self._show_counts()

    def show_questionnaires(self, core: Questionnaire, specialised: tuple[Questionnaire, ...]) -> None:
        """Say how many questions each choice asks, and offer what can be asked with the core."""
        self._core = core
        self._parts.offer(specialised)
        quick = len(core.within("quick").questions)
        self._quick.set_detail(self.tr("{0} questions, an orientation without growth ceiling").format(quick))
        self._show_counts()

    def _show_counts(self) -> None:
        if self._core is None:
            return
        self._parts.setEnabled(self.scope == "full")
        core, whole = self._core, combine(self._core, self._parts.chosen)
        self._full.set_words(self.tr("Full, {0} {1}").format(core.title.split()[0].casefold(), core.version))
        self._full.set_detail(
            self.tr("{0} questions, {1} gates").format(len(whole.questions), len(whole.gates))
        )

    def _on_edited(self) -> None:
        self._show_counts()
        self.edited.emit()
