"""What every importer is given and gives back; ``IMPORTERS.md`` beside this file says how to write one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, Protocol

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import Fault
from readiness.exchange.finding import Find
from readiness.exchange.tree import decode

if TYPE_CHECKING:
    from readiness.exchange.packages import Envelope

HEAD: Final = 1 << 20
"""The bytes from which an importer knows its files."""

Kind = Literal["questionnaire", "answers", "package"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A file that is no larger than its importer takes; ``find`` reaches questionnaires that it names."""

    name: str
    content: bytes
    find: Find

    @property
    def text(self) -> str:
        """The file as text: UTF-8 and nothing unprintable in it.

        Raises:
            RefusedError: it is not; the sentence for the reader is in it, and need not be caught.
        """
        return decode(self.content, len(self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """What a file says. With an error among the faults nothing else of it is looked at.

    A questionnaire may bring past answers with it, of which ``period`` says the quarter as far as the file
    does. ``converted`` says that it is in a format of others, so that its id and version are ours to choose;
    ``version`` is what its maker calls it. ``told`` are sentences for the preview: what was taken for what,
    and by which rule. ``assessment`` is an answers file of our own, ``envelope`` a sealed package whose seal
    nobody has proved yet.
    """

    kind: Kind = "questionnaire"
    faults: tuple[Fault, ...] = ()
    questionnaire: Questionnaire | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    period: Period | None = None
    converted: bool = False
    version: str = ""
    told: tuple[str, ...] = ()
    assessment: Assessment | None = None
    envelope: "Envelope | None" = None

    @property
    def is_usable(self) -> bool:
        """Whether there is no error among the faults."""
        return not any(fault.severity == "error" for fault in self.faults)


class Importer(Protocol):
    """Knows the files of one format, and reads them; both without a thought for limits or exceptions."""

    @property
    def name(self) -> str:
        """What the format is called where somebody looks for it."""

    @property
    def kind(self) -> Kind:
        """What a file of it brings."""

    @property
    def most_bytes(self) -> int:
        """The largest file that is read."""

    def recognises(self, head: bytes, name: str) -> bool:
        """Say whether a file means to be of this format, whatever is wrong with it."""

    def read(self, file: Guarded) -> Foreign:
        """Return what the file says, with every fault of it at once."""
