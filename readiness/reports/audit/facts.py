"""The frozen values that an audit file is made of."""

from dataclasses import dataclass

from readiness.domain.assessment import Assessment
from readiness.domain.trail import Link, Revision, SealedText, TrailLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFacts:
    """How an assessment came about; nobody's name is in it, and nothing that is still hidden.

    ``text`` is what its seal seals, or what one would seal now while it is open, and ``questionnaire`` the
    text of the questionnaire, each as it is hashed. ``chain`` ends with its own seal. ``origin`` is the seal
    that it came with, where it was taken in as a package. Owners are roles here.
    """

    assessment: Assessment
    text: str
    questionnaire: str
    trail: tuple[TrailLine, ...] = ()
    seal: Link | None = None
    chain: tuple[Link, ...] = ()
    origin: SealedText | None = None
    revisions: tuple[Revision, ...] = ()
