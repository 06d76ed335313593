"""A question as the room sees it: the real parts of the presenter, placed as it places them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.level_names import level_name
from readiness.ui.pages.presenter.fit import FITS, Fit
from readiness.ui.pages.presenter.scene import Anchor, Scene
from readiness.ui.pages.presenter.stage_anchors import StageAnchors
from readiness.ui.pages.presenter.stage_head import StageHead
from readiness.ui.pages.presenter.stage_text import Face, StageText
from readiness.ui.stage_theme import StageTheme
from readiness.ui.theme import Theme
from readiness.ui.widgets.question_head import Heading

SIZE: Final = (1440, 900)
_MARGIN: Final = 64
_TOP, _BOTTOM = 34, 66


class PresentFace(QWidget):
    """Steps down in size until all of it fits, as before the room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = StageTheme(theme, self)
        self._head = StageHead(self._theme, self)
        self._prompt = StageText(self._theme, Face("presentPrompt", FITS[0].prompt, 600, "ink"), self)
        self._why = StageText(self._theme, Face("presentBody", FITS[0].body, 400, "ink2"), self)
        self._anchors = StageAnchors(self._theme, self)

    def show_question(self, heading: Heading, levels: Sequence[str]) -> None:
        """Ask a question."""
        self._head.show_scene(Scene(pillar=heading.pillar, topic=heading.topic, place=heading.place))
        self._prompt.set_text(heading.prompt)
        self._why.set_text(heading.why)
        self._anchors.show_anchors(
            tuple(Anchor(number=n, name=level_name(n), text=text) for n, text in enumerate(levels))
        )
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts to the screen."""
        super().resizeEvent(event)
        self._theme.fit(QSizeF(self.size()))
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.end()

    def _arrange(self) -> None:
        width = self.width() - 2 * _MARGIN
        if width <= 0:
            return
        room = self.height() - _TOP - _BOTTOM - self._head.height_at(width)
        fit = next((one for one in FITS if self._needs(one, width) <= room), FITS[-1])
        spare = max(0, room - self._needs(fit, width))
        top = _TOP
        for part, gap in ((self._head, 0), (self._prompt, 22), (self._why, 14), (self._anchors, 34)):
            top += round(gap * fit.air)
            high = part.height_at(width)
            if part is self._anchors:
                high += max(0, min(spare, self._anchors.designed_height() - high))
            part.setGeometry(_MARGIN, top, width, high)
            top += high

    def _needs(self, fit: Fit, width: int) -> int:
        self._prompt.set_face(Face("presentPrompt", fit.prompt, 600, "ink"))
        self._why.set_face(Face("presentBody", fit.body, 400, "ink2"))
        self._why.setVisible(not fit.spare)
        self._anchors.set_fit(fit)
        parts = (self._prompt, self._why, self._anchors)
        return sum(part.height_at(width) for part in parts) + round(70 * fit.air)
