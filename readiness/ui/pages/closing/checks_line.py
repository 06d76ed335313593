"""What was done before closing, in one line: asked, gates, left out, people."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.closing_facts import Check
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_LINE = 28
_GAP = 22
_SIGN = 16


class ChecksLine(Painted):
    """A tick where it is as it should be, a hollow ring where it is not; it wraps where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("closing-checks")
        self._checks: tuple[Check, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_checks(self, checks: Sequence[Check]) -> None:
        """Show other checks."""
        self._checks = tuple(checks)
        met = {True: self.tr("yes"), False: self.tr("not yet")}
        self.setAccessibleName(", ".join(f"{check.words}: {met[check.is_met]}" for check in checks))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at a width."""
        lines = 1 + max((line for line, _ in self._places(width)), default=0)
        return lines * self._theme.px(_LINE)

    def sizeHint(self) -> QSize:
        """The lines of now."""
        width = self.width() or self._theme.px(640)
        return QSize(self._theme.px(480), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for one check."""
        return QSize(self._theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the checks."""
        with drawing.painting(self) as painter:
            for check, (line, x) in zip(self._checks, self._places(self.width()), strict=True):
                self._paint_check(painter, check, QPointF(x, line * self._theme.px(_LINE)))

    def _paint_check(self, painter: QPainter, check: Check, at: QPointF) -> None:
        color, font = self._theme.color, self._theme.font("body")
        line, side = self._theme.px(_LINE), float(self._theme.px(_SIGN))
        place = QRectF(at.x(), at.y() + (line - side) / 2, side, side)
        if check.is_met:
            drawing.tick(painter, place, color("accent"), 1.8)
        else:
            ring = place.adjusted(3, 3, -3, -3)
            drawing.box(painter, ring, ring.width() / 2, line=color("line2"), width=1.5)
        base = drawing.baseline(font, at.y(), line)
        drawing.words(painter, QPointF(at.x() + side + 6, base), check.words, font, color("ink2"))

    def _places(self, width: float) -> list[tuple[int, float]]:
        metrics = self._theme.metrics("body")
        places: list[tuple[int, float]] = []
        line, x = 0, 0.0
        for check in self._checks:
            wide = self._theme.px(_SIGN) + 6 + metrics.horizontalAdvance(check.words)
            if x and x + wide > width:
                line, x = line + 1, 0.0
            places.append((line, x))
            x += wide + self._theme.px(_GAP)
        return places
