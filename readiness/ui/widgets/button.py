"""Push buttons: primary, plain, quiet and link, with an icon and a key hint."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.key_hint import is_shown, key_height, key_width, paint_key

Kind = Literal["plain", "primary", "quiet", "link"]
Size = Literal["normal", "huge", "large", "medium", "small"]

_GAP: Final = 8
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Measure:
    height: int
    padding: int
    text: int
    icon: int


_MEASURES: Final[dict[Size, _Measure]] = {
    "huge": _Measure(56, 28, 20, 24),
    "large": _Measure(48, 22, 18, 22),
    "normal": _Measure(40, 16, 16, 20),
    "medium": _Measure(36, 16, 16, 20),
    "small": _Measure(32, 10, 14, 18),
}

# fill, line, text at rest; under the pointer; pressed. An empty name is nothing.
_LOOKS: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "plain": (("surface", "line2", "ink"), ("hover", "ink2", "ink"), ("sunken", "ink", "ink")),
    "primary": (
        ("accent", "accent", "onAccent"),
        ("accentHover", "accentHover", "onAccent"),
        ("accentHover", "ink", "onAccent"),
    ),
    "quiet": (("", "", "ink2"), ("hover", "", "ink"), ("sunken", "", "ink")),
    "link": (("", "", "accent"), ("hover", "", "accent"), ("sunken", "", "accent")),
    "chosen": (("accentTint", "accent", "accent"),) * 3,
}


class Button(QPushButton):
    """A button that shows its text plainly and paints its icon and key hint as one centred group."""

    def __init__(self, theme: Theme, text: str, kind: Kind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = kind
        self._size: Size = "normal"
        self._key = ""
        self._icons: Icons | None = None
        self._icon = ""
        self._is_chosen = False
        self.setProperty("kind", kind)
        self.setProperty("radius", 8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self._on_changed)

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.text().replace("&&", "&")

    def setText(self, text: str) -> None:
        """Show a text plainly: an ampersand is an ampersand."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._on_changed()

    def set_key(self, key: str) -> None:
        """Show which key does the same."""
        self._key = key
        self._on_changed()

    def set_icon(self, icons: Icons, name: str) -> None:
        """Show an icon before the text."""
        self._icons, self._icon = icons, name
        self._on_changed()

    def drop_icon(self) -> None:
        """Show the text alone."""
        self._icons = None
        self._on_changed()

    def set_size(self, size: Size) -> None:
        """Make the button larger or smaller."""
        self._size = size
        self._on_changed()

    def set_kind(self, kind: Kind) -> None:
        """Change what kind of button it is."""
        self._kind = kind
        self.setProperty("kind", kind)
        self._on_changed()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show that this is the answer that was given."""
        self._is_chosen = chosen
        self.setAccessibleDescription(self.tr("chosen") if chosen else "")
        self._on_changed()

    def sizeHint(self) -> QSize:
        """As wide as the group and its padding."""
        measure = _MEASURES[self._size]
        width = round(self._group_width()) + 2 * self._theme.px(measure.padding)
        return QSize(max(width, self._theme.px(measure.height)), self._theme.px(measure.height))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the hint, so that nothing is clipped."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click, which Qt does only in dialogs."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the group."""
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            self._paint_frame(painter, rect)
            self._paint_group(painter, rect, self._colors()[2])

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        fill, line, _ = self._colors()
        width = 2.0 if self._is_chosen else 1.5
        dash = () if self.isEnabled() else (3.0, 3.0)
        drawing.box(painter, rect, 8, fill=fill, line=line, width=width, dash=dash)

    def _paint_group(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        font = self._font()
        left = rect.center().x() - min(self._group_width(), rect.width() - 8) / 2
        if self._icons is not None:
            side = self._theme.px(_MEASURES[self._size].icon)
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            self._icons.paint(painter, place, self._icon, color)
            left += side + (_GAP if self.words else 0)
        at = QPointF(left, drawing.baseline(font, rect.top(), rect.height()))
        room = rect.right() - 4 - left - self._hint_width()
        left += drawing.words(painter, at, self.words, font, color, room=room)
        if is_shown(self._theme, self._key):
            height = key_height(self._theme)
            width = key_width(self._theme, self._key)
            place = QRectF(round(left) + _GAP, round(rect.center().y() - height / 2), width, height)
            tone = "onAccent" if self._kind == "primary" and self.isEnabled() else "ink2"
            paint_key(painter, self._theme, place, self._key, tone=tone)

    def _colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            color = self._theme.color
            return color("sunken"), color("line2"), color("ink3")
        looks = _LOOKS["chosen" if self._is_chosen else self._kind]
        fill, line, text = looks[2 if self.isDown() or self.isChecked() else int(self.underMouse())]
        return (
            self._theme.color(fill) if fill else None,
            self._theme.color(line) if line else None,
            self._theme.color(text),
        )

    def _font(self) -> QFont:
        return self._theme.font("bodyStrong", size=_MEASURES[self._size].text)

    def _hint_width(self) -> float:
        return _GAP + key_width(self._theme, self._key) if is_shown(self._theme, self._key) else 0.0

    def _group_width(self) -> float:
        width = QFontMetricsF(self._font()).horizontalAdvance(self.words) + self._hint_width()
        if self._icons is not None:
            width += self._theme.px(_MEASURES[self._size].icon) + (_GAP if self.words else 0)
        return width

    def _on_changed(self) -> None:
        self.updateGeometry()
        self.update()
