"""Files made of a round: the list for a spreadsheet, the reminder as text, pages for who has not answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readiness.domain.assessment import Assessment
from readiness.domain.counting import Side
from readiness.domain.period import Period
from readiness.domain.rounds import RoundEntry, RoundState, SideCount, in_order
from readiness.exchange.atomic import atomic_write
from readiness.services.file_names import apart
from readiness.services.packing import Made, Share, make_folder, make_pack, suggest_pack_name
from readiness.services.rounds import Round, RoundLine

if TYPE_CHECKING:
    from readiness.reports.book.values import Row
    from readiness.services.assessing import Assessing

STATES: Final[Mapping[RoundState, str]] = {
    "not_started": "not started",
    "unanswered": "nobody has answered",
    "answering": "answering",
    "both_in": "both in",
    "together": "answered together",
    "revealed": "revealed",
    "sealed": "sealed",
    "package": "sealed, by package",
    "left": "left the round",
}
_COLUMNS: Final = (
    "System",
    "State",
    "Engineering answered",
    "Engineering asked",
    "Product answered",
    "Product asked",
    "Due",
    "Late",
    "Sealed or taken in",
    "Practices support",
    "First known limit",
    "Tested to",
    "Target",
    "Left because",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPacks:
    """Every page made for a round, and how many systems they are for."""

    made: tuple[Made, ...]
    systems: int


def export_round(found: Round, path: Path, today: date) -> Path:
    """Write the list as CSV, in the order of due dates, and return where it is.

    Raises:
        OutputError: it could not be written; what stood at ``path`` still does.
    """
    from readiness.reports.book.csv_file import build_csv  # noqa: PLC0415 - a round that is looked at needs none
    from readiness.reports.book.values import Column, Sheet  # noqa: PLC0415 - see above

    lines = {line.entry.system_id: line for line in found.lines}
    rows = tuple(_row(lines[entry.system_id], today) for entry in in_order(found.entries))
    columns = tuple(Column(title, 20) for title in _COLUMNS)
    sheet = Sheet(name=f"Round {found.period}", layout="table", columns=columns, rows=rows)
    atomic_write(path, build_csv(sheet))
    return path


def save_text(text: str, path: Path) -> Path:
    """Write a text as it was shown, and return where it is.

    Raises:
        OutputError: it could not be written; what stood at ``path`` still does.
    """
    atomic_write(path, text.encode("utf-8"))
    return path


def pack_round(assessing: "Assessing", period: Period, folder: Path) -> RoundPacks:
    """Write a page for everybody who has questions left, in every system that is answered privately.

    Raises:
        OutputError: a page could not be written; the ones before it are whole.
    """
    wanted = list(_wanted(assessing, assessing.round_of(period).entries))
    names = apart(
        suggest_pack_name(assessment, side, share.person).removesuffix(".html")
        for assessment, side, share in wanted
    )
    make_folder(folder)
    made = tuple(
        page
        for (assessment, side, share), name in zip(wanted, names, strict=True)
        for page in make_pack(assessment, side, share, folder / f"{name}.html").packs
    )
    return RoundPacks(made=made, systems=len({assessment.reference for assessment, _, _ in wanted}))


def suggest_round_name(period: Period, what: str, ending: str) -> str:
    """Return a file name for something about a round."""
    return f"Round {period} {what}{ending}"


def waits_for_pages(entry: RoundEntry) -> bool:
    """Say whether somebody of a system still answers privately."""
    answering = entry.answering
    if answering is None or entry.state not in {"unanswered", "answering"}:
        return False
    return any(count.left for _, count in answering.sides)


def _wanted(
    assessing: "Assessing", entries: tuple[RoundEntry, ...]
) -> Iterator[tuple[Assessment, Side, Share]]:
    for entry in entries:
        if entry.answering is None or not waits_for_pages(entry):
            continue
        assessment = assessing.load(entry.answering.assessment_id)
        for side, count in entry.answering.sides:
            if count.left:
                for share in _shares(assessment, side):
                    yield assessment, side, share


def _shares(assessment: Assessment, side: Side) -> list[Share]:
    """Return a page for each person of a side that is named, or one for whoever answers."""
    named = dict.fromkeys(one.name for one in assessment.participants if one.lane == side and one.name)
    return [Share(person=name) for name in named] or [Share()]


def _row(line: RoundLine, today: date) -> "Row":
    from readiness.reports.book.values import figure  # noqa: PLC0415 - loaded already

    entry, figures = line.entry, line.figures
    answering = entry.answering
    engineering = answering.engineering if answering else None
    product = answering.product if answering else None
    ladder = (figures.practices, figures.limit, figures.tested, figures.target) if figures else (None,) * 4
    return (
        entry.system,
        STATES[entry.state],
        *(figure(number) for number in (*_pair(engineering), *_pair(product))),
        entry.due.isoformat() if entry.due else "",
        "yes" if entry.urgency(today) == "late" else "no",
        answering.ended.isoformat() if answering and answering.sealed and answering.ended else "",
        *(figure(number, "times") for number in ladder),
        entry.left_because,
    )


def _pair(count: SideCount | None) -> tuple[int | None, int | None]:
    return (None, None) if count is None else (count.given, count.asked)
