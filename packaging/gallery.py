"""Paint every widget in its states, light and dark, into ``out/gallery``: for eyes, not for tests.

``python packaging/gallery.py [folder]``; put a sheet beside the pictures of the design and compare.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gallery_meeting import looking_back, meeting
from gallery_values import (
    BREAKS,
    KNOWN,
    LADDERS,
    LEVELS,
    NO_SCORE,
    PILLARS,
    PLAN,
    SCORE,
    SCORES,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui import fonts
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.app_rail import AppRail
from readiness.ui.widgets.breaks_first import BreaksFirst
from readiness.ui.widgets.bullets import Bullets
from readiness.ui.widgets.button import Button, Kind
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.check_box import CheckBox
from readiness.ui.widgets.chip import Chip
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.coverage_bars import CoverageBars
from readiness.ui.widgets.empty_home_art import EmptyHomeArt
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.focus_ring import FocusRing
from readiness.ui.widgets.growth_ladder import GrowthLadder
from readiness.ui.widgets.growth_target_bar import GrowthTargetBar
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.limit_factor_bar import LimitFactor, LimitFactorBar
from readiness.ui.widgets.message_bar import Message, MessageBar
from readiness.ui.widgets.mini_ladder import MiniLadder, MiniLadderValue
from readiness.ui.widgets.page_tabs import PageTabs
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.question_head import Heading, QuestionHead
from readiness.ui.widgets.saved_indicator import SavedIndicator
from readiness.ui.widgets.score_hero import Hero, ScoreHero
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.sparkline import Sparkline
from readiness.ui.widgets.sure_control import SureControl
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_area import TextArea
from readiness.ui.widgets.topic_rail import TopicRail

Sheet = Callable[[Theme, Icons, QWidget], None]


def _ground(width: int, height: int) -> QWidget:
    ground = QWidget()
    ground.setProperty("surface", "paper")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    ground.resize(width, height)
    return ground


def _row(widgets: Sequence[QWidget], space: int = 14) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(space)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _column(ground: QWidget, margin: int = 32) -> QVBoxLayout:
    column = QVBoxLayout(ground)
    column.setContentsMargins(margin, 16, margin, 16)
    column.setSpacing(14)
    return column


def _panel(theme: Theme, heading: str, *widgets: QWidget) -> Panel:
    panel = Panel(theme, heading)
    for widget in widgets:
        panel.body.addWidget(widget)
        panel.body.addSpacing(6)
    panel.body.addStretch()
    return panel


def controls(theme: Theme, icons: Icons, ground: QWidget) -> None:
    column = _column(ground)
    column.addLayout(_row(_header(theme, icons), 24))
    column.addLayout(_row(_buttons(theme)))
    column.addLayout(_row(_hinted(theme, icons)))
    column.addLayout(_row(_choices(theme)))
    column.addLayout(_row(_chips(theme)))
    column.addLayout(_row(_fields(theme, icons)))
    rows = [
        ChoiceRow(theme, "Quick check", "15 questions, no growth ceiling"),
        ChoiceRow(theme, "Full", "74"),
    ]
    rows[1].setChecked(True)
    panel = _panel(theme, "Questions", *rows)
    panel.set_heading("Questions", "locked once the first answer is in")
    panel.set_number(4)
    column.addWidget(panel)
    for message in _messages():
        bar = MessageBar(theme, icons)
        bar.show_message(message)
        column.addWidget(bar)
    column.addStretch()


def _header(theme: Theme, icons: Icons) -> list[QWidget]:
    quarter = Select(theme, "Quarter")
    quarter.set_options((("q3", "2026‑Q3"), ("q2", "2026‑Q2")))
    tabs = PageTabs(theme)
    tabs.set_tabs((("assess", "Assess"), ("results", "Results"), ("report", "Report")))
    tabs.set_current("results")
    tabs.set_tab_enabled("report", False, "No answer yet")
    tabs.setFixedHeight(76)
    saved, unsaved = SavedIndicator(theme, icons), SavedIndicator(theme, icons)
    saved.show_saved("10:42")
    unsaved.show_unsaved("10:42")
    return [Text(theme, "Checkout API", "page"), quarter, tabs, saved, unsaved]


def _buttons(theme: Theme) -> list[QWidget]:
    kinds: tuple[Kind, ...] = ("primary", "plain", "quiet", "link")
    made: list[QWidget] = []
    for kind in kinds:
        usual, pressed, off = (Button(theme, "Resume", kind) for _ in range(3))
        pressed.setDown(True)
        off.setEnabled(False)
        made += [usual, pressed, off]
    return made


def _hinted(theme: Theme, icons: Icons) -> list[QWidget]:
    sample, own = Button(theme, "Try the sample", "primary"), Button(theme, "Start your own")
    for button, key in ((sample, "Enter"), (own, "N")):
        button.set_size("huge")
        button.set_key(key)
    sample.setObjectName("focused")
    export = Button(theme, "Export PDF", "primary")
    export.set_icon(icons, "export")
    export.set_key("Ctrl E")
    unknown, absent = Button(theme, "Don’t know"), Button(theme, "Does not apply")
    unknown.set_key("D")
    absent.set_key("X")
    absent.set_chosen(True)
    small = Button(theme, "Show as table")
    small.set_size("small")
    small.set_key("T")
    return [sample, own, export, unknown, absent, small]


def _choices(theme: Theme) -> list[QWidget]:
    off, on, never = (Switch(theme, text) for text in ("off", "on", "disabled"))
    on.setChecked(True)
    never.setEnabled(False)
    sure = SureControl(theme)
    sure.set_value("informed")
    empty, ticked = CheckBox(theme, "Peak event"), CheckBox(theme, "Data platform")
    ticked.setChecked(True)
    return [off, on, never, sure, empty, ticked]


def _chips(theme: Theme) -> list[QWidget]:
    chosen = Chip(theme, "2026‑Q3")
    chosen.setChecked(True)
    breaks = Chip(theme, "Breaks first: Data · write contention", "attention")
    return [breaks, chosen, Chip(theme, "2026‑Q2"), Chip(theme, "Guess", "guess"), KeyHint(theme, "Alt ↑ ↓")]


def _fields(theme: Theme, icons: Icons) -> list[QWidget]:
    empty, fixed, faulty = (Field(theme, "") for _ in range(3))
    empty.setPlaceholderText("Add a note")
    fixed.setText("Peak-day lock report")
    fixed.setReadOnly(True)
    note = TextArea(theme, "")
    note.set_text("Lock waits hit 900 ms on 14 June. The stock counter row is the hot spot.")
    made = [
        LabelledField(theme, icons, label, field)
        for label, field in (("Note", empty), ("Read-only", fixed), ("Level", faulty), ("Long note", note))
    ]
    made[0].set_key("N")
    made[2].set_error("Say what this level looks like")
    for field in made:
        field.setFixedWidth(300)
    return list(made)


def _messages() -> tuple[Message, ...]:
    return (
        Message(
            kind="error",
            title="Not saved since 10:42.",
            text="The disk is full. Your answers are kept in memory.",
            actions=(("elsewhere", "Save elsewhere"), ("again", "Try again")),
        ),
        Message(kind="attention", title="This file changed on another computer.", text="3 answers differ."),
        Message(kind="note", title="Removed “Spike test at 8×”.", actions=(("undo", "Undo"),)),
    )


def assess(theme: Theme, icons: Icons, ground: QWidget) -> None:
    del icons
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    rail = TopicRail(theme)
    rail.set_pillars(PILLARS)
    row.addWidget(rail)
    page = QWidget()
    row.addWidget(page, 1)
    column = _column(page, 40 if ground.width() > 1300 else 24)
    head = QuestionHead(theme)
    prompt = "How much of the product goes down when one component fails?"
    why = "A part that takes the rest with it sets the limit of everything. Growth finds it first."
    head.show_question(
        Heading(pillar="Data", topic="Coupling", place="question 1 of 3", prompt=prompt, why=why)
    )
    column.addWidget(head)
    agreed, guess = LevelRow(theme), LevelRow(theme)
    for levels in (agreed, guess):
        levels.set_levels(LEVELS)
        column.addWidget(levels)
    agreed.set_choice(1)
    guess.set_choice(3, "guess")
    guess.set_read_only(True)
    column.addStretch()


def results(theme: Theme, icons: Icons, ground: QWidget) -> None:
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    rail = AppRail(theme, icons)
    rail.add_item("home", "Home", "home")
    rail.add_item("help", "Help", "help", bottom=True)
    rail.add_item("settings", "Settings", "settings", bottom=True)
    rail.set_current("home")
    row.addWidget(rail)
    page = QWidget()
    row.addWidget(page, 1)
    column = _column(page)
    ladder = GrowthLadder(theme)
    ladder.set_value(PLAN)
    lead = _panel(theme, "Practices support 2×. The plan needs 10×.", ladder)
    lead.set_heading_style("page")
    column.addWidget(lead)
    breaks = BreaksFirst(theme)
    breaks.set_rows(BREAKS)
    scores, known = Bullets(theme), CoverageBars(theme)
    scores.set_value(SCORES)
    known.set_value(KNOWN)
    column.addLayout(
        _pair(_score(theme, SCORE), _panel(theme, "What breaks first", breaks)),
    )
    column.addLayout(_pair(_panel(theme, KNOWN.finding, known), _panel(theme, SCORES.finding, scores)))
    column.addStretch()


def _score(theme: Theme, value: Hero) -> Panel:
    hero = ScoreHero(theme)
    hero.set_value(value)
    return _panel(theme, "Readiness score", hero)


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    left.setFixedWidth(376)
    row.addWidget(left)
    row.addWidget(right, 1)
    return row


def ladders(theme: Theme, icons: Icons, ground: QWidget) -> None:
    del icons
    column = _column(ground)
    for heading, value in LADDERS:
        ladder = GrowthLadder(theme)
        ladder.set_value(value)
        column.addWidget(Text(theme, heading, "section"))
        column.addWidget(ladder)
    column.addStretch()


def small(theme: Theme, icons: Icons, ground: QWidget) -> None:
    del icons
    column = _column(ground)
    column.addWidget(EmptyHomeArt(theme), 0, Qt.AlignmentFlag.AlignHCenter)
    bars = [GrowthTargetBar(theme) for _ in range(4)]
    loads = ((10.0, "12,000 orders a minute"), (2.0, "2,400 orders a minute"), (80.0, "96,000"), (None, ""))
    for bar, (factor, load) in zip(bars, loads, strict=True):
        bar.set_value(factor, load)
    column.addWidget(_panel(theme, "Target", *bars))
    table = ChartView(theme, Bullets(theme))
    if isinstance(table.chart, Bullets):
        table.chart.set_value(SCORES)
    table.show_table(True)
    column.addLayout(_pair(_panel(theme, "Small", *_minis(theme)), _panel(theme, "As a table", table)))
    column.addWidget(_score(theme, NO_SCORE))
    column.addStretch()


def _minis(theme: Theme) -> list[QWidget]:
    made: list[QWidget] = []
    for value in (
        MiniLadderValue(practices=2, limit=1.3, tested=1.5),
        MiniLadderValue(practices=1, target=6),
        MiniLadderValue(practices=None),
        MiniLadderValue(practices=100),
    ):
        ladder = MiniLadder(theme)
        ladder.set_value(value)
        made.append(ladder)
    for factor, first in ((1.3, True), (11.0, False), (None, False)):
        bar = LimitFactorBar(theme)
        bar.set_value(LimitFactor(factor=factor, is_first=first))
        made.append(bar)
    line = Sparkline(theme)
    line.set_value((38, 35, None, 44, 50, 56), (20, 80))
    return [*made, line]


SHEETS: tuple[tuple[str, Sheet, int, int], ...] = (
    ("controls", controls, 1440, 1000),
    ("assess", assess, 1440, 900),
    ("assess-small", assess, 1180, 900),
    ("results", results, 1440, 980),
    ("ladders", ladders, 1290, 1100),
    ("ladders-small", ladders, 1040, 1100),
    ("small", small, 1180, 1300),
    ("meeting", meeting, 1440, 1200),
    ("looking-back", looking_back, 1440, 1500),
)


def paint(application: QApplication, folder: Path, theme: Theme, suffix: str) -> None:
    icons = Icons(theme)
    for name, sheet, width, height in SHEETS:
        ground = _ground(width, height)
        ring = FocusRing(theme, ground)
        sheet(theme, icons, ground)
        ground.show()
        application.processEvents()
        _focus(ground, ring)
        application.processEvents()
        ground.grab().save(str(folder / f"{name}-{suffix}.png"))
        ground.close()
        ground.deleteLater()


def _focus(ground: QWidget, ring: FocusRing) -> None:
    """Give one button the focus as the keyboard would, so that the ring is seen."""
    target = ground.findChild(Button, "focused")
    if target is not None:
        ground.activateWindow()
        ground.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        ring.raise_()


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "out/gallery")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    fonts.load()
    theme = Theme("light")
    theme.apply(application)
    paint(application, folder, theme, "light")
    theme.set_choice("dark")
    paint(application, folder, theme, "dark")
    theme.set_choice("light")
    theme.set_zoom(1.5)
    paint(application, folder, theme, "large")
    print(f"{folder}: {3 * len(SHEETS)} sheets")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
