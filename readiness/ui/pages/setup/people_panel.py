"""Step 3: who answers what. Optional, and names more so than roles."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.domain.lanes import USUAL, Lanes
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import PersonForm, PersonLane
from readiness.ui.models.setup_words import Shares
from readiness.ui.pages.setup.person_row import PersonRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_MOST = 12
_LEAST = 3
_USUAL: tuple[PersonLane, ...] = ("product", "engineering", "facilitator")


class PeoplePanel(Panel):
    """Rows of lane, name and role, an empty one to go on with; and what the sides are called."""

    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._icons = icons
        self._lanes = USUAL
        self._shares: Shares | None = None
        self.set_number(3)
        self.set_heading(self.tr("People"), self.tr("who answers; names optional"))
        self._rows: list[PersonRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._sides = Button(theme, self.tr("Sides…"), "link", self)
        self._sides_words = TextBlock(theme, "", "caption", "ink2", self)
        self._fault = Text(theme, "", "label", "error", self)
        self._lay_out()
        self._show_rows()

    @property
    def people(self) -> tuple[PersonForm, ...]:
        """Everybody of whom something is written."""
        return tuple(row.form for row in self._rows if row.is_given)

    @property
    def lanes(self) -> Lanes:
        """What the sides are called, and whether one answers alone."""
        return self._lanes

    def fill(self, people: tuple[PersonForm, ...], lanes: Lanes) -> None:
        """Show people and sides."""
        self._lanes = lanes
        for place, person in enumerate(people):
            self._row(place).fill(person)
        for row in self._rows[len(people) :]:
            row.fill(None)
        self._show_rows()

    def show_shares(self, shares: Shares) -> None:
        """Say what everybody is asked, and call the lanes what the system calls them."""
        self._shares = shares
        seen: set[PersonLane] = set()
        for row in self._rows:
            lane = row.lane.lane
            row.lane.set_names(shares.names)
            told = shares.others if lane in seen else shares.first
            row.show_asked(told[lane] if row.is_given or lane in {"product", "engineering"} else ("",))
            seen.add(lane)
        self._line_up()
        self._show_sides(shares)

    def set_error(self, text: str) -> None:
        """Say what is wrong; an empty text says that all is well."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def focus_first(self) -> None:
        """Put the cursor into the first name."""
        self._rows[0].name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first_fault(self) -> None:
        """Go to the first person without a role."""
        for row in self._rows:
            if row.form.name and not row.form.role:
                row.role.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def take_lanes(self, lanes: Lanes) -> None:
        """Take what was said of the sides."""
        if lanes != self._lanes:
            self._lanes = lanes
            self.edited.emit()

    def ask_for_sides(self) -> None:
        """Ask what the sides are called and who answers."""
        from readiness.ui.dialogs.lanes_dialog import LanesDialog  # noqa: PLC0415 - when it is asked for

        dialog = LanesDialog(self._lanes, self._theme, self._icons, self)
        dialog.chosen.connect(self.take_lanes)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width of the rows out anew."""
        super().resizeEvent(event)
        self._line_up()

    def _line_up(self) -> None:
        """Give what is asked of people the room of the longest, in every row."""
        width = max((row.asked_width() for row in self._rows), default=0)
        for row in self._rows:
            row.set_asked_width(width)

    def _lay_out(self) -> None:
        self._sides.setObjectName("edit-sides")
        self._sides.setAccessibleName(self.tr("Sides: names, one view only, guest lane"))
        self._sides.set_size("small")
        self._sides.clicked.connect(self.ask_for_sides)
        self.corner.addWidget(self._sides)
        self.body.addLayout(self._column)
        self._sides_words.setObjectName("sides-words")
        self._sides_words.hide()
        self._fault.setObjectName("people-fault")
        self._fault.hide()
        self.body.addSpacing(6)
        self.body.addWidget(self._sides_words)
        self.body.addWidget(self._fault)
        self.body.addStretch()
        for place in range(_LEAST):
            self._row(place)

    def _row(self, place: int) -> PersonRow:
        """Return a row, made when it is first needed."""
        while len(self._rows) <= place:
            number = len(self._rows)
            usual: PersonLane = _USUAL[number] if number < len(_USUAL) else "agreed"
            row = PersonRow(self._theme, self._icons, number, usual, self)
            row.role.setPlaceholderText(self._example(number))
            row.edited.connect(self._on_edited)
            self._column.addWidget(row)
            _chain(self._rows[-1] if self._rows else None, row)
            self._rows.append(row)
        return self._rows[place]

    def _example(self, number: int) -> str:
        examples = (self.tr("Product lead"), self.tr("Engineering lead"), self.tr("Facilitator"))
        return examples[number] if number < len(examples) else self.tr("One more")

    def _show_rows(self) -> None:
        last = max((place for place, row in enumerate(self._rows) if row.is_given), default=-1)
        if last + 1 < _MOST:
            self._row(last + 1)
        for place, row in enumerate(self._rows):
            row.setVisible(place < max(_LEAST, last + 2))
        if self._shares is not None:
            self.show_shares(self._shares)

    def _show_sides(self, shares: Shares) -> None:
        lanes = self._lanes
        parts = []
        if lanes.alone is not None:
            name = shares.names[lanes.alone]
            parts.append(self.tr("{0} answers alone; printed as one view only.").format(name))
        if lanes.guest:
            parts.append(self.tr("{0} may add notes.").format(lanes.guest))
        self._sides_words.setText(" ".join(parts))
        self._sides_words.setVisible(bool(parts))

    def _on_edited(self) -> None:
        self._show_rows()
        self.edited.emit()


def _chain(before: PersonRow | None, row: PersonRow) -> None:
    """Let Tab go through a row that is made later behind the one before it."""
    if before is not None:
        QWidget.setTabOrder(before.role, row.lane)
    QWidget.setTabOrder(row.lane, row.name)
    QWidget.setTabOrder(row.name, row.role)
