"""The filters over the table, in as many lines as they need, and how much of it is shown."""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.domain.reviewing import FLAGS, Flag
from readiness.ui.theme import Theme
from readiness.ui.widgets.filter_chip import FilterChip
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.text import Text

_GAP: Final = 8
ALL: Final = "all"


class FilterBar(QWidget):
    """One Tab stop; ← and → move, Space chooses, ↓ and Esc lead to the table. Several together show any."""

    chosen = Signal(object)  # frozenset[Flag]; empty for all
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words: Mapping[Flag, str] = {
            "open": self.tr("Open"),
            "unknown": self.tr("Don’t know"),
            "guess": self.tr("Guess"),
            "no_evidence": self.tr("No evidence"),
            "apart": self.tr("2+ apart"),
            "failing_gate": self.tr("Failing gate"),
            "comment": self.tr("Comment"),
        }
        self._all = FilterChip(theme, ALL, self.tr("All"), self)
        self._chips: dict[Flag, FilterChip] = {
            flag: FilterChip(theme, flag, words[flag], self) for flag in FLAGS
        }
        self._offered: frozenset[Flag] = frozenset(FLAGS)
        self._told = Text(theme, "", "caption", "ink2", self)
        self._told.setObjectName("review-shown")
        self._roving = Roving(self)
        self._all.setChecked(True)
        self._build()
        theme.changed.connect(self._place)

    @property
    def flags(self) -> frozenset[Flag]:
        """The filters that are on."""
        return frozenset(flag for flag, chip in self._chips.items() if chip.isChecked())

    def set_counts(self, total: int, counts: Mapping[Flag, int]) -> None:
        """Say how many each finds."""
        self._all.set_count(total)
        for flag, chip in self._chips.items():
            chip.set_count(counts.get(flag, 0))
        self._place()

    def offer(self, flags: Collection[Flag]) -> None:
        """Offer only some of the filters; one that is on and no longer offered is let go of."""
        offered = frozenset(flags)
        if offered == self._offered:
            return
        self._offered = offered
        for flag, chip in self._chips.items():
            chip.setVisible(flag in offered)
        self.reset()
        self._roving.set_buttons(self._row())
        self._place()

    def set_told(self, words: str) -> None:
        """Say how much is shown."""
        self._told.setText(words)
        self._place()

    def reset(self) -> None:
        """Show all again, without telling anybody."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self._all.setChecked(True)

    def sizeHint(self) -> QSize:
        """As high as its lines at the width of now."""
        width = self.width() or self._theme.px(1000)
        return QSize(width, self._lay_out(width, moves=False))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest chip."""
        return QSize(self._theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the chips in another width."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead on to the table."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if chip is self._all:
            self.reset()
        else:
            self._all.setChecked(not self.flags)
        if isinstance(chip, FilterChip):
            self._roving.set_stop(self._row().index(chip))
        self.chosen.emit(self.flags)

    def _row(self) -> list[FilterChip]:
        return [self._all, *(chip for flag, chip in self._chips.items() if flag in self._offered)]

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._roving.set_buttons(self._row())
        for chip in self._row():
            chip.clicked.connect(self._on_clicked)
            chip.installEventFilter(self)

    def _place(self) -> None:
        self._lay_out(self.width(), moves=True)
        self.updateGeometry()

    def _lay_out(self, width: int, *, moves: bool) -> int:
        """Place the chips in lines, and what is told at the right of the last; return how high that is."""
        gap, line = self._theme.px(_GAP), self._all.sizeHint().height()
        x = y = 0
        for chip in self._row():
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + line + gap
            if moves:
                chip.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
        told = self._told.sizeHint()
        high = line
        if x + gap + told.width() > width:
            y, high = y + line + gap, told.height()
        if moves:
            wide = min(width, told.width())
            self._told.setGeometry(width - wide, y, wide, high)
        return y + high
