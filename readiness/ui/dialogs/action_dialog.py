"""One action as a form: who does it, how long it takes, in which quarter, how it goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.models.action_form import ActionForm, ActionHints
from readiness.ui.plan_numbers import weeks_typed
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_area import TextArea
from readiness.ui.widgets.text_block import TextBlock


class ActionDialog(Sheet):
    """``kept`` carries the form when it has no fault."""

    kept = Signal(object)  # ActionForm

    def __init__(
        self, theme: Theme, icons: Icons, form: ActionForm, hints: ActionHints, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("Action {0}").format(hints.key), parent)
        self.setObjectName("action-dialog")
        self._icons = icons
        self._hints = hints
        self._title = Field(theme, self.tr("Title"), self)
        self._owner = Field(theme, self.tr("Owner"), self)
        self._effort = Field(theme, self.tr("Person-weeks"), self)
        self._quarter = Select(theme, self.tr("Quarter"), self)
        self._state = Select(theme, self.tr("State"), self)
        self._note = TextArea(theme, self.tr("Note"), self)
        self._effort_field = LabelledField(theme, icons, self.tr("Person-weeks"), self._effort, self)
        self._build_form(form)

    @property
    def form(self) -> ActionForm:
        """The fields as they stand."""
        return ActionForm(
            title=self._title.text().strip(),
            owner=self._owner.text().strip(),
            effort=self._effort.text().strip(),
            period=self._quarter.key,
            state=self._state.key,
            note=self._note.toPlainText().strip(),
        )

    def _build_form(self, form: ActionForm) -> None:
        self._fill(form)
        self.body.addWidget(TextBlock(self._theme, self._hints.title, "body", "ink2", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        if self._hints.effort:
            note = self.tr("{0} now; left empty, the default").format(self._hints.effort)
            self._effort_field.set_note(note)
        for field, place in (
            (self._labelled(self.tr("Title"), self._title), (0, 0, 1, 2)),
            (self._labelled(self.tr("Owner"), self._owner), (1, 0, 1, 1)),
            (self._effort_field, (1, 1, 1, 1)),
            (self._labelled(self.tr("Quarter"), self._quarter), (2, 0, 1, 1)),
            (self._labelled(self.tr("State"), self._state), (2, 1, 1, 1)),
            (self._labelled(self.tr("Note"), self._note), (3, 0, 1, 2)),
        ):
            grid.addWidget(field, *place, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        cancel = self.add_button("cancel-action", self.tr("Cancel"), "quiet")
        keep = self.add_button("keep-action", self.tr("Keep"), "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        self._owner.setFocus()

    def _fill(self, form: ActionForm) -> None:
        for name, field in (
            ("title", self._title),
            ("owner", self._owner),
            ("effort", self._effort),
            ("quarter", self._quarter),
            ("state", self._state),
            ("note", self._note),
        ):
            field.setObjectName(f"action-{name}")
        self._title.setText(form.title)
        self._title.setPlaceholderText(self._hints.title)
        self._owner.setText(form.owner)
        self._effort.setText(form.effort)
        self._quarter.set_options(self._hints.quarters)
        self._quarter.set_key_value(form.period)
        self._state.set_options(self._hints.states)
        self._state.set_key_value(form.state)
        self._note.set_text(form.note)
        self._note.set_rows(2)

    def _labelled(self, label: str, field: QWidget) -> LabelledField:
        return LabelledField(self._theme, self._icons, label, field, self)

    def _on_keep(self) -> None:
        form = self.form
        try:
            if form.effort:
                weeks_typed(form.effort)
        except ValueError:
            self._effort_field.set_error(self.tr("Write a number of person-weeks, 0 or more."))
            self._effort.setFocus()
            return
        self.accept()
        self.kept.emit(form)
