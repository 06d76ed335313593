"""The heads of a round’s columns: a click sorts; over the ladders stands their axis."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QWidget

from readiness.ui.models.round_model import ORDER_OF, SIDE_OF, STATE, SYSTEM, RoundModel
from readiness.ui.pages.round.round_delegate import LADDER_INSET, PADDING, RoundDelegate
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.ladder_layout import position
from readiness.ui.widgets.numbers import times
from readiness.ui.widgets.side_mark import mark_room, paint_side

_HEIGHT: Final = 42
_MARK: Final = 17
_CORNER: Final = 11
_STEPS: Final = (1, 2, 10, 100)


class RoundHeader(QHeaderView):
    """Quiet labels on a sunken band."""

    sort_asked = Signal(int)

    def __init__(self, model: RoundModel, delegate: RoundDelegate, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._delegate = delegate
        self._model = model
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.sectionClicked.connect(self.sort_asked)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one head and the line under it."""
        place = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._clip_corners(painter)
        painter.fillRect(place, self._theme.color("sunken"))
        line = QRectF(place.left(), place.bottom(), place.width(), 1)
        painter.fillRect(line, self._theme.color("line"))
        if section == STATE:
            self._paint_axis(painter, place)
        else:
            self._paint_words(painter, place, section)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, section: int) -> None:
        is_sorted = ORDER_OF.get(section) == self._model.order
        font = self._theme.font("label", weight=650 if is_sorted else None)
        left = place.left() + (self._theme.px(PADDING) if section == SYSTEM else 0)
        if section in SIDE_OF:
            room = mark_room(self._theme.px(_MARK))
            center = QPointF(left + room / 2, place.center().y())
            paint_side(painter, self._theme, SIDE_OF[section], center, self._theme.px(_MARK))
            left += room + 8
        base = drawing.baseline(font, place.top(), place.height())
        ink = self._theme.color("ink" if is_sorted else "ink2")
        words = self._model.heading(section)
        left += drawing.words(painter, QPointF(left, base), words, font, ink, room=place.right() - left)
        if is_sorted:
            middle = place.center().y()
            arrow = QRectF(left + 6, middle - 4, 10, 8)
            drawing.arrow(painter, arrow, ink, up=not self._model.falling)

    def _clip_corners(self, painter: QPainter) -> None:
        """Keep inside the round corners of the panel."""
        band = QRectF(0, 0, self.length(), self.height() + 2 * _CORNER)
        path = QPainterPath()
        path.addRoundedRect(band, _CORNER, _CORNER)
        painter.setClipPath(path)

    def _paint_axis(self, painter: QPainter, place: QRectF) -> None:
        """Paint 1×, 2×, 10× and 100× over where the ladders have them; words where no ladder is."""
        font, color = self._theme.font("label"), self._theme.color("ink2")
        base = drawing.baseline(font, place.top(), place.height())
        if not any(row.figures for row in self._model.rows):
            drawing.words(painter, QPointF(place.left(), base), self._model.heading(STATE), font, color)
            return
        left = place.left() + LADDER_INSET + 2
        width = place.width() - self._delegate.gap - LADDER_INSET - 4
        free, metrics = place.left() - 1, QFontMetricsF(font)
        for step in _STEPS:
            x, wide = position(step, left, width), metrics.horizontalAdvance(times(step))
            start = x - wide * {1: 0.0, 100: 1.0}.get(step, 0.5)
            if start > free:
                free = start + drawing.words(painter, QPointF(start, base), times(step), font, color) + 4

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.viewport().update()
