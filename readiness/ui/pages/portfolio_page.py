"""Portfolio: many systems at once. Its views share one header; each says its own finding there."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.portfolio.systems_view import PortfolioSystemsView
from readiness.ui.pages.portfolio.view import PortfolioView
from readiness.ui.pages.round.round_view import RoundView
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text

_LEAST_TITLE = 120


class PortfolioPage(QWidget):
    """The systems; further views come with ``add_view`` and are chosen beside the title."""

    new_asked = Signal(str)  # a system, or none
    opened = Signal(int, str)  # assessment id, pillar or nothing
    change_asked = Signal(str, int)  # what, system id
    report_asked = Signal(str)  # the quarter that is shown; empty for none

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._options: list[tuple[str, str]] = []
        self._views: dict[str, PortfolioView] = {}
        self.setObjectName("portfolio")
        self._title = Text(theme, "", "page", "ink", self)
        self._title.setObjectName("portfolio-title")
        self._note = Text(theme, "", "body", "ink2", self)
        self._tools = QStackedWidget(self)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choice = Segmented(theme, self.tr("View"), (), self)
        self._choice.setObjectName("portfolio-views")
        self._stack = QStackedWidget(self)
        self.systems = PortfolioSystemsView(session, theme, icons, now, self)
        self.round = RoundView(session, theme, icons, now, self)
        self._build()
        self._choice.chosen.connect(self.show_view)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_report)
        session.home_changed.connect(self._on_home_changed)
        self.systems.new_asked.connect(self.new_asked)
        self.systems.opened.connect(self.opened)
        self.systems.change_asked.connect(self.change_asked)
        self.systems.report_asked.connect(self._on_report)
        self.round.new_asked.connect(self.new_asked)
        self.round.opened.connect(session.open_assessment)
        self.add_view("systems", self.tr("Systems"), self.systems)
        self.add_view("round", self.tr("Round"), self.round)
        self.show_view("systems")

    @property
    def view(self) -> PortfolioView:
        """The view that is shown."""
        return next(view for view in self._views.values() if view is self._stack.currentWidget())

    def add_view(self, key: str, text: str, view: PortfolioView) -> None:
        """Offer another view of the same systems."""
        self._views[key] = view
        self._options.append((key, text))
        self._stack.addWidget(view)
        self._tools.addWidget(view.tools)
        view.titled.connect(self._on_titled)
        kept = self._choice.value
        self._choice.set_options(self._options)
        self._choice.set_value(kept)
        self._choice.setVisible(len(self._options) > 1)

    def show_view(self, key: str) -> None:
        """Show a view and let it read."""
        view = self._views[key]
        self._choice.set_value(key)
        self._stack.setCurrentWidget(view)
        self._tools.setCurrentWidget(view.tools)
        self._share_tools(view.tools)
        if self.isVisible():
            view.refresh()

    def _share_tools(self, shown: QWidget) -> None:
        """Give the tools no more than those that are shown want: the finding needs the rest."""
        for view in self._views.values():
            wanted = QSizePolicy.Policy.Preferred if view.tools is shown else QSizePolicy.Policy.Ignored
            view.tools.setSizePolicy(wanted, QSizePolicy.Policy.Preferred)
        self._hold_title()

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        self.view.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when somebody looks."""
        super().showEvent(event)
        self.view.refresh()

    def _build(self) -> None:
        self._tools.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 20)
        column.setSpacing(16)
        self._head.setSpacing(16)
        told, tools = QHBoxLayout(), QHBoxLayout()
        for row in (told, tools):
            row.setSpacing(16)
            self._head.addLayout(row)
        told.addWidget(self._title)
        told.addWidget(self._note)
        told.addStretch(1)
        tools.addWidget(self._choice)
        tools.addWidget(self._tools)
        tools.addStretch()
        self._head.setStretch(0, 1)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the note give way to the finding."""
        super().resizeEvent(event)
        self._hold_title()

    def _hold_title(self) -> None:
        """Give the finding its width, with large text above the tools; the note stays where it has room."""
        wanted, tools = self._title.sizeHint().width(), self._tools.sizeHint().width()
        left = self.width() - 64 - tools - self._choice.sizeHint().width() * (len(self._options) > 1)
        is_beside = left - 32 >= self._theme.px(_LEAST_TITLE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(beside if is_beside else below)
        left = left if is_beside else self.width() - 64
        self._title.setMinimumWidth(max(self._theme.px(_LEAST_TITLE), min(wanted, left - 32)))
        self._note.setVisible(bool(self._note.text()) and left - wanted - 48 >= self._theme.px(120))

    def _on_titled(self, title: str, note: str) -> None:
        if self.sender() is self._stack.currentWidget():
            self._title.setText(title)
            self._note.setText(note)
            self._hold_title()

    def _on_report(self) -> None:
        found = self.systems.found
        self.report_asked.emit("" if found is None or found.is_empty else str(found.quarter))

    def _on_home_changed(self, _home: object) -> None:
        if self.isVisible():
            self.view.refresh()
