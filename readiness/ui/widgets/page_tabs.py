"""The tabs of a system's page: words with an underline."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.tooltip import plain_tooltip


class _Tab(PaintedButton):
    """One tab; the chosen one is bold, in the accent and underlined."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self.key = key
        self.setObjectName(f"tab-{key}")
        self.setProperty("inset", 12)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As wide as the bold word."""
        width = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(self.words)
        return QSize(round(width) + 2 * self._theme.px(12), self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint word and underline."""
        rect = QRectF(self.rect())
        font = self._theme.font("bodyStrong" if self.isChecked() else "body")
        if not self.isChecked():
            font.setWeight(font.Weight.Medium)
        color = self._theme.color(self._ink())
        with drawing.painting(self) as painter:
            at = QPointF(rect.center().x(), drawing.baseline(font, 0, rect.height()))
            drawing.words(painter, at, self.words, font, color, drawing.CENTER)
            if self.isChecked():
                drawing.box(painter, QRectF(12, rect.bottom() - 3, rect.width() - 24, 5), 2, fill=color)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        if self.isChecked():
            return "accent"
        return "ink" if self._is_hovered else "ink2"


class PageTabs(QWidget):
    """The tabs; ← and → move and choose, one Tab stop. ``chosen`` is sent only for what a user does."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: list[_Tab] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._roving = Roving(self, chooses=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Offer these tabs; none is chosen then."""
        for tab in self._tabs:
            self._group.removeButton(tab)
            self._row.removeWidget(tab)
            tab.deleteLater()
        self._tabs = [_Tab(self._theme, key, text, self) for key, text in tabs]
        for tab in self._tabs:
            self._group.addButton(tab)
            self._row.addWidget(tab)
        self._roving.set_buttons(self._tabs)
        self._name_tabs()

    @property
    def current(self) -> str:
        """The key of the tab that is shown; empty for none."""
        tab = self._group.checkedButton()
        return tab.key if isinstance(tab, _Tab) else ""

    def set_current(self, key: str) -> None:
        """Show which tab one is on."""
        for index, tab in enumerate(self._tabs):
            if tab.key == key:
                tab.setChecked(True)
                self._roving.set_stop(index)

    def set_tab_enabled(self, key: str, enabled: bool, reason: str = "") -> None:  # noqa: FBT001 - a claim
        """Offer a tab or say why not."""
        for tab in self._tabs:
            if tab.key == key:
                tab.setEnabled(enabled)
                tab.setToolTip("" if enabled else plain_tooltip(reason))
                tab.setAccessibleDescription("" if enabled else reason)

    def _on_clicked(self, tab: _Tab) -> None:
        self._roving.set_stop(self._tabs.index(tab))
        self.chosen.emit(tab.key)

    def _name_tabs(self) -> None:
        count = len(self._tabs)
        for index, tab in enumerate(self._tabs):
            tab.setAccessibleName(self.tr("{0}, tab {1} of {2}").format(tab.words, index + 1, count))
