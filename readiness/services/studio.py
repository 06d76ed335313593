"""The studio: questionnaires of one's own as YAML files, opened, saved and held against what was published.

A file that was changed by something else is never overwritten, and a version that was published or shipped is
never changed: editing it begins the next one, in a file of its own.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readiness import paths
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.studio.descent import base_of, next_draft, own_copy
from readiness.domain.studio.making import first_questionnaire
from readiness.domain.studio.places import Place
from readiness.domain.versions import version_key
from readiness.errors import Fault, FaultyFileError, InputError, OutputError, Severity
from readiness.services.draft_files import DraftFile, hash_of, read_draft_file, refuse_shipped
from readiness.services.own_files import LENS, OwnFile, free_path, glance, numbered, own_files, slug
from readiness.services.shelf import shelf
from readiness.storage.folders import make_flushed

if TYPE_CHECKING:
    from readiness.exchange.studio.drafts import Problem, Source
    from readiness.services.assessing import Assessing

_LEFT_TO_PUBLISHING: Final = frozenset({"needs-major"})
"""What only the number of the version is about, which is chosen last."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drafting:
    """A draft with its file. ``hash`` is that of the bytes last read or written, empty before the first.

    ``source`` is absent for a custom lens, of which only the weights are set: its file is its canonical text.

    ``before`` is the version it came from, and ``uses`` the assessments that ask that one.
    """

    path: Path
    draft: Questionnaire
    source: "Source | None"
    hash: str = ""
    before: Questionnaire | None = None
    uses: tuple[str, ...] = ()

    @property
    def systems(self) -> int:
        """How many systems ask the version it came from."""
        return len({use.rpartition("@")[0] for use in self.uses})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The file holds the draft; ``hash`` is that of its bytes."""

    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedOutside:
    """Something else changed the file, so it was not written; ``theirs`` and ``mine`` are both texts."""

    theirs: str
    mine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftProblem:
    """A fault with the part, the field and the entry of a list that it is about."""

    place: Place
    field: str
    item: int | None
    severity: Severity
    code: str
    text: str
    id: str = ""

    @property
    def blocks(self) -> bool:
        """Whether it has to be mended before publishing."""
        return self.severity == "error"


def open_draft(assessing: "Assessing", path: Path) -> Drafting:
    """Open a questionnaire file to edit it; a version that was published becomes the next draft.

    Raises:
        FaultyFileError: its form is not that of a questionnaire; every fault is named.
        InputError: it cannot be read.
    """
    from readiness.exchange.bounded import read_content  # noqa: PLC0415 - after the first paint

    refuse_shipped(path)
    return hold_draft(assessing, path, read_draft_file(read_content(path), path.name))


def hold_draft(assessing: "Assessing", path: Path, file: DraftFile) -> Drafting:
    """Hold what a file says against what is here; a version that was published becomes the next draft."""
    draft = file.draft
    if file.source is not None and assessing.library.find(draft.reference) is not None:
        draft = next_draft(draft)
    return _drafting(assessing, path, draft, file.source, file.hash)


def find_own(assessing: "Assessing", reference: str, folder: Path) -> Path | None:
    """Return the file of one’s own that goes on from a version; nothing for none, or for a lens."""
    found = assessing.library.find(reference)
    if found is None or found.source is not None:
        return None
    is_shipped = found in assessing.library.shipped()
    follows = found if is_shipped else _newest(assessing, found)
    return next(
        (one.path for one in own_files(folder) if _follows(assessing, one, follows, is_shipped=is_shipped)),
        None,
    )


def edit(assessing: "Assessing", reference: str, folder: Path) -> Drafting:
    """Begin or go on with the draft that follows a version: for a shipped one, a copy of one's own.

    Raises:
        InputError: it is not here.
        OutputError: its file cannot be written.
    """
    found = assessing.library.find(reference)
    if found is None:
        raise InputError(f"{reference} is not here.", safe="Nothing was changed.")
    is_shipped = found in assessing.library.shipped()
    if not is_shipped:
        found = _newest(assessing, found)
    if found.source is not None:
        return _weigh(assessing, found, folder)
    own = find_own(assessing, reference, folder)
    if own is not None:
        return open_draft(assessing, own)
    return _begin(assessing, found, folder, is_shipped=is_shipped)


def start_empty(assessing: "Assessing", folder: Path, title: str) -> Drafting:
    """Begin a questionnaire with one empty question.

    Raises:
        OutputError: its file cannot be written.
    """
    id_ = _free_id(assessing, folder, slug(title))
    return _written_first(assessing, folder, first_questionnaire(id_, title), "")


def save_draft(drafting: Drafting, draft: Questionnaire) -> Saved | ChangedOutside:
    """Write a draft into its file, unless something else changed that.

    Raises:
        OutputError: the file cannot be written; what was there before still is.
    """
    from readiness.exchange.atomic import atomic_write  # noqa: PLC0415 - after the first paint

    content = _as_file(drafting, draft)
    found = _content(drafting.path)
    if found is not None and hash_of(found) != drafting.hash:
        if found == content:
            return Saved(hash=hash_of(content))
        return ChangedOutside(theirs=found.decode("utf-8", "replace"), mine=content.decode("utf-8"))
    if found != content:
        make_flushed(drafting.path.parent)
        atomic_write(drafting.path, content)
    return Saved(hash=hash_of(content))


def both_texts(drafting: Drafting, draft: Questionnaire) -> tuple[str, str]:
    """Return what the file of a draft says now, and what the draft would make of it."""
    found = _content(drafting.path) or b""
    return found.decode("utf-8", "replace"), _as_file(drafting, draft).decode("utf-8")


def is_changed_outside(drafting: Drafting) -> bool:
    """Whether the file no longer holds what was read from it or written to it."""
    found = _content(drafting.path)
    return found is not None and hash_of(found) != drafting.hash


def keep_beside(drafting: Drafting, draft: Questionnaire) -> Drafting:
    """Write a draft into a new file beside its own, and go on there.

    Raises:
        OutputError: it cannot be written.
    """
    ending = LENS if drafting.source is None else ".yaml"
    beside = free_path(drafting.path.parent, f"{drafting.path.name.partition('.')[0]}-mine", ending)
    moved = replace(drafting, path=beside, hash="")
    saved = save_draft(moved, draft)
    return replace(moved, hash=saved.hash if isinstance(saved, Saved) else "", draft=draft)


def save_as(drafting: Drafting, draft: Questionnaire, path: Path) -> Drafting:
    """Write a draft into a file that somebody chose, and go on there.

    Raises:
        OutputError: it cannot be written.
    """
    from readiness.exchange.atomic import atomic_write  # noqa: PLC0415 - after the first paint

    content = _as_file(drafting, draft)
    atomic_write(path, content)
    return replace(drafting, path=path, hash=hash_of(content), draft=draft)


def draft_problems(assessing: "Assessing", draft: Questionnaire) -> tuple[DraftProblem, ...]:
    """Return what is wrong or weak in a draft: what blocks publishing first."""
    from readiness.exchange.studio.drafts import problems_of  # noqa: PLC0415 - it loads pydantic

    if draft.source is not None:  # its words are its publisher's
        return ()
    found = [
        _problem(problem)
        for problem in problems_of(draft, assessing.library.find)
        if problem[1].code not in _LEFT_TO_PUBLISHING
    ]
    return tuple(sorted(found, key=lambda problem: not problem.blocks))


def _problem(problem: "Problem") -> DraftProblem:
    path, fault = problem
    place = tuple(part for part, key in zip(path[1::2], path[::2], strict=False) if _is_group(key))
    rest = path[2 * len(place) :]
    numbers = [part for part in rest if isinstance(part, int)]
    names = [part for part in rest if isinstance(part, str)]
    return DraftProblem(
        place=tuple(int(part) for part in place),
        field=names[0] if names else "",
        item=numbers[0] if numbers else None,
        severity=fault.severity,
        code=fault.code,
        text=_told(fault),
        id=fault.id,
    )


def _is_group(key: object) -> bool:
    return key in {"pillars", "topics", "questions"}


def _told(fault: Fault) -> str:
    if fault.code == "empty-prompt":
        return "This question has no prompt yet."
    if fault.code == "too-few" and fault.message.startswith(("questions", "topics")):
        return "It holds no question yet."
    if fault.code == "anchors-changed":
        return "The levels read differently. Say whether they mean the same."
    text = fault.message.replace(f" of {fault.id}", "") if fault.id else fault.message
    return f"{text[:1].upper()}{text[1:]}"


def _drafting(
    assessing: "Assessing", path: Path, draft: Questionnaire, source: "Source | None", hash_: str
) -> Drafting:
    base = base_of(draft)
    before = assessing.library.find(base) if base else None
    used = next((one for one in shelf(assessing) if one.questionnaire.reference == base), None)
    return Drafting(
        path=path,
        draft=draft,
        source=source,
        hash=hash_,
        before=before,
        uses=used.uses if used is not None else (),
    )


def _newest(assessing: "Assessing", found: Questionnaire) -> Questionnaire:
    """Return the newest version of a questionnaire that is here: a draft follows that one."""
    here = [one.questionnaire for one in shelf(assessing) if one.questionnaire.id == found.id]
    return max(here, key=lambda one: version_key(one.version), default=found)


def _weigh(assessing: "Assessing", found: Questionnaire, folder: Path) -> Drafting:
    """Begin or go on with the weights of a custom lens; those of an older version stay in a file beside."""
    path = folder / f"{found.id}{LENS}"
    if path.exists():
        drafting = open_draft(assessing, path)
        if base_of(drafting.draft) == found.reference:
            return drafting
        path.rename(free_path(folder, f"{found.id}-{drafting.draft.version}", ".old"))
    begun = _drafting(assessing, path, next_draft(found), None, "")
    save_draft(begun, begun.draft)
    return open_draft(assessing, path)


def _as_file(drafting: Drafting, draft: Questionnaire) -> bytes:
    """Return the bytes of a draft's file."""
    from readiness.exchange.questionnaires import canonical_json  # noqa: PLC0415 - they load pydantic
    from readiness.exchange.studio.drafts import written  # noqa: PLC0415 - see above

    if drafting.source is None:
        return canonical_json(draft) + b"\n"
    return written(drafting.source, draft)


def _begin(assessing: "Assessing", found: Questionnaire, folder: Path, *, is_shipped: bool) -> Drafting:
    text = _text_of(found) if is_shipped else assessing.file_of(found)
    if is_shipped:
        id_ = _free_id(assessing, folder, f"{found.id}-own")
        return _written_first(assessing, folder, own_copy(found, id_, f"{found.title} (own)"), text)
    return _written_first(assessing, folder, next_draft(found), text)


def _written_first(assessing: "Assessing", folder: Path, draft: Questionnaire, text: str) -> Drafting:
    """Write the first file of a draft, as an edit of the text that it comes from."""
    from readiness.exchange.questionnaires import write_questionnaire  # noqa: PLC0415 - they load pydantic
    from readiness.exchange.studio.drafts import read_draft  # noqa: PLC0415 - see above

    reading = read_draft((text or write_questionnaire(draft)).encode("utf-8"))
    if reading.source is None:
        raise FaultyFileError(draft.reference, reading.faults)
    drafting = _drafting(assessing, free_path(folder, draft.id), draft, reading.source, "")
    saved = save_draft(drafting, draft)
    if not isinstance(saved, Saved):
        raise OutputError(f"{drafting.path.name} is there already.", safe="It was not changed.")
    return open_draft(assessing, drafting.path)


def _text_of(found: Questionnaire) -> str:
    """Return the shipped file of a questionnaire, with its comments; nothing where it has none."""
    for path in sorted(paths.bundled("questionnaires").glob("*.yaml")):
        shown = glance(path)
        if shown is not None and f"{shown.id}@{shown.version}" == found.reference:
            return path.read_text(encoding="utf-8")
    return ""


def _follows(assessing: "Assessing", own: OwnFile, found: Questionnaire, *, is_shipped: bool) -> bool:
    """Whether a file goes on from a version; one that holds an earlier version lacks what came since."""
    if is_shipped:
        return own.id == f"{found.id}-own"
    reference = f"{own.id}@{own.version}"
    is_earlier = reference != found.reference and assessing.library.find(reference) is not None
    return own.id == found.id and not is_earlier


def _free_id(assessing: "Assessing", folder: Path, wished: str) -> str:
    taken = {one.questionnaire.id for one in shelf(assessing)} | {one.id for one in own_files(folder)}
    return next(id_ for id_ in numbered(wished) if id_ not in taken)


def _content(path: Path) -> bytes | None:
    from readiness.exchange.bounded import read_content  # noqa: PLC0415 - after the first paint

    if not path.exists():
        return None
    try:
        return read_content(path)
    except InputError as error:
        raise OutputError(
            f"{path.name} cannot be read.", safe="Nothing was written.", details=error.sentence()
        ) from error
