"""What only a workspace can write, packages and audit files; and packages: check one, take one in."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.references import Named, find, parse_reference
from readiness.cli.terminal import Terminal
from readiness.errors import Fault, InputError, UsageError
from readiness.services.auditing import export_audit, read_audit
from readiness.services.sealed_packages import (
    Incoming,
    export_package,
    hold_package,
    read_package,
    take_in_package,
)

if TYPE_CHECKING:
    from readiness.services.assessing import Assessing
    from readiness.services.merging import Imported

Write = Callable[["Assessing", int, Path], Path]


def write_package(given: Namespace, terminal: Terminal) -> Path:
    """Write a sealed assessment of the workspace as a package."""
    return _write(
        given, terminal, "only what is sealed in a workspace can be proved elsewhere", export_package
    )


def write_audit(given: Namespace, terminal: Terminal) -> Path:
    """Write how an assessment of the workspace came about, to be checked without this program."""

    def written(assessing: "Assessing", id_: int, path: Path) -> Path:
        return export_audit(read_audit(assessing, id_), path)

    return _write(given, terminal, "only a workspace knows how its answers came about", written)


def _write(given: Namespace, terminal: Terminal, why: str, write: Write) -> Path:
    named = parse_reference(given.reference)
    if not isinstance(named, Named):
        raise UsageError(f"{named} is a file; {why}.", remedy="Name it as SYSTEM@PERIOD.")
    from readiness.cli.opening import opened  # noqa: PLC0415 - wrong usage needs no database

    with opened(given, terminal) as assessing:
        return write(assessing, find(named, assessing.home()).id, given.output)


def import_package(given: Namespace, terminal: Terminal, content: bytes) -> "Imported | None":
    """Take a package in; nothing where only a preview was asked for."""
    if given.merge is not None:
        happened = f"{given.file.name} is sealed, so there are no two answers to choose between."
        raise UsageError(happened, remedy="Leave --merge out.")
    package = read_package(content, given.file.name)  # what has faults makes no workspace
    from readiness.cli.opening import opened  # noqa: PLC0415 - a file with faults needs no database

    with opened(given, terminal, create=not given.preview) as assessing:
        incoming = hold_package(assessing, package)
        if incoming.older_core:
            terminal.say(f"Made with core {incoming.older_core}, compared like for like.")
        if given.preview:
            _print_preview(incoming, terminal)
            return None
        return take_in_package(assessing, incoming)


def package_faults(content: bytes, name: str) -> tuple[Fault, ...]:
    """Return the faults of a package; a broken seal is one.

    Raises:
        FaultyFileError: it has faults, and each is in it.
    """
    try:
        read_package(content, name)
    except InputError as error:
        if not error.details.startswith(name) or "seal-broken" not in error.details:
            raise
        place = error.details.removeprefix(f"{name}:").split(":", 2)
        return (Fault(code="seal-broken", message=error.happened, line=int(place[0]), column=int(place[1])),)
    return ()


def _print_preview(incoming: Incoming, terminal: Terminal) -> None:
    parts, reference = incoming.parts, incoming.assessment.reference
    if terminal.as_json:
        terminal.print_document(
            {
                "kind": "preview",
                "id": reference,
                "seal": incoming.package.evidence.hash,
                "new": list(parts.new),
                "changed": list(parts.changed),
                "unchanged": list(parts.unchanged),
            }
        )
        return
    terminal.print(f"{reference}: seal matches, {len(parts.new)} new, {len(parts.changed)} changed")
