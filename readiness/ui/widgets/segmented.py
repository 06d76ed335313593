"""A choice of one among a few, side by side."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted, PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.tooltip import plain_tooltip

_HEIGHT: Final = 40
_PADDING: Final = 13
_TICK: Final = 24
_EDGE: Final = 6


class _Part(PaintedButton):
    """One part; the frame around all of them is the row's."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self.key = key
        self.is_first = False
        self.is_last = False
        self.may_shrink = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as when chosen, so that choosing moves nothing."""
        width = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(self.words)
        padding = 2 * self._theme.px(_PADDING)
        return QSize(round(width) + padding + self._theme.px(_TICK), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the hint, or than the bare words where it may shrink."""
        hint = self.sizeHint()
        if not self.may_shrink:
            return hint
        width = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(self.words)
        return QSize(round(width) + 2 * _EDGE + 2, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the fill, the line at the left, the tick where it has room, and the text."""
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            painter.fillPath(self._shape(rect), self._theme.color(self._fill()))
            if not self.is_first:
                left = QPointF(0.75, 1.5)
                drawing.stroke(
                    painter, left, QPointF(0.75, rect.height() - 1.5), self._theme.color("line2"), 1.5
                )
            font = self._font()
            width = QFontMetricsF(font).horizontalAdvance(self.words)
            tick = self._theme.px(_TICK) if self.isChecked() else 0
            if width + tick + 2 * _EDGE > rect.width() + 1:
                tick = 0
            left_edge = max(float(_EDGE), (rect.width() - width - tick) / 2)
            color = self._theme.color(self._ink())
            if tick:
                side = self._theme.px(16)
                place = QRectF(left_edge, (rect.height() - side) / 2, side, side)
                drawing.tick(painter, place, color, 1.8)
            at = QPointF(left_edge + tick, drawing.baseline(font, 0, rect.height()))
            drawing.words(painter, at, self.words, font, color, room=rect.width() - at.x() - _EDGE + 1)

    def _shape(self, rect: QRectF) -> QPainterPath:
        """Return the part's own area, rounded where the frame is."""
        path = QPainterPath()
        left = 8.0 if self.is_first else -8.0
        right = 8.0 if self.is_last else -8.0
        wide = QRectF(rect)
        wide.setLeft(rect.left() if left > 0 else rect.left() - 16)
        wide.setRight(rect.right() if right > 0 else rect.right() + 16)
        path.addRoundedRect(wide.adjusted(1, 1, -1, -1), 7, 7)
        clip = QPainterPath()
        clip.addRect(rect)
        return path.intersected(clip)

    def _font(self) -> QFont:
        return self._theme.font("bodyStrong" if self.isChecked() else "body")

    def _fill(self) -> str:
        if not self.isEnabled():
            return "sunken"
        if self.isChecked():
            return "accentTint"
        return "hover" if self._is_hovered else "surface"

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return "accent" if self.isChecked() else "ink2"


class Segmented(Painted):
    """Named parts in one frame; ← and → choose, one Tab stop. ``chosen`` is sent for what a user does."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._roving = Roving(self, chooses=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._parts: list[_Part] = []
        self.set_options(options)

    @property
    def value(self) -> str:
        """The key of the chosen part; empty for none."""
        part = self._group.checkedButton()
        return part.key if isinstance(part, _Part) else ""

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other parts; nothing is chosen then."""
        for part in self._parts:
            self._group.removeButton(part)
            self._row.removeWidget(part)
            part.deleteLater()
        self._parts = [_Part(self._theme, key, text, self) for key, text in options]
        for index, part in enumerate(self._parts):
            part.is_first, part.is_last = index == 0, index == len(self._parts) - 1
            part.setObjectName(f"option-{part.key}")
            self._group.addButton(part, index)
            self._row.addWidget(part)
        self._roving.set_buttons(self._parts)
        self._name_parts()

    def let_shrink(self) -> None:
        """Let the parts give up their room, and at last their tick, where large text leaves none."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for part in self._parts:
            part.may_shrink = True
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_value(self, key: str) -> None:
        """Choose a part without telling anybody; an empty or unknown key chooses none."""
        self._group.setExclusive(False)
        for part in self._parts:
            part.setChecked(part.key == key)
        self._group.setExclusive(True)
        index = next((i for i, part in enumerate(self._parts) if part.key == key), 0)
        self._roving.set_stop(index)
        self._name_parts()

    def set_option_enabled(self, key: str, *, enabled: bool, reason: str = "") -> None:
        """Offer a part or say why not."""
        for part in self._parts:
            if part.key == key:
                part.setEnabled(enabled)
                part.setToolTip("" if enabled else plain_tooltip(reason))
                part.setAccessibleDescription("" if enabled else reason)

    def focus_chosen(self) -> None:
        """Give the focus to the chosen part, or to the first."""
        part = self._group.checkedButton() or (self._parts[0] if self._parts else None)
        if part is not None:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground; the frame is painted over the parts by a child of its own."""
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            drawing.box(
                painter,
                rect,
                8,
                fill=self._theme.color("surface"),
                line=self._theme.color("line2"),
                width=1.5,
            )

    def _on_clicked(self, index: int) -> None:
        self._roving.set_stop(index)
        self._name_parts()
        self.chosen.emit(self._parts[index].key)

    def _name_parts(self) -> None:
        count = len(self._parts)
        for index, part in enumerate(self._parts):
            place = self.tr("{0}: {1}, {2} of {3}").format(self._name, part.words, index + 1, count)
            part.setAccessibleName(place)
