"""Where one is among the questions; what was put off and left open stands in the file, with the meeting."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readiness.domain.sitting import Sitting
from readiness.ui.pages.assess.progress import Course

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Lane


class Walk:
    """The way through the questions: all of them, or those worth talking about."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Begin with another assessment: nothing of the one before stays."""
        self.current = ""
        self.lane: Lane = "agreed"
        self.is_at_end = False
        self.is_met_about = False
        self.sitting = Sitting()
        self.left_open: frozenset[str] = frozenset()
        self.agenda: tuple[str, ...] = ()
        self._to_talk: frozenset[str] = frozenset()

    @property
    def later(self) -> frozenset[str]:
        """What the lane that answers now comes back to."""
        return frozenset(self.sitting.later.get(self.lane, ()))

    @property
    def left_at(self) -> str:
        """Where the lane that answers now was left; empty for one that has not begun."""
        return self.sitting.places.get(self.lane, "")

    @property
    def is_talk_only(self) -> bool:
        """Whether the arrows walk what is worth talking about: after the reveal, until all is asked for."""
        return self.is_met_about and bool(self.agenda) and not self.sitting.everything

    @property
    def to_talk(self) -> tuple[str, ...]:
        """What is still to be talked about, in the order of the agenda."""
        return tuple(id_ for id_ in self.agenda if id_ in self._to_talk and id_ not in self.left_open)

    def take(self, sitting: Sitting, left_open: frozenset[str]) -> None:
        """Take where the meeting stands; ``left_open`` without what is agreed since."""
        self.sitting, self.left_open = sitting, left_open
        self.agenda = sitting.talk or self.agenda

    def set_talk(self, items: Sequence[str]) -> None:
        """Take what is worth talking about now; what was on the agenda keeps its place, settled or not."""
        self._to_talk = frozenset(items)
        self.agenda = (*self.agenda, *(id_ for id_ in items if id_ not in self.agenda))

    def path(self, course: Course) -> tuple[str, ...]:
        """Return the questions that the arrows go through."""
        return self.agenda if self.is_talk_only and self.lane == "agreed" and self.agenda else course.ids

    def step(self, course: Course, step: int) -> str:
        """Return the question before or after; empty past the last, the current one before the first."""
        path = self.path(course)
        if self.is_at_end:
            return path[-1] if step < 0 else ""
        if self.current not in path:
            return path[0]
        place = path.index(self.current) + step
        return "" if place >= len(path) else path[max(0, place)]

    def talk_step(self, step: int) -> str:
        """Return the next or the last thing to talk about; empty where nothing is left."""
        left = self.to_talk
        if not left:
            return ""
        place = self.agenda.index(self.current) if self.current in self.agenda else -1 if step > 0 else 0
        order = [*self.agenda[place + 1 :], *self.agenda[: place + 1]]
        if step < 0:
            order = [*reversed(self.agenda[:place]), *reversed(self.agenda[place:])]
        return next(id_ for id_ in order if id_ in left)
