"""What each desktop says about motion."""

from pathlib import Path

import pytest

from readiness.ui import system_motion
from readiness.ui import theme as theme_module
from readiness.ui.system_motion import on_a_free_desktop
from readiness.ui.theme import Theme


def kept(folder: Path, name: str, text: str) -> dict[str, str]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(folder)}


def test_gtk_without_animations_asks_for_less_motion(tmp_path: Path) -> None:
    told = kept(tmp_path, "gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n")
    assert on_a_free_desktop(told)


def test_gtk_with_animations_asks_for_nothing(tmp_path: Path) -> None:
    assert not on_a_free_desktop(
        kept(tmp_path, "gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n")
    )


def test_kde_with_instant_animations_asks_for_less_motion(tmp_path: Path) -> None:
    told = kept(tmp_path, "kdeglobals", "[KDE]\nAnimationDurationFactor=0\n")
    assert on_a_free_desktop(told | {"XDG_CURRENT_DESKTOP": "KDE"})


def test_gnome_is_asked_where_no_file_says_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_motion, "_gnome_says", lambda: "false")
    assert on_a_free_desktop({"XDG_CONFIG_HOME": str(tmp_path), "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"})


@pytest.mark.parametrize("text", ["", "no file of ours", "[Settings]\n", "[Settings"])
def test_what_cannot_be_read_asks_for_nothing(tmp_path: Path, text: str) -> None:
    assert not on_a_free_desktop(kept(tmp_path, "gtk-4.0/settings.ini", text))


def test_the_theme_does_as_the_system_asks_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "wants_less_motion", lambda: True)
    theme = Theme()
    name = next(name for name, long in theme.tokens.motion.items() if long)
    theme.set_motion("system")
    assert theme.duration(name) == 0
    theme.set_motion("full")
    assert theme.duration(name) > 0
