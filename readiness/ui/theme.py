"""How everything looks: tokens → palette, one style sheet, fonts and colours for painters."""

import re
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from readiness.paths import bundled
from readiness.ui.system_motion import wants_less_motion
from readiness.ui.tokens import Mode, Tokens, TypeStyle, read_tokens

Choice = Literal["system", "light", "dark"]
Motion = Literal["system", "full", "reduced"]

ZOOM_STEPS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

_RGBA: Final = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
_TOKEN: Final = re.compile(r"@([A-Za-z0-9]+)")
_SCALED: Final = re.compile(r"(\d+(?:\.\d+)?)sp\b")

_ROLES: Final = (
    (QPalette.ColorRole.Window, "paper"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "hover"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "error"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "onAccent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line2"),
    (QPalette.ColorRole.Shadow, "line2"),
)
_MUTED: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """The one source of colours, fonts and measures; widgets get it in their constructor.

    ``changed`` is sent after the mode, the zoom or the key hints changed and the application looks new.
    """

    changed = Signal()

    def __init__(self, choice: Choice = "system", zoom: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = read_tokens()
        self._choice: Choice = choice
        self._zoom = zoom
        self._system: Mode = "light"
        self._single_keys = True
        self._motion: Motion = "full"
        self._template = bundled("assets", "theme.qss").read_text(encoding="utf-8")
        self._colors: dict[tuple[Mode, str], QColor] = {}
        self._fonts: dict[tuple[str, int, float], QFont] = {}

    # What is asked for

    @property
    def choice(self) -> Choice:
        """What the user picked."""
        return self._choice

    @property
    def mode(self) -> Mode:
        """What is shown."""
        return self._system if self._choice == "system" else self._choice

    @property
    def zoom(self) -> float:
        """The factor of all text and of what holds text."""
        return self._zoom

    @property
    def single_keys(self) -> bool:
        """Whether single keys work, and so whether their hints are shown."""
        return self._single_keys

    def set_choice(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        if choice != self._choice:
            before = self.mode
            self._choice = choice
            if self.mode != before:
                self._refresh()

    def set_zoom(self, zoom: float) -> None:
        """Scale all text; kept between the smallest and largest step."""
        kept = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        if kept != self._zoom:
            self._zoom = kept
            self._refresh()

    def zoom_in(self) -> None:
        """Take the next larger step."""
        self.set_zoom(next((step for step in ZOOM_STEPS if step > self._zoom), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Take the next smaller step."""
        self.set_zoom(next((step for step in reversed(ZOOM_STEPS) if step < self._zoom), ZOOM_STEPS[0]))

    def zoom_reset(self) -> None:
        """Show text at its designed size."""
        self.set_zoom(1.0)

    def set_single_keys(self, *, work: bool) -> None:
        """Show or hide the hints of single keys."""
        if work != self._single_keys:
            self._single_keys = work
            self.changed.emit()

    def set_motion(self, motion: Motion) -> None:
        """Move, jump to end states instead, or do as the system asks."""
        self._motion = motion

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Jump to end states instead of moving."""
        self.set_motion("reduced" if reduced else "full")

    # What painters ask

    @property
    def tokens(self) -> Tokens:
        """The plain values behind this theme."""
        return self._tokens

    def color(self, token: str) -> QColor:
        """Return a colour of the mode that is shown."""
        return QColor(self._color(self.mode, token))

    def ramp(self, band: int) -> tuple[QColor, QColor]:
        """Return fill and text colour of a level or band, 0 to 4."""
        fill, text = self._tokens.ramp[self.mode][band]
        return QColor(fill), QColor(text)

    def style(self, name: str) -> TypeStyle:
        """Return a text style as designed, before zoom."""
        return self._tokens.styles[name]

    def font(self, name: str, *, weight: int | None = None, size: float | None = None) -> QFont:
        """Return the font of a text style, zoomed; ``size`` (before zoom) and ``weight`` replace its own."""
        style = self.style(name)
        key = (name, weight or style.weight, size or style.size)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(style, key[1], key[2])
        return QFont(self._fonts[key])

    def line(self, name: str) -> int:
        """Return the line height of a text style, zoomed."""
        return self.px(self.style(name).line)

    def px(self, length: float) -> int:
        """Return a length that follows the text size, in whole pixels."""
        return round(length * self._zoom)

    def metrics(self, name: str, *, weight: int | None = None, size: float | None = None) -> QFontMetricsF:
        """Return the measures of a font."""
        return QFontMetricsF(self.font(name, weight=weight, size=size))

    def duration(self, name: str) -> int:
        """Return a duration of motion in milliseconds; 0 where motion is reduced."""
        is_still = self._motion == "reduced" or (self._motion == "system" and wants_less_motion())
        return 0 if is_still else self._tokens.motion[name]

    # How it reaches the application

    def apply(self, application: QApplication) -> None:
        """Dress the application and follow the system from now on."""
        application.setStyle(QStyleFactory.create("Fusion"))
        hints = QGuiApplication.styleHints()
        self._system = _mode_of(hints.colorScheme())
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress(application)

    def style_sheet(self) -> str:
        """Return the style sheet of the mode and zoom that are shown."""
        colored = _TOKEN.sub(lambda found: _css(self._color(self.mode, found[1])), self._template)
        return _SCALED.sub(lambda found: f"{self.px(float(found[1]))}px", colored)

    def palette(self) -> QPalette:
        """Return the palette of the mode that is shown."""
        palette = QPalette()
        for role, token in _ROLES:
            palette.setColor(role, self.color(token))
        for role in _MUTED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink3"))
        return palette

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        before = self.mode
        self._system = _mode_of(scheme)
        if self.mode != before:
            self._refresh()

    def _refresh(self) -> None:
        self._fonts.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._dress(application)
        self.changed.emit()

    def _dress(self, application: QApplication) -> None:
        application.setPalette(self.palette())
        application.setFont(self.font("body"))
        application.setStyleSheet(self.style_sheet())

    def _color(self, mode: Mode, token: str) -> QColor:
        key = (mode, token)
        if key not in self._colors:
            self._colors[key] = parse_color(self._tokens.colors[mode][token])
        return self._colors[key]

    def _make_font(self, style: TypeStyle, weight: int, size: float) -> QFont:
        font = QFont([self._tokens.display if style.display else self._tokens.family, *self._tokens.fallback])
        font.setPixelSize(max(1, round(size * self._zoom)))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if style.tracking:
            shrunk = style.tracking * size / style.size * self._zoom
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, shrunk)
        return font


@cache
def parse_color(text: str) -> QColor:
    """Return the colour of a token's text, ``#rrggbb`` or ``rgba(r,g,b,a)``."""
    parts = _RGBA.fullmatch(text)
    if parts is None:
        return QColor(text)
    red, green, blue = (int(part) for part in parts.group(1, 2, 3))
    return QColor(red, green, blue, round(float(parts[4]) * 255))


def _css(color: QColor) -> str:
    if color.alpha() == 255:
        return color.name()
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"


def _mode_of(scheme: Qt.ColorScheme) -> Mode:
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"
