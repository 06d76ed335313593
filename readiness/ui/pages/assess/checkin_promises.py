"""Last quarter's actions: what became of each, said with one choice a line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from readiness.domain.promises import ActionState, PlannedAction
from readiness.reports.sentences import weeks
from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text_block import TextBlock

_ROOMY: Final = 820


class _Promise(QWidget):
    """One action and what became of it; nothing is chosen while nobody has said so."""

    said = Signal(str, str)  # the action, its state

    def __init__(self, theme: Theme, action: PlannedAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._id = action.id
        self._title = TextBlock(theme, action.title or action.id, "bodyStrong", "ink", self)
        self._facts = TextBlock(theme, "", "caption", "ink2", self)
        states = (
            ("done", self.tr("Done")),
            ("under_way", self.tr("Under way")),
            ("slipped", self.tr("Slipped")),
            ("dropped", self.tr("Dropped")),
        )
        spoken = self.tr("What became of “{0}”").format(action.title or action.id)
        self.state = Segmented(theme, spoken, states, self)
        self.state.setObjectName(f"promise-{action.id.replace(':', '-')}")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self.show_action(action)

    def show_action(self, action: PlannedAction) -> None:
        """Show what was promised, and what became of it."""
        self._facts.setText(", ".join(self._said_of(action)))
        self.state.set_value("" if action.state == "planned" else action.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice below the words where both have no room side by side."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= self._theme.px(_ROOMY)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_roomy else down)

    def _said_of(self, action: PlannedAction) -> list[str]:
        names = ", ".join(action.questions) or action.id
        said = [names if action.goal is None else self.tr("{0} to level {1}").format(names, action.goal)]
        if action.effort is not None:
            said.append(weeks(action.effort))
        if action.period:
            said.append(self.tr("for {0}").format(shown_quarter(action.period)))
        if action.owner:
            said.append(action.owner)
        return said

    def _build(self) -> None:
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.state.chosen.connect(self._on_chosen)

    def _on_chosen(self, state: str) -> None:
        self.said.emit(self._id, state)


class Promises(QWidget):
    """``changed`` carries all actions of last quarter with the one that was said something of."""

    changed = Signal(object)  # tuple[PlannedAction, ...]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: tuple[PlannedAction, ...] = ()
        self._rows: dict[str, _Promise] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> tuple[Segmented, ...]:
        """The choices, in the order of the actions."""
        return tuple(row.state for row in self._rows.values())

    def show_actions(self, actions: Sequence[PlannedAction]) -> None:
        """Show what was promised; what was put aside while planning never was."""
        self._actions = tuple(actions)
        shown = [action for action in actions if not action.excluded]
        if [action.id for action in shown] != list(self._rows):
            self._rebuild(shown)
        for action in shown:
            self._rows[action.id].show_action(action)

    def _rebuild(self, actions: Sequence[PlannedAction]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {action.id: _Promise(self._theme, action, self) for action in actions}
        for row in self._rows.values():
            self._column.addWidget(row)
            row.said.connect(self._on_said)

    def _on_said(self, id_: str, state: str) -> None:
        became = cast("ActionState", state)
        self.changed.emit(
            tuple(replace(action, state=became) if action.id == id_ else action for action in self._actions)
        )
