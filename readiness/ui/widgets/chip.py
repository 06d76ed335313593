"""Chips: a small choice, a call for attention, a guess."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

Kind = Literal["choice", "attention", "guess"]

_HEIGHT: Final = 28
_PADDING: Final = 11
_NOTCH: Final = 20


class Chip(PaintedButton):
    """A pill. A choice can be checked; attention and guess only say something."""

    def __init__(self, theme: Theme, text: str, kind: Kind = "choice", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._kind: Kind = kind
        self.setProperty("radius", 14)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCheckable(kind == "choice")
        if kind != "choice":
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as the bold text, so that choosing moves nothing."""
        metrics = QFontMetricsF(self._theme.font("label"))
        width = metrics.horizontalAdvance(self.words) + 2 * self._theme.px(_PADDING)
        width += _NOTCH if self._kind == "attention" else 0
        return QSize(round(width), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        fill, line, text = self._colors()
        rect = QRectF(self.rect())
        dash = (3.0, 3.0) if self._kind == "guess" or not self.isEnabled() else ()
        with drawing.painting(self) as painter:
            drawing.box(
                painter,
                rect,
                rect.height() / 2,
                fill=self._theme.color(fill),
                line=self._theme.color(line),
                width=1.5 if self.isChecked() else 1.0,
                dash=dash,
            )
            shift = 0.0
            if self._kind == "attention":
                shift = _NOTCH / 2
                tip = QPointF(self._theme.px(_PADDING) + 6, rect.center().y() + 6)
                ink = self._theme.color("onAttention")
                drawing.notch(painter, tip, 12, ink, ink)
            font = self._font()
            at = QPointF(rect.center().x() + shift, drawing.baseline(font, 0, rect.height()))
            drawing.words(painter, at, self.words, font, self._theme.color(text), drawing.CENTER)

    def _font(self) -> QFont:
        bold = self.isChecked() or self._kind == "attention"
        return self._theme.font("label", weight=600 if bold else 500)

    def _colors(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "sunken", "line2", "ink3"
        if self._kind == "attention":
            return "attention", "attentionLine", "onAttention"
        if self.isChecked():
            return "accentTint", "accent", "accent"
        return ("hover", "ink2", "ink") if self._is_hovered else ("surface", "line2", "ink2")
