"""Two more sheets of the gallery: what a meeting is made of, and the charts that look back and ahead."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.board_facts import CardFacts, ColumnFacts
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.action_card import ActionCard
from readiness.ui.widgets.agree_row import AgreeRow
from readiness.ui.widgets.bridge_chart import Bridge, BridgeBar, BridgeChart
from readiness.ui.widgets.carry_age import CarryAge, CarryAgeValue
from readiness.ui.widgets.change_list import ChangeList, ChangeRow
from readiness.ui.widgets.closing_effect import ClosingEffect, ClosingEffectValue, EffectRow
from readiness.ui.widgets.contributions import Contributions, Giving, GivingList
from readiness.ui.widgets.dumbbells import Dumbbell, DumbbellList, Dumbbells
from readiness.ui.widgets.heat_grid import HeatGrid, HeatMap
from readiness.ui.widgets.heat_model import HeatCell, HeatRow
from readiness.ui.widgets.minute_bars import MinuteBars, MinuteRow
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.perspective_lane import PerspectiveLane
from readiness.ui.widgets.perspective_switch import LanePart, PerspectiveSwitch
from readiness.ui.widgets.promise_bar import PromiseBar, PromiseShare
from readiness.ui.widgets.quarter_head import QuarterHead
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.slope_chart import Slope, SlopeChart, SlopeLine
from readiness.ui.widgets.trend_chart import TrendChart, TrendLine, TrendMark

VIEWS: Final = (
    SideView(side="engineering", name="Engineering", level=1, sureness="evidenced"),
    SideView(side="product", name="Product", level=3, sureness="guess", is_expectation=True),
)
LANES: Final = (
    LanePart(lane="agreed", name="Together", words="answering", state="answering"),
    LanePart(lane="engineering", name="Engineering", words="answered", state="answered"),
    LanePart(lane="product", name="Product", words="not asked here", state="not_asked"),
)
MINUTES: Final = (
    MinuteRow(key="frame", name="Frame", planned=5, used=4),
    MinuteRow(key="ARC", name="Architecture", planned=25, used=31),
    MinuteRow(key="DAT", name="Data", planned=20, used=6, is_current=True),
    MinuteRow(key="GRO", name="Growth", planned=20),
)
AGE: Final = CarryAgeValue(
    quarters=(("2026‑Q1", "given"), ("2026‑Q2", "carried"), ("2026‑Q3", "now")),
    finding="Given in 2026‑Q1, carried in 2026‑Q2, now asked",
)
EFFECT: Final = ClosingEffectValue(
    rows=(
        EffectRow(name="Closed now", score=43.6, displayed=44, low=21, high=68),
        EffectRow(name="Facts found, all at level 4", score=66, displayed=66, low=60, high=72),
        EffectRow(name="Nothing answered"),
    ),
    needed=61,
    needed_words="10×",
    finding="Closed now, the plausible range is 21–68",
)
CELLS: Final = tuple(
    HeatCell(
        key=f"T{band}",
        name=name,
        shown=str(20 * band + 8),
        band=band,
        word="weak" if not band else "",
        is_weak=not band,
    )
    for band, name in enumerate(("Failure scenarios", "Latency", "Coupling", "Capacity", "Release"))
)
HEAT: Final = HeatMap(
    rows=(
        HeatRow(key="ARC", name="Architecture", words="48", cells=CELLS),
        HeatRow(
            key="DAT", name="Data", words="none", cells=(HeatCell(key="N", name="Stores", word="not asked"),)
        ),
    ),
    bands=("Exposed", "Fragile", "Holding", "Sound", "Proven"),
    finding="One topic is exposed",
)
BRIDGE: Final = Bridge(
    before=41,
    after=48,
    before_name="2026‑Q2",
    after_name="2026‑Q3",
    bars=(
        BridgeBar(name="Architecture", note="3 answers", words="+9", start=41, end=50, is_team=True),
        BridgeBar(name="Data", note="1 answer", words="−3", start=50, end=47, is_team=True),
        BridgeBar(name="Questionnaire", note="2 new questions", words="+1", start=47, end=48, is_noise=True),
    ),
    table=(("Architecture", "3 answers", "+9"), ("Data", "1 answer", "−3")),
    finding="Seven points up, nine of them by the team",
)
TREND: Final = TrendLine(
    marks=(
        TrendMark(name="2025‑Q4", value=35, reported=35, known=58, people=5),
        TrendMark(name="2026‑Q1", value=None, reported=None),
        TrendMark(name="2026‑Q2", value=41, reported=42, known=66, people=6),
        TrendMark(name="2026‑Q3", value=48, reported=48, known=70, people=6, step="2×"),
    ),
    gaps=(0, 1, 2, 3),
    chosen=(2, 3),
    finding="Up 13 points in four quarters",
)
SLOPE: Final = Slope(
    before="2026‑Q2",
    after="2026‑Q3",
    lines=(
        SlopeLine(name="Architecture", before=38, after=52, words="38 → 52", is_said=True),
        SlopeLine(name="Data", before=46, after=43, words="46 → 43"),
        SlopeLine(name="Growth", before=30, after=31, words="30 → 31"),
    ),
    finding="Architecture moved most",
)
GIVING: Final = GivingList(
    rows=(
        Giving(
            key="ARC-01",
            name="One component fails",
            state="level 1",
            points=1.2,
            most=4.8,
            points_words="1.2",
            most_words="4.8",
            share_words="25 %",
        ),
        Giving(
            key="DAT-04",
            name="A name of sixty characters that nobody could agree to shorten",
            state="don’t know",
            points=0,
            most=6,
            points_words="0",
            most_words="6",
            share_words="0 %",
        ),
    ),
    shown=2,
    finding="Two answers make the score",
)
APART: Final = DumbbellList(
    rows=(
        Dumbbell(key="ARC-11", name="Excess requests", product=3, engineering=1, words="2 apart"),
        Dumbbell(key="GRO-01", name="Growth target", product=2, engineering=2, words="same"),
    ),
    shown=2,
    index="1 of 2",
    finding="One question is two levels apart",
)
KEPT: Final = (
    PromiseShare(key="moved", words="kept", count=4),
    PromiseShare(key="still", words="late", count=3),
    PromiseShare(key="unseen", words="not seen", count=1),
)
CARDS: Final = (
    CardFacts(
        key="a",
        title="Shed load at every entrance",
        gain="+3",
        who="Platform",
        weeks="4 wk",
        state="in progress",
    ),
    CardFacts(
        key="b",
        title="Split the write path of the stock counter, with everything that hangs on it",
        gain="+2",
        who="nobody",
        weeks="6 wk",
        after="after “Shed load at every entrance”",
        conflict="It needs what comes a quarter later.",
        is_fixed=True,
    ),
    CardFacts(key="c", title="Spike test at 8×", gain="+1", who="QA", weeks="1 wk", is_out=True),
)


def _quarter(name: str, used: float, rest: str) -> ColumnFacts:
    return ColumnFacts(
        key=name,
        title=name,
        months="Oct–Dec",
        used=used,
        capacity=8,
        load=f"{used:g} of 8 person-weeks",
        short_load=f"{used:g} of 8",
        rest=rest,
        is_over=used > 8,
        score=49,
        step="2×",
        tried_score=None,
        cards=CARDS,
        spoken=name,
    )


def _panel(theme: Theme, heading: str, *widgets: QWidget) -> Panel:
    panel = Panel(theme, heading)
    for widget in widgets:
        panel.body.addWidget(widget)
    panel.body.addStretch()
    return panel


def _pairs(ground: QWidget, *panels: Panel) -> None:
    column = QVBoxLayout(ground)
    column.setContentsMargins(32, 16, 32, 16)
    column.setSpacing(14)
    for place in range(0, len(panels), 2):
        row = QHBoxLayout()
        row.setSpacing(14)
        for panel in panels[place : place + 2]:
            row.addWidget(panel, 1)
        column.addLayout(row)
    column.addStretch()


def meeting(theme: Theme, icons: Icons, ground: QWidget) -> None:
    """Show who answers, what both said, what is agreed, and how the time goes."""
    del icons
    lane, switch = PerspectiveLane(theme), PerspectiveSwitch(theme)
    lane.show_views(VIEWS)
    switch.show_parts(LANES)
    agreed, offered = AgreeRow(theme), AgreeRow(theme)
    agreed.show_agreed(2, offered=None, is_open=False)
    offered.show_agreed(None, offered=1, is_open=True)
    minutes, age, effect = MinuteBars(theme), CarryAge(theme), ClosingEffect(theme)
    minutes.show_rows(MINUTES)
    age.set_value(AGE)
    effect.set_value(EFFECT)
    cards = [ActionCard(theme, facts, ground) for facts in CARDS]
    heads = [QuarterHead(theme, ground) for _ in range(2)]
    heads[0].set_facts(_quarter("2026‑Q4", 8, "full"), 10)
    heads[1].set_facts(_quarter("2027‑Q1", 10, "2 over"), 10)
    _pairs(
        ground,
        _panel(theme, "Who answers", switch, lane),
        _panel(theme, "Agreed", agreed, offered, age),
        _panel(theme, "Minutes, planned and used", minutes),
        _panel(theme, EFFECT.finding, effect),
        _panel(theme, "Actions", *cards),
        _panel(theme, "Quarters", *heads),
    )


def looking_back(theme: Theme, icons: Icons, ground: QWidget) -> None:
    """Show what changed, what gives, and where the sides differ."""
    del icons
    heat, bridge, trend, slope = HeatGrid(theme), BridgeChart(theme), TrendChart(theme), SlopeChart(theme)
    giving, apart, kept = Contributions(theme), Dumbbells(theme), PromiseBar(theme)
    heat.set_value(HEAT)
    bridge.set_value(BRIDGE)
    trend.set_value(TREND)
    slope.set_value(SLOPE)
    giving.set_value(GIVING)
    apart.set_value(APART)
    kept.set_value(KEPT, "Four of eight promises kept")
    changes = ChangeList(theme, "changes")
    changes.set_rows("Went up", (ChangeRow(name="Coupling", value="1 → 2", note="on evidence"),))
    _pairs(
        ground,
        _panel(theme, HEAT.finding, heat),
        _panel(theme, BRIDGE.finding, bridge),
        _panel(theme, TREND.finding, trend),
        _panel(theme, SLOPE.finding, slope),
        _panel(theme, GIVING.finding, giving),
        _panel(theme, APART.finding, apart),
        _panel(theme, "Four of eight promises kept", kept),
        _panel(theme, "Changes", changes),
    )
