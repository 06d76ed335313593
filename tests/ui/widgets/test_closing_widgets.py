"""The chart of closing, filter chips, and buttons that turn their row."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from spoken import spoken_description, spoken_name
from stage import Stage

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.button_row import ButtonRow
from readiness.ui.widgets.closing_effect import ClosingEffect, ClosingEffectValue, EffectRow
from readiness.ui.widgets.filter_chip import FilterChip

VALUE = ClosingEffectValue(
    rows=(
        EffectRow(name="Closed now", score=52.1, displayed=52, low=50.4, high=58.2),
        EffectRow(name="Facts found, all at level 2", low=33.0, high=59.0),
    ),
    needed=55.6,
    needed_words="mark for 10×: 56",
    finding="Closed now, the score is 52",
)


def test_the_chart_is_named_by_its_finding_and_described_by_its_values(stage: Stage, theme: Theme) -> None:
    chart = ClosingEffect(theme)
    chart.set_value(VALUE)
    stage(chart)
    assert spoken_name(chart) == "Closed now, the score is 52"
    assert spoken_description(chart) == (
        "Closed now, 52, 50–58, 56; Facts found, all at level 2, –, 33–59, 56"
    )


def test_the_scale_holds_every_case_and_the_mark(theme: Theme) -> None:
    chart = ClosingEffect(theme)
    chart.set_value(VALUE)
    low, high, step = chart._scale()
    assert (low, high, step) == (30, 60, 10)
    chart.set_value(ClosingEffectValue(rows=(EffectRow(name="Closed now", score=100, low=99.0, high=100.0),)))
    assert chart._scale() == (80, 100, 5)
    chart.set_value(ClosingEffectValue())
    assert chart._scale() == (0, 100, 20)


def test_a_chart_with_nothing_known_paints(stage: Stage, theme: Theme) -> None:
    chart = ClosingEffect(theme)
    chart.set_value(ClosingEffectValue(rows=(EffectRow(name="Closed now"),), finding="There is no score"))
    stage(chart)
    assert not chart.grab().isNull()
    assert chart.table().rows == (("Closed now", "–", "–", "–"),)


def test_a_filter_says_its_number_and_whether_it_is_on(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    chip = FilterChip(theme, "guess", "Guess")
    chip.set_count(12)
    stage(chip)
    assert spoken_name(chip) == "Guess, 12 questions, off"
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert spoken_name(chip) == "Guess, 12 questions, on"


def test_a_filter_that_finds_nothing_can_only_be_switched_off(theme: Theme) -> None:
    chip = FilterChip(theme, "guess", "Guess")
    assert not chip.isEnabled()
    chip.set_count(1)
    chip.setChecked(True)
    chip.set_count(0)
    assert chip.isEnabled()
    chip.setChecked(False)
    assert not chip.isEnabled()


def test_choosing_a_filter_moves_nothing(theme: Theme) -> None:
    chip = FilterChip(theme, "guess", "Guess")
    chip.set_count(12)
    off = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == off


def test_buttons_stand_one_under_another_where_they_have_no_room(
    qtbot: QtBot, stage: Stage, theme: Theme
) -> None:
    row = ButtonRow()
    buttons = [Button(theme, words) for words in ("Seal now", "Wait until 22 September")]
    for button in buttons:
        row.add(button)
    window = stage(row)
    window.resize(640, 200)
    qtbot.waitUntil(lambda: tops(buttons) == 1)
    window.resize(300, 200)
    qtbot.waitUntil(lambda: tops(buttons) == 2)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def tops(buttons: list[Button]) -> int:
    return len({button.y() for button in buttons})
