"""Agreeing: five keys for a level, one to leave it open."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text import Text

_KEY: Final = 48
_LEVELS: Final = 5


class _AgreeKey(PaintedButton):
    """One level to agree on."""

    def __init__(self, theme: Theme, level: int, parent: QWidget) -> None:
        super().__init__(theme, str(level), parent)
        self.level = level
        self.setCheckable(True)
        self.setObjectName(f"agree-{level}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chosen(chosen=False)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether this level is agreed."""
        self.setChecked(chosen)
        name = self.tr("Agree on level {0}").format(self.level)
        self.setAccessibleName(self.tr("{0}, agreed").format(name) if chosen else name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(_KEY)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        color, rect = self._theme.color, QRectF(self.rect())
        fill, line, ink = self._colors()
        with drawing.painting(self) as painter:
            dash = () if self.isEnabled() else (3.0, 3.0)
            width = 3.0 if self.isChecked() else 1.5
            drawing.box(painter, rect, 8, fill=color(fill), line=color(line), width=width, dash=dash)
            font = self._theme.font("bodyStrong", size=20)
            at = QPointF(rect.center().x(), drawing.baseline(font, 0, rect.height()))
            drawing.words(painter, at, self.words, font, color(ink), drawing.CENTER)

    def _colors(self) -> tuple[str, str, str]:
        if self.isChecked():
            return "accentTint", "accent", "accent"
        if not self.isEnabled():
            return "sunken", "line2", "ink3"
        return ("hover", "ink2", "ink") if self._is_hovered else ("surface", "line2", "ink")


class AgreeRow(QWidget):
    """One Tab stop for the keys; digits and O belong to the page. Signals are sent for users only."""

    chosen = Signal(int)
    left_open = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = [_AgreeKey(theme, level, self) for level in range(_LEVELS)]
        self._open = Button(theme, self.tr("Leave open"), "plain", self)
        self._open.setObjectName("leave-open")
        self._open.set_key("O")
        self._open.set_size("large")
        self._label = Text(theme, self.tr("Agree on a level"), "section", "ink", self)
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._roving = Roving(self)
        self._roving.set_buttons(self._keys)
        self.setObjectName("agree-row")
        self.setAccessibleName(self.tr("Agree on a level"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._build()

    def show_agreed(self, level: int | None, *, offered: int | None, is_open: bool) -> None:
        """Show what is agreed; ``offered`` is the level that A leads to while nothing is."""
        for key in self._keys:
            key.show_chosen(chosen=key.level == level)
        stop = level if level is not None else offered
        self._roving.set_stop(0 if stop is None else stop)
        self._open.set_chosen(is_open)

    def set_ticking(self, *, ticking: bool) -> None:
        """Offer no levels where one agrees by ticking practices."""
        for key in self._keys:
            key.setVisible(not ticking)
        words = self.tr("Agree by ticking practices") if ticking else self.tr("Agree on a level")
        self._label.setText(words)
        self.setAccessibleName(words)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show what is agreed without offering anything else."""
        for key in self._keys:
            key.setEnabled(not read_only)
        self._open.setEnabled(not read_only)

    def set_beside(self, *, beside: bool) -> None:
        """Put the key that leads here beside the others, where there is no room above them."""
        self._label.setVisible(not beside)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(way)
        self._lines.setSpacing(8)

    def take_focus(self) -> None:
        """Give the focus to the level that is agreed, or to the one that is offered."""
        for key in self._keys:
            if key.focusPolicy() & Qt.FocusPolicy.TabFocus:
                key.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        column = self._lines
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(KeyHint(self._theme, "A", self))
        head.addStretch()
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        for key in self._keys:
            row.addWidget(key)
            key.clicked.connect(self._on_key)
        row.addSpacing(8)
        row.addWidget(self._open)
        self._open.clicked.connect(self.left_open)
        row.addStretch()
        column.addLayout(row)

    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, _AgreeKey):
            self.chosen.emit(key.level)
