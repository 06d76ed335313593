"""Other people’s tools read every report and the agenda: syntax, fonts, structure, and each word of it."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pytest
from builders import a_planned_assessment, level
from builders_portfolio import many_systems
from quarters import later, the_past, told
from told import texts

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.reports.content import describe, describe_agenda
from readiness.reports.facts import ReportContent
from readiness.reports.options import EVERY_PAGE, PAGES_FOR, Audience, ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.reports.portfolio_content import describe_portfolio
from readiness.services.reporting import FIRST_QUARTER, background

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.office

COMPANY: Final = "可扩展性 Zażółć"
AGENDA: Final = "agenda"
PORTFOLIO: Final = "portfolio"
PAPERS: Final = ("leadership", "planning", "archive", "draft", AGENDA, PORTFOLIO)

_KEYS: Final = {
    "Ask.key",
    "BridgeBar.kind",
    "GateRow.state",
    "ReportContent.language",
    "ReportContent.made_on",
}
"""What a page goes by and never prints."""

_JUDGED: Final = {"HowSure.sentences", "PillarBars.finding", "PillarBars.mark_words", "PillarBars.title"}
"""What gives way on page one to last quarter’s promises; a first quarter has it."""

_INSTEAD: Final = {
    "Asked.nothing",
    "ReportContent.pages",
    "ReportContent.seal",
    "Risks.apart_title",
    "Risks.lanes",
    "StandPage.falls_title",
    "StandPage.rises_title",
    *_JUDGED,
}
"""What stands on the page only where something else does not, or where there is room for it."""

_ON_PAPER: Final = {"ReportContent.draft", "ReportContent.foot"}
"""What belongs to the paper, at the edges of each page."""

_SPOKEN: Final = re.compile(r"\w+\.(finding|told)")
"""What a chart says to those who do not see it."""


@dataclass(frozen=True)
class Paper:
    """A finished PDF, and what it was to say."""

    path: str
    content: ReportContent


def run(tool: str, *arguments: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not here: nobody else reads the report")
    done = subprocess.run([tool, *arguments], check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module", params=PAPERS)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    given, options = _chosen(str(request.param))
    content = _content(given, options, str(request.param))
    file: Path = tmp_path_factory.mktemp("paper") / f"{request.param}.pdf"
    file.write_bytes(build_pdf(content, options))
    return Paper(str(file), content)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """Return the report of a first quarter, which looks back at nothing."""
    options = ReportOptions(pages=EVERY_PAGE)
    outcome = evaluate(a_planned_assessment({"DAT-01": level(1)}))
    content = describe(outcome, options, background(outcome, FIRST_QUARTER, options))
    file: Path = tmp_path_factory.mktemp("paper") / "first.pdf"
    file.write_bytes(build_pdf(content, options))
    return Paper(str(file), content)


def _chosen(name: str) -> tuple[Assessment, ReportOptions]:
    audiences: dict[str, Audience] = {"leadership": "leadership", "planning": "planning"}
    audience = audiences.get(name, "archive")
    pages = EVERY_PAGE if name in {"archive", "draft"} else PAGES_FOR[audience]
    seal = "" if name in {"draft", AGENDA} else "c0ffee" * 10 + "beef"
    options = ReportOptions(audience=audience, pages=pages, company=COMPANY, seal=seal)
    return later(sealed=bool(seal)), options


def _content(given: Assessment, options: ReportOptions, name: str) -> ReportContent:
    if name == PORTFOLIO:
        return describe_portfolio(many_systems(5), Period(2026, 3), options)
    outcome = evaluate(given)
    if name == AGENDA:
        return describe_agenda(outcome, options)
    return describe(outcome, options, background(outcome, the_past(), options))


def squeezed(text: str) -> str:
    """Return a text without its spaces: where a line breaks says nothing."""
    return re.sub(r"\s+", "", text)


@cache
def drawn(path: str) -> str:
    """Return the text in the order in which it is drawn."""
    return squeezed(run("pdftotext", "-raw", "-enc", "UTF-8", path, "-"))


@cache
def structured(path: str) -> str:
    """Return the text by its structure, as assistive technology meets it."""
    return squeezed(re.sub(r'"\n\s*"', "", run("pdfinfo", "-struct-text", path)))


@cache
def spoken(path: str) -> str:
    """Return what charts say to those who do not see them."""
    found: list[str] = []
    _collect(json.loads(run("qpdf", "--json", path)), found)
    return squeezed("".join(found))


def _collect(value: Any, found: list[str]) -> None:
    if isinstance(value, dict):
        found += [str(value["/Alt"]).removeprefix("u:")] if "/Alt" in value else []
        for inner in value.values():
            _collect(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, found)


def test_qpdf_finds_no_fault(paper: Paper) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", paper.path)


def test_every_font_is_embedded_as_a_subset(paper: Paper) -> None:
    rows = run("pdffonts", paper.path).splitlines()[2:]

    assert 3 <= len(rows) <= 6
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_the_document_is_tagged_and_runs_no_script(paper: Paper) -> None:
    facts = dict(line.partition(":")[::2] for line in run("pdfinfo", paper.path).splitlines())

    assert facts["Tagged"].strip() == "yes"
    assert facts["JavaScript"].strip() == "no"
    assert facts["Encrypted"].strip() == "no"


def test_every_text_of_the_content_is_drawn_or_spoken(paper: Paper) -> None:
    page, aloud = drawn(paper.path), spoken(paper.path)
    lost = [
        (field, text)
        for field, text in texts(paper.content)
        if field not in _KEYS | _INSTEAD
        and squeezed(text) not in page
        and not (_SPOKEN.fullmatch(field) and squeezed(text) in aloud)
    ]

    assert lost == []


def test_a_first_quarter_is_judged_on_page_one(first: Paper) -> None:
    page, aloud = drawn(first.path), spoken(first.path)
    judged = [(field, text) for field, text in texts(first.content) if field in _JUDGED]

    assert {field for field, _ in judged} == _JUDGED
    assert [told for told in judged if squeezed(told[1]) not in f"{page}\n{aloud}"] == []


def test_what_is_drawn_has_its_place_in_the_structure(paper: Paper) -> None:
    page, structure = drawn(paper.path), structured(paper.path)
    lost = [
        (field, text)
        for field, text in texts(paper.content)
        if field not in _ON_PAPER | _KEYS | _INSTEAD
        and squeezed(text) in page
        and squeezed(text) not in structure
    ]

    assert lost == []


def test_a_text_that_is_nowhere_would_be_missed(paper: Paper) -> None:
    """The twin: nothing that is not there is found."""
    absent = squeezed("Nobody wrote this on any page.")

    assert absent not in drawn(paper.path)
    assert absent not in structured(paper.path)
    assert absent not in spoken(paper.path)


def test_headings_tables_and_figures_are_what_they_are(paper: Paper) -> None:
    structure = run("pdfinfo", "-struct-text", paper.path)
    wanted = (
        ("H1", "Table") if paper.content.agenda is not None else ("H1", "H2", "Table", "TH", "TD", "Figure")
    )

    for word in wanted:
        assert re.search(rf"^ *{word}\b", structure, re.MULTILINE), word


def test_leaders_read_no_name_no_lane_and_no_quote(paper: Paper) -> None:
    private = ("Mira Holt", "Data platform", "It was rehearsed twice.", "Told in confidence.")
    found = [text for text in private if squeezed(text) in drawn(paper.path)]

    if "leadership" in paper.path:
        assert found == []
        assert "engineering1" not in drawn(paper.path).casefold()
    elif "archive" in paper.path:
        assert found == ["Mira Holt", "Data platform", "It was rehearsed twice."]


def test_the_whole_report_is_what_the_tests_of_its_words_are_about() -> None:
    content = told(later(), the_past(), company=COMPANY)

    assert {field.partition(".")[0] for field, _ in texts(content)} >= {
        "Plan",
        "Change",
        "Promises",
        "Risks",
        "Detail",
        "AnswerLine",
        "Method",
        "Cover",
    }
