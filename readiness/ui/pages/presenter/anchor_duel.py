"""The two disputed anchors, kept on the screen after the reveal, under the scale with both marks."""

from typing import Final

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.level_names import level_name
from readiness.ui.pages.presenter.claim_panel import ClaimPanel
from readiness.ui.pages.presenter.fit import FITS, LEAST, Fit
from readiness.ui.pages.presenter.scene import Claim, Scene
from readiness.ui.pages.presenter.stage_text import Face
from readiness.ui.stage_theme import StageTheme
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.level_row import GAP
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.perspective_lane import PerspectiveLane

_LEVELS: Final = 5
_BETWEEN: Final = 24
_LANE: Final = 52
_LARGE, _SMALL = 1.6, 1.25
_DESIGNED: Final = 316


class AnchorDuel(Painted):
    """Lane, level names, and a panel for each anchor somebody stands for."""

    def __init__(self, theme: Theme, base: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scene = Scene(kind="duel")
        self._fit = FITS[0]
        self._lane_theme = StageTheme(base, self)
        self.lane = PerspectiveLane(self._lane_theme, self)
        self.lane.setObjectName("room-lane")
        self.panels = (ClaimPanel(theme, self), ClaimPanel(theme, self))
        for place, panel in enumerate(self.panels, start=1):
            panel.setObjectName(f"claim-{place}")
        self.setObjectName("anchor-duel")

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The anchors that are shown, the more cautious first."""
        return self._scene.claims

    def show_scene(self, scene: Scene) -> None:
        """Show what the sides stand for, at once."""
        self._scene = scene
        self.lane.show_views(scene.views)
        for place, panel in enumerate(self.panels):
            panel.setVisible(place < len(scene.claims))
            if place < len(scene.claims):
                panel.show_claim(scene.claims[place])
        self.setAccessibleName(". ".join(claim.spoken for claim in scene.claims))
        self.update()

    def slide(self) -> None:
        """Let the marks slide out, then draw the bridge."""
        self.lane.slide()

    def set_fit(self, fit: Fit, screen: QSizeF) -> None:
        """Take other sizes."""
        self._fit = fit
        self._lane_theme.fit(screen, self._times())
        for panel in self.panels:
            panel.set_fit(fit)
        self.update()

    def height_at(self, width: int) -> int:
        """Return how high lane, names and panels are at least."""
        wide = self._panel_width(width)
        panels = (panel.height_at(wide) for panel in self.panels[: len(self.claims)])
        return self._panels_top() + max(panels, default=0)

    def designed_height(self) -> int:
        """Return how high it stands where there is room."""
        return self._panels_top() + self._theme.px(_DESIGNED)

    def arrange(self) -> None:
        """Place the lane and the panels."""
        self.lane.setGeometry(0, 0, self.width(), self._lane_height())
        top, wide = self._panels_top(), self._panel_width(self.width())
        for place, panel in enumerate(self.panels):
            left = place * (wide + self._theme.px(_BETWEEN))
            panel.setGeometry(left, top, wide, max(0, self.height() - top))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names of the levels; lane and panels paint themselves."""
        with drawing.painting(self) as painter:
            for level in range(_LEVELS):
                self._paint_name(painter, level)

    def _paint_name(self, painter: QPainter, level: int) -> None:
        is_given = level in {view.level for view in self._scene.views}
        number = self._theme.font("presentNumber", size=max(LEAST, self._fit.text))
        face = Face("presentBody", max(LEAST, self._fit.body - 4), 600 if is_given else 400, "ink2")
        name, gap, words = face.font(self._theme), self._theme.px(12), level_name(level)
        wide = QFontMetricsF(number).horizontalAdvance(str(level)) + gap + face.width(self._theme, words)
        base = drawing.baseline(number, self._lane_height(), self._names_height())
        tones = ("ink", "ink") if is_given else ("ink3", "ink2")
        at = QPointF(self._at(level) - wide / 2, base)
        shown = drawing.words(painter, at, str(level), number, self._theme.color(tones[0]))
        beside = at + QPointF(shown + gap, 0)
        drawing.words(painter, beside, words, name, self._theme.color(tones[1]))

    def _at(self, level: int) -> float:
        """Return where the lane has its tick."""
        card = (self.width() - (_LEVELS - 1) * GAP) / _LEVELS
        return level * (card + GAP) + card / 2

    def _times(self) -> float:
        return _LARGE if self._fit.air >= 0.5 else _SMALL

    def _lane_height(self) -> int:
        return self._lane_theme.px(_LANE)

    def _names_height(self) -> int:
        return self._theme.px(self._fit.text + 8)

    def _panels_top(self) -> int:
        return self._lane_height() + self._names_height() + self._theme.px(20 * self._fit.air)

    def _panel_width(self, width: int) -> int:
        if len(self.claims) < 2:
            return width
        return (width - self._theme.px(_BETWEEN)) // 2
