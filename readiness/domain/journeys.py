"""Critical journeys, ranked: what “critical” means to both sides, and which of them must stay alive.

A journey that must stay alive is written as its name alone, as in every file before this could be said; so
what was sealed then still reads, and still equals its seal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from readiness.domain.questionnaire import STRICT


@dataclass(frozen=True, slots=True)
class Journey:
    """One thing that people do with the system; ``may_pause`` says that it may stand still for a while."""

    __pydantic_config__ = STRICT

    name: str
    may_pause: bool = False

    @property
    def plain(self) -> str | dict[str, Any]:
        """The journey as files and seals hold it: its name, or a mapping for one that may pause."""
        return {"name": self.name, "may_pause": True} if self.may_pause else self.name

    def __str__(self) -> str:
        """Return the journey in one line, with its standing where that is not the usual one."""
        return f"{self.name} (may pause)" if self.may_pause else self.name


def written(journeys: Iterable[Journey]) -> list[str | dict[str, Any]]:
    """Return journeys as files and seals hold them."""
    return [journey.plain for journey in journeys]


def read_from(entries: Iterable[Any]) -> tuple[Journey, ...]:
    """Return the journeys that a workspace holds."""
    return tuple(
        Journey(str(entry.get("name", "")), may_pause=entry.get("may_pause") is True)
        if isinstance(entry, dict)
        else Journey(str(entry))
        for entry in entries
    )
