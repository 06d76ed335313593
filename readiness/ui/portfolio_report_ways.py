"""The way to the report over all systems, from wherever one is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.session import Session
from readiness.ui.theme import Theme


class PortfolioReportWays(QObject):
    """Opens the dialog, at the quarter one looks at, or the newest in which something was sealed."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._window = window

    def ask(self) -> None:
        """Ask for the report of the newest quarter."""
        self.ask_for("")

    def ask_for(self, quarter: str) -> None:
        """Ask for the report of a quarter."""
        lines = [line for one in self._session.home if not one.archived for line in one.assessments]
        quarters = sorted({line.period for line in lines} | ({quarter} - {""}), reverse=True)
        if not lines:
            self._session.noted.emit(self.tr("There is no assessment to report yet."))
            return
        sealed = max((line.period for line in lines if line.state != "open"), default=quarters[0])
        from readiness.ui.dialogs.portfolio_report_dialog import (  # noqa: PLC0415 - when it is asked for
            PortfolioReportDialog,
        )

        chosen = quarter or sealed
        PortfolioReportDialog(self._session, quarters, chosen, self._theme, self._icons, self._window).open()
