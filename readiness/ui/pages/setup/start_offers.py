"""What a new assessment could start from, read anew whenever system, quarter or questions change."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readiness.ui.models.setup_form import SetupForm, draft_from, folded
from readiness.ui.session import Session

if TYPE_CHECKING:
    from readiness.services.beginning import StartOffer


class StartOffers(QObject):
    """``read`` carries a StartOffer, or nothing; an answer that comes too late is not told.

    ``is_reading`` says that what is on offer is not known yet.
    """

    read = Signal(object)  # StartOffer | None

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: tuple[object, ...] = ()
        self.is_reading = False

    def forget(self) -> None:
        """Begin again, with nothing on offer."""
        self._wanted = ()
        self.is_reading = False
        self.read.emit(None)

    def give_up(self) -> None:
        """Wait for no answer any longer: reading has failed, which was said."""
        self.is_reading = False

    def ask(self, form: SetupForm) -> None:
        """Ask what a form could start from, unless that was asked already."""
        wanted = (folded(form.system), form.period, form.scope, form.questionnaire)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self.is_reading = self._is_known(form.system)
        if not self.is_reading:
            self.read.emit(None)
            return

        def take(offer: "StartOffer | None") -> None:
            if wanted == self._wanted:
                self.is_reading = False
                self.read.emit(offer)

        self._session.read_offer(replace(draft_from(form), load=(), target=None), take)

    def _is_known(self, system: str) -> bool:
        name = folded(system)
        return any(folded(line.name) == name and line.assessments for line in self._session.home)
