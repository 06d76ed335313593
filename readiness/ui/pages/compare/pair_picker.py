"""Which two quarters are held against each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text


class PairPicker(QWidget):
    """The earlier quarter and the later one; a later one always stays later."""

    changed = Signal(int, int)  # places in the list of quarters

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._pair = (0, 0)
        self._from = Select(theme, self.tr("Compare from"), self)
        self._from.setObjectName("compare-from")
        self._to = Select(theme, self.tr("Compare to"), self)
        self._to.setObjectName("compare-to")
        self._from.chosen.connect(self._on_from)
        self._to.chosen.connect(self._on_to)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._from)
        row.addWidget(Text(theme, self.tr("to"), "body", "ink2", self))
        row.addWidget(self._to)
        for select in (self._from, self._to):
            select.setSizePolicy(
                QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
            )  # a quarter is never cut

    @property
    def pair(self) -> tuple[int, int]:
        """The two places."""
        return self._pair

    def set_quarters(self, names: Sequence[str], pair: tuple[int, int]) -> None:
        """Offer quarters, oldest first, and show a pair of them; of fewer than two nothing is to pick."""
        self._names = tuple(names)
        self.setEnabled(len(names) > 1)
        self._show(pair)

    def move_from(self, by: int) -> None:
        """Move the earlier quarter, as far as the later one."""
        self._choose(self._pair[0] + by, self._pair[1])

    def move_to(self, by: int) -> None:
        """Move the later quarter; the earlier one gives way to it."""
        before, after = self._pair[0], self._pair[1] + by
        self._choose(min(before, after - 1), after)

    def _on_from(self, key: str) -> None:
        before = int(key)
        after = self._pair[1]
        self._choose(before, after if after > before else before + 1)

    def _on_to(self, key: str) -> None:
        after = int(key)
        self._choose(min(self._pair[0], after - 1), after)

    def _choose(self, before: int, after: int) -> None:
        if 0 <= before < after < len(self._names) and (before, after) != self._pair:
            self._show((before, after))
            self.changed.emit(before, after)

    def _show(self, pair: tuple[int, int]) -> None:
        self._pair = pair
        last = len(self._names) - 1
        keys = [(str(place), name) for place, name in reversed(tuple(enumerate(self._names)))]
        self._from.set_options([(key, name) for key, name in keys if int(key) < last])
        self._to.set_options([(key, name) for key, name in keys if int(key) > 0])
        self._from.set_key_value(str(pair[0]))
        self._to.set_key_value(str(pair[1]))
