"""What will not be done at this price, with the reasons; what is accepted, open again, and done already."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.board_facts import BoardFacts
from readiness.ui.left_facts import LeftFacts, LeftGroup
from readiness.ui.pages.roadmap.board import MIME
from readiness.ui.pages.roadmap.left_row import LeftRow
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock

FEW: Final = 5
"""Actions of a group that are named before somebody asks for all of them."""


class LeftPanel(Panel):
    """↑ and ↓ move, Enter edits, Alt and ← puts an action into the plan; a card dropped here is taken out."""

    asked = Signal(str, str)  # wish, key
    dropped = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Not done at this price"), parent)
        self._theme = theme
        self._shown: tuple[LeftGroup, ...] = ()
        self._whole: set[str] = set()
        self._parts: list[QWidget] = []
        self._rows: list[LeftRow] = []
        self._price = TextBlock(theme, "", "caption", "ink2", self)
        self.setObjectName("not-placed")
        self.setAcceptDrops(True)
        self.body.setSpacing(6)
        self.body.addWidget(self._price)

    def set_facts(self, facts: BoardFacts) -> None:
        """Show what another plan leaves out."""
        self._price.setText(facts.left)
        self._price.setVisible(bool(facts.left))
        if self._shown != facts.groups:
            self._shown = facts.groups
            self._fill()

    def row(self, key: str) -> LeftRow | None:
        """Return the row of an action or a risk that is shown."""
        return next((row for row in self._rows if row.facts.key == key), None)

    def focus_row(self, key: str) -> bool:
        """Give the focus to an action, showing all of its group where it hides; say whether it is here."""
        hidden = next((g for g in self._shown if key in {row.key for row in g.rows[FEW:]}), None)
        if self.row(key) is None and hidden is not None:
            self._whole.add(hidden.heading)
            self._fill()
        row = self.row(key)
        if row is None:
            return False
        self._set_stop(self._rows.index(row))
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one of the board's cards."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which card was taken out."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().data(MIME).toStdString())

    # Slots

    def _on_asked(self, wish: str, _key: str) -> None:
        row = self.sender()
        if not isinstance(row, LeftRow):
            return
        place, last = self._rows.index(row), len(self._rows) - 1
        target = {"up": max(0, place - 1), "down": min(last, place + 1), "home": 0, "end": last}.get(wish)
        if target is None:
            self.asked.emit(wish, row.facts.key)
        else:
            self._set_stop(target)
            self._rows[target].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_all(self) -> None:
        heading = str(self.sender().property("group"))
        self._whole ^= {heading}
        self._fill()
        again = next((b for b in self._parts if b.property("group") == heading), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    # Filling

    def _fill(self) -> None:
        for part in self._parts:
            part.setObjectName("")
            part.hide()
            self.body.removeWidget(part)
            part.deleteLater()
        self._parts, self._rows = [], []
        for index, group in enumerate(self._shown):
            heading = self.tr("{0}: {1}").format(group.heading, len(group.rows))
            self._add(TextBlock(self._theme, heading, "label", "ink2", self))
            shown = group.rows if group.heading in self._whole else group.rows[:FEW]
            for row in shown:
                self._add_row(row)
            if len(group.rows) > FEW:
                self._add_all(index, group)
        self._set_stop(0)
        self.resized.emit()

    def _set_stop(self, index: int) -> None:
        for place, row in enumerate(self._rows):
            stop = Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stop)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self.body.addWidget(part)
        part.show()

    def _add_row(self, facts: LeftFacts) -> None:
        row = LeftRow(self._theme, facts, self)
        row.asked.connect(self._on_asked)
        self._rows.append(row)
        self._add(row)

    def _add_all(self, index: int, group: LeftGroup) -> None:
        is_whole = group.heading in self._whole
        words = self.tr("Show fewer") if is_whole else self.tr("Show all {0}").format(len(group.rows))
        button = Button(self._theme, words, "link", self)
        button.setObjectName(f"left-all-{index + 1}")
        button.setAccessibleName(f"{words}: {group.heading}")
        button.setProperty("group", group.heading)
        button.set_size("small")
        button.clicked.connect(self._on_all)
        self._parts.append(button)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()
