"""What closing leaves open, list by list, and the one row that is being changed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from readiness.domain.open_facts import OpenFact, Parked
from readiness.ui.icons import Icons
from readiness.ui.models import closing_rows as rows
from readiness.ui.models.closing_rows import DONE, CheckItem
from readiness.ui.pages.closing.check_panel import CheckPanel
from readiness.ui.pages.closing.check_row import CheckRow
from readiness.ui.pages.closing.fact_editor import FactEditor
from readiness.ui.pages.closing.parked_editor import ParkedEditor
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text


class OpenLists(QWidget):
    """Facts, don’t knows, what is still apart, what was parked, what nobody was asked."""

    question_asked = Signal(str)
    grew = Signal()

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._facts = CheckPanel(theme, "facts-open", self)
        self._unknown = CheckPanel(theme, "dont-know", self)
        self._apart = CheckPanel(theme, "still-apart", self)
        self._parked = CheckPanel(theme, "parked", self)
        self._unasked = CheckPanel(theme, "not-asked", self)
        self._nothing = Panel(theme, "", self)
        self._editor: FactEditor | ParkedEditor | None = None
        self._place = -1
        self._key = ""
        self._becoming: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._facts.corner.addWidget(KeyHint(theme, "Alt D", self._facts))
        self._facts.corner.addWidget(Text(theme, self.tr("date"), "caption", "ink2", self._facts))
        for panel in (*self._panels(), self._nothing):
            column.addWidget(panel)
        for panel in self._panels():
            panel.chosen.connect(partial(self._on_chosen, panel))
            panel.grew.connect(self.grew)

    def refresh(self, becoming: tuple[str, ...]) -> None:
        """Show how things stand; ``becoming`` are the questions that closing makes unknown."""
        assessment, outcome = self._session.assessment, self._session.outcome
        if assessment is None or outcome is None:
            return
        self._becoming = becoming
        today = self._session.now().date()
        self._keep_editor(assessment.facts, assessment.parked)
        self._show_facts(rows.fact_items(assessment, outcome, today))
        self._show_unknown(rows.unknown_items(assessment, outcome, today))
        apart = rows.apart_items(assessment, outcome)
        note = self.tr("the lower answer counts until agreed")
        self._apart.show_items(apart, len(apart), self.tr("Still two levels apart"), note)
        self._show_parked(rows.parked_items(assessment))
        unasked = rows.question_items(assessment, becoming)
        self._unasked.show_items(unasked, len(unasked), self.tr("Not asked"), self.tr("become unknown"))
        hidden = self.tr("What is left open is shown after the reveal")
        known = self.tr("Everything is answered, nothing is unknown")
        self._nothing.set_heading(known if assessment.revealed else hidden)
        self._nothing.setVisible(not any(panel.items for panel in self._panels()))
        if self._editor is not None and all(panel.editor is None for panel in self._panels()):
            self.close_editor()

    @property
    def is_editing(self) -> bool:
        """Whether a row is being changed."""
        return self._editor is not None

    def finish_editing(self) -> None:
        """Store what is being changed and stand on its row."""
        if self._editor is not None:
            self._editor.finish()

    def take_focus(self) -> bool:
        """Stand on the first row, if there is any."""
        first = next((panel for panel in self._panels() if panel.items), None)
        if first is not None:
            first.focus_row("")
        return first is not None

    def close_editor(self) -> None:
        """Leave the row that is being changed."""
        for panel in self._panels():
            panel.close_editor()
        self._editor, self._place, self._key = None, -1, ""
        self.grew.emit()

    def edit_date(self) -> None:
        """Change the date of the fact one is at, or of the first."""
        if isinstance(self._editor, FactEditor):
            self._editor.focus_due()
            return
        at = QApplication.focusWidget()
        dated = [(panel, item) for panel in (self._facts, self._unknown) for item in panel.items]
        here = [pair for pair in dated if isinstance(at, CheckRow) and pair[1].key == at.item.key]
        for panel, item in (here or dated)[:1]:
            self._open_fact(panel, item)
            if isinstance(self._editor, FactEditor):
                self._editor.focus_due()

    # Slots

    def _on_chosen(self, panel: CheckPanel, key: str) -> None:
        item = next((item for item in panel.items if item.key == key), None)
        if item is None:
            return
        if panel in {self._apart, self._unasked} or self._session.read_only:
            self._open_question(item)
        elif self._editor is not None and key == self._key:
            self._on_done()
        elif panel is self._parked:
            self._open_parked(panel, item)
        else:
            self._open_fact(panel, item)

    def _open_question(self, item: CheckItem) -> None:
        if item.id:  # what was parked may have come out of none
            self.question_asked.emit(item.id)

    def _on_fact(self, fact: OpenFact) -> None:
        """Store what was changed; a new fact is stored once it says anything."""
        assessment = self._session.assessment
        if assessment is None:
            return
        facts = list(assessment.facts)
        if 0 <= self._place < len(facts):
            facts[self._place] = fact
        else:
            self._place = len(facts)
            self._key = f"fact-{self._place}"
            facts.append(fact)
        self._session.set_facts(tuple(facts))

    def _on_removed(self) -> None:
        assessment, place = self._session.assessment, self._place
        if assessment is not None and 0 <= place < len(assessment.facts):
            panel = self._holder()
            self.close_editor()
            self._session.set_facts(tuple(f for n, f in enumerate(assessment.facts) if n != place))
            if panel is not None:
                panel.focus_row("")

    def _on_parked(self, parked: Parked) -> None:
        assessment = self._session.assessment
        if assessment is not None and 0 <= self._place < len(assessment.parked):
            changed = list(assessment.parked)
            changed[self._place] = parked
            self._session.set_parked(tuple(changed))

    def _on_done(self) -> None:
        """Close the editor and stand on its row."""
        panel, key = self._holder(), self._key
        self.close_editor()
        self.refresh(self._becoming)
        if panel is not None:
            panel.focus_row(key)

    # Showing

    def _show_facts(self, items: tuple[CheckItem, ...]) -> None:
        still = sum(item.state not in DONE for item in items)
        if still:
            heading = self.tr("Fact still open") if still == 1 else self.tr("Facts still open")
            self._facts.show_items(items, still, heading, self._missing(items))
        else:
            self._facts.show_items(items, 0, self.tr("Every fact is found or passed on"))

    def _missing(self, items: tuple[CheckItem, ...]) -> str:
        """Say what open facts still lack: one without an owner or a date is found by nobody."""
        count = sum(item.state not in DONE and not (item.who and item.due) for item in items)
        if not count:
            return self.tr("each has an owner and a date")
        return self.tr("{0} without an owner or a date").format(count)

    def _show_unknown(self, items: tuple[CheckItem, ...]) -> None:
        count = len({item.id for item in items})
        note = self.tr("count as 0 in the score, as 100 at best")
        self._unknown.show_items(items, count, self.tr("Don’t know"), note)

    def _show_parked(self, items: tuple[CheckItem, ...]) -> None:
        still = sum(item.state not in DONE for item in items)
        heading = self.tr("Parked") if still else self.tr("Everything parked is settled")
        self._parked.show_items(items, still, heading, self.tr("belongs elsewhere") if still else "")

    def _keep_editor(self, facts: tuple[OpenFact, ...], parked: tuple[Parked, ...]) -> None:
        """Fill the open editor anew, as after Undo; close it where what it changes is gone."""
        editor, place = self._editor, self._place
        if isinstance(editor, FactEditor) and place >= 0:
            if place < len(facts) and facts[place].question == editor.fact.question:
                editor.show_fact(facts[place])
            else:
                self.close_editor()
        elif isinstance(editor, ParkedEditor):
            if place < len(parked):
                editor.show_parked(parked[place])
            else:
                self.close_editor()

    def _open_fact(self, panel: CheckPanel, item: CheckItem) -> None:
        assessment = self._session.assessment
        if assessment is None or self._session.read_only:
            return
        self.close_editor()
        fact = assessment.facts[item.place] if item.place >= 0 else OpenFact(question=item.id)
        people, today = rows.people(assessment), self._session.now().date()
        editor = FactEditor(self._theme, self._icons, fact, people, today, panel)
        editor.edited.connect(self._on_fact)
        editor.removed.connect(self._on_removed)
        editor.done.connect(self._on_done)
        editor.question_asked.connect(self.question_asked)
        self._take_in(panel, item, editor)

    def _open_parked(self, panel: CheckPanel, item: CheckItem) -> None:
        assessment = self._session.assessment
        if assessment is None or self._session.read_only:
            return
        self.close_editor()
        parked, people = assessment.parked[item.place], rows.people(assessment)
        editor = ParkedEditor(self._theme, self._icons, parked, people, panel)
        editor.edited.connect(self._on_parked)
        editor.done.connect(self._on_done)
        self._take_in(panel, item, editor)

    def _take_in(self, panel: CheckPanel, item: CheckItem, editor: FactEditor | ParkedEditor) -> None:
        self._editor, self._place, self._key = editor, item.place, item.key
        panel.open_under(item.key, editor)
        editor.show()
        editor.focus_owner()
        self.grew.emit()

    def _holder(self) -> CheckPanel | None:
        return next((panel for panel in self._panels() if panel.row(self._key) is not None), None)

    def _panels(self) -> tuple[CheckPanel, ...]:
        return self._facts, self._unknown, self._apart, self._parked, self._unasked
