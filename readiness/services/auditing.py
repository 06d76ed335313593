"""The audit file of one assessment: its trail, its seal and the chain before, read here and written whole."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.trail import SealedText, TrailLine
from readiness.errors import InputError
from readiness.services.closing import sealed_content
from readiness.services.exporting import AUDIT, named_after
from readiness.storage import frozen, provenance
from readiness.storage.canonical import canonical, digest

if TYPE_CHECKING:
    from readiness.reports.audit.facts import AuditFacts
    from readiness.services.assessing import Assessing

_OUTSIDE: Final = "not a participant"


def suggest_audit_name(assessment: Assessment) -> str:
    """Return a file name that every system takes."""
    return named_after(assessment, AUDIT)


def export_audit(facts: "AuditFacts", path: Path) -> Path:
    """Write the audit file, and return where it is.

    Raises:
        OutputError: it could not be written; what stood at ``path`` still does.
    """
    from readiness.exchange.atomic import atomic_write  # noqa: PLC0415 - see render_audit

    atomic_write(path, render_audit(facts))
    return path


def render_audit(facts: "AuditFacts") -> bytes:
    """Return the audit file; the same facts give the same bytes."""
    from readiness.reports.audit.archive import build_audit  # noqa: PLC0415 - only who asks pays for it

    return build_audit(facts, named_after(facts.assessment, " audit"))


def read_audit(assessing: "Assessing", assessment_id: int) -> "AuditFacts":
    """Return how an assessment came about, with roles in place of names and without what is hidden.

    Raises:
        InputError: its seal does not hold.
    """
    from readiness.reports.audit.facts import AuditFacts  # noqa: PLC0415 - see render_audit

    assessment = _as_shown(assessing.load(assessment_id))
    with assessing.workspace.database.reading() as connection:
        text = frozen.of_assessment(connection, assessment_id)
        trail = provenance.trail(connection, assessment_id)
        sealed = provenance.sealed(connection, assessment_id)
        chain = provenance.chain(connection, assessment_id)
        origin = provenance.origin(connection, assessment_id)
        revisions = provenance.revisions(connection, assessment_id)
    for one in (sealed, origin):
        _refuse_broken(one, assessment)
    return AuditFacts(
        assessment=assessment,
        text=_draft(assessing, assessment_id, assessment) if sealed is None else sealed.body,
        questionnaire="" if text is None else text.body,
        trail=tuple(line for line in trail if assessment.revealed or not _is_hidden(line)),
        seal=None if sealed is None else sealed.link,
        chain=chain,
        origin=origin,
        revisions=revisions,
    )


def _as_shown(given: Assessment) -> Assessment:
    """Return an assessment as anybody may see it: roles in place of names, nothing hidden."""
    roles = {one.name: one.role for one in reversed(given.participants) if one.name}

    def role(name: str) -> str:
        return roles.get(name, _OUTSIDE) if name else ""

    return replace(
        given,
        product=given.visible("product"),
        engineering=given.visible("engineering"),
        actions=tuple(replace(one, owner=role(one.owner)) for one in given.actions),
        facts=tuple(replace(one, who=role(one.who)) for one in given.facts),
    )


def _is_hidden(line: TrailLine) -> bool:
    return line.lane in {"product", "engineering"}


def _draft(assessing: "Assessing", assessment_id: int, shown: Assessment) -> str:
    """Return what a seal would seal now."""
    from readiness.exchange.results import score_json  # noqa: PLC0415 - see render_audit

    outcome = evaluate(shown)
    _, hash_ = assessing.workspace.questionnaire_of(assessment_id)
    content: dict[str, Any] = sealed_content(outcome, score_json(outcome), hash_)
    return canonical({**content, "participants": assessing.workspace.sealed_participants(assessment_id)})


def _refuse_broken(sealed: SealedText | None, assessment: Assessment) -> None:
    if sealed is None or digest(sealed.link.previous, sealed.body, sealed.link.at) == sealed.link.hash:
        return
    raise InputError(
        f"The seal of {assessment.reference} does not hold in this workspace.",
        safe="Nothing was written.",
        remedy="Run “readiness verify”, then go back to a backup from before.",
    )
