"""The frozen values that the agenda of a meeting is made of; every text is final."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSlot:
    """One part of the meeting: when it begins, its minutes, what for, who is asked, which questions."""

    at: str
    minutes: str
    what: str
    detail: str = ""
    who: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSession:
    """One sitting; its title is empty where there is only one."""

    title: str
    slots: tuple[AgendaSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """One page for the room: the frame, what comes before, the minutes, what to bring.

    ``rest`` says what becomes of the questions for which there is no time.
    """

    headline: str
    length: str
    frame: tuple[tuple[str, str], ...]
    before: tuple[str, ...]
    sessions: tuple[AgendaSession, ...]
    rest: str
    bring: tuple[str, ...]
