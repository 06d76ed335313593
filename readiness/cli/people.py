"""Commands about people: erasing one."""

from argparse import Namespace
from pathlib import Path

from readiness.cli.opening import opened, second_place
from readiness.cli.terminal import Terminal, visible
from readiness.services.erasing import Standing, backups_with, erase, standing_of


def run_erase_person(given: Namespace, terminal: Terminal) -> int:
    """Say where a name stands, and with --yes take it out for good."""
    with opened(given, terminal) as assessing:
        was = erase(assessing, given.name).was if given.yes else standing_of(assessing, given.name)
        workspace = assessing.path
    holding = backups_with(workspace, second_place(), given.name)
    if terminal.as_json:
        terminal.print_document(_document(was, holding, erased=given.yes))
        return int(not given.yes)
    terminal.print(_sentence(was))
    for text in _warnings(was, holding, erased=given.yes):
        terminal.say(text)
    return int(not given.yes)


def _sentence(was: Standing) -> str:
    parts = [f"{what}: {count}" for what, count in _counts(was).items() if count]
    return f"{visible(was.name)}: {', '.join(parts) or 'only in the list of people'}."


def _counts(was: Standing) -> dict[str, int]:
    return {
        "assessments": was.participants,
        "answers": was.answers,
        "lines on the trail": was.trail,
        "facts to find out": was.open_facts,
        "parked points": was.parked,
        "actions": was.actions,
    }


def _warnings(was: Standing, holding: tuple[Path, ...], *, erased: bool) -> list[str]:
    said = []
    if was.mentions or was.sealed_mentions:
        texts = was.mentions + was.sealed_mentions
        said.append(f"{texts} texts that people wrote mention the name; they stay as they are.")
    if holding:
        said += [f"{len(holding)} backups hold the name; delete them once you need them no longer:"]
        said += [f"  {path}" for path in holding]
    if not erased:
        said.append("Nothing was erased. This cannot be undone; add --yes to do it.")
    return said


def _document(was: Standing, holding: tuple[Path, ...], *, erased: bool) -> dict[str, object]:
    return {
        "name": was.name,
        "erased": erased,
        "participants": was.participants,
        "answers": was.answers,
        "trail": was.trail,
        "facts": was.open_facts,
        "parked": was.parked,
        "actions": was.actions,
        "mentions": was.mentions + was.sealed_mentions,
        "backups": [str(path) for path in holding],
    }
