"""One open fact to be changed in its place: what, who, until when, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.open_facts import FactState, OpenFact
from readiness.domain.waiting import due_day
from readiness.ui.days import parse_day, shown_day
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text

_INDENT: Final = 76


class FactEditor(QWidget):
    """Every field is stored as it is left; Enter and Esc close the editor and lead back to the row."""

    edited = Signal(object)  # OpenFact
    done = Signal()
    removed = Signal()
    question_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        fact: OpenFact,
        people: Sequence[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fact = fact
        self._today = today
        self._text = self._field("fact-text", self.tr("What is to be found out"))
        self._who = self._field("fact-owner", self.tr("Who finds it out"))
        self._due = self._field("fact-due", self.tr("Until when"))
        self._note = self._field("fact-note", self.tr("What was found"))
        self._lines = {
            field: LabelledField(theme, icons, field.accessibleName(), field, self)
            for field in (self._text, self._who, self._due, self._note)
        }
        self._state = Segmented(
            theme,
            self.tr("How it stands"),
            (
                ("open", self.tr("Open")),
                ("found", self.tr("Found")),
                ("passed_on", self.tr("Passed on")),
            ),
            self,
        )
        self._state.setObjectName("fact-state")
        self._question = self._link("fact-question", self.tr("Open the question"))
        self._remove = self._link("fact-remove", self.tr("Take it off the list"))
        completer = QCompleter(list(people), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self._who.setCompleter(completer)
        self._build()
        self._connect()
        self.show_fact(fact)

    @property
    def fact(self) -> OpenFact:
        """The fact as it is stored."""
        return self._fact

    def show_fact(self, fact: OpenFact) -> None:
        """Show the fact; where somebody types, the text is theirs."""
        self._fact = fact
        day = due_day(fact)
        due = fact.due if day is None else shown_day(day, self._today).replace("\u00a0", " ")
        shown = {self._text: fact.text, self._who: fact.who, self._due: due, self._note: fact.note}
        for field, text in shown.items():
            if not field.hasFocus():
                field.setText(text)
        self._state.set_value(fact.state)
        self._lines[self._note].setVisible(fact.state != "open" or bool(fact.note))

    def offer_removing(self, offered: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Offer to take the fact off the list, once it is on it."""
        self._remove.setVisible(offered)

    def focus_owner(self) -> None:
        """Begin with who finds it out."""
        self._who.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._who.selectAll()

    def focus_due(self) -> None:
        """Begin with the date."""
        self._due.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._due.selectAll()

    def finish(self) -> None:
        """Store what is written and be done, unless the date cannot be read."""
        self._on_finished()
        if not self._lines[self._due].error:
            self.done.emit()

    # Slots

    def _on_finished(self) -> None:
        """Store what is written; a date that cannot be read says how to write it, and is not stored."""
        due = self._read_due()
        self._give(
            replace(
                self._fact,
                text=self._text.text().strip(),
                who=self._who.text().strip(),
                due=self._fact.due if due is None else due,
                note=self._note.text().strip(),
            )
        )

    def _on_state(self, key: str) -> None:
        states: dict[str, FactState] = {"open": "open", "found": "found", "passed_on": "passed_on"}
        state = states.get(key, "open")
        self._give(replace(self._fact, state=state))
        self._lines[self._note].setVisible(state != "open" or bool(self._fact.note))

    def _on_question(self) -> None:
        self.question_asked.emit(self._fact.question)

    def _read_due(self) -> str | None:
        """Return the date to store, empty for none; nothing where it cannot be read."""
        text, line = self._due.text().strip(), self._lines[self._due]
        try:
            day = parse_day(text, self._today).isoformat() if text else ""
        except ValueError:
            line.set_error(self.tr("Write a day like 22 Sep or 2026-09-22."))
            return None
        line.set_error("")
        return day

    def _give(self, fact: OpenFact) -> None:
        if fact != self._fact:
            self._fact = fact
            self.edited.emit(fact)

    # Building

    def _field(self, name: str, label: str) -> Field:
        field = Field(self._theme, label, self)
        field.setObjectName(name)
        return field

    def _link(self, name: str, words: str) -> Button:
        button = Button(self._theme, words, "link", self)
        button.setObjectName(name)
        button.set_size("small")
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 16)
        column.setSpacing(12)
        grid = QGridLayout()
        indent = self._theme.px(_INDENT)
        grid.setContentsMargins(indent, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._lines[self._text], 0, 0, 1, 2)
        grid.addWidget(self._lines[self._who], 1, 0, top)
        grid.addWidget(self._lines[self._due], 1, 1, top)
        grid.addWidget(self._state, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._lines[self._note], 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.setContentsMargins(indent - 10, 0, 0, 0)  # the words of a link stand under the fields
        foot.setSpacing(4)
        foot.addWidget(self._question)
        foot.addWidget(self._remove)
        foot.addStretch()
        foot.addWidget(Text(self._theme, self.tr("Stored as you leave a field"), "caption", "ink3", self))
        column.addLayout(foot)

    def _connect(self) -> None:
        for field in self._lines:
            field.editingFinished.connect(self._on_finished)
            field.returnPressed.connect(self.finish)
            field.left.connect(self.done)
        self._state.chosen.connect(self._on_state)
        self._question.clicked.connect(self._on_question)
        self._remove.clicked.connect(self.removed)
