"""The way to move an assessment to a newer version: what it would do is shown before it happens."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readiness.ui.desk import Desk
from readiness.ui.quarters import shown_reference
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.moving import Move


class MovingWays(QObject):
    """Reads what could be done, asks, and lets the session do it."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window

    def ask(self, assessment_id: int) -> None:
        """Show what the newer versions would do to an open assessment."""
        self._session.flush()
        reading = partial(_read, assessment_id=assessment_id)
        self._session.run_errand(reading, partial(self._show, assessment_id))

    def ask_open(self) -> None:
        """Show it of the assessment that is open."""
        if self._session.assessment_id is not None:
            self.ask(self._session.assessment_id)

    def _show(self, assessment_id: int, found: "tuple[str, tuple[Move, ...]]") -> None:
        asked, moves = found
        if not moves:
            self._session.noted.emit(self.tr("There is no newer version of {0} here.").format(asked))
            return
        from readiness.ui.dialogs.move_dialog import MoveDialog  # noqa: PLC0415 - when it is asked for

        dialog = MoveDialog(moves, self._theme, self._window)
        dialog.chosen.connect(partial(self._on_chosen, assessment_id))
        dialog.open()

    def _on_chosen(self, assessment_id: int, move: "Move") -> None:
        name = shown_reference(move.before.reference)
        self._session.move_assessment(assessment_id, _core_of(move), name)


def _core_of(move: "Move") -> str:
    return move.after.questionnaire.reference.partition("+")[0]


def _read(desk: Desk, assessment_id: int) -> "tuple[str, tuple[Move, ...]]":
    assessing = desk.assessing
    moves = tuple(
        assessing.preview_move(assessment_id, one.reference) for one in assessing.newer(assessment_id)
    )
    return assessing.load(assessment_id).questionnaire.reference, moves
