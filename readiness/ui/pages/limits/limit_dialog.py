"""One limit as a form: suggestions first, errors beside their fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.models.limit_form import LimitForm, faults, offered
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select


class LimitDialog(Sheet):
    """``kept`` carries the form when it has no fault."""

    kept = Signal(object)  # LimitForm

    def __init__(
        self, theme: Theme, icons: Icons, form: LimitForm, taken: frozenset[str], parent: QWidget
    ) -> None:
        title = self.tr("Edit the limit") if form.id else self.tr("Add a limit")
        super().__init__(theme, title, parent)
        self.setObjectName("limit-dialog")
        self._id = form.id
        self._id_hint = ""
        self._offered = Select(theme, self.tr("Often asked for"), self)
        self._offered.setObjectName("offered-limit")
        self._offers = {offer.id: offer for offer in offered() if offer.id not in taken}
        self._fields: dict[str, LabelledField] = {}
        self._more = Segmented(
            theme,
            self.tr("How more is added"),
            (
                ("none", self.tr("No way known")),
                ("planned", self.tr("Planned")),
                ("proven", self.tr("Proven")),
            ),
            self,
        )
        self._more.setObjectName("limit-more")
        self._theme, self._icons = theme, icons
        self._fill(form)

    def _fill(self, form: LimitForm) -> None:
        if not form.id:
            choices = [("", self.tr("Something else")), *((o.id, o.resource) for o in self._offers.values())]
            self._offered.set_options(choices)
            self._offered.chosen.connect(self._on_offered)
            self.body.addWidget(
                LabelledField(self._theme, self._icons, self.tr("Often asked for"), self._offered, self)
            )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        places = (
            ("resource", self.tr("Resource"), form.resource, (0, 0, 1, 4)),
            ("used", self.tr("Today’s peak"), form.used, (1, 0, 1, 1)),
            ("limit", self.tr("Limit"), form.limit, (1, 1, 1, 1)),
            ("unit", self.tr("Unit"), form.unit, (1, 2, 1, 2)),
            ("source", self.tr("Evidence"), form.source, (2, 0, 1, 2)),
            ("measured_on", self.tr("Measured on"), form.measured_on, (2, 2, 1, 1)),
            ("lead_time", self.tr("Weeks ahead"), form.lead_time, (2, 3, 1, 1)),
        )
        for name, label, text, place in places:
            field = Field(self._theme, label, self)
            field.setObjectName(f"limit-{name.replace('_', '-')}")
            field.setText(text)
            self._fields[name] = LabelledField(self._theme, self._icons, label, field, self)
            grid.addWidget(self._fields[name], *place, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self._more.set_value(form.more)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        cancel = self.add_button("cancel-limit", self.tr("Cancel"), "quiet")
        keep = self.add_button("keep-limit", self.tr("Keep"), "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        keep.setDefault(True)
        self._fields["resource"].field.setFocus()

    @property
    def form(self) -> LimitForm:
        """The fields as they stand."""
        return LimitForm(
            resource=self._text("resource"),
            unit=self._text("unit"),
            used=self._text("used"),
            limit=self._text("limit"),
            measured_on=self._text("measured_on"),
            source=self._text("source"),
            more=self._more.value or "none",
            lead_time=self._text("lead_time"),
            id=self._id,
        )

    def _text(self, name: str) -> str:
        field = self._fields[name].field
        return field.text() if isinstance(field, Field) else ""

    def _on_offered(self, key: str) -> None:
        offer = self._offers.get(key)
        if offer is None:
            return
        self._id_hint = offer.id
        for name, text in (("resource", offer.resource), ("unit", offer.unit)):
            field = self._fields[name].field
            if isinstance(field, Field):
                field.setText(text)
        self._fields["used"].field.setFocus()

    @property
    def suggested_id(self) -> str:
        """The id that goes with a suggestion, so that combinations find the row."""
        return self._id_hint

    def _on_keep(self) -> None:
        found = faults(self.form)
        for name, field in self._fields.items():
            field.set_error(found.get(name, ""))
        if found:
            self._fields[next(iter(found))].field.setFocus()
            return
        self.accept()
        self.kept.emit(self.form)
