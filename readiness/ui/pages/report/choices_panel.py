"""What is in a report and how it looks: readers, pages, paper, ink, marks, words, and who says it can go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.lanes import Lanes
from readiness.domain.report_words import BOTH, NO_WORDS, ReportWords, Side
from readiness.reports.options import Audience, Page
from readiness.services.report_choices import AS_DESIGNED, ReportChoices
from readiness.ui.icons import Icons
from readiness.ui.pages.report.branding import Branding
from readiness.ui.pages.report.page_list import PageList
from readiness.ui.pages.report.since import Since
from readiness.ui.sides import side_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class ChoicesPanel(Scroller):
    """The left column of the report page; it shows choices and hands on wishes."""

    chosen = Signal(object)  # ReportChoices
    named = Signal(str)  # the company
    words_wanted = Signal()
    pressed_ready = Signal(str)  # the side that pressed “ready to send”

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices = AS_DESIGNED
        readers = (
            ("leadership", self.tr("Leadership")),
            ("planning", self.tr("Planning")),
            ("archive", self.tr("Archive")),
        )
        self._audience = Segmented(theme, self.tr("Who reads it"), readers, self)
        self._audience_words = TextBlock(theme, "", "caption", "ink2", self)
        self._count = Text(theme, "", "caption", "ink2", self)
        self._pages = PageList(theme, icons, self)
        self._since = Since(theme, self)
        self._paper = Segmented(theme, self.tr("Paper"), (("A4", "A4"), ("Letter", self.tr("Letter"))), self)
        inks = (("colour", self.tr("Colour")), ("grey", self.tr("Grey")))
        self._ink = Segmented(theme, self.tr("Ink"), inks, self)
        self._notes = Switch(theme, self.tr("Print the notes of the room"), self)
        self._branding = Branding(theme, icons, self)
        self._edit = Button(theme, self.tr("Edit the words…"), "plain", self)
        self._edited = TextBlock(theme, "", "caption", "ink2", self)
        self._ready: dict[Side, Switch] = {}
        self._build()
        self._connect()

    def show_choices(self, choices: ReportChoices, company: str) -> None:
        """Show what is chosen."""
        self._choices = choices
        self._audience.set_value(choices.audience)
        self._audience_words.setText(self._about(choices.audience))
        self._pages.show_choices(choices)
        self._since.show_choice(choices.since)
        self._paper.set_value(choices.paper)
        self._ink.set_value("grey" if choices.grey else "colour")
        self._notes.setChecked(choices.room_notes)
        self._notes.setEnabled(choices.audience != "leadership")
        self._branding.show_choices(choices, company)
        self.measure_soon()

    def show_counts(self, counts: Mapping[Page, int], missing: Mapping[Page, str], total: int) -> None:
        """Say how many pages each part takes, and how many there are."""
        self._pages.show_counts(counts, missing)
        self._count.setText(str(total) if total else "")

    def show_quarters(self, quarters: Sequence[str]) -> None:
        """Offer the quarters that the report may be held against, newest first."""
        self._since.show_quarters(quarters)
        self.measure_soon()

    def show_words(self, words: ReportWords | None, lanes: Lanes, *, is_sealed: bool) -> None:
        """Show how many sentences were written anew, and who says the report can go, once it is closed."""
        shown = words or NO_WORDS
        count = len(shown.edits)
        many = self.tr("{0} sentences are in your words.").format(count)
        one = self.tr("1 sentence is in your words.")
        none = self.tr("Headings, consequences and decisions as generated.")
        self._edited.setText(none if not count else one if count == 1 else many)
        for side, switch in self._ready.items():
            switch.set_words(self.tr("{0}: ready to send").format(side_name(lanes, side)))
            switch.setChecked(is_sealed and side in shown.ready)
            switch.setEnabled(is_sealed)
            switch.setVisible(lanes.answers(side))
        self.measure_soon()

    # Slots

    def _on_audience(self, value: object) -> None:
        self.chosen.emit(self._choices.read_by(cast("Audience", value)))

    def _on_switched(self, page: str, on: bool) -> None:  # noqa: FBT001 - a signal's claim
        self.chosen.emit(self._choices.switched(cast("Page", page), on=on))

    def _on_moved(self, page: str, step: int) -> None:
        self.chosen.emit(self._choices.moved(cast("Page", page), step))

    def _on_since(self, quarter: str) -> None:
        self.chosen.emit(replace(self._choices, since=quarter))

    def _on_option(self, _value: object) -> None:
        self.chosen.emit(
            replace(
                self._choices,
                paper="Letter" if self._paper.value == "Letter" else "A4",
                grey=self._ink.value == "grey",
                room_notes=self._notes.isChecked(),
            )
        )

    def _on_ready(self) -> None:
        sender = self.sender()
        side = next((side for side, switch in self._ready.items() if switch is sender), None)
        if side is not None:
            self.pressed_ready.emit(side)

    def _about(self, audience: Audience) -> str:
        words: dict[Audience, str] = {
            "leadership": self.tr("Agreed levels, open questions and the ask. No lanes, quotes or names."),
            "planning": self.tr("With both views, owners and what was agreed in the room."),
            "archive": self.tr("Everything, with every answer, its notes and its evidence."),
        }
        return words[audience]

    # Building

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 24, 16, 8)
        column.setSpacing(10)
        self._name_parts()
        column.addWidget(Text(self._theme, self.tr("Who reads it"), "label", "ink2", inner))
        column.addWidget(self._audience, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._audience_words)
        column.addSpacing(6)
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, self.tr("Pages"), "label", "ink2", inner))
        head.addStretch()
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._pages)
        column.addWidget(self._since)
        column.addSpacing(8)
        column.addLayout(self._paper_and_ink(inner))
        column.addWidget(self._notes)
        column.addSpacing(6)
        column.addWidget(Text(self._theme, self.tr("Words"), "label", "ink2", inner))
        column.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._edited)
        for side in BOTH:
            switch = Switch(self._theme, "", inner)
            switch.setObjectName(f"ready-{side}")
            self._ready[side] = switch
            column.addWidget(switch)
        column.addSpacing(6)
        column.addWidget(self._branding)
        column.addStretch()
        self.set_content(inner)

    def _name_parts(self) -> None:
        self._audience.setObjectName("audience")
        self._paper.setObjectName("paper")
        self._ink.setObjectName("ink")
        self._notes.setObjectName("room-notes")
        self._edit.setObjectName("edit-words")
        self._edit.set_size("medium")

    def _paper_and_ink(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        for name, choice in ((self.tr("Paper"), self._paper), (self.tr("Ink"), self._ink)):
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(Text(self._theme, name, "label", "ink2", parent))
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(column)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self._audience.chosen.connect(self._on_audience)
        self._pages.switched.connect(self._on_switched)
        self._pages.moved.connect(self._on_moved)
        self._since.chosen.connect(self._on_since)
        self._paper.chosen.connect(self._on_option)
        self._ink.chosen.connect(self._on_option)
        self._notes.clicked.connect(self._on_option)
        self._branding.chosen.connect(self.chosen)
        self._branding.named.connect(self.named)
        self._edit.clicked.connect(self.words_wanted)
        for switch in self._ready.values():
            switch.clicked.connect(self._on_ready)
