"""The heads of the Portfolio’s columns: a click sorts, the sorted one is bold with its arrow."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from readiness.ui.models.portfolio_model import SORTABLE, Column, PortfolioModel
from readiness.ui.pages.portfolio.system_delegate import GAP, PADDING
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.wrapping import wrap

_HEIGHT = 44
_INSET = {"name": PADDING, "team": 0, "trend": GAP, "growth": GAP, "due": GAP}


class PortfolioHeader(QHeaderView):
    """``current`` is the column that S sorts by."""

    sort_asked = Signal(int)

    def __init__(self, model: PortfolioModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._theme = theme
        self.current = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.sectionClicked.connect(self.sort_asked)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_current(self, column: int) -> None:
        """Show which column the keys stand in."""
        if column != self.current:
            self.current = column
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one head and the line under it."""
        column = self._model.column(section)
        if column is None:
            return
        place = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        painter.fillRect(place, color("surface"))
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), color("line2"))
        self._paint_words(painter, place, column, is_current=section == self.current)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, column: Column, *, is_current: bool) -> None:
        arrow = self._arrow(column)
        alive = is_current and self._is_alive()
        font = self._theme.font("label", weight=650 if arrow else None)
        tone = self._theme.color("ink" if alive or arrow else "ink2")
        base = drawing.baseline(font, place.top(), place.height())
        words = f"{column.heading}{arrow}"
        if column.kind == "pillar":
            width = self._paint_pillar(painter, place, column, arrow, tone)
            left = place.center().x() - width / 2
        elif column.kind == "score":
            at = QPointF(place.right() - GAP, base)
            left = at.x() - drawing.words(painter, at, words, font, tone, drawing.RIGHT)
            width = at.x() - left
        else:
            left = place.left() + _INSET[column.kind]
            room = place.right() - left - 4
            width = drawing.words(painter, QPointF(left, base), words, font, tone, room=room)
        if alive:
            line = QRectF(left, place.bottom() - 3, max(width, 12.0), 3)
            painter.fillRect(line, self._theme.color("accent"))

    def _paint_pillar(
        self, painter: QPainter, place: QRectF, column: Column, arrow: str, tone: QColor
    ) -> float:
        """Paint a pillar’s name in two lines where one is not enough; its id where it has no room at all."""
        font = self._theme.font("label", weight=650 if arrow else 500, size=13)
        room, metrics = place.width() - 6, QFontMetricsF(font)
        words = f"{column.heading}{arrow}"
        lines = wrap(words, font, room, 2)
        if any(metrics.horizontalAdvance(word) > room for word in words.split()) or lines[-1].endswith("…"):
            lines = (f"{column.key}{arrow}",)
        line = float(self._theme.px(16))
        top = place.center().y() - len(lines) * line / 2
        widths = [
            drawing.words(
                painter,
                QPointF(place.center().x(), drawing.line_baseline(font, top + number * line, line)),
                text,
                font,
                tone,
                drawing.CENTER,
                room=room,
            )
            for number, text in enumerate(lines)
        ]
        return max(widths)

    def _arrow(self, column: Column) -> str:
        order = self._model.order
        if order is None or column.kind not in SORTABLE:
            return ""
        if (order.by, order.is_pillar) != (column.key, column.kind == "pillar"):
            return ""
        return " ▼" if order.descending else " ▲"

    def _is_alive(self) -> bool:
        table = self.parentWidget()
        return table is not None and table.hasFocus()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.viewport().update()
