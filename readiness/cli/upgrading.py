"""``upgrade``: move an open assessment to a newer version of its questionnaire."""

from argparse import Namespace

from readiness.cli.references import Named, find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.errors import UsageError


def run_upgrade(given: Namespace, terminal: Terminal) -> int:
    """Move it, and say what was kept and cleared; with ``--preview`` only say so."""
    named = parse_reference(given.reference)
    if not isinstance(named, Named):
        happened = f"{named} is a file; only an assessment in the workspace can be moved to another version."
        raise UsageError(happened, remedy="Import it first, then name SYSTEM@PERIOD.")
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file needs no database
    from readiness.services.moving_words import all_lines, as_document  # noqa: PLC0415 - see above

    with opened(given, terminal) as assessing:
        id_ = find(named, assessing.home()).id
        move = assessing.preview_move(id_, given.to)
        if not given.preview:
            assessing.move(id_, given.to)
    if terminal.as_json:
        terminal.print_document(as_document(move))
        return 0
    before, after = move.before.questionnaire.reference, move.after.questionnaire.reference
    verb = "would ask" if given.preview else "asks"
    terminal.print(f"{move.before.reference} {verb} {after} in place of {before}.")
    for sentence in all_lines(move):
        terminal.print(sentence)
    return 0
