"""What is still to be talked about, in the order in which it comes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.pages.facilitator.next_row import NextRow, Waiting
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class _List(Scroller):
    """Takes what is left, and asks for no more than its least height however much waits."""

    def sizeHint(self) -> QSize:
        """As wide as the rows, as high as the least."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class NextPanel(Panel):
    """↑ and ↓ move inside, Enter goes there, Alt with them reorders."""

    chosen = Signal(str)
    moved = Signal(str, int)
    walk_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("next-panel")
        self._rows: list[NextRow] = []
        self._count = 0
        self._roving = Roving(self, "down")
        self._list = QVBoxLayout()
        self._scroller = _List(self)
        self._empty = TextBlock(theme, "", "body", "ink2", self)
        self._fits = Text(theme, "", "caption", "ink2", self)
        self._how = Text(theme, self.tr("Alt ↑ ↓ reorders"), "caption", "ink2", self)
        self._walk = Button(theme, "", "link", self)
        self._walk.setObjectName("walk")
        self._walk.set_size("small")
        self._walk.set_key("W")
        self._build_body()

    @property
    def rows(self) -> tuple[NextRow, ...]:
        """The rows that are shown."""
        return tuple(self._rows[: self._count])

    def show_waiting(self, waiting: Sequence[Waiting], heading: str, *, can_move: bool) -> None:
        """Show what waits; the row with the focus keeps it, also where it has moved."""
        held = next((row.waiting.id for row in self.rows if row.hasFocus()), "")
        self._grow(len(waiting))
        for place, one in enumerate(waiting):
            self._rows[place].show_waiting(one, is_first=place == 0)
        self._count = len(waiting)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(waiting))
        self._roving.set_buttons(self.rows)
        self.set_heading(heading)
        self._how.setVisible(can_move and len(waiting) > 1)
        self._empty.setVisible(not waiting)
        self._hold(held)

    def show_walk(self, words: str, fits: str, empty: str) -> None:
        """Say what the walk is, what else could be walked, and what it means that nothing waits."""
        self._walk.setText(words)
        self._walk.setVisible(bool(words))
        self._fits.setText(fits)
        self._empty.setText(empty)

    def _hold(self, id_: str) -> None:
        for place, row in enumerate(self.rows):
            if id_ and row.waiting.id == id_:
                self._roving.set_stop(place)
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _grow(self, count: int) -> None:
        while len(self._rows) < count:
            row = NextRow(self._theme, self)
            row.clicked.connect(self._on_clicked)
            row.moved.connect(self.moved)
            self._rows.append(row)
            self._list.insertWidget(len(self._rows) - 1, row)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, NextRow):
            self.chosen.emit(row.waiting.id)

    def _build_body(self) -> None:
        inner = QWidget(self)
        inner.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 4, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._scroller.set_content(inner)
        Measure(self._theme, self._scroller, least_height=3 * 44)
        self.corner.addWidget(self._how)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._scroller, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._walk)
        foot.addStretch(1)
        foot.addWidget(self._fits)
        self.body.addLayout(foot)
        self._walk.clicked.connect(self.walk_asked)
