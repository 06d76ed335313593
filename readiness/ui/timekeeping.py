"""The meeting's time: it begins with the meeting itself, counts by pillar, is kept with the assessment."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from readiness.ui.meeting_clock import MeetingClock
    from readiness.ui.session import Session

_KEPT_EVERY: Final = 30
"""Seconds after which the time used is written anew; the rest is written when one leaves."""


class Timekeeping(QObject):
    """Starts the clock where talking begins, unless somebody paused it; it nudges and never blocks.

    Talking begins with the reveal, or with the first answer that everybody sees. A revision corrects what
    was met about before, so its clock starts only where somebody starts it.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._clock: MeetingClock | None = None
        self._kept: object = None
        self._was_check_in = False
        session.assessment_opened.connect(self._on_opened)
        session.assessment_left.connect(self._let_go)
        session.assessment_changed.connect(self._on_changed)
        session.place_changed.connect(self.stand_at)
        session.answer_changed.connect(self._on_answer)
        session.last_quarter_changed.connect(self._on_promises)
        session.revealed.connect(self._on_revealed)

    def begin(self) -> None:
        """Let time count, unless it was paused by hand: the room talks."""
        clock, assessment = self._clock, self._session.assessment
        if clock is None or assessment is None or clock.is_paused or clock.state.box is None:
            return
        if assessment.revealed and not assessment.sealed and assessment.revision == 1:
            if not clock.state.at:
                self.stand_at(self._session.place)
            clock.start()

    def count_towards(self, slot: str) -> None:
        """Count towards a part of the meeting."""
        if self._clock is not None and slot:
            self._clock.turn_to(slot)

    def stand_at(self, id_: str) -> None:
        """Count towards the pillar of the question that is before the room."""
        from readiness.domain.minutes import pillar_slot  # noqa: PLC0415 - not before the first paint

        assessment = self._session.assessment
        walk = () if assessment is None else assessment.questionnaire.walk()
        pillar = next((pillar.id for pillar, _, question in walk if question.id == id_), "")
        self.count_towards(pillar_slot(pillar) if pillar else "")

    def keep(self) -> None:
        """Remember what was used, so that a meeting goes on where it was."""
        clock, session = self._clock, self._session
        if clock is None or session.assessment is None or not clock.is_touched:
            return
        used = {slot: round(seconds, 1) for slot, seconds in clock.state.used.items()}
        session.keep_sitting(replace(session.sitting, has_clock=True, box=clock.state.box, used=used))

    # Slots

    def _on_opened(self, _assessment: object) -> None:
        self._let_go()
        session, clock = self._session, self._session.meeting_clock
        if clock is None:
            return
        if session.sitting.has_clock and not clock.is_touched:
            clock.resume(session.sitting.box, session.sitting.used)
        self._clock = clock
        self._was_check_in = session.is_check_in
        clock.ticked.connect(self._on_ticked)
        self.stand_at(session.place)
        clock.wake()

    def _on_changed(self, _assessment: object) -> None:
        """Plan anew where a check-in becomes a full assessment; let time rest where it is sealed."""
        session, clock = self._session, self._clock
        if clock is None or session.assessment is None:
            return
        if session.assessment.sealed:
            clock.rest()
        elif session.is_check_in != self._was_check_in:
            self._was_check_in = session.is_check_in
            clock.replan(session.minutes(), takes_box=True)

    def _on_revealed(self, _assessment: object) -> None:
        if self._clock is not None:
            self._clock.replan(self._session.minutes())
        self.begin()

    def _on_promises(self, _last: object) -> None:
        self.begin()

    def _on_answer(self, _question: str) -> None:
        self.begin()

    def _on_ticked(self) -> None:
        """Write now and then, so that a meeting whose laptop dies loses half a minute of its count."""
        clock = self._clock
        if clock is None:
            return
        now = (clock.state.box, clock.is_running, int(clock.state.seconds // _KEPT_EVERY))
        if now != self._kept:
            self._kept = now
            self.keep()

    def _let_go(self) -> None:
        """Let no time count for what is not open any more."""
        clock, self._clock, self._kept = self._clock, None, None
        if clock is not None:
            clock.ticked.disconnect(self._on_ticked)
            clock.rest()
