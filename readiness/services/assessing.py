"""Assessing: open a workspace, start, answer, frame, close. The same calls serve the window and the terminal.

All of it belongs to one thread. Opening and listing load neither SQLAlchemy nor pydantic: Home paints first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from readiness.domain.assessment import MOST_REVISIONS, Assessment, Limit
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.terms import PlanTerms
from readiness.domain.what_if import refuse_nonsense
from readiness.errors import InputError, NotFoundError, WorkspaceError
from readiness.services.beginning import Beginning, begun
from readiness.services.closing import ClosePreview, Sealed, closed, differs, preview, sealed_content
from readiness.services.covered import Covered
from readiness.services.covering import Cover
from readiness.services.drafts import Draft, refuse_unmeasurable
from readiness.services.freezing import frozen, thawed
from readiness.services.library import Library
from readiness.services.meeting import PLAN, Meeting, Saved, refuse_frozen
from readiness.services.merging import Given, Imported, Merge, compare_answers, questions_of, with_answer
from readiness.services.moving import Moving
from readiness.services.promising import refuse_misnamed
from readiness.services.rounds import Rounds
from readiness.services.systems import Systems
from readiness.storage import backups
from readiness.storage.clock import Clock, now, stamp
from readiness.storage.database import Database
from readiness.storage.opening import create_database, open_database
from readiness.storage.reading import AssessmentLine, QuestionnaireLine, SystemLine, TrashLine
from readiness.storage.seals import ChainReport
from readiness.storage.systems import folded
from readiness.storage.workspace import Workspace

__all__ = [
    "Assessing",
    "AssessmentLine",
    "Beginning",
    "ClosePreview",
    "Draft",
    "Imported",
    "Saved",
    "Sealed",
    "SystemLine",
    "TrashLine",
]


class Assessing(Moving, Rounds, Meeting, Systems, Covered):
    """An open workspace and what can be done in it."""

    def __init__(self, workspace: Workspace, clock: Clock = now, *, is_covered: bool = True) -> None:
        self.workspace = workspace
        self.library = Library(workspace)
        self._clock = clock
        self._loaded: dict[int, Assessment] = {}
        self._cover = Cover(workspace, clock, is_on=is_covered)

    @classmethod
    def open(cls, path: Path, clock: Clock = now, *, look_only: bool = False) -> Self:
        """Open a workspace that exists; ``look_only`` opens it for reading, as one does with a backup.

        Raises:
            ReadinessError: it cannot be opened as asked; it is untouched.
        """
        return cls.over(open_database(path, clock, look_only=look_only), clock)

    @classmethod
    def over(cls, database: Database, clock: Clock = now) -> Self:
        """Take over a workspace file that is open already."""
        return cls(Workspace(database, thawed, clock), clock)

    @classmethod
    def create(cls, path: Path, clock: Clock = now, *, is_covered: bool = True) -> Self:
        """Make an empty workspace and open it; what can be written again need not be covered by backups.

        Raises:
            OutputError: something stands there, or nothing can be made there.
        """
        made = create_database(path, clock)
        return cls(Workspace(made, thawed, clock), clock, is_covered=is_covered)

    # Looking

    @property
    def path(self) -> Path:
        """The workspace file."""
        return self.workspace.database.path

    @property
    def read_only(self) -> bool:
        """Whether it can only be read."""
        return self.workspace.database.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about how it was opened."""
        return tuple(self.workspace.database.notices)

    def home(self) -> tuple[SystemLine, ...]:
        """Return every system with its assessments, from materialised figures."""
        return self.workspace.systems()

    def questionnaires(self) -> tuple[QuestionnaireLine, ...]:
        """Return the questionnaires this workspace holds."""
        return self.workspace.questionnaires()

    def place(self, assessment_id: int) -> str:
        """Return the question where it was left."""
        return self.workspace.place(assessment_id)

    # Changing

    def start(self, draft: Draft) -> int:
        """Start an assessment; return its key.

        Raises:
            InputError: the name cannot be used, or the period is taken.
        """
        return self._write_new(self.empty(draft), self._questionnaire(draft.questionnaire), draft.team)

    def start_from(self, draft: Draft, previous_id: int, how: Beginning) -> int:
        """Start an assessment from a sealed earlier one of its system, in one transaction; return its key.

        Raises:
            InputError: the name cannot be used, the period is taken, or the earlier one is open still.
            LineageError: nothing can be carried, because the versions do not follow each other.
        """
        if how == "fresh":
            return self.start(draft)
        empty = self.empty(draft)
        new = begun(empty, self._as_own(self.load(previous_id), empty.system), how, self.library.find)
        whole = self._questionnaire(draft.questionnaire)
        return self._write_new(new, whole, draft.team, texts=self._terms_after(previous_id, new))

    def _terms_after(self, previous_id: int, new: Assessment) -> dict[str, str]:
        """Return how the new quarter is planned: people and order of the one before, nothing tried out."""
        from readiness.exchange.terms import terms_to_json  # noqa: PLC0415 - after the first paint

        terms = self.plan_terms(previous_id).untried
        refuse_nonsense(terms.agreed(new))
        return {} if terms == PlanTerms() else {PLAN: terms_to_json(terms)}

    def empty(self, draft: Draft) -> Assessment:
        """Return the empty assessment that a draft describes; nothing is written.

        Raises:
            InputError: its name could not be used, or a quick check would ask more than the core.
        """
        return draft.as_assessment(self._questionnaire(draft.questionnaire))

    def set_limits(self, assessment_id: int, limits: tuple[Limit, ...]) -> Saved:
        """Replace the limits table."""
        refuse_unmeasurable(limits=limits)
        after = replace(self._open_one(assessment_id), limits=limits)
        self._cover.before_change()
        return self._kept(
            assessment_id, after, self.workspace.set_limits(assessment_id, limits, evaluate(after))
        )

    def set_frame(self, assessment_id: int, draft: Draft) -> Saved:
        """Replace scope lines, journeys, load, target, people and lanes; the mode until somebody answered."""
        refuse_unmeasurable(load=draft.load, target=draft.target)
        after = draft.framing(self._open_one(assessment_id))
        self._cover.before_change()
        at = self.workspace.set_frame(assessment_id, after, evaluate(after))
        self._rename_lanes(after.system, after.lanes)
        return self._kept(assessment_id, after, at)

    def set_team(self, system: str, team: str) -> None:
        """Say which team has a system; it is a fact of today, which no seal holds."""
        self._cover.before_change()
        self.workspace.set_team(system, team)

    def set_promises(
        self, assessment_id: int, actions: tuple[PlannedAction, ...], decisions: tuple[Decision, ...]
    ) -> Saved:
        """Replace actions and decisions; a sealed assessment takes them too, because they are kept later.

        Raises:
            InputError: an action names a question that is not asked, or two have one id.
        """
        before = self.load(assessment_id)
        refuse_misnamed(before, actions)
        self._cover.before_change()
        at = self.workspace.set_promises(assessment_id, actions, decisions)
        return self._kept(assessment_id, replace(before, actions=actions, decisions=decisions), at)

    def set_place(self, assessment_id: int, question: str) -> None:
        """Remember where the assessment stands; a sealed or read-only one stays where it was."""
        if not self.read_only:
            self.workspace.set_place(assessment_id, question)

    def preview_close(self, assessment_id: int) -> ClosePreview:
        """Return what closing would change; of a sealed one, what is left to find out."""
        return preview(self.load(assessment_id))

    def close_assessment(self, assessment_id: int) -> Sealed:
        """Close and seal: not asked becomes unknown, and nothing changes afterwards."""
        after, becoming = closed(self._open_one(assessment_id))
        outcome = evaluate(after)
        self._cover.before_change()
        seal = self.workspace.close(assessment_id, after, outcome, self._content(assessment_id, outcome))
        self._loaded.pop(assessment_id, None)
        self._cover.after_seal()
        return Sealed(
            reference=after.reference, hash=seal.hash, at=seal.at, not_asked_to_unknown=len(becoming)
        )

    def revise(self, assessment_id: int) -> int:
        """Start a revision of a sealed assessment, with its answers; return its key.

        Raises:
            InputError: it is open still, or a later revision of it is, or there can be no later one.
            NotFoundError: it is in the trash.
        """
        sealed = self.load(assessment_id)
        lines = self._lines_of(sealed)
        if not lines:
            raise NotFoundError(f"{sealed.reference} is deleted.", remedy="Restore it first.")
        is_open = next((line for line in lines if line.state == "open"), None)
        if is_open is not None:
            raise InputError(
                f"{sealed.system}@{sealed.period} has an open revision, number {is_open.revision}.",
                safe="Nothing was changed.",
                remedy="Go on in that one.",
            )
        whole, _ = self.workspace.questionnaire_of(assessment_id)
        again = replace(sealed, sealed=False, revision=1 + max(line.revision for line in lines))
        if again.revision > MOST_REVISIONS:
            raise InputError(f"{sealed.reference} has as many revisions as there can be.")
        return self._write_new(again, whole)

    def delete(self, assessment_id: int) -> None:
        """Put an assessment into the trash."""
        self._cover.before_change()
        self.workspace.trash(assessment_id)

    def restore(self, assessment_id: int) -> None:
        """Take an assessment out of the trash."""
        self._cover.before_change()
        self.workspace.restore(assessment_id)

    def purge(self, assessment_id: int, name: str) -> None:
        """Delete what has been in the trash for a year, for good; ``name`` is its system's.

        Raises:
            InputError: it may not go, or not yet, or its system is called otherwise.
        """
        self._cover.before_change()
        self.workspace.purge(assessment_id, name)
        self._loaded.pop(assessment_id, None)

    def trash(self) -> tuple[TrashLine, ...]:
        """Return what was deleted and can be restored, last first."""
        return self.workspace.trash_lines()

    # Taking in

    def import_answers(
        self,
        theirs: Assessment,
        frozen: Questionnaire | None = None,
        merge: Merge | None = None,
        voices: Sequence[Given] = (),
        origin: str = "shipped",
    ) -> Imported:
        """Take in an answers file: a new assessment, or what differs from the one that is there (ruling 21).

        ``voices`` are answers of single people, kept beside what their side says. A questionnaire that is not
        here yet comes in with them, in the same transaction; ``origin`` says where it came from.

        Raises:
            SealedError: the one that is there is closed.
            FrozenError: it would change private answers that were revealed.
            InputError: answers differ and nobody said whose count; the sentence lists them.
        """
        line = self._line_of(theirs)
        if line is None:
            whole = frozen or self.library.find(theirs.questionnaire.reference) or theirs.questionnaire
            id_ = self._write_new(theirs, whole, origin=origin)
            return Imported(id=id_, reference=theirs.reference, new=questions_of(theirs))
        mine = self.load(line.id)
        difference = compare_answers(mine, theirs)
        written = difference.to_write(mine, merge)
        if written or voices:
            after = mine
            for question, lane, answer in written:
                refuse_frozen(mine, lane)
                after = with_answer(after, question, lane, answer)
            self._cover.before_import()
            self._kept(line.id, after, self.workspace.put_answers(line.id, written, evaluate(after), voices))
        return difference.told(line.id, mine.reference)

    # Keeping

    def verify(self) -> ChainReport:
        """Verify the chain, and that every sealed assessment still says what its seal says."""
        report = self.workspace.verify()
        changed = (
            f"{body.get('system')}@{body.get('period')} differs from its seal."
            for id_, body in self.workspace.sealed_bodies()
            if self._has_changed(id_, body)
        )
        faults = (*report.faults, *changed, *self.package_faults())
        return ChainReport(ok=not faults, head=report.head, faults=faults)

    def _has_changed(self, assessment_id: int, body: Mapping[str, Any]) -> bool:
        try:
            now = self._content(assessment_id, evaluate(self.workspace.load(assessment_id)))
        except WorkspaceError:
            return True
        return differs(body, {**now, "participants": self.workspace.sealed_participants(assessment_id)})

    def seal_of(self, assessment_id: int) -> str | None:
        """Return the hash of an assessment's seal."""
        return self.workspace.seal_of(assessment_id)

    def now(self) -> str:
        """Return the present moment as it would be stored."""
        return stamp(self._clock())

    def _write_new(
        self,
        assessment: Assessment,
        whole: Questionnaire,
        team: str = "",
        origin: str = "shipped",
        texts: Mapping[str, str] = MappingProxyType({}),
    ) -> int:
        refuse_unmeasurable(load=assessment.load, limits=assessment.limits, target=assessment.target)
        plain = replace(assessment, sealed=False)
        self._cover.before_change()
        outcome = evaluate(plain)
        return self.workspace.start(plain, frozen(whole, origin), team=team, outcome=outcome, beside=texts)

    def _content(self, assessment_id: int, outcome: Outcome) -> dict[str, Any]:
        from readiness.exchange.results import score_json  # noqa: PLC0415 - after the first paint

        _, hash_ = self.workspace.questionnaire_of(assessment_id)
        return sealed_content(outcome, score_json(outcome), hash_)

    def _questionnaire(self, reference: str) -> Questionnaire:
        if not reference:
            return self.library.latest()
        found = self.library.find(reference)
        if found is None:
            raise NotFoundError(f"There is no questionnaire {reference}.", remedy="Run “readiness list”.")
        return found

    def _line_of(self, assessment: Assessment) -> AssessmentLine | None:
        lines = self._lines_of(assessment)
        return next((line for line in lines if line.revision == assessment.revision), None)

    def _lines_of(self, assessment: Assessment) -> list[AssessmentLine]:
        """Return every revision of an assessment."""
        name, period = folded(assessment.system), str(assessment.period)
        found = [system.assessments for system in self.home() if folded(system.name) == name]
        return [line for lines in found for line in lines if line.period == period]


def newest_backup(workspace: Path) -> Path | None:
    """Return the newest backup of a workspace that still verifies."""
    return backups.newest_sound(workspace)
