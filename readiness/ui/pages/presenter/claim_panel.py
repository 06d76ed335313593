"""One disputed anchor: its level, whoever stands for it, the text in full, and their words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.pages.presenter.fit import FITS, LEAST, Fit
from readiness.ui.pages.presenter.scene import Claim
from readiness.ui.pages.presenter.stage_text import Face
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import mark_room, paint_side

_PADDING: Final = 30
_MARK: Final = 42
_TINTS: Final = {"product": "productTint", "engineering": "engineeringTint"}


class ClaimPanel(Painted):
    """In the side's colour where one side stands for it; where there is no level its line is dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._claim = Claim(views=(), title="", text="")
        self._fit = FITS[0]

    @property
    def claim(self) -> Claim:
        """What is shown."""
        return self._claim

    def show_claim(self, claim: Claim) -> None:
        """Show another anchor."""
        self._claim = claim
        self.setAccessibleName(claim.spoken)
        self.setAccessibleDescription(" ".join(claim.quotes))
        self.update()

    def set_fit(self, fit: Fit) -> None:
        """Take other sizes."""
        self._fit = fit
        self.update()

    def height_at(self, width: int) -> int:
        """Return how high head, text and quotes are."""
        room = width - 2 * self._side()
        text = self._text().height(self._theme, self._claim.text, room)
        quotes = sum(self._quote().height(self._theme, said, room) for said in self._quotes())
        gap = self._gap() if quotes else 0
        return 2 * self._padding() + self._head() + self._gap() + text + gap + quotes

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the head, the text and the quotes."""
        pad, side = self._padding(), self._side()
        room = self.width() - 2 * side
        with drawing.painting(self) as painter:
            self._paint_frame(painter)
            head = QRectF(side, pad, room, self._head())
            taken = self._paint_sides(painter, head)
            self._paint_level(painter, head, room - taken)
            top = head.bottom() + self._gap()
            end = self._text().paint(painter, self._theme, QPointF(side, top), self._claim.text, room)
            end += self._gap()
            for said in self._quotes():
                end = self._quote().paint(painter, self._theme, QPointF(side, end), said, room)

    def _paint_frame(self, painter: QPainter) -> None:
        color, views = self._theme.color, self._claim.views
        rect = QRectF(self.rect())
        if len(views) != 1:
            drawing.box(painter, rect, 12, fill=color("surface"), line=color("ink"), width=3)
        elif self._claim.number is None:
            drawing.box(painter, rect, 12, line=color(views[0].side), width=3, dash=(9, 6))
        else:
            fill = color(_TINTS[views[0].side])
            drawing.box(painter, rect, 12, fill=fill, line=color(views[0].side), width=3)

    def _paint_level(self, painter: QPainter, head: QRectF, room: float) -> None:
        x, claim, ink = head.left(), self._claim, self._theme.color("ink")
        if claim.number is not None:
            font = self._theme.font("presentNumber", size=self._number())
            base = drawing.baseline(font, head.top(), head.height())
            x += drawing.words(painter, QPointF(x, base), str(claim.number), font, ink) + self._theme.px(18)
        font = self._title().font(self._theme)
        base = drawing.baseline(font, head.top(), head.height())
        room -= x - head.left() + self._theme.px(16)
        drawing.words(painter, QPointF(x, base), claim.title, font, ink, room=room)

    def _paint_sides(self, painter: QPainter, head: QRectF) -> float:
        """Paint marks and names from the right; return how much room they take."""
        theme, right = self._theme, head.right()
        size = float(theme.px(_MARK if self._fit.air >= 0.5 else 38))
        for view in reversed(self._claim.views):
            face = Face("presentBody", self._fit.body, 600, view.side)
            font = face.font(theme)
            name = self.tr("{0} expects").format(view.name) if view.is_expectation else view.name
            base = drawing.baseline(font, head.top(), head.height())
            width = min(face.width(theme, name), head.width() / 2)
            at = QPointF(right - width, base)
            drawing.words(painter, at, name, font, theme.color(view.side), room=width + 1)
            right -= width + theme.px(12) + mark_room(size) / 2
            paint_side(painter, theme, view.side, QPointF(right, head.center().y()), size)
            right -= mark_room(size) / 2 + theme.px(24)
        return head.right() - right

    def _quotes(self) -> tuple[str, ...]:
        return () if self._fit.spare else self._claim.quotes

    def _number(self) -> int:
        return max(30, round(self._fit.number * 0.72))

    def _title(self) -> Face:
        return Face("presentBody", self._fit.body, 600, "ink")

    def _text(self) -> Face:
        return Face("presentQuote", self._fit.text, 500, "ink")

    def _quote(self) -> Face:
        return Face("presentBody", max(LEAST, self._fit.body - 4), 400, "ink2")

    def _head(self) -> int:
        return self._theme.px(max(self._number(), 44 if self._fit.air >= 0.5 else 40))

    def _gap(self) -> int:
        return self._theme.px(18 * self._fit.air)

    def _side(self) -> int:
        return self._theme.px(_PADDING if self._fit.air >= 0.5 else 20)

    def _padding(self) -> int:
        return self._theme.px(max(12, 24 * self._fit.air))
