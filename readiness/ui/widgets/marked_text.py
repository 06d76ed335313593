"""A wrapped text in which some words are marked: struck out where they went, underlined where they came."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.domain.word_changes import Piece, Pieces
from readiness.reports.codes import with_codes
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

Mark = Literal["went", "came"]

_STYLE: Final = "body"
_COMFORTABLE: Final = 300


class MarkedText(Painted):
    """As high as its lines; the marks are strokes, so that no colour is needed to see them."""

    def __init__(self, theme: Theme, pieces: Pieces, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pieces = tuple(Piece(with_codes(piece.text), piece.differs) for piece in pieces)
        self._mark = mark
        self.setSizePolicy(_policy())
        marked = "; ".join(piece.text.strip() for piece in self._pieces if piece.differs)
        self.setAccessibleName(self.text or self.tr("No text"))
        told = self.tr("Taken out: {0}") if mark == "went" else self.tr("Put in: {0}")
        self.setAccessibleDescription(told.format(marked) if marked else "")

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self._pieces)

    def heightForWidth(self, width: int) -> int:
        """As high as the lines at a width."""
        return max(1, self._laid_out(width).lineCount()) * self._theme.line(_STYLE)

    def sizeHint(self) -> QSize:
        """A comfortable measure."""
        width = self._theme.px(_COMFORTABLE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        return QSize(self._theme.px(80), self._theme.line(_STYLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines from the top; where there is no text, a dash."""
        with drawing.painting(self) as painter:
            painter.setPen(self._theme.color("ink" if self._pieces else "ink3"))
            self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text or "–", self._theme.font(_STYLE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        line_height = self._theme.line(_STYLE)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + max(0.0, (line_height - line.height()) / 2)))
            top += line_height
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found = []
        start = 0
        for piece in self._pieces:
            if piece.differs:
                one = QTextLayout.FormatRange()
                indent = len(piece.text) - len(piece.text.lstrip())
                one.start, one.length = start + indent, _units(piece.text.strip())
                one.format = self._format()
                found.append(one)
            start += _units(piece.text)
        return found

    def _format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        if self._mark == "went":
            made.setFontStrikeOut(True)
            made.setForeground(self._theme.color("ink2"))
        else:
            made.setFontUnderline(True)
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setForeground(self._theme.color("ink"))
        return made


def _units(text: str) -> int:
    """Return how long a text is to Qt, which counts an emoji twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
