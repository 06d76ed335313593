"""Whether a journey must stay alive or may pause: one word that a press turns over."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.row_field import HEIGHT

_SIDE: Final = 8
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StandingButton(PaintedButton):
    """Stands at the right of a journey; Space and Enter turn it over."""

    turned = Signal()  # by a user

    def __init__(self, theme: Theme, who: str, parent: QWidget | None = None) -> None:
        self._who = who
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)
        self.clicked.connect(self.turned)
        self._on_toggled(may_pause=False)

    @property
    def may_pause(self) -> bool:
        """Whether the journey may stand still for a while."""
        return self.isChecked()

    def show_standing(self, *, may_pause: bool) -> None:
        """Show a standing without telling anybody."""
        self.setChecked(may_pause)

    def turn(self) -> None:
        """Turn the standing over, as a press does."""
        self.click()

    def sizeHint(self) -> QSize:
        """Room for the longer of the two, so that the lines beside it stay where they are."""
        metrics = QFontMetricsF(self._theme.font("caption"))
        width = max(metrics.horizontalAdvance(words) for words in self._both())
        return QSize(round(width) + 2 * _SIDE, self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a press, but leave Ctrl+Enter to the page."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words at the right, on a ground under the pointer."""
        rect = QRectF(self.rect())
        font = self._theme.font("caption")
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect, 8, fill=self._theme.color("hover"))
            at = QPointF(rect.right() - _SIDE, drawing.baseline(font, 0, rect.height()))
            tone = "ink2" if self.isEnabled() else "ink3"
            drawing.words(painter, at, self.words, font, self._theme.color(tone), drawing.RIGHT)

    def _both(self) -> tuple[str, str]:
        return self.tr("must stay alive"), self.tr("may pause")

    def _on_toggled(self, may_pause: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.set_words(self._both()[int(may_pause)])
        self.setAccessibleName(self.tr("Standing of {0}: {1}").format(self._who, self.words))
