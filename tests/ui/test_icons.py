"""The icons: all can be drawn, all follow the theme, all are licensed."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from readiness.paths import bundled
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme

NAMES = sorted(path.stem for path in bundled("assets", "icons").glob("*.svg"))


def _main_color(icons: Icons, name: str) -> str:
    image = icons.pixmap(name, "accent", 48).toImage()
    solid = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    return next(color.name() for color in solid if color.alpha() == 255)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_drawing(name: str) -> None:
    source = bundled("assets", "icons", f"{name}.svg").read_bytes()
    assert QSvgRenderer(QByteArray(source)).isValid()


def test_an_icon_takes_the_colour_of_the_theme(theme: Theme, icons: Icons) -> None:
    assert _main_color(icons, "home") == "#0f5a78"
    theme.set_choice("dark")
    assert _main_color(icons, "home") == "#74c5e0"


def test_the_mark_is_drawn_at_every_size(icons: Icons) -> None:
    sizes = {size.width() for size in icons.mark().availableSizes()}
    assert {16, 32, 256} <= sizes


def test_an_icon_is_sharp_on_dense_screens(icons: Icons) -> None:
    pixmap = icons.pixmap("home", "ink", 24, scale=2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (48, 2.0)


def test_the_licence_lies_beside_the_icons() -> None:
    text = bundled("assets", "icons", "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "lucide-static 1.62.0" in text
