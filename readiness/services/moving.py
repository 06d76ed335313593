"""Moving an open assessment to a newer version of its questionnaire: shown first, done whole, taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.combining import parts_of
from readiness.domain.moving import Move, moved
from readiness.domain.offering import stem
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Lane, Questionnaire
from readiness.domain.versions import version_key
from readiness.errors import InputError, LineageError, NotFoundError
from readiness.services.comparing import forebears, versions_between
from readiness.services.freezing import frozen
from readiness.services.meeting import PLAN, Meeting
from readiness.services.publishing import Publishing
from readiness.storage import moving as stored
from readiness.storage.clock import stamp
from readiness.storage.moving import Beside

_KEPT: Final = "Nothing was changed."
_LANES: Final[tuple[Lane, ...]] = ("agreed", "product", "engineering")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A move that was made, as far as taking it back needs it: everything as it stood, and its version."""

    id: int
    before: Assessment
    after: Assessment
    whole: Questionnaire
    reference: str
    kept: Beside


class Moving(Publishing, Meeting):
    """What one can do with an open assessment once a newer version of its questionnaire is here."""

    def newer(self, assessment_id: int) -> tuple[Questionnaire, ...]:
        """Return the versions that an open assessment can move to, the newest first."""
        assessment = self._open_one(assessment_id)
        core, *added = parts_of(assessment.questionnaire.reference)
        found = [one for one in self._followers(core) if not added or self._joined(one, added) is not None]
        return tuple(sorted(found, key=lambda one: version_key(one.version), reverse=True))

    def preview_move(self, assessment_id: int, version: str) -> Move:
        """Return what moving to a version would do; nothing is written.

        ``version`` is a number, or a reference of the core.

        Raises:
            NotFoundError: there is no such version.
            InputError: it does not come from the one that is asked.
            SealedError: the assessment is closed.
        """
        self._open_one(assessment_id)
        assessment = self.workspace.load(assessment_id)  # with who answered when, as it is kept
        whole = self._target(assessment, version)
        between = versions_between(assessment.questionnaire, whole, self.library.find)
        try:
            return moved(assessment, whole, between)
        except LineageError as error:
            raise InputError(error.happened, safe=_KEPT, remedy=error.remedy) from error

    def move(self, assessment_id: int, version: str) -> Moved:
        """Move an open assessment to a newer version, after a backup and in one transaction.

        Raises what ``preview_move`` raises, and:
            OutputError: no backup could be made; nothing was changed.
        """
        found = self.preview_move(assessment_id, version)
        was, _ = self.workspace.questionnaire_of(assessment_id)
        names = {one.was[0]: one.question for one in found.questions if one.why == "renamed"}
        kept = Beside(
            texts={PLAN: self.workspace.text(assessment_id, PLAN)},
            names={new: old for old, new in names.items()},
        )
        whole = self._target(found.before, version)
        if not self.workspace.database.read_only:  # what may only be read refuses by itself
            self._cover.make()
        self._put(
            assessment_id,
            found.after,
            whole,
            Beside(texts=self._trials(assessment_id, found.after), names=names),
        )
        return Moved(
            id=assessment_id,
            before=found.before,
            after=self.workspace.load(assessment_id),
            whole=was,
            reference=found.after.questionnaire.reference,
            kept=kept,
        )

    def move_back(self, done: Moved) -> None:
        """Take a move back: the answers as they stood, under the version they were given under.

        Raises:
            SealedError: the assessment was closed since.
            InputError: it was answered since, and those answers would be lost.
        """
        self._open_one(done.id)
        if not _answered_alike(self.workspace.load(done.id), done.after):
            raise InputError(
                f"{done.before.reference} was answered after it was moved to {done.reference}.",
                safe=_KEPT,
                remedy="Restore the backup made before the move, if you want its answers of then.",
            )
        self._put(done.id, done.before, done.whole, done.kept)

    def _put(self, assessment_id: int, after: Assessment, whole: Questionnaire, kept: Beside) -> None:
        self._cover.before_change()
        outcome = evaluate(after)
        with self.workspace.database.transaction() as connection:
            stored.move(connection, assessment_id, frozen(whole), outcome, kept, stamp(self._clock()))
        self._loaded.pop(assessment_id, None)

    def _target(self, assessment: Assessment, version: str) -> Questionnaire:
        """Return the whole questionnaire of a version, with what is asked beside the core."""
        core, *added = parts_of(assessment.questionnaire.reference)
        reference = version if "@" in version else f"{core.partition('@')[0]}@{version}"
        found = self.library.find(reference)
        if found is None:
            raise NotFoundError(f"There is no questionnaire {reference}.", remedy="Run “readiness list”.")
        if found.reference == core:
            raise InputError(f"{assessment.reference} asks {core} already.", safe=_KEPT)
        if core not in {one.reference for one in forebears(found, self.library.find)}:
            raise InputError(
                f"{found.reference} did not come out of {core}, so its answers do not carry over.",
                safe=_KEPT,
                remedy="Choose a version that came out of it.",
            )
        whole = self._joined(found, added) if added else found
        if whole is None:
            raise InputError(f"{found.reference} does not go with {', '.join(added)}.", safe=_KEPT)
        return whole

    def _joined(self, core: Questionnaire, added: list[str]) -> Questionnaire | None:
        return self.library.find("+".join((core.reference, *added)))

    def _followers(self, core: str) -> Iterator[Questionnaire]:
        """Yield everything that came out of a version, whatever it is called."""
        held = [one.questionnaire for one in self.workspace.held()]
        known = {one.reference: one for one in (*held, *self.library.shipped())}
        for one in known.values():
            is_plain = len(parts_of(one.reference)) == 1
            if is_plain and core in {found.reference for found in forebears(one, self.library.find)}:
                yield one

    def _trials(self, assessment_id: int, after: Assessment) -> dict[str, str]:
        """Return the terms of the plan without anything tried out on what is asked no more."""
        from readiness.exchange.terms import terms_to_json  # noqa: PLC0415 - after the first paint

        terms = self.plan_terms(assessment_id)
        known = {*after.questionnaire.by_id, *(action.id for action in after.actions)}
        without = tuple(id_ for id_ in terms.without if id_ in known or stem(id_) in known)
        return {PLAN: terms_to_json(replace(terms, without=without))} if terms.without else {}


def _answered_alike(one: Assessment, other: Assessment) -> bool:
    """Whether two states of an assessment say the same, whoever answered and when."""
    return one.questionnaire == other.questionnaire and all(
        one.lane(lane).get(id_, NOT_ASKED).says_the_same(other.lane(lane).get(id_, NOT_ASKED))
        for lane in _LANES
        for id_ in {*one.lane(lane), *other.lane(lane)}
    )
