"""The other charts: a finding as name, a table for all, and missing is not zero."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from spoken import spoken_description, spoken_name
from stage import Stage, focused

from readiness.ui.theme import Theme
from readiness.ui.widgets.breaks_first import BreakRow, BreaksFirst
from readiness.ui.widgets.bullets import Bullet, BulletList, Bullets
from readiness.ui.widgets.chart import Chart
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.contributions import Contributions, Giving, GivingList
from readiness.ui.widgets.coverage_bars import Coverage, CoverageBars, CoverageRow
from readiness.ui.widgets.dumbbells import Dumbbell, DumbbellList, Dumbbells
from readiness.ui.widgets.empty_home_art import EmptyHomeArt
from readiness.ui.widgets.growth_target_bar import GrowthTargetBar
from readiness.ui.widgets.heat_grid import HeatGrid, HeatMap
from readiness.ui.widgets.heat_model import HeatCell, HeatRow
from readiness.ui.widgets.limit_factor_bar import LimitFactor, LimitFactorBar
from readiness.ui.widgets.mini_ladder import MiniLadder, MiniLadderValue
from readiness.ui.widgets.score_hero import Hero, ScoreHero
from readiness.ui.widgets.sparkline import Sparkline

SCORES = BulletList(
    rows=(
        Bullet(name="Data", score=38.6, low=32.5, high=56, needed=52, displayed=39, is_weakest=True),
        Bullet(name="Debt", needed=50, word="3 of 12 asked"),
    ),
    needed_words="mark for 10×",
    finding="Data is furthest behind",
)
KNOWN = Coverage(
    rows=(CoverageRow(name="Data", evidenced=5, informed=3, guess=1, unknown=1, total=12),),
    finding="10 of 12 known",
)
APART = DumbbellList(
    rows=(
        Dumbbell(key="ARC-11", name="Excess", product=3, engineering=1, words="2 apart", is_expectation=True),
        Dumbbell(key="GRO-01", name="Factor", product=2, engineering=2, words="same"),
    ),
    shown=2,
    index="index 0.25, an agenda item",
    finding="One answer two apart",
)
TOPICS = HeatMap(
    rows=(
        HeatRow(
            key="DAT",
            name="Data",
            words="Data, 40, Holding",
            cells=(
                HeatCell(
                    key="DAT.QRY", name="Query health", shown="67", band=3, words="Data, Query health, 67"
                ),
                HeatCell(
                    key="DAT.DST",
                    name="Load",
                    shown="32",
                    band=1,
                    word="Exposed",
                    is_weak=True,
                    words="Load, 32",
                ),
                HeatCell(key="DAT.LIF", name="Life", word="not asked", words="Life, not asked"),
            ),
        ),
        HeatRow(
            key="DEB",
            name="Debt",
            words="Debt, 50",
            cells=(HeatCell(key="DEB.VIS", name="Visible", shown="50", band=2, words="Visible, 50"),),
        ),
    ),
    bands=("Fragile", "Exposed", "Holding", "Solid", "Strong"),
    finding="One topic stands below Holding, in Data",
)
GIVEN = GivingList(
    rows=(
        Giving(
            key="ARC-04",
            name="Doubling",
            state="3 In place",
            points=30.0,
            most=40.0,
            points_words="30.0",
            most_words="40.0",
            share_words="40.0 %",
        ),
        Giving(
            key="DAT-03",
            name="Locks",
            state="don’t know",
            points=0.0,
            most=60.0,
            points_words="0.0",
            most_words="60.0",
            share_words="60.0 %",
        ),
    ),
    shown=2,
    finding="Two answers make it",
)


def _bullets(theme: Theme) -> Chart:
    chart = Bullets(theme)
    chart.set_value(SCORES)
    return chart


def _coverage(theme: Theme) -> Chart:
    chart = CoverageBars(theme)
    chart.set_value(KNOWN)
    return chart


def _hero(theme: Theme) -> Chart:
    chart = ScoreHero(theme)
    chart.set_value(Hero(displayed=52, label="Holding", band=2, range_words="likely 43–61", score=52.3))
    return chart


def _mini(theme: Theme) -> Chart:
    chart = MiniLadder(theme)
    chart.set_value(MiniLadderValue(practices=2, limit=1.3, tested=1.5))
    return chart


def _limit(theme: Theme) -> Chart:
    chart = LimitFactorBar(theme)
    chart.set_value(LimitFactor(factor=1.3, is_first=True))
    return chart


def _target(theme: Theme) -> Chart:
    chart = GrowthTargetBar(theme)
    chart.set_value(10, "12,000 orders a minute")
    return chart


def _views(theme: Theme) -> Chart:
    chart = Dumbbells(theme)
    chart.set_value(APART)
    return chart


def _heat(theme: Theme) -> Chart:
    chart = HeatGrid(theme)
    chart.set_value(TOPICS)
    return chart


def _gives(theme: Theme) -> Chart:
    chart = Contributions(theme)
    chart.set_value(GIVEN)
    return chart


def _spark(theme: Theme) -> Chart:
    chart = Sparkline(theme)
    chart.set_value((38, None, 35.5))
    return chart


ALL: list[Callable[[Theme], Chart]] = [
    _bullets,
    _coverage,
    _hero,
    _mini,
    _limit,
    _target,
    _spark,
    _views,
    _heat,
    _gives,
]
NAMES: dict[Callable[[Theme], Chart], str] = {
    _bullets: "Data is furthest behind",
    _coverage: "10 of 12 known",
    _hero: "Score 52, Holding, likely 43–61",
    _mini: "Tested to 1.5×. First known limit 1.3×. Practices support 2×. Target 10×.",
    _limit: "1.3× of 10×, smallest",
    _target: "Target 10×, 12,000 orders a minute",
    _spark: "38, none, 36",
    _views: "One answer two apart",
    _heat: "One topic stands below Holding, in Data",
    _gives: "Two answers make it",
}


@pytest.mark.parametrize("make", ALL)
def test_a_chart_has_a_name_values_and_a_table(
    qtbot: QtBot, theme: Theme, make: Callable[[Theme], Chart]
) -> None:
    chart = make(theme)
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    table = chart.table()
    assert spoken_name(chart) == NAMES[make]
    assert spoken_description(chart)
    assert all(len(row) == len(table.headers) for row in table.rows)
    assert not chart.grab().isNull()


@pytest.mark.parametrize("make", ALL)
def test_a_chart_is_repainted_in_the_dark(qtbot: QtBot, theme: Theme, make: Callable[[Theme], Chart]) -> None:
    chart = make(theme)
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    light = chart.grab().toImage()
    theme.set_choice("dark")
    assert chart.grab().toImage() != light


def test_too_little_known_is_a_word_and_not_a_zero(qtbot: QtBot, theme: Theme) -> None:
    chart = _bullets(theme)
    qtbot.addWidget(chart)
    assert chart.table().rows == (("Data", "39", "33–56", "52"), ("Debt", "3 of 12 asked", "–", "50"))


def test_no_score_yet_is_said(qtbot: QtBot, theme: Theme) -> None:
    hero = ScoreHero(theme)
    qtbot.addWidget(hero)
    hero.set_value(Hero(range_words="likely 33–59", low=33, high=59, note="31 of 74 asked"))
    assert spoken_name(hero) == "No score yet, likely 33–59, 31 of 74 asked"


def test_what_is_not_asked_is_counted_apart(qtbot: QtBot, theme: Theme) -> None:
    chart = _coverage(theme)
    qtbot.addWidget(chart)
    assert chart.table().rows == (("Data", "5", "3", "1", "1", "2", "12"),)


def test_an_unknown_limit_has_no_factor(qtbot: QtBot, theme: Theme) -> None:
    bar = LimitFactorBar(theme)
    qtbot.addWidget(bar)
    bar.set_value(LimitFactor(factor=None))
    assert spoken_name(bar) == "not known"


def test_a_chart_swaps_with_its_table(stage: Stage, theme: Theme) -> None:
    view = ChartView(theme, _bullets(theme))
    stage(view)
    view.toggle_table()
    model = view.table.model()
    root = QModelIndex()
    assert view.is_table
    assert not view.chart.isVisible()
    assert spoken_name(view.table) == "Data is furthest behind"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert [model.index(0, column).data() for column in range(model.columnCount(root))] == [
        "Data",
        "39",
        "33–56",
        "52",
    ]
    view.toggle_table()
    assert view.chart.isVisible()


ROWS = (
    BreakRow(key="limit", factor="1.3×", title="Database connections", consequence="Orders stop."),
    BreakRow(key="DAT-04", factor="2×", title="Headroom", consequence="x " * 200, note="Data platform"),
)


def test_what_breaks_first_opens_by_keyboard(stage: Stage, qtbot: QtBot, theme: Theme) -> None:
    rows = BreaksFirst(theme)
    stage(rows)
    rows.set_rows(ROWS)
    QApplication.processEvents()
    first = rows.findChild(QWidget, "breaks-limit")
    assert first is not None
    assert spoken_name(first) == "1.3×, Database connections, Orders stop."
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["DAT-04"]


def test_bars_that_lead_somewhere_are_walked_and_opened_by_keyboard(
    stage: Stage, qtbot: QtBot, theme: Theme
) -> None:
    chart = Bullets(theme)
    rows = (
        Bullet(name="Data", key="DAT", score=39, displayed=39, last=33.2, change="rose 5.8, clear"),
        Bullet(name="Debt", key="DEB", score=50, displayed=50),
    )
    chart.set_value(BulletList(rows=rows, last_words="2026-Q2, like for like", needed_words="what 10× needs"))
    stage(chart)
    first = chart.findChild(QWidget, "bullet-DAT")
    assert first is not None
    assert spoken_name(first) == "Data 39, what 10× needs –, 2026-Q2, like for like 33, rose 5.8, clear"
    assert chart.table().headers[-2:] == ("2026-Q2, like for like", "Change")
    assert chart.table().rows[1][-2:] == ("–", "–")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["DEB"]


def test_rows_keep_the_focus_when_only_their_figures_change(stage: Stage, theme: Theme) -> None:
    chart = Bullets(theme)
    chart.set_value(BulletList(rows=(Bullet(name="Data", key="DAT", displayed=39),)))
    stage(chart)
    row = chart.findChild(QWidget, "bullet-DAT")
    assert row is not None
    row.setFocus()
    chart.set_value(BulletList(rows=(Bullet(name="Data", key="DAT", displayed=40),)))
    assert row.hasFocus()
    assert spoken_name(row) == "Data 40"


def test_an_expectation_is_said_as_one(stage: Stage, theme: Theme) -> None:
    chart = _views(theme)
    stage(chart)
    row = chart.findChild(QWidget, "apart-ARC-11")
    assert row is not None
    assert spoken_name(row) == "Excess, Product expects 3, Engineering knows 1, 2 apart"
    assert chart.table().rows == (
        ("ARC-11 Excess", "expects 3", "1", "2 apart"),
        ("GRO-01 Factor", "2", "2", "same"),
    )


def test_arrows_pass_over_what_is_empty_in_the_heat_map(stage: Stage, qtbot: QtBot, theme: Theme) -> None:
    chart = HeatGrid(theme)
    chart.set_value(TOPICS)
    window = stage(chart)
    window.resize(1000, 300)
    chart.view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(chart.view, key)
    assert chart.view.currentIndex().data() == "Load"  # nothing stands under it
    with qtbot.waitSignal(chart.chosen) as chosen:
        QTest.keyClick(chart.view, Qt.Key.Key_Return)
    assert chosen.args == ["DAT.DST"]


def test_topics_wrap_where_the_heat_map_is_narrow_and_the_focus_stays_on_its_topic(
    stage: Stage, theme: Theme
) -> None:
    chart = HeatGrid(theme)
    chart.set_value(TOPICS)
    window = stage(chart)
    window.resize(1000, 400)
    QApplication.processEvents()
    model = chart.view.model()
    assert model.rowCount() == 2
    chart.view.setCurrentIndex(model.index(0, 3))
    window.resize(480, 400)
    QApplication.processEvents()
    assert model.rowCount() == 3
    assert chart.view.currentIndex().data() == "Life"
    assert chart.heightForWidth(480) > chart.heightForWidth(1000)


def test_nothing_that_breaks_is_said_in_words(stage: Stage, theme: Theme) -> None:
    rows = BreaksFirst(theme)
    stage(rows)
    rows.set_rows(ROWS)
    QApplication.processEvents()
    assert not rows._nothing.isVisible()
    rows.set_rows(())
    assert rows._nothing.isVisible()


def test_the_picture_of_the_first_run_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    art = EmptyHomeArt(theme)
    qtbot.addWidget(art)
    assert spoken_name(art) == "Steps climbing to a ceiling"
    assert not art.grab().isNull()
