"""Limits that were measured more than a quarter ago: confirmed as they are, or measured again."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Limit
from readiness.reports.sentences import capital, times
from readiness.reports.summary_content import used_of
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text_block import TextBlock

_ROOMY: Final = 720


class _LimitRow(QWidget):
    """One row of the limits table, with the two things one can do about its age."""

    confirmed = Signal(str)
    edited = Signal(str)

    def __init__(self, theme: Theme, limit: Limit, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._id = limit.id
        measured = self.tr("measured {0}").format(limit.measured_on) if limit.measured_on else ""
        factor = "" if limit.factor is None else times(limit.factor)
        facts = (capital(used_of(limit)), factor, measured or self.tr("no date"))
        self._title = TextBlock(theme, limit.resource, "bodyStrong", "ink", self)
        self._facts = TextBlock(theme, ", ".join(part for part in facts if part), "caption", "ink2", self)
        self._still = Button(theme, self.tr("Looked at, still so"), "plain", self)
        self._still.setObjectName(f"limit-still-{limit.id}")
        self._still.setAccessibleName(self.tr("{0}: looked at today, still so").format(limit.resource))
        self._again = Button(theme, self.tr("Measure again…"), "plain", self)
        self._again.setObjectName(f"limit-again-{limit.id}")
        self._again.setAccessibleName(self.tr("{0}: measure again").format(limit.resource))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both have no room side by side."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= self._theme.px(_ROOMY)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_roomy else down)

    def _build(self) -> None:
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self._row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self._still, self._again):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch()
        self._row.addLayout(buttons)
        self._still.clicked.connect(self._on_still)
        self._again.clicked.connect(self._on_again)

    def _on_still(self) -> None:
        self.confirmed.emit(self._id)

    def _on_again(self) -> None:
        self.edited.emit(self._id)


class OldLimits(QWidget):
    """``confirmed`` and ``edited`` carry the row's id; a row that is confirmed is no longer old."""

    confirmed = Signal(str)
    edited = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Limit, ...] = ()
        self._rows: list[_LimitRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_limits(self, limits: Sequence[Limit]) -> None:
        """Show the rows that are old."""
        if tuple(limits) == self._shown:
            return
        self._shown = tuple(limits)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_LimitRow(self._theme, limit, self) for limit in limits]
        for row in self._rows:
            self._column.addWidget(row)
            row.confirmed.connect(self.confirmed)
            row.edited.connect(self.edited)
