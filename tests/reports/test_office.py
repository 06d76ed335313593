"""LibreOffice opens the workbook and the slides, and has the same values, texts and charts in them."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_planned_assessment, an_assessment, level, six_pillars
from decks import Slide, ours, theirs
from hostile import STRINGS, everywhere
from quarters import later, the_past
from sheets import cells, exported, lines

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.reports.content import describe
from readiness.reports.options import PAGES, ReportOptions
from readiness.services.exporting import render_slides, render_tables
from readiness.services.reporting import FIRST_QUARTER, Past, background

pytestmark = pytest.mark.office

OPTIONS = ReportOptions(pages=PAGES)
LONG = "Payments, refunds and chargebacks for every country in which w"


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("soffice is not here: LibreOffice opens nothing")
    return found


def opened_again(office: str, folder: Path, content: bytes, kinds: tuple[str, str]) -> bytes:
    """Return a file as LibreOffice writes it, in the second kind, after opening it in the first."""
    before, after = kinds
    given = folder / f"ours.{before}"
    given.write_bytes(content)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", after, "--outdir", str(folder / "theirs")]
    subprocess.run([*command, str(given)], check=True, capture_output=True, timeout=120)
    return (folder / "theirs" / f"ours.{after}").read_bytes()


def counted_again(office: str, folder: Path, workbook: bytes) -> bytes:
    return opened_again(office, folder, workbook, ("xlsx", "xlsx"))


def shown_again(office: str, folder: Path, deck: bytes) -> list[Slide]:
    return theirs(opened_again(office, folder, deck, ("pptx", "fodp")))


@pytest.mark.parametrize(
    "given",
    [
        a_planned_assessment({"ARC-01": level(2, note="word " * 8_000, note_for="report")}),
        *(everywhere(STRINGS[name]) for name in ("formula", "tag", "controls", "breaks", "emoji")),
        everywhere("<r><t>x</t></r> _x0041_"),
        everywhere("<r><t>x</t></r>"),
    ],
    ids=["plan", "formula", "tag", "controls", "breaks", "emoji", "escape", "library markup"],
)
def test_every_cell_has_the_same_value_there(office: str, tmp_path: Path, given: Assessment) -> None:
    workbook = exported(given)

    assert cells(counted_again(office, tmp_path, workbook)) == cells(workbook)


def test_the_sheets_of_the_roadmap_and_the_comparison_are_counted_there(office: str, tmp_path: Path) -> None:
    outcome = evaluate(later())
    known = background(outcome, the_past(), OPTIONS)
    workbook = render_tables(later(), ".xlsx", OPTIONS, the_past())
    again = counted_again(office, tmp_path, workbook)
    assert known.roadmap is not None
    assert known.comparison is not None

    assert cells(again) == cells(workbook)
    gains = {row["ID"]: row["Adds points"] for row in lines(again, "Roadmap") if row["Part"] == "Planned"}
    assert gains == {one.id: pytest.approx(one.gain) for one in known.roadmap.actions}
    quarters = [row["Score then"] for row in lines(again, "Roadmap") if row["Score then"] is not None]
    assert quarters == [pytest.approx(one.score) for one in known.roadmap.quarters]
    points = {row["ID"]: row["Points"] for row in lines(again, "Comparison") if row["Part"] == "Bridge"}
    assert points == {one.step: pytest.approx(one.delta) for one in known.comparison.bridge}


@pytest.mark.parametrize(
    ("given", "past"),
    [
        (later(), the_past()),
        (a_planned_assessment(), FIRST_QUARTER),
        (an_assessment(six_pillars(), {}), FIRST_QUARTER),
        (later(system=LONG), the_past(words={"headline": f"{LONG}. {LONG}"})),
        *(
            (everywhere(STRINGS[name]), FIRST_QUARTER)
            for name in ("formula", "tag", "controls", "emoji", "long")
        ),
        (everywhere("<a:t>x</a:t> _x0041_  two"), FIRST_QUARTER),
    ],
    ids=[
        "two quarters",
        "first",
        "nothing",
        "long names",
        "formula",
        "tag",
        "controls",
        "emoji",
        "long",
        "markup",
    ],
)
def test_every_slide_says_the_same_there(office: str, tmp_path: Path, given: Assessment, past: Past) -> None:
    deck = render_slides(given, OPTIONS, past)

    assert shown_again(office, tmp_path, deck) == ours(deck)


def test_the_charts_there_have_the_figures_of_the_report(office: str, tmp_path: Path) -> None:
    options = replace(OPTIONS, audience="leadership")
    outcome = evaluate(later())
    said = describe(outcome, options, background(outcome, the_past(), options))
    slides = shown_again(office, tmp_path, render_slides(later(), OPTIONS, the_past()))
    assert said.summary is not None
    assert said.plan is not None

    (ladder,), (pillars,), _, (roadmap,), _ = (slide.charts for slide in slides)
    factors = {flag.factor for flag in said.summary.ladder.flags}
    assert {value for _, value in ladder["Times today’s peak"]} <= {round(one, 1) for one in factors}
    scores = [(row.name, row.bars.score) for row in said.summary.pillars.rows]
    assert [name for name, _ in pillars["Score"]] == [name for name, _ in scores]
    assert [value for _, value in pillars["Score"]] == pytest.approx([score for _, score in scores], abs=0.05)
    (done, *_) = roadmap.values()
    points = [said.plan.today, *said.plan.quarters]
    assert [name for name, _ in done] == [one.name for one in points]
    assert [value for _, value in done] == pytest.approx([one.value for one in points], abs=0.05)


def test_another_figure_would_be_seen(office: str, tmp_path: Path) -> None:
    """The twin: of two assessments that differ in one answer the charts differ there too."""
    one, other = (render_slides(a_planned_assessment({"DAT-01": level(value)}), OPTIONS) for value in (1, 2))
    again = shown_again(office, tmp_path, one)

    assert again == ours(one)
    assert [slide.charts for slide in again] != [slide.charts for slide in ours(other)]
