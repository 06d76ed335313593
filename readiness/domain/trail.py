"""What a workspace remembers of how an assessment came about: every answer ever given, its seal, its kin."""

from dataclasses import dataclass
from typing import Literal

from readiness.domain.questionnaire import Lane

LastState = Literal["open", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """One answer as it was given, or that the private answers were revealed.

    ``said`` is the text that is kept of it, which has nobody's name. ``stands`` says whether it is the answer
    that its lane ended with. ``role`` is who gave it, where that was somebody who took part.
    """

    sequence: int
    at: str
    zone: str
    lane: Lane | Literal[""]
    question: str
    said: str
    role: str = ""
    stands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A seal as its chain sees it: its place, its time, the hash before and its own."""

    sequence: int
    at: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedText:
    """A seal and the text that it seals, as it was hashed."""

    link: Link
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revision of an assessment: its number, whether it is closed, and its seal where it has one."""

    number: int
    state: LastState
    sealed_at: str = ""
    seal: str = ""
