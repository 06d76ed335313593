"""Publishing: a draft is frozen as a version that never changes; what it does to trends is said first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from readiness.domain.combining import parts_of
from readiness.domain.lineage import lineage_faults
from readiness.domain.publishing import publication, version_fault
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.tracing import trace
from readiness.domain.trend_effects import Effects, Use, effects
from readiness.domain.versions import version_key
from readiness.errors import FaultyFileError, InputError, LineageError
from readiness.services.comparing import forebears, versions_between
from readiness.services.freezing import frozen
from readiness.storage import frozen as frozen_texts
from readiness.storage import uses as stored_uses
from readiness.storage import verbatim
from readiness.storage.canonical import digest
from readiness.storage.clock import Clock, stamp

if TYPE_CHECKING:
    from readiness.services.covering import Cover
    from readiness.services.library import Library
    from readiness.storage.uses import Asking
    from readiness.storage.workspace import Workspace

_KEPT: Final = "Nothing was stored."


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was published; ``is_new`` is false where this very version was there already."""

    reference: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a draft is published into: the version before it, who asks that, and the versions there are."""

    before: Questionnaire | None
    uses: tuple[Use, ...] = ()
    taken: frozenset[str] = frozenset()


class Publishing:
    """What one can do with the versions of a questionnaire."""

    workspace: "Workspace"
    library: "Library"
    _cover: "Cover"
    _clock: Clock

    def standing(self, before: Questionnaire | None, id_: str) -> Standing:
        """Return what a draft named ``id_`` is published into, for the preview of what it would do."""
        return Standing(
            before=before,
            uses=() if before is None else tuple(self._uses(before)),
            taken=self._versions(id_),
        )

    def effects_of(self, questionnaire: Questionnaire) -> Effects | None:
        """Return what a later version does to trends; nothing for a first one, or one that is here."""
        if self.library.find(questionnaire.reference) is not None:
            return None
        before = next(forebears(questionnaire, self.library.find), None) or self._newest_below(questionnaire)
        return None if before is None else effects(before, questionnaire, self._uses(before))

    def publish(self, questionnaire: Questionnaire, draft: str = "") -> Published:
        """Freeze a version with its file; ``draft`` is the YAML it was written as, with its comments.

        The same version again changes nothing.

        Raises:
            InputError: its number is taken or too low, or it does not say rightly where it came from.
                FaultyFileError: its file has errors; every one is named.
        """
        held = self.library.find(questionnaire.reference)
        if held == questionnaire:
            return Published(reference=questionnaire.reference, is_new=False)
        self._refuse_unfit(questionnaire, held)
        # A lens is no YAML: its own file is in it, and what was set here are its weights.
        is_lens = questionnaire.source is not None
        self._keep(questionnaire, "own", "" if is_lens else self._file(questionnaire, draft))
        return Published(reference=questionnaire.reference, is_new=True)

    def file_of(self, questionnaire: Questionnaire) -> str:
        """Return the YAML of a version as its author wrote it, or written anew where that was not kept."""
        from readiness.exchange.questionnaires import write_questionnaire  # noqa: PLC0415 - it loads pydantic

        return self.kept_file(questionnaire) or write_questionnaire(questionnaire)

    def kept_file(self, questionnaire: Questionnaire) -> str:
        """Return the YAML that was kept with a version; empty for none."""
        with self.workspace.database.reading() as connection:
            return verbatim.get(connection, digest(frozen(questionnaire).body))

    def import_questionnaire(
        self, questionnaire: Questionnaire, origin: str = "imported", file: str = ""
    ) -> bool:
        """Keep a questionnaire, with the file it was written as if that is known; return whether it was new.

        Raises:
            InputError: another text has this name and version already.
        """
        self.refuse_other_text(questionnaire)
        if self.library.find(questionnaire.reference) is not None:
            return False
        self._keep(questionnaire, origin, file)
        return True

    def refuse_other_text(self, questionnaire: Questionnaire) -> None:
        """Let nothing in whose name and version another text has.

        Raises:
            InputError: one has it.
        """
        held = self.library.find(questionnaire.reference)
        if held is not None and held != questionnaire:
            raise _taken(questionnaire)

    def discard_questionnaire(self, reference: str) -> None:
        """Throw away a questionnaire that no assessment asks, with its file."""
        self._cover.before_change()
        with self.workspace.database.transaction() as connection:
            text = frozen_texts.named(connection, reference)
            if text is not None:
                verbatim.drop(connection, text.hash)
            frozen_texts.remove(connection, reference)

    def _keep(self, questionnaire: Questionnaire, origin: str, file: str) -> None:
        kept = frozen(questionnaire, origin)
        self._cover.before_change()
        with self.workspace.database.transaction() as connection:
            frozen_texts.keep(connection, kept, stamp(self._clock()))
            if file:
                verbatim.put(connection, digest(kept.body), file)

    def _refuse_unfit(self, questionnaire: Questionnaire, held: Questionnaire | None) -> None:
        if held is not None:
            raise _taken(questionnaire)
        before = self._before(questionnaire)
        fault = version_fault(publication(before, questionnaire), questionnaire.version)
        if fault:
            raise InputError(fault, safe=_KEPT, remedy="Choose another number.")
        faults = () if before is None else lineage_faults(questionnaire, before)
        if before is not None and faults:
            raise InputError(
                f"{questionnaire.reference} does not say rightly how it came out of {before.reference}: "
                f"{faults[0].message}.",
                safe=_KEPT,
                remedy="Mend its lineage.",
                details="\n".join(one.message for one in faults),
            )

    def _before(self, questionnaire: Questionnaire) -> Questionnaire | None:
        """Return the version that one says it came from; none for a first one."""
        lineage = questionnaire.lineage
        if lineage is None:
            if self._versions(questionnaire.id):
                raise InputError(
                    f"{questionnaire.reference} does not say which version it came from.",
                    safe=_KEPT,
                    remedy="Publish it as a version after the newest one.",
                )
            return None
        base = lineage.from_version
        reference = base if "@" in base else f"{questionnaire.id}@{base}"
        before = self.library.find(reference)
        if before is None:
            raise InputError(
                f"{questionnaire.reference} came from {reference}, which is not here.",
                safe=_KEPT,
                remedy="Import that version first.",
            )
        return before

    def _file(self, questionnaire: Questionnaire, draft: str) -> str:
        from readiness.exchange.questionnaires import parse_questionnaire  # noqa: PLC0415 - it loads pydantic
        from readiness.exchange.stamping import file_of  # noqa: PLC0415 - see above

        text = file_of(questionnaire, draft)
        read, faults = parse_questionnaire(text.encode("utf-8"), "questionnaire.yaml", self.library.find)
        if read != questionnaire:
            raise FaultyFileError(questionnaire.reference, faults)
        return text

    def _versions(self, id_: str) -> frozenset[str]:
        shipped = [one for one in self.library.shipped() if one.id == id_]
        return frozenset(one.version for one in (*self.workspace.versions(id_), *shipped))

    def _newest_below(self, questionnaire: Questionnaire) -> Questionnaire | None:
        """Return the version it is compared with where it does not say which one it came from."""
        if questionnaire.lineage is not None:
            return None
        number = version_key(questionnaire.version)
        below = [one for one in self._versions(questionnaire.id) if version_key(one) < number]
        newest = max(below, key=version_key, default="")
        return self.library.find(f"{questionnaire.id}@{newest}") if newest else None

    def _uses(self, before: Questionnaire) -> Iterator[Use]:
        """Yield who asks a version or one it came from, with the levels under the names it has for them."""
        line = {one.reference: one for one in (before, *forebears(before, self.library.find))}
        with self.workspace.database.reading() as connection:
            asking = stored_uses.asking(connection, before.id)
        names = {reference: _names(one, before, self.library) for reference, one in line.items()}
        for one in asking:
            reference = next((part for part in parts_of(one.questionnaire) if part in line), None)
            if reference is not None:
                yield _use(one, names[reference])


def _use(one: "Asking", names: dict[str, frozenset[str]]) -> Use:
    """Return a use; a trend is made of what is sealed, so an open one has none yet."""
    levels = frozenset(id_ for id_, was in names.items() if was <= one.levels)
    return Use(
        reference=one.reference,
        system=one.system,
        is_open=one.is_open,
        levels=frozenset() if one.is_open else levels,
    )


def _names(earlier: Questionnaire, before: Questionnaire, library: "Library") -> dict[str, frozenset[str]]:
    """Return the questions of a version with what they were called in an earlier one."""
    if earlier == before:
        return {id_: frozenset({id_}) for id_ in before.by_id}
    try:
        traced = trace(earlier, before, versions_between(earlier, before, library.find))
    except LineageError:  # what cannot be joined has no trend
        return {}
    return {id_: frozenset(origin) for id_, origin in traced.origins.items()}


def _taken(questionnaire: Questionnaire) -> InputError:
    return InputError(
        f"{questionnaire.reference} exists already and says something else.",
        safe=_KEPT,
        remedy="Give the file a new version.",
    )
