"""The way from the Portfolio into one system, to its results or to one of its pillars."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from readiness.ui.session import Session

if TYPE_CHECKING:
    from readiness.ui.main_window import MainWindow
    from readiness.ui.pages.portfolio_page import PortfolioPage


class PortfolioWays(QObject):
    """Opens what was chosen, and then goes to its pillar."""

    def __init__(self, session: Session, page: "PortfolioPage", window: "MainWindow") -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._pillar = ""
        self._wanted = -1
        page.opened.connect(self.open)
        page.change_asked.connect(window.system_ways.change)
        page.new_asked.connect(window.new_assessment)
        session.assessment_opened.connect(self._on_opened)

    def open(self, assessment_id: int, pillar: str) -> None:
        """Open an assessment, at a pillar where one is named."""
        self._wanted, self._pillar = assessment_id, pillar
        self._session.open_assessment(assessment_id)

    def _on_opened(self, _assessment: object) -> None:
        if self._session.assessment_id != self._wanted:  # the wanted one could not be opened
            self._pillar = ""
        if self._pillar:
            # Pages that hear of it after this one begin at their first view.
            QTimer.singleShot(0, self, self._show_pillar)

    def _show_pillar(self) -> None:
        pillar, self._pillar = self._pillar, ""
        if pillar:
            self._window.system.show_page("results")
            self._window.system.results.show_part(pillar)
