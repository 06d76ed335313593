"""The theme: colours, zoom, and how a switch reaches what is on the screen."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from readiness.ui.theme import ZOOM_STEPS, Theme, parse_color
from readiness.ui.tokens import read_tokens
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("qapp")


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colors_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    places = product(range(0, image.width(), 2), range(0, image.height(), 2))
    return {image.pixelColor(x, y).name() for x, y in places}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "ink2", "ink3"])
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken"])
def test_text_can_be_read_on_every_ground(mode: str, text: str, ground: str) -> None:
    theme = Theme("dark" if mode == "dark" else "light")
    assert _contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_ramp_cell_prints_a_readable_number(mode: str) -> None:
    theme = Theme("dark" if mode == "dark" else "light")
    assert all(_contrast(*theme.ramp(band)) >= 4.5 for band in range(5))


def test_a_switch_recolours_what_is_shown(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Resume", "primary")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert "#0f5a78" in _colors_of(button)
    theme.set_choice("dark")
    assert "#74c5e0" in _colors_of(button)
    assert "#0f5a78" not in _colors_of(button)


def test_a_switch_reaches_palette_and_style_sheet(qapp: QApplication, theme: Theme) -> None:
    theme.set_choice("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#10161C")
    assert "#19212a" in qapp.styleSheet()
    assert "@" not in qapp.styleSheet()


def test_changed_is_sent_once_a_switch(theme: Theme) -> None:
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.mode))
    theme.set_choice("dark")
    theme.set_choice("dark")
    assert heard == ["dark"]


def test_the_system_is_followed_until_the_user_picks(qapp: QApplication) -> None:
    theme = Theme("system")
    theme.apply(qapp)
    shown: list[str] = []
    theme._on_scheme_changed(Qt.ColorScheme.Dark)
    shown.append(theme.mode)
    theme.set_choice("light")
    theme._on_scheme_changed(Qt.ColorScheme.Light)
    theme._on_scheme_changed(Qt.ColorScheme.Dark)
    shown.append(theme.mode)
    assert shown == ["dark", "light"]


def test_zoom_scales_text_and_the_room_it_takes(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "Systems", "page")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.set_zoom(1.5)
    assert theme.font("body").pixelSize() == 24
    assert label.sizeHint().width() > before.width() * 1.4
    assert label.sizeHint().height() == round(before.height() * 1.5)


def test_zoom_stops_at_its_ends() -> None:
    theme = Theme("light")
    for _ in range(20):
        theme.zoom_in()
    assert theme.zoom == ZOOM_STEPS[-1]
    for _ in range(20):
        theme.zoom_out()
    assert theme.zoom == ZOOM_STEPS[0]
    theme.zoom_reset()
    assert theme.zoom == 1.0


def test_every_colour_of_the_tokens_can_be_painted() -> None:
    for mode, colors in read_tokens().colors.items():
        for name, text in colors.items():
            assert parse_color(text).isValid(), (mode, name)


def test_reduced_motion_leaves_no_duration() -> None:
    theme = Theme("light")
    assert theme.duration("quick") == 120
    theme.set_reduced_motion(reduced=True)
    assert theme.duration("quick") == 0


def test_the_shipped_faces_are_used(theme: Theme) -> None:
    assert theme.font("body").family() == "Readiness Inter"
    assert theme.font("prompt").family() == "Readiness Inter Display"
    widths = {theme.metrics("body").horizontalAdvance(str(digit)) for digit in range(10)}
    assert len(widths) == 1, "columns of numbers line up only with tabular figures"
