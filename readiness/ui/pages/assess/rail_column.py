"""The rail with what stands under it: what is worth talking about, and what the notch means."""

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chip import Chip
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.topic_rail import TopicRail


class _Notch(Painted):
    """The sign that the key explains."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as in the rail, with room around."""
        return QSize(self._theme.px(14), self._theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the notch."""
        color, size = self._theme.color, self._theme.px(10)
        with drawing.painting(self) as painter:
            tip = QPointF(self.width() / 2, self.height() / 2 + size * 0.47)
            drawing.notch(painter, tip, size, color("attention"), color("attentionLine"))


class RailColumn(QWidget):
    """Topics, and under them the talk list as a filter; ``talk_toggled`` is sent for users only."""

    talk_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = TopicRail(theme, self)
        self._talk = Chip(theme, "", "choice", self)
        self._talk.setObjectName("to-talk-about")
        self._keys = (KeyHint(theme, "[", self), KeyHint(theme, "]", self))
        self._legend = QWidget(self)
        self._foot = QWidget(self)
        self._build(theme)

    def show_talk(self, count: int, *, chosen: bool) -> None:
        """Say how much is still to be talked about; nothing where there is nothing to say."""
        self._talk.set_words(self.tr("To talk about: {0}").format(count))
        self._talk.setChecked(chosen)
        for part in (self._talk, *self._keys):
            part.setVisible(bool(count) or chosen)

    def show_legend(self, *, shown: bool) -> None:
        """Explain the notch where there is one."""
        self._legend.setVisible(shown)

    def wipe(self) -> None:
        """Forget how far anybody is."""
        self.rail.set_pillars(())
        self.show_talk(0, chosen=False)
        self.show_legend(shown=False)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rail, 1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._talk)
        row.addStretch()
        for key in self._keys:
            row.addWidget(key)
        foot.addLayout(row)
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(8)
        legend.addWidget(_Notch(theme, self._legend))
        legend.addWidget(Text(theme, self.tr("two or more levels apart"), "caption", "ink2", self), 1)
        foot.addWidget(self._legend)
        column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._talk.clicked.connect(self.talk_toggled)
        self.show_talk(0, chosen=False)
        self.show_legend(shown=False)
