"""Everything that writes a file for people, by name; a test of the code sees that none is missing."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from builders import a_planned_assessment, level, the_worked_example
from commands import run_command
from lenses import a_lens, as_file, backups

from readiness.domain.period import Period
from readiness.reports.options import ReportOptions
from readiness.services.assessing import Assessing, Draft
from readiness.services.auditing import export_audit, read_audit
from readiness.services.exporting import export_agenda, export_answers, export_file, export_pdf, export_tables
from readiness.services.packing import Share, make_pack
from readiness.services.portfolio_report import export_portfolio, weighed
from readiness.services.preferences import Preferences, Settings
from readiness.services.round_files import export_round, save_text
from readiness.services.sealed_packages import export_package
from readiness.services.studio import open_draft, save_as, start_empty
from readiness.storage import backup_names
from readiness.storage.opening import open_database
from readiness.storage.replacing import save_copy

OPTIONS: Final = ReportOptions(pages=("summary",), company="Quillmere")
QUARTER: Final = Period(2026, 3)
Make = Callable[[Assessing, Path], object]


def clock() -> datetime:
    return datetime(2026, 9, 10, 8, 42, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Writer:
    """A way to make a file: where the code does it, the ending it wants, and how it is asked for."""

    where: str
    ending: str
    make: Make
    replaces: bool = True
    """Whether it takes the place of an older file, or refuses where there is one."""


def prepare(path: Path) -> None:
    """Make the workspace that the writers write of: sealed, open with a plan, and one that a pack is for."""
    with closing(Assessing.create(path, clock)) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
        desk.start(Draft(system="Order service", period=QUARTER, mode="private"))
        start_empty(desk, own_folder(desk), "Ours")


def own_folder(desk: Assessing) -> Path:
    return desk.path.with_name("own")


def draft_as(desk: Assessing, target: Path) -> None:
    """Save a draft of the Studio into a file that somebody chose."""
    drafting = open_draft(desk, next(own_folder(desk).glob("*.yaml")))
    save_as(drafting, drafting.draft, target)


def lens_by_command(desk: Assessing, target: Path) -> None:
    """Export a lens as the command line does, from a workspace of its own."""
    file, work = desk.path.with_name(".lens.json"), desk.path.with_name(".lenses.readiness")
    if not work.exists():
        file.write_bytes(as_file(a_lens(backups())))
        assert run_command("import", file, "--workspace", work).code == 0
    code = run_command("export", "small-lens@1.0", "-o", target, "--workspace", work).code
    if code:
        raise SystemExit(code)


def whole_backup(path: Path) -> bool:
    """Say whether a backup opens and holds."""
    with closing(open_database(path, look_only=True)):
        return True


_PLANNED: Final = a_planned_assessment({"DAT-01": level(1), "OBS-01": level(1), "ARC-01": level(0)})
WRITERS: Final[dict[str, Writer]] = {
    "report": Writer(
        "services.exporting.export_pdf", ".pdf", lambda _, to: export_pdf(_PLANNED, to, OPTIONS)
    ),
    "agenda": Writer(
        "services.exporting.export_agenda", ".pdf", lambda _, to: export_agenda(_PLANNED, to, OPTIONS)
    ),
    "answers as YAML": Writer(
        "services.exporting.export_answers", ".yaml", lambda _, to: export_answers(_PLANNED, to)
    ),
    "answers as JSON": Writer(
        "services.exporting.export_answers", ".json", lambda _, to: export_answers(_PLANNED, to)
    ),
    "workbook": Writer(
        "services.exporting.export_tables", ".xlsx", lambda _, to: export_tables(_PLANNED, to, OPTIONS)
    ),
    "table": Writer(
        "services.exporting.export_tables", ".csv", lambda _, to: export_tables(_PLANNED, to, OPTIONS)
    ),
    "Markdown": Writer(
        "services.exporting.export_tables", ".md", lambda _, to: export_tables(_PLANNED, to, OPTIONS)
    ),
    "slides": Writer(
        "services.exporting.export_file", ".pptx", lambda _, to: export_file(_PLANNED, to, OPTIONS)
    ),
    "calendar": Writer(
        "services.exporting.export_file", ".ics", lambda _, to: export_file(_PLANNED, to, OPTIONS)
    ),
    "tickets for Jira": Writer(
        "services.exporting.export_file", ".jira.csv", lambda _, to: export_file(_PLANNED, to, OPTIONS)
    ),
    "tickets for GitLab": Writer(
        "services.exporting.export_file", ".gitlab.csv", lambda _, to: export_file(_PLANNED, to, OPTIONS)
    ),
    "tickets for Linear": Writer(
        "services.exporting.export_file", ".linear.csv", lambda _, to: export_file(_PLANNED, to, OPTIONS)
    ),
    "package": Writer(
        "services.sealed_packages.export_package",
        ".readiness-package",
        lambda desk, to: export_package(desk, 1, to),
    ),
    "response pack": Writer(
        "services.packing._write",
        ".html",
        lambda desk, to: make_pack(desk.load(2), "product", Share(person="Ana"), to),
    ),
    "list of a round": Writer(
        "services.round_files.export_round",
        ".csv",
        lambda desk, to: export_round(desk.round_of(QUARTER), to, date(2026, 9, 10)),
    ),
    "reminder": Writer(
        "services.round_files.save_text", ".txt", lambda _, to: save_text("Please.\n" * 90, to)
    ),
    "lens": Writer("cli.lenses.export_questionnaire", ".json", lens_by_command),
    "settings": Writer(
        "services.preferences.write",
        ".json",
        lambda _, to: Preferences(to).write(Settings(company="Quillmere")),
    ),
    "portfolio report": Writer(
        "services.portfolio_report.export_portfolio",
        ".pdf",
        lambda desk, to: export_portfolio(tuple(weighed(desk, QUARTER)), QUARTER, to, OPTIONS),
    ),
    "audit file": Writer(
        "services.auditing.export_audit", ".audit.zip", lambda desk, to: export_audit(read_audit(desk, 1), to)
    ),
    "draft of a questionnaire": Writer("services.studio.save_as", ".yaml", draft_as),
    "copy of a backup": Writer(
        "storage.replacing.save_copy",
        ".readiness",
        lambda desk, to: save_copy(backup_names.kept(desk.path)[0].path, to),
        replaces=False,
    ),
    "copy of the workspace": Writer(
        "storage.backups.copy_to", ".readiness", lambda desk, to: desk.backup(to), replaces=False
    ),
}

ELSEWHERE: Final = {
    "exchange.atomic.atomic_write": "what the others write by",
    "exchange.compiled.compile_questionnaire": "the packaged copy of what is shipped, made with the program",
    "exchange.compiled.load": "a cache: what is not whole is made again",
    "services.handing_over.hand_over": "a copy of the workspace and a text, each written whole",
    "services.studio._weigh": "renames what is there",
    "services.studio.save_draft": "the bytes of save_as, into the draft's own file",
    "services.sample.write_sample": "a new workspace; tests/services/test_sample.py breaks it",
    "storage.leftovers._set_aside": "renames what is there",
    "storage.opening.create_database": "a new workspace; tests/faults cuts the power under it",
    "storage.replacing._bring_back": "a backup comes back; tests/services/test_restoring.py breaks it",
    "storage.replacing._keep": "sets aside what a backup replaces; the same",
    "storage.replacing._replace": "a backup takes its place; the same",
    "storage.sources.write_note": "a note that only explains; tests/storage/test_sources.py",
    "storage.settling.keep_journal": "a journal is kept with its file; tests/faults/test_restores_cut.py",
    "storage.second_place._go_on_from": "numbers go on; tests/storage/test_second_place.py",
    "storage.second_place._copy": "a checked copy of a backup; tests/storage/test_second_place.py breaks it",
    "storage.working_copy._copy_to": "a copy goes back; tests/faults/test_working_copies.py cuts the power",
    "storage.agreed.note": "what was agreed with the folder; the same",
    "storage.working_copy.take": "a copy comes here; the same",
    "storage.upgrading.bring_up": "a migration; tests/faults/test_migrations_killed.py kills it",
}
"""Where files get their names besides, and why no writer above stands for it."""
