"""What every import says of itself (contracts: ``import``)."""

from readiness.cli.terminal import Terminal


def say_imported(
    terminal: Terminal, kind: str, id_: str, done: tuple[list[str], list[str], list[str]]
) -> int:
    """Say what came in: how much is new, changed and unchanged."""
    new, changed, unchanged = done
    if terminal.as_json:
        terminal.print_document(
            {"kind": kind, "id": id_, "new": new, "changed": changed, "unchanged": unchanged}
        )
    else:
        terminal.print(f"{id_}: {len(new)} new, {len(changed)} changed, {len(unchanged)} unchanged")
    return 0
