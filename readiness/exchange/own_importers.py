"""The importers of our own formats: questionnaires, answers, sealed packages."""

import re
from typing import Final

from readiness.exchange.answers import parse_answers
from readiness.exchange.foreign import Foreign, Guarded, Kind
from readiness.exchange.json_tree import MOST_BYTES
from readiness.exchange.packages import is_package, read_envelope
from readiness.exchange.questionnaires import parse_questionnaire

_ANSWERS: Final = re.compile(rb"""["']?format["']?\s*:\s*["']?readiness-answers""")
MARK: Final = b"readiness-questionnaire"
"""What the format of a questionnaire begins with."""
_ENDINGS: Final = (".yaml", ".yml", ".json")


class PackageImporter:
    """Sealed packages; whoever reads one has to prove its seal."""

    name = "Sealed package"
    kind: Kind = "package"
    most_bytes = MOST_BYTES

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - what is in it tells
        """Whether a file begins as a package does."""
        return is_package(head)

    def read(self, file: Guarded) -> Foreign:
        """Return the parts of a package."""
        envelope, faults = read_envelope(file.content)
        return Foreign(kind=self.kind, faults=faults, envelope=envelope)


class AnswersImporter:
    """Answers files."""

    name = "Answers file"
    kind: Kind = "answers"
    most_bytes = MOST_BYTES

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - what is in it tells
        """Whether a file names the format."""
        return _ANSWERS.search(head) is not None

    def read(self, file: Guarded) -> Foreign:
        """Return the assessment that a file holds."""
        assessment, _, faults = parse_answers(file.content, file.name, file.find)
        return Foreign(kind=self.kind, faults=faults, assessment=assessment)


class QuestionnaireImporter:
    """Questionnaires of our own, in YAML or JSON."""

    name = "Questionnaire"
    kind: Kind = "questionnaire"
    most_bytes = MOST_BYTES

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a file names the format, or has an ending that ours have."""
        return MARK in head or name.lower().endswith(_ENDINGS)

    def read(self, file: Guarded) -> Foreign:
        """Return the questionnaire that a file holds."""
        questionnaire, faults = parse_questionnaire(file.content, file.name, file.find)
        return Foreign(questionnaire=questionnaire, faults=faults)
