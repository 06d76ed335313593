"""Sealed packages: a closed assessment goes out as one file, and comes in elsewhere with its seal proved.

Nothing is believed before the hash holds over what it seals, and nothing is stored before a person has seen
what would come in; then all of it comes in, or nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from readiness.domain.assessment import Assessment
from readiness.domain.combining import parts_of
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.versions import version_key
from readiness.errors import FaultyFileError, InputError, NotFoundError
from readiness.services.closing import RECEIVED, differs, sealed_content
from readiness.services.exporting import PACKAGE, named_after
from readiness.services.library import Library
from readiness.services.merging import Imported
from readiness.services.proving import refuse_unproved
from readiness.services.rounds import Arrival, Beside, Proof, Received
from readiness.storage.canonical import canonical, digest
from readiness.storage.frozen import Frozen
from readiness.storage.systems import folded

if TYPE_CHECKING:
    from readiness.exchange.finding import Find
    from readiness.exchange.packages import Envelope, Package
    from readiness.services.assessing import Assessing, AssessmentLine

Stands = Literal["new", "changed", "same"]

_KEPT: Final = "Nothing was stored."


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a package brings, by name: each answer, action, decision and open fact."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A preview: what a package would bring. Nothing is written yet.

    ``before`` is what came in before under the same seal, ``assessment_id`` its key; ``older_core`` is the
    version of an older core.
    """

    assessment: Assessment
    package: "Package"
    parts: Parts
    assessment_id: int | None = None
    before: Assessment | None = None
    older_core: str = ""
    is_new_system: bool = False

    @property
    def stands(self) -> Stands:
        """Whether it is new, brings something else than the last time, or the same."""
        if self.assessment_id is None:
            return "new"
        return "changed" if self.parts.new or self.parts.changed else "same"


def suggest_package_name(assessment: Assessment) -> str:
    """Return a file name that every system takes."""
    return named_after(assessment, PACKAGE)


def export_package(assessing: "Assessing", assessment_id: int, path: Path) -> Path:
    """Write a sealed assessment as a package, and return where it is.

    Raises:
        InputError: it is not sealed yet, or its own seal does not hold.
        OutputError: the chain of seals does not hold, or it could not be written;
            what stood at ``path`` still does.
    """
    from readiness.exchange.atomic import atomic_write  # noqa: PLC0415 - see render_package

    atomic_write(path, render_package(assessing, assessment_id))
    return path


def render_package(assessing: "Assessing", assessment_id: int) -> bytes:
    """Return the package of a sealed assessment; raises what ``export_package`` does."""
    from readiness.exchange.packages import Evidence, Package, write_package  # noqa: PLC0415 - it loads pydantic

    assessment = assessing.load(assessment_id)
    found = assessing.packages().evidence(assessment_id)
    if found is None or not assessment.sealed:
        raise InputError(
            f"{assessment.reference} is not sealed yet, and only what is sealed can be proved elsewhere.",
            safe="Nothing was written.",
            remedy="Close it first, or send a response page.",
        )
    proof, frozen = found
    if not proof.holds:
        raise InputError(
            f"The seal of {assessment.reference} does not hold in this workspace.",
            safe="Nothing was written.",
            remedy="Run “readiness verify”, then go back to a backup from before.",
        )
    refuse_unproved(assessing.workspace, "No package was made")
    evidence = Evidence(hash=proof.hash, previous=proof.previous, at=proof.at, sequence=proof.sequence)
    whole, _ = assessing.workspace.questionnaire_of(assessment_id)
    package = Package(evidence=evidence, body=proof.body, frozen=frozen, whole=whole, assessment=assessment)
    return write_package(package)


def look_at_package(assessing: "Assessing", path: Path) -> Incoming:
    """Read a package, prove its seal, and say what it would bring.

    Raises:
        FaultyFileError: the file has faults; every one is named.
        InputError: it cannot be read, its seal is broken, or its place is taken by something else.
    """
    from readiness.exchange.bounded import read_content  # noqa: PLC0415 - after the first paint

    return hold_package(assessing, read_package(read_content(path), path.name))


def hold_package(assessing: "Assessing", package: "Package") -> Incoming:
    """Hold a package whose seal is proved against the workspace, and say what it would bring.

    Raises:
        InputError: its place is taken by something else, or it says something that no workspace keeps.
    """
    _refuse_namesake(package, assessing.library)
    theirs = package.assessment
    came = _came_before(assessing, theirs, package)
    mine = None if came is None else assessing.load(came.assessment_id)
    known = any(folded(system.name) == folded(theirs.system) for system in assessing.home())
    incoming = Incoming(
        assessment=theirs,
        package=package,
        parts=_parts(mine, theirs),
        assessment_id=None if came is None else came.assessment_id,
        before=mine,
        older_core=older_core(package.whole.reference, assessing.library),
        is_new_system=not known,
    )
    _refuse_odd(incoming)
    return incoming


def _refuse_odd(incoming: Incoming) -> None:
    """Refuse a seal that says anything which would not be kept as it says it: ours could never agree with it.

    A workspace in which two seals of one assessment differ is not sound, and lets nothing out any more.
    """
    arrival = _arrival(incoming)
    people = [{"role": p.role, "lane": p.lane, "person": p.person} for p in incoming.package.participants]
    if differs(arrival.proof.content, {**arrival.content, "participants": people}):
        raise _refused(
            "The seal of this package says something that no workspace keeps in that form.",
            "Ask whoever sent it to export it again.",
        )


def take_in_package(assessing: "Assessing", incoming: Incoming) -> Imported:
    """Write what the preview showed, all or nothing; the same package again changes nothing.

    Raises:
        InputError: something changed since the preview.
    """
    theirs, package = incoming.assessment, incoming.package
    _refuse_namesake(package, assessing.library)
    came = _came_before(assessing, theirs, package)
    if (None if came is None else came.assessment_id) != incoming.assessment_id:
        raise _refused(f"{theirs.reference} changed meanwhile.", "Look at the package again.")
    parts = incoming.parts
    if incoming.assessment_id is None:
        id_ = assessing.receive(_arrival(incoming))
    else:
        id_ = incoming.assessment_id
        if incoming.stands == "changed":
            assessing.refresh(id_, beside_of(theirs))
    return Imported(
        id=id_, reference=theirs.reference, new=parts.new, changed=parts.changed, unchanged=parts.unchanged
    )


def beside_of(assessment: Assessment) -> Beside:
    """Return what stands beside a seal and may change after it."""
    return assessment.actions, assessment.decisions, assessment.facts, assessment.accepted


def read_package(content: bytes, name: str, find: "Find | None" = None) -> "Package":
    """Read a package, which brings all it names, and prove its seal; raises what ``look_at_package`` does."""
    from readiness.exchange.importers import read_with  # noqa: PLC0415 - they load pydantic
    from readiness.exchange.own_importers import PackageImporter  # noqa: PLC0415 - see above
    from readiness.exchange.packages import open_envelope  # noqa: PLC0415 - see above

    file = read_with(PackageImporter(), content, name, find or Library().find)
    envelope, faults = file.envelope, file.faults
    if envelope is None:
        raise FaultyFileError(name, faults)
    texts = canonical(envelope.body), canonical(envelope.questionnaire)
    _refuse_broken(envelope, texts, name)
    package, faults = open_envelope(envelope, texts)
    if package is None:
        raise FaultyFileError(name, faults)
    return package


def core_version(reference: str) -> str:
    """Return the version of the core inside a questionnaire's reference."""
    return parts_of(reference)[0].partition("@")[2]


def older_core(reference: str, library: Library) -> str:
    """Return the version of a questionnaire's core where a newer one of it is shipped; else nothing."""
    name, version = parts_of(reference)[0].partition("@")[0], core_version(reference)
    with suppress(NotFoundError):
        newest = library.latest(name)
        return version if version_key(version) < version_key(newest.version) else ""
    return ""


def _refuse_broken(envelope: "Envelope", texts: tuple[str, str], name: str) -> None:
    """Believe a body only where the hash holds over it, and a questionnaire where the body names its hash."""
    evidence = envelope.evidence
    if digest(evidence.previous, texts[0], evidence.at) != evidence.hash:
        raise _broken(envelope, "body", name, "what it seals was changed after it was made")
    if digest(texts[1]) != envelope.body.get("questionnaire_hash"):
        raise _broken(envelope, "questionnaire", name, "its questionnaire is not the one that was sealed")


def _refuse_namesake(package: "Package", library: Library) -> None:
    """Let no package put another questionnaire under a name that is known: later ones would be asked it."""
    held = library.find(package.whole.reference)
    if held is not None and held != package.whole:
        raise _refused(
            f"{package.whole.reference} exists here and asks something else than in this package.",
            "Have the one who made it give that questionnaire a version of its own.",
        )


def _refused(happened: str, remedy: str) -> InputError:
    return InputError(happened, safe=_KEPT, remedy=remedy)


def _broken(envelope: "Envelope", part: str, name: str, why: str) -> InputError:
    from readiness.exchange.packages import place_of  # noqa: PLC0415 - loaded already

    line, column = place_of(envelope, part)
    return InputError(
        f"Seal broken: {why}.",
        safe=_KEPT,
        remedy="Ask for the package again, from the one who sealed it.",
        details=f"{name}:{line}:{column}: error: seal-broken: {part}: {why}",
    )


def _came_before(assessing: "Assessing", theirs: Assessment, package: "Package") -> Received | None:
    """Return the same sealed assessment where it came in before, whatever its system is called by now.

    Raises:
        InputError: something else has its place.
    """
    received = assessing.packages().received(theirs.period)
    hash_ = package.evidence.hash
    came = next((one for one in received if one.hash == hash_ and one.seal != "broken"), None)
    if came is not None:
        return came
    line = _line_of(assessing, theirs)
    if line is None:
        return None
    if assessing.seal_of(line.id) == hash_:
        raise _refused(f"{theirs.reference} was sealed in this workspace.", "There is nothing to take in.")
    if line.state == "open":
        raise _refused(
            f"{theirs.reference} is open here, and a sealed one cannot be put over it.",
            "Delete the open one first; it can be restored.",
        )
    raise _refused(
        f"{theirs.reference} is sealed here with another seal.",
        "Find out which of the two holds, then delete the other.",
    )


def _line_of(assessing: "Assessing", theirs: Assessment) -> "AssessmentLine | None":
    name, period = folded(theirs.system), str(theirs.period)
    return next(
        (
            line
            for system in assessing.home()
            if folded(system.name) == name
            for line in system.assessments
            if (line.period, line.revision) == (period, theirs.revision)
        ),
        None,
    )


def _arrival(incoming: Incoming) -> Arrival:
    from readiness.exchange.results import score_json  # noqa: PLC0415 - after the first paint

    package = incoming.package
    plain = _as_it_was(incoming.assessment)
    outcome: Outcome = evaluate(plain)
    evidence = package.evidence
    sealed: Mapping[str, Any] = sealed_content(outcome, score_json(outcome), digest(package.frozen))
    return Arrival(
        assessment=plain,
        frozen=Frozen(questionnaire=package.whole, body=package.frozen, origin="imported"),
        outcome=outcome,
        proof=Proof(
            hash=evidence.hash,
            previous=evidence.previous,
            at=evidence.at,
            sequence=evidence.sequence,
            body=package.body,
        ),
        persons=tuple(one.person for one in package.participants),
        content={**sealed, RECEIVED: evidence.hash},
        is_older=bool(incoming.older_core),
    )


def _as_it_was(theirs: Assessment) -> Assessment:
    """Return the assessment open, as it is written; sides that answered did so privately."""
    apart = bool(theirs.product or theirs.engineering)
    return replace(theirs, sealed=False, mode="private" if apart else "live", revealed=True)


def _parts(mine: Assessment | None, theirs: Assessment) -> Parts:
    """Hold what a package brings against what came in before."""
    answers = [f"{lane} {id_}" for lane, id_ in _answered(theirs)]
    had, brings = _beside(mine), _beside(theirs)
    if mine is None:
        return Parts(new=(*answers, *brings))
    changed = {
        *(name for name in brings if name in had and had[name] != brings[name]),
        *(had.keys() - brings.keys()),
    }
    unchanged = (*answers, *(name for name in brings if had.get(name) == brings[name]))
    new = tuple(name for name in brings if name not in had)
    return Parts(new=new, changed=tuple(sorted(changed)), unchanged=unchanged)


def _answered(assessment: Assessment) -> Iterable[tuple[str, str]]:
    lanes: Sequence[Literal["agreed", "product", "engineering"]] = ("agreed", "product", "engineering")
    return ((lane, id_) for lane in lanes for id_ in assessment.lane(lane))


def _beside(assessment: Assessment | None) -> dict[str, object]:
    """Return what stands beside the seal, by a name that says what it is."""
    if assessment is None:
        return {}
    return {
        **{f"action {action.id}": action for action in assessment.actions},
        **{f"decision {place}": one for place, one in enumerate(assessment.decisions, start=1)},
        **{f"fact {place} {fact.question}": fact for place, fact in enumerate(assessment.facts, start=1)},
        **{f"accepted risk {risk.question}": risk for risk in assessment.accepted},
    }
