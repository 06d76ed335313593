"""One line of plain text in a style of the theme; what does not fit is elided and kept in the tooltip."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from readiness.reports.codes import with_codes
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.tooltip import plain_tooltip


class Text(QLabel):
    """A label that never clips: it elides, and says the whole text in its tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def setText(self, text: str) -> None:
        """Show another text; what nobody can see, as its code."""
        shown = with_codes(text)
        super().setText(shown)
        self.setAccessibleName(shown)
        self.updateGeometry()
        self._tell_whole()

    def set_look(self, style: str, tone: str) -> None:
        """Show the text in another style and colour."""
        if (style, tone) != (self._style, self._tone):
            self._style, self._tone = style, tone
            self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return QSize(int(width) + 2, self._theme.line(self._style))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the ellipsis."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(40)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text where it no longer fits."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, elided where needed."""
        color = self._theme.color(self._tone if self.isEnabled() else "ink3")
        with drawing.painting(self) as painter:
            line = self._theme.line(self._style)
            top = (self.height() - line) / 2
            at = QPointF(self._left(), drawing.line_baseline(self._font(), top, line))
            drawing.words(painter, at, self.text(), self._font(), color, room=self.width())

    def _left(self) -> float:
        spare = max(0, self.width() - self.sizeHint().width())
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            return spare
        return spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignHCenter else 0

    def _tell_whole(self) -> None:
        fits = self.width() >= QFontMetricsF(self._font()).horizontalAdvance(self.text())
        self.setToolTip("" if fits else plain_tooltip(self.text()))

    def _font(self) -> QFont:
        """Return the style's font; Qt forgets a font that was set when a dressed widget moves."""
        return self._theme.font(self._style)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
