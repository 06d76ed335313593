"""Step 1: which system in which quarter, what is in and what is out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import LONGEST_LINE, LONGEST_NAME
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text_area import TextArea

_LONGEST_TEAM = 60
_QUARTER = 126
_NARROW_PANEL = 640
# row, column, rows, columns of system, quarter, team, in, out
_BESIDE = ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (0, 2, 2, 2), (0, 4, 2, 2))
_BESIDE_STRETCH = (5, 5, 4, 4, 4, 4)
_UNDER = ((0, 0, 1, 2), (0, 2, 1, 2), (0, 4, 1, 2), (1, 0, 1, 3), (1, 3, 1, 3))
_UNDER_STRETCH = (1, 1, 1, 1, 1, 1)
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ScopePanel(Panel):
    """System, quarter, and the two scope lines."""

    system_changed = Signal(str)  # a name was chosen or typed to its end
    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.set_number(1)
        self.set_heading(self.tr("Scope"), self.tr("what is judged, and what is not"))
        self._system = self._make_system()
        self._quarter = Select(theme, self.tr("Quarter"), self)
        self._quarter.setObjectName("quarter")
        self._quarter.setSizeAdjustPolicy(_NARROW)
        self._quarter.setMinimumContentsLength(4)
        self._quarter.setMinimumWidth(theme.px(_QUARTER))
        self._quarter.chosen.connect(self._on_quarter_chosen)
        self._team = Field(theme, self.tr("Team"), self)
        self._team.setObjectName("team")
        self._team.setPlaceholderText(self.tr("Optional"))
        self._team.setMaxLength(_LONGEST_TEAM)
        self._team.textEdited.connect(self._on_team_edited)
        self._inside = self._make_area("scope-in", self.tr("In"))
        self._outside = self._make_area("scope-out", self.tr("Out, and why"))
        self.system = LabelledField(theme, icons, self.tr("System"), self._system, self)
        self.quarter = LabelledField(theme, icons, self.tr("Quarter"), self._quarter, self)
        self.team = LabelledField(theme, icons, self.tr("Team"), self._team, self)
        self._grid = QGridLayout()
        self._is_narrow = False
        self._lay_out(icons)

    @property
    def name(self) -> str:
        """The system's name as it stands."""
        return self._system.currentText()

    @property
    def team_name(self) -> str:
        """The team as it stands."""
        return self._team.text()

    @property
    def period(self) -> str:
        """The chosen quarter."""
        return self._quarter.key

    @property
    def lines(self) -> tuple[str, str]:
        """What is in and what is out."""
        return self._inside.toPlainText(), self._outside.toPlainText()

    def set_systems(self, names: Sequence[str], current: str) -> None:
        """Offer the systems there are; another name may be typed."""
        self._system.clear()
        self._system.addItems(list(names))
        self._system.setCurrentIndex(self._system.findText(current))
        self._system.setEditText(current)
        editor = self._system.lineEdit()
        if editor is not None:
            editor.setCursorPosition(0)

    def set_quarters(self, quarters: Sequence[tuple[str, str]], current: str) -> None:
        """Offer quarters."""
        self._quarter.set_options(quarters)
        self._quarter.set_key_value(current)

    def set_quarter(self, period: str) -> None:
        """Choose a quarter without telling anybody."""
        self._quarter.set_key_value(period)

    def set_team(self, team: str) -> None:
        """Say which team has the system."""
        self._team.setMaxLength(max(_LONGEST_TEAM, len(team)))
        self._team.setText(team)
        self._team.setCursorPosition(0)

    def set_fixed(self, *, fixed: bool) -> None:
        """Leave system and quarter as they are, and say why; an assessment that is open keeps them."""
        for part in (self._system, self._quarter):
            part.setEnabled(not fixed)
        usual = self.tr("what is judged, and what is not")
        stays = self.tr("system and quarter stay: answers belong to them")
        self.set_heading(self.tr("Scope"), stays if fixed else usual)

    def show_months(self, months: str) -> None:
        """Say which months the chosen quarter has."""
        self.quarter.set_note(months)

    def set_lines(self, inside: str, outside: str) -> None:
        """Fill the scope lines."""
        self._inside.set_text(inside)
        self._outside.set_text(outside)

    def focus_first(self) -> None:
        """Put the cursor into the first field that is empty."""
        target: QWidget = self._inside if self.name else self._system
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(_NARROW_PANEL)
        if is_narrow != self._is_narrow:
            self._place(is_narrow=is_narrow)

    def _make_system(self) -> Select:
        system = Select(self._theme, self.tr("System"), self)
        system.setObjectName("system")
        system.setSizeAdjustPolicy(_NARROW)
        system.setMinimumContentsLength(8)
        system.setEditable(True)
        system.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor = system.lineEdit()
        if editor is not None:
            editor.setObjectName("system-name")
            editor.setAccessibleName(system.accessibleName())
            editor.setPlaceholderText(self.tr("Name it, or choose one"))
            editor.setMaxLength(LONGEST_NAME + 1)
            editor.editingFinished.connect(self._on_system_finished)
        completer = system.completer()
        if isinstance(completer, QCompleter):
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        system.chosen.connect(self._on_system_finished)
        system.editTextChanged.connect(self.edited)
        return system

    def _make_area(self, name: str, label: str) -> TextArea:
        area = TextArea(self._theme, label, self)
        area.setObjectName(name)
        area.set_rows(4)
        area.setPlaceholderText(
            self.tr("One line: the parts this judges")
            if name == "scope-in"
            else self.tr("What stays out, and why")
        )
        area.edited.connect(self._on_area_edited)
        return area

    def _lay_out(self, icons: Icons) -> None:
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._areas = [
            LabelledField(self._theme, icons, area.accessibleName(), area, self)
            for area in (self._inside, self._outside)
        ]
        self._grid.setRowStretch(2, 1)
        self.body.addLayout(self._grid)
        self._place(is_narrow=False)

    def _place(self, *, is_narrow: bool) -> None:
        """Put the scope lines beside system and quarter, or under them where both need the width."""
        self._is_narrow = is_narrow
        parts = (self.system, self.quarter, self.team, *self._areas)
        for part, place in zip(parts, _UNDER if is_narrow else _BESIDE, strict=True):
            row, column, rows, columns = place
            self._grid.addWidget(part, row, column, rows, columns, Qt.AlignmentFlag.AlignTop)
        for column, stretch in enumerate(_UNDER_STRETCH if is_narrow else _BESIDE_STRETCH):
            self._grid.setColumnStretch(column, stretch)

    def _on_system_finished(self) -> None:
        self.system_changed.emit(self.name)

    def _on_quarter_chosen(self, _period: str) -> None:
        self.edited.emit()

    def _on_team_edited(self, _team: str) -> None:
        self.edited.emit()

    def _on_area_edited(self, text: str) -> None:
        area = self.sender()
        if isinstance(area, TextArea) and len(text) > LONGEST_LINE:
            area.set_text(text[:LONGEST_LINE])
        self.edited.emit()
