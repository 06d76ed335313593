"""The critical journeys, ranked, to be read, not changed; what may pause says so."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.journeys import Journey
from readiness.ui.theme import Theme
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip

_GAP: Final = 10
_LINES: Final = 2


class JourneyList(QWidget):
    """Number, name, and where it is the exception, standing; readers hear the standing of each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Journey, ...] = ()
        self.setObjectName("journey-list")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(_GAP))
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def show_journeys(self, journeys: Sequence[Journey]) -> None:
        """Show other journeys."""
        if tuple(journeys) == self._shown:
            return
        self._shown = tuple(journeys)
        self._clear()
        for place, journey in enumerate(journeys):
            self._add(place, journey)
        self.setAccessibleName(self._told())

    def _add(self, place: int, journey: Journey) -> None:
        top = Qt.AlignmentFlag.AlignTop
        number = Text(self._theme, str(place + 1), "body", "ink2", self)
        name = TextBlock(self._theme, journey.name, "body", "ink2", self)
        name.max_lines = _LINES
        name.setToolTip(plain_tooltip(journey.name))
        self._grid.addWidget(number, place, 0, top)
        # A name without a word beside it takes that room too: else every one wraps for the sake of one.
        self._grid.addWidget(name, place, 1, 1, 1 if journey.may_pause else 2, top)
        number.show()
        name.show()
        if journey.may_pause:
            standing = Text(self._theme, self._standing(journey), "caption", "ink2", self)
            self._grid.addWidget(standing, place, 2, top | Qt.AlignmentFlag.AlignRight)
            standing.show()

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _standing(self, journey: Journey) -> str:
        return self.tr("may pause") if journey.may_pause else self.tr("must stay alive")

    def _told(self) -> str:
        lines = [f"{place}. {one.name}, {self._standing(one)}" for place, one in enumerate(self._shown, 1)]
        return "; ".join(lines)
