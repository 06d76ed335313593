"""Step 3: the quick check or the full questionnaire."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.domain.questionnaire import Questionnaire, Scope
from readiness.ui.theme import Theme
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.panel import Panel


class QuestionsPanel(Panel):
    """Two rows; the numbers come from the questionnaire itself."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.set_number(3)
        self.set_heading(self.tr("Questions"), self.tr("fixed once the assessment has started"))
        self._quick = ChoiceRow(theme, self.tr("Quick check"), "", self)
        self._quick.setObjectName("scope-quick")
        self._full = ChoiceRow(theme, self.tr("Full"), "", self)
        self._full.setObjectName("scope-full")
        self._full.setChecked(True)
        for choice in (self._quick, self._full):
            choice.clicked.connect(self._on_clicked)
            self.body.addWidget(choice)

    @property
    def scope(self) -> Scope:
        """What was chosen."""
        return "quick" if self._quick.isChecked() else "full"

    def fill(self, scope: Scope) -> None:
        """Choose a scope."""
        (self._quick if scope == "quick" else self._full).setChecked(True)

    def show_questionnaire(self, questionnaire: Questionnaire) -> None:
        """Say how many questions each choice asks."""
        quick, full = questionnaire.within("quick"), questionnaire
        self._quick.set_detail(
            self.tr("{0} questions, an orientation without growth ceiling").format(len(quick.questions))
        )
        self._full.set_words(self.tr("Full, {0} {1}").format(full.title.split()[0].casefold(), full.version))
        self._full.set_detail(
            self.tr("{0} questions, {1} gates").format(len(full.questions), len(full.gates))
        )

    def _on_clicked(self) -> None:
        self.edited.emit()
