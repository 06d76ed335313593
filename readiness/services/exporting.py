"""Files made of an assessment: the report, the answers file, tables; each whole or not at all."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.errors import InputError
from readiness.exchange.atomic import atomic_write
from readiness.reports.content import describe, describe_agenda
from readiness.reports.editable import Sentence, sentences
from readiness.reports.facts import ReportContent
from readiness.reports.options import PAGES, ReportOptions
from readiness.services.file_names import cleaned
from readiness.services.reporting import FIRST_QUARTER, Past, background

if TYPE_CHECKING:
    from readiness.reports.tickets.trackers import Tracker
    from readiness.reports.worker import ReportWorker

Ending = Literal["pdf", "xlsx", "csv", "md", "yaml", "json", "pptx", "ics"]
Content = Literal["readiness", "answers", "agenda", "roadmap"]

TABLES: Final = (".xlsx", ".csv", ".md")
TICKETS: Final[dict[str, "Tracker | Literal['ics']"]] = {
    ".jira.csv": "jira",
    ".gitlab.csv": "gitlab",
    ".linear.csv": "linear",
    ".ics": "ics",
}
"""Endings of the roadmap for the tools in which work is tracked, and for calendars."""
SLIDES: Final = ".pptx"
_CONTENTS: Final[dict[Ending, Content]] = {
    "csv": "answers",
    "yaml": "answers",
    "json": "answers",
    "ics": "roadmap",
}
ANSWERS: Final = (".json", ".yaml", ".yml")
"""Endings of what holds everything for people and other tools, and of what can come back in."""

PACKAGE: Final = ".readiness-package"
"""The ending of a sealed assessment for another workspace."""
AUDIT: Final = ".audit.zip"
"""The ending of how an assessment came about, to be checked without this program."""


def export_pdf(
    assessment: Assessment,
    path: Path,
    options: ReportOptions | None = None,
    worker: "ReportWorker | None" = None,
    past: Past = FIRST_QUARTER,
) -> Path:
    """Write the report and return where it is; with a worker it is made in the other process.

    Raises:
        OutputError: it could not be made or written; what stood at ``path`` still does.
    """
    atomic_write(path, render_pdf(assessment, options, worker, past))
    return path


def render_pdf(
    assessment: Assessment,
    options: ReportOptions | None = None,
    worker: "ReportWorker | None" = None,
    past: Past = FIRST_QUARTER,
) -> bytes:
    """Return the report; the same assessment and options give the same bytes."""
    chosen = options or ReportOptions()
    whole = with_logo(chosen)
    outcome = evaluate(assessment, whole.target)
    return drawn(describe(outcome, whole, background(outcome, past, whole)), whole, worker)


def editable_sentences(assessment: Assessment, options: ReportOptions, past: Past) -> tuple[Sentence, ...]:
    """Return what people may write anew in the report, with the generated text of each."""
    outcome = evaluate(assessment, options.target)
    return sentences(outcome, options, background(outcome, past, options))


def export_agenda(
    assessment: Assessment,
    path: Path,
    options: ReportOptions | None = None,
    worker: "ReportWorker | None" = None,
) -> Path:
    """Write the agenda of the meeting and return where it is.

    Raises:
        OutputError: it could not be made or written; what stood at ``path`` still does.
    """
    chosen = options or ReportOptions()
    content = describe_agenda(evaluate(assessment, chosen.target), chosen)
    atomic_write(path, drawn(content, chosen, worker))
    return path


def export_answers(assessment: Assessment, path: Path) -> Path:
    """Write the answers file, JSON where the name ends so, else YAML, and return where it is.

    Raises:
        OutputError: it could not be written; what stood at ``path`` still does.
    """
    from readiness.exchange.answers import write_answers  # noqa: PLC0415 - a report needs no pydantic

    style: Literal["yaml", "json"] = "json" if path.suffix.lower() == ".json" else "yaml"
    atomic_write(path, write_answers(assessment, style).encode("utf-8"))
    return path


def export_tables(
    assessment: Assessment, path: Path, options: ReportOptions | None = None, past: Past = FIRST_QUARTER
) -> Path:
    """Write everything as XLSX, CSV or Markdown by the name's ending, and return where it is.

    Raises:
        OutputError: it could not be written; what stood at ``path`` still does.
    """
    atomic_write(path, render_tables(assessment, path.suffix.lower(), options, past))
    return path


def render_tables(
    assessment: Assessment, ending: str, options: ReportOptions | None = None, past: Past = FIRST_QUARTER
) -> bytes:
    """Return the file; the same assessment and options give the same bytes."""
    from readiness.reports.book import content  # noqa: PLC0415 - a report needs no tables

    chosen = options or ReportOptions()
    outcome = evaluate(assessment, chosen.target)
    if ending == ".csv":
        from readiness.reports.book.csv_file import build_csv  # noqa: PLC0415 - one writer is enough

        return build_csv(content.flat(outcome, chosen))
    book = content.book(outcome, chosen, background(outcome, past, replace(chosen, pages=PAGES)))
    if ending == ".md":
        from readiness.reports.book.markdown import build_markdown  # noqa: PLC0415 - one writer is enough

        return build_markdown(book)
    from readiness.reports.book.xlsx import build_xlsx  # noqa: PLC0415 - only who needs it pays for it

    return build_xlsx(book)


def render_tickets(
    assessment: Assessment,
    kind: "Tracker | Literal['ics']",
    options: ReportOptions,
    past: Past = FIRST_QUARTER,
) -> bytes:
    """Return the actions of the plan as a tracker's CSV or as a calendar, with owners where people are named.

    Raises:
        InputError: nothing is planned.
    """
    outcome = evaluate(assessment, options.target)
    roadmap = background(outcome, past, options).roadmap
    if roadmap is None or not roadmap.actions:
        raise InputError(
            f"Nothing is planned for {assessment.reference}.", remedy="Give the roadmap some capacity first."
        )
    from readiness.reports.tickets.ticket import tickets  # noqa: PLC0415 - a report needs none

    going = tickets(outcome, roadmap, options.fiscal_year_start, names=options.names_people)
    if kind != "ics":
        from readiness.reports.tickets.trackers import build_tickets  # noqa: PLC0415 - one writer is enough

        return build_tickets(going, kind)
    from readiness.reports.tickets.calendar_file import build_calendar  # noqa: PLC0415 - see above

    said = describe(outcome, replace(options, pages=()))
    return build_calendar(going, f"{assessment.system}, roadmap", said.made_on)


def render_slides(
    assessment: Assessment, options: ReportOptions | None = None, past: Past = FIRST_QUARTER
) -> bytes:
    """Return five slides for leadership; the same assessment and options give the same bytes."""
    from readiness.reports.slides.deck import build_deck  # noqa: PLC0415 - only who needs it pays for it

    chosen = replace(options or ReportOptions(), audience="leadership", pages=("summary", "roadmap"))
    outcome = evaluate(assessment, chosen.target)
    return build_deck(describe(outcome, chosen, background(outcome, past, chosen)), chosen.accent)


def export_file(
    assessment: Assessment,
    path: Path,
    options: ReportOptions | None = None,
    past: Past = FIRST_QUARTER,
) -> Path:
    """Write an assessment in the format that the name's ending says.

    Raises:
        InputError: the roadmap is asked for, and nothing is planned.
        OutputError: it could not be written; what stood at ``path`` still does.
    """
    ending, chosen = ending_of(path), options or ReportOptions()
    if ending in TICKETS:
        atomic_write(path, render_tickets(assessment, TICKETS[ending], chosen, past))
        return path
    if ending == SLIDES:
        atomic_write(path, render_slides(assessment, chosen, past))
        return path
    if ending in TABLES:
        return export_tables(assessment, path, chosen, past)
    return export_answers(assessment, path)


def ending_of(path: Path) -> str:
    """Return what of a name says its format: its last ending, or two where there are two."""
    two = "".join(path.suffixes[-2:]).lower()
    return two if two in {*TICKETS, AUDIT} else path.suffix.lower()


def suggest_name(assessment: Assessment, ending: Ending = "pdf", content: Content | None = None) -> str:
    """Return a file name that every system takes, whatever the assessment is called."""
    kind = content or _CONTENTS.get(ending, "readiness")
    return named_after(assessment, f" {kind}.{ending}")


def named_after(assessment: Assessment, end: str) -> str:
    """Return the name of a file or folder of an assessment: system, quarter, revision, and how it ends."""
    later = f" r{assessment.revision}" if assessment.revision > 1 else ""
    tail = f" {assessment.period}{later}{end}"
    return f"{cleaned(assessment.system, tail)}{tail}"


def with_logo(options: ReportOptions) -> ReportOptions:
    """Return the options with the picture that their path names; it is looked at where it is drawn.

    Raises:
        InputError: it is not there, or larger than a logo can be.
    """
    if not options.logo_path:
        return options
    from readiness.exchange.bounded import read_content  # noqa: PLC0415 - most reports have none
    from readiness.reports.logo import MOST_BYTES  # noqa: PLC0415 - likewise

    path = Path(options.logo_path)
    try:
        return replace(options, logo=read_content(path, MOST_BYTES))
    except InputError as error:
        raise InputError(
            f"The logo {path.name} cannot be used.",
            remedy="Choose a PNG or JPEG of at most 2 MB, or remove it.",
            details=error.sentence(),
        ) from error


def drawn(content: ReportContent, options: ReportOptions, worker: "ReportWorker | None") -> bytes:
    """Return the pages, made in the other process where there is one."""
    if worker is not None:
        return worker.render(content, options)
    from readiness.reports.pdf import build_pdf  # noqa: PLC0415 - only who draws pays for the library

    return build_pdf(content, options)
