"""Other people’s tools read the whole report: its syntax, its fonts, its structure and its text."""

import shutil
import subprocess

import pytest
from builders_portfolio import many_systems
from quarters import later, the_past, told

from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.reports.content import describe
from readiness.reports.options import EVERY_PAGE, ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.reports.portfolio_content import describe_portfolio
from readiness.services.reporting import background

pytestmark = pytest.mark.office


def run(tool: str, *arguments: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not here: nobody else reads the report")
    done = subprocess.run([tool, *arguments], check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("report") / "whole.pdf"
    options = ReportOptions(pages=EVERY_PAGE, company="可扩展性 Zażółć")
    outcome = evaluate(later())
    file.write_bytes(build_pdf(describe(outcome, options, background(outcome, the_past(), options)), options))
    return str(file)


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("portfolio") / "portfolio.pdf"
    options = ReportOptions(company="可扩展性 Zażółć")
    file.write_bytes(build_pdf(describe_portfolio(many_systems(60), Period(2026, 3), options), options))
    return str(file)


@pytest.fixture(params=["report", "portfolio"])
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


def test_qpdf_finds_no_fault(paper: str) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", paper)


def test_every_font_is_embedded_as_a_subset(paper: str) -> None:
    rows = run("pdffonts", paper).splitlines()[2:]

    assert 4 <= len(rows) <= 6
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_the_structure_names_headings_tables_and_figures(report: str) -> None:
    told_structure = run("pdfinfo", "-struct-text", report)

    for words in ("H1", "Table", "TH", "Figure", "The bridge, in points", "To decide and sign"):
        assert words in told_structure


def test_the_portfolio_is_read_with_its_structure_and_its_words(portfolio: str) -> None:
    told_structure = run("pdfinfo", "-struct-text", portfolio)
    for words in ("H1", "Table", "TH", "Figure", "To decide and sign", "No team named"):
        assert words in told_structure
    text = " ".join(run("pdftotext", "-enc", "UTF-8", portfolio, "-").split())
    content = describe_portfolio(many_systems(60), Period(2026, 3), ReportOptions())
    assert content.portfolio is not None
    page = content.portfolio.ask
    for words in (content.portfolio.stand.title, page.title, page.matrix.title, "可扩展性 Zażółć"):
        assert words in text


def test_the_text_holds_what_the_content_says(report: str) -> None:
    content = told(later(), the_past(), company="可扩展性 Zażółć")
    text = " ".join(run("pdftotext", "-enc", "UTF-8", report, "-").split())
    assert content.plan is not None
    assert content.change is not None
    assert content.risks is not None

    for words in (
        content.plan.title,
        content.change.title,
        content.change.promises.title,
        content.risks.title,
        *(detail.title for detail in content.details),
        "可扩展性 Zażółć",
    ):
        assert words in text
