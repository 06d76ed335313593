"""The heads of the columns: the sides by their marks, the sorted one with its arrow."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QWidget

from readiness.ui.models.review_model import AGREED, COMMENTS, ENGINEERING, ID, PRODUCT, QUESTION, ReviewModel
from readiness.ui.pages.review.review_delegate import PADDING
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.view_mark import paint_view

_HEIGHT = 42
_RADIUS = 11.0


class ReviewHeader(QHeaderView):
    """``current`` is the column that S sorts by; a click sorts by its column."""

    sort_asked = Signal(int)

    def __init__(self, model: ReviewModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._theme = theme
        self.current = AGREED
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
        """Paint one head."""
        place = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, self._theme.color("sunken"))
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), self._theme.color("line"))
        self._paint_words(painter, place, section)
        self._round_corners(painter, place, section)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, section: int) -> None:
        column, descending = self._model.sorted_by
        is_sorted = column == section and (column != ID or descending)
        arrow = (" ▼" if descending else " ▲") if is_sorted else ""
        if section in {PRODUCT, ENGINEERING}:
            self._paint_side(painter, place, section, arrow)
            return
        is_current = section == self.current and self._is_alive()
        font = self._theme.font("label")
        tone = self._theme.color("ink" if is_current or is_sorted else "ink2")
        words = "" if section == COMMENTS else str(self._model.headerData(section, Qt.Orientation.Horizontal))
        base = drawing.baseline(font, place.top(), place.height())
        room = place.width() - 4
        if section == AGREED:
            at = QPointF(place.center().x(), base)
            width = drawing.words(painter, at, words + arrow, font, tone, drawing.CENTER, room=room)
            left = at.x() - width / 2
        else:
            left = place.left() + {ID: PADDING, QUESTION: 0, COMMENTS: 0}.get(section, 8)
            width = drawing.words(painter, QPointF(left, base), words + arrow, font, tone, room=room)
        if is_current:
            self._underline(painter, left, max(width, 12.0), place)

    def _paint_side(self, painter: QPainter, place: QRectF, section: int, arrow: str) -> None:
        radius = self._theme.px(10)
        side = "product" if section == PRODUCT else "engineering"
        paint_view(painter, self._theme, place.center(), side, radius)
        if arrow:
            font = self._theme.font("label")
            at = QPointF(place.center().x() + radius, drawing.baseline(font, place.top(), place.height()))
            drawing.words(painter, at, arrow, font, self._theme.color("ink"))
        if section == self.current and self._is_alive():
            self._underline(painter, place.center().x() - radius, 2.0 * radius, place)

    def _underline(self, painter: QPainter, left: float, width: float, place: QRectF) -> None:
        line = QRectF(left, place.bottom() - 3, width, 3)
        painter.fillRect(line, self._theme.color("accent"))

    def _round_corners(self, painter: QPainter, place: QRectF, section: int) -> None:
        """Take the corners off the first and the last head, as the frame around them has."""
        shown = [column for column in range(self.count()) if not self.isSectionHidden(column)]
        if section not in {shown[0], shown[-1]}:
            return
        whole, rounded = QPainterPath(), QPainterPath()
        whole.addRect(place)
        wide = place.adjusted(0, 0, 0, 40)
        if section == shown[0]:
            wide.setRight(wide.right() + 40)
        else:
            wide.setLeft(wide.left() - 40)
        rounded.addRoundedRect(wide, _RADIUS, _RADIUS)
        painter.setClipRect(place)
        painter.fillPath(whole.subtracted(rounded), self._theme.color("paper"))
        painter.setPen(self._theme.color("line"))
        painter.drawRoundedRect(wide.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)

    def _is_alive(self) -> bool:
        table = self.parentWidget()
        return table is not None and table.hasFocus()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.viewport().update()
