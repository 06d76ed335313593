"""The systems of a quarter: how they stand, what they share, and the table of their pillars."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.portfolio.view import PortfolioView
from readiness.ui.session import Session
from readiness.ui.theme import Theme


class PortfolioSystemsView(PortfolioView):
    """First the distribution and what blocks many, then the table; never a ranking."""

    new_asked = Signal(str)

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
        self._icons = icons
        self._now = now
