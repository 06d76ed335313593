"""A risk that somebody accepts: which question, who, why, and until which quarter."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.accepting import AcceptedRisk
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_area import TextArea
from readiness.ui.widgets.text_block import TextBlock


class RiskDialog(Sheet):
    """``kept`` carries the risk once it says who and why; ``withdrawn`` asks to open it again."""

    kept = Signal(object)  # AcceptedRisk
    withdrawn = Signal(str)  # question

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        questions: Sequence[tuple[str, str]],
        quarters: Sequence[tuple[str, str]],
        parent: QWidget,
        risk: AcceptedRisk | None = None,
    ) -> None:
        super().__init__(theme, _title(risk), parent)
        self.setObjectName("risk-dialog")
        self._icons = icons
        self._risk = risk
        self._questions = tuple(questions)
        self._question = Select(theme, self.tr("Question"), self)
        self._role = Field(theme, self.tr("Who accepts it"), self)
        self._until = Select(theme, self.tr("Until the end of"), self)
        self._reason = TextArea(theme, self.tr("Reason"), self)
        self._role_field = self._labelled(self.tr("Who accepts it, as a role"), self._role)
        self._reason_field = self._labelled(self.tr("Reason"), self._reason)
        self._fill(quarters)
        self._build_form()

    @property
    def risk(self) -> AcceptedRisk | None:
        """The risk as it stands in the fields; none while who or why is missing."""
        role, reason = self._role.text().strip(), self._reason.toPlainText().strip()
        if not role or not reason:
            return None
        return AcceptedRisk(question=self._question.key, role=role, reason=reason, expires=self._until.key)

    def _fill(self, quarters: Sequence[tuple[str, str]]) -> None:
        risk = self._risk
        self._question.setObjectName("risk-question")
        self._role.setObjectName("risk-role")
        self._until.setObjectName("risk-until")
        self._reason.setObjectName("risk-reason")
        self._question.set_options([(id_, f"{id_}  {prompt}") for id_, prompt in self._questions])
        self._question.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._question.setMinimumContentsLength(24)
        self._until.set_options(quarters)
        self._until.set_key_value(risk.expires if risk else quarters[min(1, len(quarters) - 1)][0])
        self._role.setText(risk.role if risk else "")
        self._role.setPlaceholderText(self.tr("Head of Product"))
        self._reason.set_text(risk.reason if risk else "")
        self._reason.set_rows(3)

    def _build_form(self) -> None:
        if len(self._questions) == 1:
            self.body.addWidget(TextBlock(self._theme, self._questions[0][1], "body", "ink2", self))
            self._question.hide()
        else:
            self.body.addWidget(self._labelled(self.tr("Question"), self._question))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._role_field, 0, 0, top)
        grid.addWidget(self._labelled(self.tr("Until the end of"), self._until), 0, 1, top)
        grid.addWidget(self._reason_field, 1, 0, 1, 2)
        self.body.addLayout(grid)
        words = self.tr("It is left out of the plan until then, and opens again by itself.")
        self.body.addWidget(TextBlock(self._theme, words, "caption", "ink2", self))
        self._add_buttons()
        (self._role if len(self._questions) == 1 else self._question).setFocus()

    def _add_buttons(self) -> None:
        if self._risk is not None:
            withdraw = self.add_button("withdraw-risk", self.tr("Withdraw"), "plain")
            withdraw.clicked.connect(self._on_withdraw)
        cancel = self.add_button("cancel-risk", self.tr("Cancel"), "quiet")
        words = self.tr("Keep") if self._risk is not None else self.tr("Accept the risk")
        keep = self.add_button("keep-risk", words, "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)

    def _labelled(self, label: str, field: QWidget) -> LabelledField:
        return LabelledField(self._theme, self._icons, label, field, self)

    def _on_withdraw(self) -> None:
        self.accept()
        self.withdrawn.emit(self._questions[0][0])

    def _on_keep(self) -> None:
        self._role_field.set_error("" if self._role.text().strip() else self.tr("Write who accepts it."))
        reason = self._reason.toPlainText().strip()
        self._reason_field.set_error("" if reason else self.tr("Write why it is accepted."))
        risk = self.risk
        if risk is None:
            (self._reason if self._role.text().strip() else self._role).setFocus()
            return
        self.accept()
        self.kept.emit(risk)


def _title(risk: AcceptedRisk | None) -> str:
    words = "Accept a risk" if risk is None else "Accepted risk"
    return QCoreApplication.translate("RiskDialog", words)
