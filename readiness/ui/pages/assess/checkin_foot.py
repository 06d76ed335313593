"""The foot of a check-in: back, how far it is, everything instead, on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.text import Text

_HEIGHT = 64


class CheckInFoot(QWidget):
    """Stays where it is whatever stands above it."""

    back = Signal()
    forward = Signal()
    all_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._previous = Button(theme, self.tr("Previous"), "plain", self)
        self._previous.setObjectName("check-in-previous")
        self._previous.set_icon(icons, "chevron-left")
        self._previous.set_key("←")
        self._next = Button(theme, self.tr("Next"), "plain", self)
        self._next.setObjectName("check-in-next")
        self._next.set_key("→")
        self._all = Button(theme, "", "plain", self)
        self._all.setObjectName("ask-all")
        self._place = Text(theme, "", "lead", "ink2", self)
        self._place.setObjectName("check-in-place")
        self._build()

    def show_progress(self, words: str, total: int, *, is_first: bool, is_last: bool, may: bool) -> None:
        """Say how far it is, and where one can go."""
        self._place.setText(words)
        self._all.setText(self.tr("Ask all {0} instead").format(total))
        self._all.setVisible(may)
        self._previous.setEnabled(not is_first)
        self._next.setEnabled(not is_last)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(12)
        row.addWidget(self._previous)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._all)
        row.addWidget(self._next)
        self._previous.clicked.connect(self.back)
        self._next.clicked.connect(self.forward)
        self._all.clicked.connect(self.all_asked)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        Measure(self._theme, self, height=_HEIGHT)
