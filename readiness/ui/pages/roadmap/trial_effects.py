"""Says what each trial does on its own: one plan a turn of the loop, so that nobody waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from readiness.ui.plan_desk import PlanDesk

if TYPE_CHECKING:
    from collections.abc import Iterator


class TrialEffects(QObject):
    """``told`` carries the name of a trial and what it does; starting anew lets go of what is left to say."""

    told = Signal(str, str)

    def __init__(self, desk: PlanDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left: Iterator[tuple[str, str]] = iter(())
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._tell_one)

    def start(self) -> None:
        """Begin with the first trial."""
        self._left = self._desk.effects()
        self._turn.start()

    def stop(self) -> None:
        """Say nothing more of what is out of date."""
        self._turn.stop()

    def _tell_one(self) -> None:
        told = next(self._left, None)
        if told is None:
            self._turn.stop()
        else:
            self.told.emit(*told)
