"""Custom lenses: a preview with counts and flaws, taking one in as a version, and giving one out again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.revising import Revision, lineage_from, next_version, revision
from readiness.domain.trend_effects import Effects
from readiness.errors import Fault, FaultyFileError, InputError

if TYPE_CHECKING:
    from readiness.exchange.foreign import Foreign
    from readiness.exchange.lens.writing import Changed
    from readiness.services.assessing import Assessing

_LISTED: Final = 5
_FORM: Final = "aws-custom-lens"
_ALIKE: Final = "-lens"
"""What a lens is called by beside a questionnaire of that name which is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a lens file would bring; nothing is stored yet.

    ``questionnaire`` carries the version it would get; ``before`` is the one it follows and ``found`` what it
    changes there, both absent for a first version. ``held`` says that the workspace has this very lens.
    ``answers`` are past ones that came with it, of the quarter ``period`` as far as the file says it;
    ``taken_as`` says in sentences what was taken for what.
    ``effects`` are what a later version does to trends, of a lens and of a file of ours.
    """

    questionnaire: Questionnaire
    flaws: tuple[Fault, ...]
    before: Questionnaire | None = None
    found: Revision | None = None
    held: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)
    period: Period | None = None
    taken_as: tuple[str, ...] = ()
    effects: Effects | None = None

    @property
    def practices(self) -> int:
        """How many practices can be ticked."""
        return sum(len(question.practices) for question in self.questionnaire.questions)

    @property
    def new(self) -> tuple[str, ...]:
        """The questions that nobody has seen here."""
        everything = tuple(question.id for question in self.questionnaire.questions)
        return () if self.held else everything if self.found is None else self.found.added

    @property
    def changed(self) -> tuple[str, ...]:
        """The questions that are not as they were."""
        return () if self.held or self.found is None else self.found.changed

    @property
    def unchanged(self) -> tuple[str, ...]:
        """The questions that are as they were."""
        if self.held:
            return tuple(question.id for question in self.questionnaire.questions)
        return () if self.found is None else self.found.unchanged


def look_at_lens(assessing: "Assessing", content: bytes, name: str, version: str = "") -> Looked:
    """Read a lens and hold it against what the workspace has; ``version`` is the publisher's name for it.

    Raises:
        FaultyFileError: the file has errors; every one is named.
        InputError: another text of the lens has that version.
    """
    from readiness.exchange.importers import read_foreign  # noqa: PLC0415 - it loads pydantic

    file = read_foreign(content, name, assessing.library.find)
    if not file.is_usable:
        raise FaultyFileError(name, file.faults)
    return hold_lens(assessing, file, version)


def hold_lens(assessing: "Assessing", file: "Foreign", version: str = "") -> Looked:
    """Hold a lens that was read against what the workspace has; raises what ``look_at_lens`` does."""
    from readiness.exchange.lens.converting import as_version  # noqa: PLC0415 - it loads pydantic

    if file.questionnaire is None:
        raise FaultyFileError("The lens", file.faults)
    id_ = _free_name(assessing, file.questionnaire.id)
    asked = as_version(version) or file.version
    plain = replace(file.questionnaire, id=id_, version=asked or file.questionnaire.version)
    held = assessing.workspace.versions(id_)
    same = next((one for one in held if _is_same_file(one, plain)), None)
    if same is not None:
        return Looked(questionnaire=same, flaws=file.faults, held=True)
    return following(held, Looked(questionnaire=plain, flaws=file.faults), asked)


def following(held: tuple[Questionnaire, ...], looked: Looked, asked: str = "") -> Looked:
    """Return what was looked at as the version after the newest that is held; ``asked`` is its number.

    Raises:
        InputError: another text has that number.
    """
    if not held:
        return looked
    before, plain = held[0], looked.questionnaire
    found = revision(before, plain)
    number = asked or _free_version(next_version(before.version, found.size), held)
    if number in {one.version for one in held}:
        raise InputError(
            f"{plain.reference} exists already and says something else.",
            safe="Nothing was stored.",
            remedy="Name this version differently: --version-name on the command line.",
        )
    after = replace(plain, version=number, lineage=lineage_from(before, found))
    return replace(looked, questionnaire=after, before=before, found=found)


def take_lens(assessing: "Assessing", looked: Looked) -> None:
    """Keep a lens that was looked at; the same one again changes nothing."""
    if not looked.held:
        assessing.import_questionnaire(looked.questionnaire)


def lens_file(
    questionnaire: Questionnaire, *, for_upload: bool = False
) -> "tuple[bytes, tuple[Changed, ...]]":
    """Return the file of a lens as it came in, or as the console takes it with every text that changed.

    Raises:
        InputError: the questionnaire was made of no lens.
    """
    from readiness.exchange.lens.converting import lens_of  # noqa: PLC0415 - it loads pydantic
    from readiness.exchange.lens.writing import write_for_upload, write_lens  # noqa: PLC0415 - see above

    lens = lens_of(questionnaire)
    if lens is None:
        raise InputError(
            f"{questionnaire.reference} came from no custom lens, so none can be written.",
            safe="Nothing was written.",
            remedy="Write it as a questionnaire, with the ending .yaml.",
        )
    return write_for_upload(lens) if for_upload else (write_lens(lens), ())


def told(looked: Looked) -> Iterator[str]:
    """Yield in sentences what a lens that follows another one changes."""
    if looked.held:
        yield f"{looked.questionnaire.reference} is here already, word for word."
    if looked.found is None or looked.before is None:
        return
    found = looked.found
    if found.size == "minor":
        yield f"A minor version after {looked.before.version}: texts changed, and no rule and no choice did."
        return
    yield f"A major version after {looked.before.version}: what it asks can score differently."
    for ids, words in (
        (found.redefined, "Other rules or choices, so their trends restart"),
        (found.added, "New"),
        (found.retired, "Asked no more"),
    ):
        if ids:
            yield f"{words}: {len(ids)} {'question' if len(ids) == 1 else 'questions'}, {_listed(ids)}."


def is_lens(questionnaire: Questionnaire) -> bool:
    """Whether a questionnaire was made of a custom lens."""
    return questionnaire.source is not None and questionnaire.source.form == _FORM


def _listed(ids: tuple[str, ...]) -> str:
    more = len(ids) - _LISTED
    return f"{', '.join(ids[:_LISTED])}{f' and {more} more' if more > 0 else ''}"


def _free_name(assessing: "Assessing", id_: str) -> str:
    """Return the name a lens has here: another one where a questionnaire that is no lens is called so."""
    shipped = {one.id for one in assessing.library.shipped()}
    others = [one for one in assessing.workspace.versions(id_) if not is_lens(one)]
    return f"{id_}{_ALIKE}" if id_ in shipped or others else id_


def _free_version(number: str, held: tuple[Questionnaire, ...]) -> str:
    taken = {one.version for one in held}
    while number in taken:
        number = next_version(number, "minor")
    return number


def _is_same_file(one: Questionnaire, other: Questionnaire) -> bool:
    """Whether two lenses say the same, however their files are laid out."""
    from readiness.exchange.lens.converting import lens_of  # noqa: PLC0415 - it loads pydantic

    return one.source == other.source or lens_of(one) == lens_of(other)
