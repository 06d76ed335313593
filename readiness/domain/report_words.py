"""What people write in place of a report’s generated sentences, and who said that it can be sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Annotated, Final, Literal

from annotated_types import Len

from readiness.domain.questionnaire import STRICT

Side = Literal["product", "engineering"]
BOTH: Final[tuple[Side, ...]] = ("product", "engineering")
MOST_CHARACTERS: Final = 600
_BY_PLACE: Final = re.compile(r"ask\.[0-9]{1,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One sentence in somebody’s own words, and the generated one it stands for, as it was then."""

    __pydantic_config__ = STRICT

    text: Annotated[str, Len(1, MOST_CHARACTERS)]
    generated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """The edits by the key of their sentence; ``ready`` are the sides that pressed “ready to send”.

    Whoever changes a sentence takes both back: nobody has said of the new words that they can be sent.
    """

    __pydantic_config__ = STRICT

    edits: Mapping[str, Edit] = field(default_factory=dict)
    ready: tuple[Side, ...] = ()

    @property
    def said(self) -> dict[str, str]:
        """The texts that stand in place of generated ones, by key."""
        return {key: edit.text for key, edit in self.edits.items()}

    @property
    def is_ready(self) -> bool:
        """Whether both sides said so."""
        return set(BOTH) <= set(self.ready)

    def edited(self, key: str, text: str, generated: str) -> "ReportWords":
        """Return the same with one sentence in other words; the generated text, or none, takes it back."""
        rest = {known: edit for known, edit in self.edits.items() if known != key}
        words = text.strip()[:MOST_CHARACTERS]
        if words and words != generated:
            rest[key] = Edit(text=words, generated=generated)
        return self if rest == self.edits else replace(self, edits=rest, ready=())

    def pressed(self, side: Side) -> "ReportWords":
        """Return the same with one side’s “ready to send” given, or taken back."""
        ready = {*self.ready} ^ {side}
        return replace(self, ready=tuple(one for one in BOTH if one in ready))


def key_of_decision(text: str) -> str:
    """Return the key of a decision that is asked for: by what it says, wherever it stands in the list."""
    return f"ask.{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def by_subject(words: ReportWords) -> ReportWords:
    """Return words whose decisions were kept by their place, as they used to be, by what they are about."""
    edits = {
        key_of_decision(edit.generated) if _BY_PLACE.fullmatch(key) else key: edit
        for key, edit in words.edits.items()
    }
    return replace(words, edits=edits)


NO_WORDS: Final = ReportWords()
