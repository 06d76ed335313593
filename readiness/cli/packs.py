"""Response packs: write the pages, take in the files that come back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from readiness.cli.references import Named, find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.errors import InputError, UsageError
from readiness.services.merging import Imported
from readiness.services.packing import Packed, Share, make_pack, make_packs
from readiness.services.taking_in import Choice, Compared, TakingIn, look, take_in

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing

_STANDS = {"new": "new", "same": "the same", "differs": "differs"}


def run_pack(given: Namespace, terminal: Terminal) -> int:
    """Write the pages of one side."""
    named = parse_reference(given.reference)
    if not isinstance(named, Named):
        happened = f"{named} is a file; a page is made for an assessment in the workspace."
        raise UsageError(happened, remedy="Name it as SYSTEM@PERIOD.")
    shares = [Share(person=name, topics=topics) for name, topics in given.person]
    is_file = given.output.suffix.lower() in {".html", ".htm"}
    if is_file and len(shares) > 1:
        happened = f"{len(shares)} people get {len(shares)} pages, and {given.output.name} is one file."
        raise UsageError(happened, remedy="Give a folder with -o.")
    from readiness.cli.opening import opened  # noqa: PLC0415 - wrong usage needs no database

    with opened(given, terminal) as assessing:
        assessment = assessing.load(find(named, assessing.home()).id)
    if is_file:
        packed = make_pack(assessment, given.side, shares[0] if shares else Share(), given.output)
    else:
        packed = make_packs(assessment, given.side, shares, given.output)
    _print_packed(packed, terminal)
    return 0


def import_response(
    assessing: "Assessing", theirs: Assessment, given: Namespace, terminal: Terminal
) -> Imported | None:
    """Take in a side's answers; nothing where only a preview was asked for.

    Raises:
        InputError: answers differ and nobody said whose count; the preview is told.
    """
    preview = look(assessing, theirs)
    if given.preview:
        _print_preview(preview, terminal, show_answers=given.show_answers)
        return None
    differing = preview.ids("differs")
    if differing and given.merge is None:
        for line in _preview_lines(preview, show_answers=given.show_answers):
            terminal.say(line)
        raise InputError(
            f"{len(differing)} answers of {preview.side_name} differ: {', '.join(differing)}.",
            safe="Nothing was stored.",
            remedy="Say --merge mine to keep what is there, theirs to take the file’s, "
            "or together for the lower middle of everybody.",
        )
    choices: Mapping[str, Choice] = dict.fromkeys(differing, given.merge)
    return take_in(assessing, preview, choices)


def _print_packed(packed: Packed, terminal: Terminal) -> None:
    if terminal.as_json:
        packs = [
            {"path": str(made.path), "person": made.person, "questions": made.questions}
            for made in packed.packs
        ]
        terminal.print_document({"packs": packs, "left_out": list(packed.left_out)})
        return
    for made in packed.packs:
        who = f"{made.person}, " if made.person else ""
        terminal.print(f"{made.path}: {who}{made.questions} questions")
    if packed.left_out:
        terminal.say(f"{len(packed.left_out)} questions are on no page: {', '.join(packed.left_out)}.")


def _print_preview(preview: TakingIn, terminal: Terminal, *, show_answers: bool) -> None:
    if not terminal.as_json:
        for line in _preview_lines(preview, show_answers=show_answers):
            terminal.print(line)
        return
    terminal.print_document(
        {
            "kind": "preview",
            "id": preview.reference,
            "lane": preview.side,
            "person": preview.person,
            "new": list(preview.ids("new")),
            "changed": list(preview.ids("differs")),
            "unchanged": list(preview.ids("same")),
            "questions": [_as_json(one, show_answers=show_answers) for one in preview.questions],
        }
    )


def _as_json(one: Compared, *, show_answers: bool) -> dict[str, object]:
    told: dict[str, object] = {"id": one.question, "stands": one.stands, "people": one.people}
    for name, answer in (("mine", one.mine), ("theirs", one.theirs), ("together", one.together)):
        if answer != NOT_ASKED:
            said = {"answer": _said(answer)} if show_answers else {}
            told[name] = {"by": answer.by, "at": answer.at, **said}
    return told


def _preview_lines(preview: TakingIn, *, show_answers: bool) -> Iterator[str]:
    who = f", from {preview.person}" if preview.person else ""
    counts = ", ".join(
        f"{len(preview.ids(stands))} {_STANDS[stands]}" for stands in ("new", "same", "differs")
    )
    yield f"{preview.reference}, {preview.side_name}{who}: {counts}"
    for one in preview.questions:
        if one.stands != "same":
            yield f"  {one.question} {_STANDS[one.stands]}: {_sides(one, show_answers=show_answers)}"


def _sides(one: Compared, *, show_answers: bool) -> str:
    given = [("mine", one.mine), ("theirs", one.theirs)]
    if one.several:
        given.append((f"together ({one.people} people)", one.together))
    return "; ".join(
        f"{name} {_told(answer, show_answers=show_answers)}" for name, answer in given if answer != NOT_ASKED
    )


def _told(answer: Answer, *, show_answers: bool) -> str:
    """Return who and when; the answer itself is hidden until the reveal unless it is asked for."""
    parts = [_said(answer)] if show_answers else []
    parts += [part for part in (answer.by, answer.at) if part]
    return ", ".join(parts) or "without a name"


def _said(answer: Answer) -> str:
    if answer.level is not None:
        return f"{answer.level} ({answer.sureness})"
    words = {"unknown": "don’t know", "not_asked": "a note only"}
    return words.get(answer.state, f"does not apply: {answer.not_applicable}")
