"""Plain text that wraps, with the line height of its style."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from readiness.reports.codes import with_codes
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.wrapping import wrap

_COMFORTABLE = 560


class TextBlock(QLabel):
    """A paragraph; as high as its lines. ``max_lines`` 0 shows all of them."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        tone: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._tone = tone
        self._max_lines = 0
        self._is_unbroken = False
        self._laid_out = 0  # the width once a layout gave one
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.setWordWrap(True)  # else QLabel takes height-for-width back
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setText(text)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @property
    def max_lines(self) -> int:
        """How many lines are shown at most; 0 is all."""
        return self._max_lines

    @max_lines.setter
    def max_lines(self, count: int) -> None:
        self._max_lines = count
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Show another text; what nobody can see, as its code."""
        shown = with_codes(text)
        super().setText(shown)
        self.setAccessibleName(shown)
        self.updateGeometry()

    def prefer_one_line(self) -> None:
        """Ask for the whole text's width, as a heading does, and wrap only where that is not given."""
        self._is_unbroken = True
        self.updateGeometry()

    def set_look(self, style: str, tone: str) -> None:
        """Show the text in another style and colour."""
        if (style, tone) != (self._style, self._tone):
            self._style, self._tone = style, tone
            self._on_theme_changed()

    def lines(self, width: float) -> tuple[str, ...]:
        """Return the lines at a width."""
        return wrap(self.text(), self._font(), width, self._max_lines)

    def heightForWidth(self, width: int) -> int:
        """As high as the lines at a width; nothing for no text."""
        return len(self.lines(width)) * self._theme.line(self._style) if self.text() else 0

    def sizeHint(self) -> QSize:
        """A comfortable measure, or the text's own width where it is shorter or wanted."""
        natural = int(QFontMetricsF(self._font()).horizontalAdvance(self.text())) + 2
        width = natural if self._is_unbroken else min(natural, self._theme.px(_COMFORTABLE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide, and high enough for the width of now."""
        least = self._theme.px(40)
        return QSize(least, self.heightForWidth(self._laid_out or self._theme.px(_COMFORTABLE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines from the top."""
        height = self._theme.line(self._style)
        align = self._align()
        x = {drawing.LEFT: 0.0, drawing.CENTER: self.width() / 2, drawing.RIGHT: self.width()}[align]
        color = self._theme.color(self._tone if self.isEnabled() else "ink3")
        with drawing.painting(self) as painter:
            lines = self.lines(self.width())
            middle = self.alignment() & Qt.AlignmentFlag.AlignVCenter
            top = max(0.0, (self.height() - len(lines) * height) / 2) if middle else 0.0
            for index, line in enumerate(lines):
                at = QPointF(x, drawing.line_baseline(self._font(), top + index * height, height))
                drawing.words(painter, at, line, self._font(), color, align)

    def _align(self) -> Qt.AlignmentFlag:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return drawing.CENTER
        return drawing.RIGHT if self.alignment() & Qt.AlignmentFlag.AlignRight else drawing.LEFT

    def _font(self) -> QFont:
        """Return the style's font; Qt forgets a font that was set when a dressed widget moves."""
        return self._theme.font(self._style)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
