"""What the marks in the table of the Portfolio mean."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart_key import KeyMark, Ramp, key_height, key_lines, paint_keys
from readiness.ui.widgets.mini_ladder import MiniLadderValue, paint_mini_ladder
from readiness.ui.widgets.painted import Painted

_LADDER = 92


class SystemsKey(Painted):
    """The five words of a score, and the four marks of the ladder."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join((*self._bands(), self._ladder_words())))

    def hasHeightForWidth(self) -> bool:
        """The keys wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines at a width."""
        lines = key_lines(self._theme, width, self._marks()) if self._is_stacked(width) else 0
        return key_height(self._theme, lines + 1)

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        return QSize(self._theme.px(420), self.heightForWidth(max(self.width(), self._theme.px(420))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bands at the left and the ladder at the right."""
        with drawing.painting(self) as painter:
            paint_keys(painter, self._theme, QRectF(0, 0, self.width(), 0), self._marks())
            line = float(key_height(self._theme))
            stacked = self._is_stacked(self.width())
            wide = self._ladder_width()
            left = 0.0 if stacked else self.width() - wide
            self._paint_ladder(painter, QRectF(left, self.height() - line if stacked else 0, wide, line))

    def _paint_ladder(self, painter: QPainter, place: QRectF) -> None:
        font, ladder = self._theme.font("caption"), self._theme.px(_LADDER)
        value = MiniLadderValue(practices=4, tested=1.8, limit=7.0, target=28.0)
        middle = place.center().y()
        paint_mini_ladder(painter, self._theme, QRectF(place.left(), middle - 13, ladder, 26), value)
        at = QPointF(place.left() + ladder + 10, drawing.line_baseline(font, place.top(), place.height()))
        room = self.width() - at.x()
        drawing.words(painter, at, self._ladder_words(), font, self._theme.color("ink2"), room=room)

    def _ladder_width(self) -> float:
        words = self._theme.metrics("caption").horizontalAdvance(self._ladder_words())
        return words + self._theme.px(_LADDER) + 12

    def _is_stacked(self, width: float) -> bool:
        """Say whether the ladder has no room beside the bands."""
        left = width - self._ladder_width() - 24
        return left <= 0 or key_lines(self._theme, left, self._marks()) > 1

    def _bands(self) -> tuple[str, ...]:
        return self.tr("Fragile"), self.tr("Exposed"), self.tr("Holding"), self.tr("Solid"), self.tr("Strong")

    def _marks(self) -> tuple[KeyMark, ...]:
        signs: tuple[Ramp, ...] = ("ramp-0", "ramp-1", "ramp-2", "ramp-3", "ramp-4")
        return tuple(KeyMark(sign, words) for sign, words in zip(signs, self._bands(), strict=True))

    def _ladder_words(self) -> str:
        return self.tr("bar: practices, notch: first limit, thin line: tested, tall line: target")
