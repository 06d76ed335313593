"""What every import says of itself (contracts: ``import``)."""

from typing import TYPE_CHECKING

from readiness.cli.terminal import Terminal

if TYPE_CHECKING:
    from readiness.domain.trend_effects import Effects


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


def say_effects(terminal: Terminal, effects: "Effects | None", *, with_step: bool = True) -> None:
    """Say on stderr what a later version does to trends; ``with_step`` also why it is minor or major."""
    if effects is None:
        return
    from readiness.services.version_words import all_of, step_over  # noqa: PLC0415 - most imports need none

    for sentence in (*(step_over(effects) if with_step else ()), *all_of(effects)):
        terminal.say(sentence)
