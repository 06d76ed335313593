"""The walk through a meeting: what is talked about, in which order, and where the room stands in it."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readiness.ui.pages.presenter.again import asked_again

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from readiness.domain.assessment import Assessment
    from readiness.domain.triage import Triage
    from readiness.ui.session import Session


@dataclass(slots=True)
class Walk:
    """What is kept of one meeting while the window lives; the list itself is kept with the assessment.

    The first ``fits`` of the list are within the time; ``everything`` walks all questions instead.
    ``is_done`` stands behind the last that fits.
    """

    fits: int = 0
    is_begun: bool = False
    everything: bool = False
    is_done: bool = False
    seen: set[str] = field(default_factory=set)
    seconds: dict[str, float] = field(default_factory=dict)
    counted: float = 0.0
    box: int | None = None


class Talk(QObject):
    """Walks the talk list, or all questions; the place itself belongs to the session.

    ``changed`` is sent after the list, the order, or what was left open changed; ``turned`` after another
    question stands before the room.
    """

    changed = Signal()
    turned = Signal(str)

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._walks: dict[Hashable, Walk] = {}
        self._clock: QObject | None = None
        session.place_changed.connect(self._on_place)
        session.outcome_changed.connect(self._on_outcome)
        session.revealed.connect(self._on_revealed)
        session.sitting_changed.connect(self._on_sitting)

    # What it says

    @property
    def walk(self) -> Walk:
        """The walk of the assessment that is open."""
        key = (self._session.path, self._session.assessment_id)
        if key not in self._walks:
            self._walks[key] = Walk()
        return self._walks[key]

    @property
    def current(self) -> str:
        """The question before the room; empty behind the last."""
        return "" if self.walk.is_done else self._session.place

    @property
    def ids(self) -> tuple[str, ...]:
        """What is walked, in order."""
        assessment = self._session.assessment
        if assessment is None:
            return ()
        if self.walk.everything:
            return tuple(assessment.questionnaire.by_id)
        return self.listed

    @property
    def listed(self) -> tuple[str, ...]:
        """What is worth talking about, in order."""
        return asked_again(self._session) or self._session.sitting.talk

    @property
    def has_list(self) -> bool:
        """Whether anything is worth talking about."""
        return bool(self.listed)

    def number(self) -> tuple[int, int]:
        """Return where the room stands and of how many; 0 for a question outside of the walk."""
        ids = self.ids
        place = ids.index(self._session.place) + 1 if self._session.place in ids else 0
        fits = len(ids) if self.walk.everything or place > self.walk.fits else self.walk.fits
        return place, fits

    def upcoming(self) -> tuple[str, ...]:
        """Return what is still to be talked about, without the question before the room."""
        assessment = self._session.assessment
        if assessment is None:
            return ()
        current = self.current
        return tuple(id_ for id_ in self.ids if id_ != current and not self.is_settled(id_))

    @property
    def left_open(self) -> frozenset[str]:
        """What the room left open and has not agreed on since."""
        return self._session.left_open

    def is_settled(self, id_: str) -> bool:
        """Say whether a question is agreed or was left open."""
        return id_ in self.left_open or is_agreed(self._session.assessment, id_)

    def seconds(self) -> float:
        """Return how long the question before the room has been there."""
        return self.walk.seconds.get(self.current, 0.0)

    # What one does

    def begin(self) -> None:
        """Make the list where there is none, let the clock count, and stand at a question of the walk."""
        assessment = self._session.assessment
        if assessment is None:
            return
        self._follow_clock()
        self._on_ticked()
        if not self.walk.is_begun:
            was_listed = self.has_list and not self._session.is_check_in
            self._make_list()
            is_listed = self.has_list and (self._session.is_check_in or self._is_after_reveal(assessment))
            self.walk.everything = not is_listed or (was_listed and self._session.sitting.everything)
            self.walk.is_begun = True
        ids = self.ids
        if self._session.place not in ids:
            self.turn_to(next((id_ for id_ in ids if not self.is_settled(id_)), ids[0]))
        self.changed.emit()

    def turn_to(self, id_: str) -> None:
        """Put a question before the room."""
        self._session.flush()
        was_done, self.walk.is_done = self.walk.is_done, False
        if id_ == self._session.place:
            if was_done:
                self.turned.emit(id_)
        else:
            self._session.set_place(id_)

    def step(self, by: int) -> None:
        """Go on or back; behind the last that fits stands the end, and behind that what does not fit."""
        ids, walk = self.ids, self.walk
        if not ids:
            return
        if walk.is_done:
            self._step_off(ids, by)
            return
        place = ids.index(self._session.place) if self._session.place in ids else -1
        end = len(ids) if walk.everything else min(walk.fits, len(ids))
        if by > 0 and place + 1 in {end, len(ids)}:
            walk.is_done = True
            self._session.flush()
            self.turned.emit("")
        elif 0 <= place + by < len(ids):
            self.turn_to(ids[place + by])

    def walk_everything(self, everything: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Walk all questions, or what is worth talking about."""
        if everything != self.walk.everything and (everything or self.has_list):
            self.walk.everything, self.walk.is_done = everything, False
            self._session.keep_sitting(replace(self._session.sitting, everything=everything))
            self.turned.emit(self._session.place)

    def move(self, id_: str, by: int) -> None:
        """Talk about a question one place earlier or later than what is still to come."""
        waiting, listed = list(self.upcoming()), list(self.listed)
        if id_ not in waiting or id_ not in listed or self.walk.everything or self._session.is_check_in:
            return
        place = waiting.index(id_) + by
        if 0 <= place < len(waiting):
            target = listed.index(waiting[place])
            listed.remove(id_)
            listed.insert(target, id_)
            self._list(listed)
            self.changed.emit()

    def see(self, id_: str) -> bool:
        """Remember that the room has seen both answers; say whether that is for the first time."""
        is_first = id_ not in self.walk.seen
        self.walk.seen.add(id_)
        return is_first

    # Inside

    def _step_off(self, ids: tuple[str, ...], by: int) -> None:
        walk = self.walk
        if by < 0:
            self.turn_to(self._session.place)
        elif not walk.everything and walk.fits < len(ids):
            self.turn_to(ids[walk.fits])

    def _make_list(self) -> None:
        if self._session.is_check_in:
            self.walk.fits = len(self.listed)
            return
        found = self._triage()
        if found is not None:
            self._add(found)
            self._plan()
            self._fit(found)

    def _fit(self, found: "Triage") -> None:
        """Say how much of the list the time takes: what is settled, and what fits into the rest."""
        walk, clock = self.walk, self._session.meeting_clock
        walk.box = None if clock is None else clock.state.box
        settled = sum(self.is_settled(id_) for id_ in self.listed)
        walk.fits = min(len(self.listed), max(1, settled + found.fits))

    def _triage(self) -> "Triage | None":
        from readiness.domain.triage import triage  # noqa: PLC0415 - as above

        assessment, outcome = self._session.assessment, self._session.outcome
        if assessment is None or outcome is None or self._session.meeting_clock is None:
            return None
        return triage(assessment, outcome, self._minutes_left())

    def _minutes_left(self) -> float:
        """Return the minutes for talking that are not used yet."""
        from readiness.domain.minutes import talk_minutes  # noqa: PLC0415 - as above
        from readiness.domain.pacing import uses  # noqa: PLC0415 - as above
        from readiness.domain.triage import TALK_MINUTES  # noqa: PLC0415 - as above

        clock = self._session.meeting_clock
        if clock is None or clock.state.box is None:
            return TALK_MINUTES
        talked = sum(use.used for use in uses(clock.state) if use.slot.kind == "pillar")
        return max(0.0, talk_minutes(clock.state.plan, clock.state.box) - talked)

    def _plan(self) -> None:
        assessment, clock = self._session.assessment, self._session.meeting_clock
        if assessment is not None and clock is not None and self._is_after_reveal(assessment):
            clock.replan(self._session.minutes())

    def _is_after_reveal(self, assessment: "Assessment") -> bool:
        given = assessment.product or assessment.engineering
        return assessment.revealed and (assessment.mode == "private" or bool(given))

    def _follow_clock(self) -> None:
        clock = self._session.meeting_clock
        if clock is not None and clock is not self._clock:
            self._clock = clock
            self.walk.counted = clock.state.seconds
            clock.ticked.connect(self._on_ticked)

    def _on_place(self, id_: str) -> None:
        self.walk.is_done = False
        self.turned.emit(id_)

    def _on_outcome(self, _outcome: object) -> None:
        is_kept = self.has_list and not self._session.is_check_in
        if is_kept and (found := self._triage()) is not None:
            self._add(found)
        self.changed.emit()

    def _add(self, found: "Triage") -> None:
        """Keep the list as it is talked through; what becomes worth it goes to its end."""
        listed = self.listed
        self._list((*listed, *(item.question for item in found.items if item.question not in listed)))

    def _list(self, listed: "Sequence[str]") -> None:
        self._session.keep_sitting(replace(self._session.sitting, talk=tuple(listed)))

    def _on_sitting(self, _sitting: object) -> None:
        self.changed.emit()

    def _on_revealed(self, _assessment: object) -> None:
        self._make_list()
        self.walk.everything, self.walk.is_begun = not self.has_list, True
        self.changed.emit()

    def _on_ticked(self) -> None:
        clock = self._session.meeting_clock
        if clock is None or clock is not self._clock:
            return
        walk = self.walk
        gone, walk.counted = clock.state.seconds - walk.counted, clock.state.seconds
        if gone > 0 and self.current:
            walk.seconds[self.current] = walk.seconds.get(self.current, 0.0) + gone
        if clock.state.box != walk.box and (found := self._triage()) is not None:
            self._fit(found)
            self.changed.emit()


def is_agreed(assessment: "Assessment | None", id_: str) -> bool:
    """Say whether the room has agreed on an answer."""
    agreed = None if assessment is None else assessment.agreed.get(id_)
    return agreed is not None and agreed.state != "not_asked"
