"""Meeting: several answers at once, the reveal, what is left to find out, what was parked, the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import Answer, Assessment
from readiness.domain.incidents import Incident
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Lane, Question
from readiness.domain.report_words import NO_WORDS, ReportWords
from readiness.domain.sitting import Sitting
from readiness.domain.terms import PlanTerms
from readiness.domain.ticking import as_told
from readiness.domain.what_if import refuse_nonsense
from readiness.errors import FrozenError, InputError, NotFoundError, SealedError
from readiness.services.covering import Cover
from readiness.services.merging import Given, with_answer
from readiness.storage.systems import folded
from readiness.storage.workspace import Workspace

PLAN: Final = "plan"
"""Under this name stand the terms of a plan."""
SITTING: Final = "sitting"
"""Under this name stands where a meeting is."""

REPORT: Final = "report"
"""Under this name stands what people wrote of a report."""

__all__ = ["Given", "Meeting", "Saved", "refuse_frozen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A change that is on disk; ``at`` is UTC."""

    at: str


class Meeting:
    """What people do with an assessment before, in and after a meeting."""

    workspace: Workspace
    _cover: Cover
    _loaded: dict[int, Assessment]

    def load(self, assessment_id: int) -> Assessment:
        """Return an assessment as a value."""
        if assessment_id not in self._loaded:
            self._loaded[assessment_id] = self.workspace.load(assessment_id)
        return self._loaded[assessment_id]

    def answer(self, assessment_id: int, question: str, lane: Lane, answer: Answer) -> Saved:
        """Write one answer; ``NOT_ASKED`` takes it back.

        Raises:
            NotFoundError: the questionnaire has no such question.
            SealedError: the assessment is closed.
            FrozenError: it is a private answer that was revealed.
            NotSavedError: the disk refused.
        """
        return self.answer_many(assessment_id, [(question, lane, answer)])

    def answer_many(self, assessment_id: int, given: Sequence[Given]) -> Saved:
        """Write several answers in one transaction, all or none; raises what ``answer`` does."""
        before = after = self._open_one(assessment_id)
        for question, lane, answer in given:
            if question not in before.questionnaire.by_id:
                raise NotFoundError(f"{before.questionnaire.reference} has no question {question}.")
            refuse_frozen(before, lane)
            refuse_unticked(before.questionnaire.by_id[question], answer)
            after = with_answer(after, question, lane, answer)
        self._cover.before_change()
        at = self.workspace.put_answers(assessment_id, list(given), evaluate(after))
        return self._kept(assessment_id, after, at)

    def reveal(self, assessment_id: int) -> Saved:
        """Show both sides' private answers. It cannot be undone, and they do not change afterwards.

        Raises:
            InputError: they are revealed already.
            SealedError: the assessment is closed.
        """
        before = self._open_one(assessment_id)
        if before.revealed:
            raise InputError(f"The answers of {before.reference} are revealed already.")
        after = replace(before, revealed=True)
        self._cover.before_change()
        return self._kept(assessment_id, after, self.workspace.reveal(assessment_id, evaluate(after)))

    def set_facts(self, assessment_id: int, facts: tuple[OpenFact, ...]) -> Saved:
        """Replace the open facts; a sealed assessment takes them too, beside its answers.

        Raises:
            InputError: one names a question that is not asked.
        """
        before = self.load(assessment_id)
        _refuse_unknown(before, [fact.question for fact in facts])
        self._cover.before_change()
        at = self.workspace.set_facts(assessment_id, facts)
        return self._kept(assessment_id, replace(before, facts=facts), at)

    def set_accepted(self, assessment_id: int, risks: tuple[AcceptedRisk, ...]) -> Saved:
        """Replace the accepted risks; a sealed assessment takes them too, beside its answers.

        Raises:
            InputError: one names a question that is not asked, or no quarter to end in.
        """
        before = self.load(assessment_id)
        _refuse_unknown(before, [risk.question for risk in risks])
        for risk in risks:
            if risk.until is None:
                raise InputError(f"“{risk.expires}” is no quarter.", remedy="Write it like 2027-Q1.")
        self._cover.before_change()
        at = self.workspace.set_accepted(assessment_id, risks)
        stamped = tuple(replace(one, at=one.at or at) for one in risks)
        return self._kept(assessment_id, replace(before, accepted=stamped), at)

    def incidents(self, assessment_id: int) -> tuple[Incident, ...]:
        """Return what went wrong in the system that an assessment is of."""
        return self.workspace.incidents(assessment_id)

    def set_incidents(self, assessment_id: int, incidents: tuple[Incident, ...]) -> Saved:
        """Replace what went wrong in the system that an assessment is of.

        Raises:
            InputError: one names a day that is none.
        """
        for one in incidents:
            refuse_no_day(one.on)
        self._cover.before_change()
        return Saved(at=self.workspace.set_incidents(assessment_id, incidents))

    def set_parked(self, assessment_id: int, parked: tuple[Parked, ...]) -> Saved:
        """Replace the parking lot; what does not say when it was parked, was parked now.

        Raises:
            InputError: one names a question that is not asked.
        """
        before = self.load(assessment_id)
        _refuse_unknown(before, [one.question for one in parked if one.question])
        self._cover.before_change()
        at = self.workspace.set_parked(assessment_id, parked)
        stamped = tuple(replace(one, at=one.at or at) for one in parked)
        return self._kept(assessment_id, replace(before, parked=stamped), at)

    def plan_terms(self, assessment_id: int) -> PlanTerms:
        """Return the terms of an assessment's plan; the first ones where nobody has set any."""
        body = self.workspace.text(assessment_id, PLAN)
        if not body:
            return PlanTerms()
        from readiness.exchange.terms import terms_from_json  # noqa: PLC0415 - after the first paint

        return terms_from_json(body)

    def set_plan_terms(self, assessment_id: int, terms: PlanTerms) -> Saved:
        """Replace the terms of the plan, of a sealed assessment too: a plan goes on after the meeting.

        Raises:
            InputError: they make no plan.
        """
        from readiness.exchange.terms import terms_to_json  # noqa: PLC0415 - after the first paint

        refuse_nonsense(terms.agreed(self.load(assessment_id)))
        self._cover.before_change()
        return Saved(at=self.workspace.set_text(assessment_id, PLAN, terms_to_json(terms)))

    def sitting(self, assessment_id: int) -> Sitting:
        """Return where the meeting about an assessment stands; at its beginning where there was none."""
        body = self.workspace.text(assessment_id, SITTING)
        if not body:
            return Sitting()
        from readiness.exchange.sittings import sitting_from_json  # noqa: PLC0415 - after the first paint

        return sitting_from_json(body)

    def set_sitting(self, assessment_id: int, sitting: Sitting) -> None:
        """Remember where the meeting about an assessment stands; no answer and no figure changes."""
        from readiness.exchange.sittings import sitting_to_json  # noqa: PLC0415 - after the first paint

        self.workspace.set_aside(assessment_id, SITTING, sitting_to_json(sitting))

    def report_words(self, assessment_id: int) -> ReportWords:
        """Return what people wrote of an assessment's report; nothing where nobody has."""
        body = self.workspace.text(assessment_id, REPORT)
        if not body:
            return NO_WORDS
        from readiness.exchange.report_words import words_from_json  # noqa: PLC0415 - after the first paint

        return words_from_json(body)

    def set_report_words(self, assessment_id: int, words: ReportWords) -> Saved:
        """Replace what people wrote of a report, of a sealed assessment too: it is sent after the meeting."""
        from readiness.exchange.report_words import words_to_json  # noqa: PLC0415 - after the first paint

        self._cover.before_change()
        return Saved(at=self.workspace.set_text(assessment_id, REPORT, words_to_json(words)))

    def set_lanes(self, assessment_id: int, lanes: Lanes) -> Saved:
        """Replace what the lanes are called, for every assessment of the system."""
        before = self.load(assessment_id)
        self._cover.before_change()
        at = self.workspace.set_lanes(assessment_id, before.system, lanes)
        self._rename_lanes(before.system, lanes)
        return Saved(at=at)

    def _open_one(self, assessment_id: int) -> Assessment:
        assessment = self.load(assessment_id)
        if assessment.sealed:
            raise SealedError(
                f"{assessment.reference} is sealed, so it cannot change.",
                safe="Nothing was changed.",
                remedy="Start a revision to correct it.",
            )
        return assessment

    def _rename_lanes(self, system: str, lanes: Lanes) -> None:
        for id_, one in self._loaded.items():
            if folded(one.system) == folded(system):
                self._loaded[id_] = replace(one, lanes=lanes)

    def _kept(self, assessment_id: int, after: Assessment, at: str) -> Saved:
        self._loaded[assessment_id] = after
        return Saved(at=at)


def refuse_frozen(assessment: Assessment, lane: Lane) -> None:
    """Let nothing change a private answer that was revealed.

    Raises:
        FrozenError: the lane's answers were private and are revealed.
    """
    if assessment.is_frozen(lane):
        raise FrozenError(
            "The private answers are revealed, so they stay as they were given.",
            safe="Nothing was changed.",
            remedy="Agree on another level instead.",
        )


def refuse_no_day(text: str) -> None:
    """Let in only a day of the calendar.

    Raises:
        InputError: the text is none.
    """
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"“{text}” is no day.", remedy="Write it like 2026-09-22.") from error


def refuse_unticked(question: Question, answer: Answer) -> None:
    """Let in no level that does not follow from what is ticked, and no ticks where levels are chosen.

    Raises:
        InputError: the answer is of the other kind, or the rules make another level of it.
    """
    if question.kind == "levels" and (answer.ticked or answer.left_out):
        raise InputError(
            f"{question.id} is answered with a level; it has no practices.", safe="Nothing was changed."
        )
    if as_told(question, answer) != answer:
        raise InputError(
            f"{question.id} is answered by ticking practices; its level follows from them.",
            safe="Nothing was changed.",
            remedy="Tick what is done.",
        )


def _refuse_unknown(assessment: Assessment, questions: Sequence[str]) -> None:
    for id_ in questions:
        if id_ not in assessment.questionnaire.by_id:
            raise InputError(
                f"{assessment.questionnaire.reference} has no question {id_}.", safe="Nothing was changed."
            )
