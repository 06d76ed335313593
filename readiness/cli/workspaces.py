"""Commands about a whole workspace: write the sample, list, back up, verify."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readiness import paths
from readiness.cli.opening import opened, own_workspace, workspace_path
from readiness.cli.terminal import Terminal, visible
from readiness.errors import NotAWorkspaceError
from readiness.reports.sentences import times
from readiness.services.assessing import Assessing, AssessmentLine, SystemLine
from readiness.services.library import Library

if TYPE_CHECKING:
    from rich.table import Table

Named = dict[str, str]


def run_demo(given: Namespace, terminal: Terminal) -> int:
    """Write the sample workspace."""
    from readiness.services.sample import write_sample  # noqa: PLC0415 - it loads pydantic, listing does not

    path = Path(given.place) if given.place else _sample_path(given)
    write_sample(path)
    if terminal.as_json:
        terminal.print_document({"path": str(path)})
    else:
        terminal.print(str(path))
        terminal.say("Quillmere is a made-up company. “readiness open” with this path shows it.")
    return 0


def run_list(given: Namespace, terminal: Terminal) -> int:
    """Print what there is: systems with their assessments, questionnaires."""
    systems: tuple[SystemLine, ...] = ()
    questionnaires = _shipped()
    if given.workspace is None and not own_workspace().exists():
        terminal.say(f"There is no workspace at {own_workspace()} yet.")
    else:
        with opened(given, terminal) as assessing:
            systems, questionnaires = assessing.home(), _questionnaires(assessing)
            terminal.say(str(assessing.path))
    if terminal.as_json:
        document = {"systems": [_system(line) for line in systems], "questionnaires": questionnaires}
        terminal.print_document(document)
        return 0
    terminal.show(_table(systems), "")
    for found in questionnaires:
        terminal.print(f"{found['id']}@{found['version']}  {found['origin']}")
    return 0


def run_backup(given: Namespace, terminal: Terminal) -> int:
    """Write a verified copy of the workspace."""
    with opened(given, terminal) as assessing:
        path = assessing.backup(given.output)
    if terminal.as_json:
        terminal.print_document({"path": str(path), "verified": True})
    else:
        terminal.print(str(path))
    return 0


def run_hand_over(given: Namespace, terminal: Terminal) -> int:
    """Write what somebody else needs to go on."""
    from readiness.services.handing_over import hand_over  # noqa: PLC0415 - listing does not need it

    with opened(given, terminal) as assessing:
        made = hand_over(assessing, given.folder)
    if terminal.as_json:
        terminal.print_document({"folder": str(made.folder), "copy": str(made.copy), "points": made.points})
    else:
        terminal.print(str(made.folder))
    return 0


def run_verify(given: Namespace, terminal: Terminal) -> int:
    """Check the file and every seal in it; what does not hold is the result, one a line."""
    try:
        with opened(given, terminal) as assessing:
            report = assessing.verify()
        ok, head, faults = report.ok, report.head, list(report.faults)
    except NotAWorkspaceError as error:
        ok, head, faults = False, None, [error.sentence()]
    if terminal.as_json:
        terminal.print_document({"ok": ok, "head": head, "faults": faults})
        return int(not ok)
    for fault in faults:
        terminal.print(fault)
    if ok:
        terminal.print(f"Everything holds. Head of the chain: {head or 'nothing is sealed yet'}.")
    return int(not ok)


def _sample_path(given: Namespace) -> Path:
    return paths.sample_workspace() if given.workspace is None else workspace_path(given)


def _system(line: SystemLine) -> dict[str, object]:
    return {"name": line.name, "assessments": [_assessment(one) for one in line.assessments]}


def _assessment(line: AssessmentLine) -> dict[str, object]:
    return {
        "period": line.period,
        "revision": line.revision,
        "state": line.state,
        "questionnaire": line.questionnaire,
        "scope": line.scope,
        "score": line.score,
    }


def _questionnaires(assessing: Assessing) -> list[Named]:
    shipped = _shipped()
    known = {(found["id"], found["version"]) for found in shipped}
    held = [
        {"id": line.name, "version": line.version, "origin": line.origin}
        for line in assessing.questionnaires()
        if (line.name, line.version) not in known
    ]
    return [*shipped, *held]


def _shipped() -> list[Named]:
    return [{"id": q.id, "version": q.version, "origin": "shipped"} for q in Library().shipped()]


def _table(systems: tuple[SystemLine, ...]) -> "Table":
    from rich.table import Table  # noqa: PLC0415 - rich is for people only
    from rich.text import Text  # noqa: PLC0415 - see above

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("assessment", "state", "asked", "score", "practices", "target"):
        table.add_column(heading, justify="left" if heading in {"assessment", "state"} else "right")
    for row in _rows(systems):
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table


def _rows(systems: tuple[SystemLine, ...]) -> Iterator[tuple[str, ...]]:
    for system in systems:
        for line in system.assessments:
            later = f"#{line.revision}" if line.revision > 1 else ""
            yield (
                f"{line.system}@{line.period}{later}",
                line.state,
                f"{line.asked} of {line.total}",
                "–" if line.displayed is None else f"{line.displayed} {line.label}",
                "–" if line.displayed is None or not line.practice_ceiling else f"{line.practice_ceiling}×",
                times(line.target_factor),
            )
