"""What a meeting leaves to find out, and what it parked: both may still change after the seal."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Len

from readiness.domain.questionnaire import STRICT

FactState = Literal["open", "found", "passed_on"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFact:
    """What nobody knew about a question, who finds it out and until when (``due`` is a date as text).

    ``text`` is one line. ``note`` says what was found: it stands beside a sealed answer, never over it.
    """

    __pydantic_config__ = STRICT

    question: Annotated[str, Len(1)]
    text: str = ""
    who: str = ""
    due: str = ""
    state: FactState = "open"
    note: str = ""

    def __post_init__(self) -> None:
        if "\n" in self.text:
            msg = "what is to be found out is one line"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """What belongs elsewhere than into this meeting; ``question`` is empty where it came out of none."""

    __pydantic_config__ = STRICT

    text: Annotated[str, Len(1)]
    question: str = ""
    who: str = ""
    settled: bool = False
    at: str = ""
