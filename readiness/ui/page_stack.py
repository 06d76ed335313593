"""The pages, one at a time; only Home is built before the first paint, the others when they are needed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.home_page import HomePage
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.ui.pages.portfolio_page import PortfolioPage
    from readiness.ui.pages.setup_page import SetupPage
    from readiness.ui.pages.studio_page import StudioPage
    from readiness.ui.pages.system_page import SystemPage


class PageStack(QStackedWidget):
    """Home, Portfolio, Studio, New assessment, and the page of a system."""

    portfolio_made = Signal()
    studio_made = Signal()
    setup_made = Signal()
    system_made = Signal()

    def __init__(
        self, session: Session, theme: Theme, icons: Icons, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._theme, self._icons, self._now = session, theme, icons, now
        self._portfolio: PortfolioPage | None = None
        self.studio: StudioPage | None = None
        self._setup: SetupPage | None = None
        self._system: SystemPage | None = None
        self.home = HomePage(session, theme, icons, now, self)
        self.addWidget(self.home)

    @property
    def portfolio(self) -> "PortfolioPage":
        """Many systems at once; built when somebody first looks."""
        if self._portfolio is None:
            from readiness.ui.pages.portfolio_page import PortfolioPage  # noqa: PLC0415 - after the first paint

            self._portfolio = PortfolioPage(self._session, self._theme, self._icons, self._now, self)
            self.addWidget(self._portfolio)
            self.portfolio_made.emit()
        return self._portfolio

    def build_studio(self, folder: Path) -> "StudioPage":
        """Return the studio over a folder of questionnaires; built when somebody first looks."""
        if self.studio is None:
            from readiness.ui.pages.studio_page import StudioPage  # noqa: PLC0415 - after the first paint

            self.studio = StudioPage(self._session, folder, self._theme, self._icons, self)
            self.addWidget(self.studio)
            self.studio_made.emit()
        return self.studio

    @property
    def setup(self) -> "SetupPage":
        """New assessment."""
        return self._setup or self.build_setup()

    @property
    def system(self) -> "SystemPage":
        """Assess, Results and Report of a system."""
        return self._system or self.build_system()

    def build_setup(self) -> "SetupPage":
        """Build the page of a new assessment, unless it stands already."""
        if self._setup is None:
            from readiness.ui.pages.setup_page import SetupPage  # noqa: PLC0415 - after the first paint

            self._setup = SetupPage(self._session, self._theme, self._icons, self._now, self)
            self.addWidget(self._setup)
            self.setup_made.emit()
        return self._setup

    def build_system(self) -> "SystemPage":
        """Build the page of a system, unless it stands already."""
        if self._system is None:
            from readiness.ui.pages.system_page import SystemPage  # noqa: PLC0415 - after the first paint

            self._system = SystemPage(self._session, self._theme, self._icons, self)
            self.addWidget(self._system)
            self.system_made.emit()
        return self._system

    @property
    def has_system(self) -> bool:
        """Whether the page of a system is built, and so has heard of what was opened."""
        return self._system is not None

    def wants_rail(self) -> bool:
        """Say whether the app rail stays beside the page that is shown."""
        return self._system is None or self.currentWidget() is not self._system or self._system.wants_rail

    def name(self) -> str:
        """Return what the page that is shown is called."""
        page = self.currentWidget()
        named = (
            (self.home, "home"),
            (self._portfolio, "portfolio"),
            (self.studio, "studio"),
            (self._setup, "setup"),
            (self._system, "system"),
        )
        return next((name for known, name in named if known is not None and known is page), "")
