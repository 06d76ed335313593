"""What became of promises, as one bar: moved, not moved, slipped, dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chart import Chart, ChartTable

_SIZE: Final = (300, 16)
_GAP: Final = 3
_FILLS: Final = {"moved": "accent", "still": "accentSoft", "unseen": "sunken"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShare:
    """How many came to what; the lists beneath name them."""

    key: str
    words: str
    count: int


class PromiseBar(Chart):
    """Filled, pale, hatched, dashed: each a share of all; the lists below it say the same in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shares: tuple[PromiseShare, ...] = ()
        self.setObjectName("promise-bar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, shares: Sequence[PromiseShare], finding: str) -> None:
        """Show other shares."""
        self._shares = tuple(share for share in shares if share.count)
        self._tell(finding)

    def table(self) -> ChartTable:
        """Return how many came to what."""
        headers = (self.tr("What became of it"), self.tr("Actions"))
        return ChartTable(headers, tuple((share.words, str(share.count)) for share in self._shares))

    def sizeHint(self) -> QSize:
        """As long as the heading leaves."""
        return QSize(self._theme.px(_SIZE[0]), self._theme.px(_SIZE[1]))

    def minimumSizeHint(self) -> QSize:
        """Room for a few shares."""
        return QSize(self._theme.px(160), self._theme.px(_SIZE[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shares."""
        total = sum(share.count for share in self._shares)
        if not total:
            return
        room = self.width() - _GAP * (len(self._shares) - 1)
        x = 0.0
        with drawing.painting(self) as painter:
            for share in self._shares:
                place = QRectF(x, 0, room * share.count / total, self.height())
                self._paint_share(painter, share.key, place)
                x += place.width() + _GAP

    def _paint_share(self, painter: QPainter, key: str, place: QRectF) -> None:
        color = self._theme.color
        if key == "slipped":
            drawing.hatched(painter, place, 3, color("surface"), color("line2"))
        elif key in _FILLS:
            drawing.box(painter, place, 3, fill=color(_FILLS[key]), line=color("accent"))
        else:
            drawing.box(painter, place, 3, line=color("line2"), dash=(3, 3))
