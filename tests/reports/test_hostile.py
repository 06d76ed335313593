"""The PDF says exactly what was typed, and nothing that was typed does anything."""

from xml.sax.saxutils import escape

import paper
import pytest
from builders import a_planned_assessment
from hostile import STRINGS, everywhere, shared_strings
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph

from readiness.domain.outcome import evaluate
from readiness.reports.content import describe
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.reports.right_to_left import is_turned


def printed(text: str) -> bytes:
    options = ReportOptions(company=text)
    return build_pdf(describe(evaluate(everywhere(text)), options), options)


def drawn(pdf: bytes) -> str:
    return "".join(paper.read(pdf).split()).replace("\u00a0", "")


def is_told(page: str, label: str, wanted: str) -> bool:
    """Say whether a text stands behind its label; one written from the right stands turned, by lines."""
    if not is_turned(wanted):
        return f"{label}{wanted}" in page
    found = [part[: len(wanted)] for part in page.split(label)[1:]]
    return sorted(wanted) in [sorted(part) for part in found]


def check(text: str) -> None:
    pdf = printed(text)
    page = drawn(pdf)
    wanted = paper.as_drawn(text)

    for label in (
        "Note:",
        "Because:",
        "Evidence:",
        "Doesnotapply:",
        "Inscope:",
        "Outofscope:",
        "Organisation:",
    ):
        assert not wanted or is_told(page, label, wanted)
    assert paper.images(pdf) == 0
    assert all(link.startswith(("http://", "https://")) for link in paper.links(pdf))
    assert paper.outside(pdf) == []


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_what_was_typed_is_what_is_printed(text: str) -> None:
    check(text)


def test_what_has_no_glyph_is_counted_on_the_last_page() -> None:
    last = "".join(paper.drawn(printed("🚀"))[-1])

    assert "characters without a glyph in this report’s fonts, printed as codes: U+1F680 (" in last


def test_page_one_alone_counts_them_too() -> None:
    options = ReportOptions(pages=("summary",), company="ꀀ")
    pdf = build_pdf(describe(evaluate(a_planned_assessment()), options), options)

    assert (
        "1 character without a glyph in this report’s fonts, printed as codes: U+A000 (1)."
        in paper.drawn(pdf)[0]
    )


def test_a_report_of_known_glyphs_counts_nothing() -> None:
    assert "without a glyph" not in "".join(paper.drawn(printed("Zażółć")))


@pytest.mark.parametrize("text", ["Bob <bob@example.org>", "Map<String,Int>", "AT&T R&D &copy;"])
def test_the_usual_way_would_lose_text(text: str) -> None:
    """The twin: markup, which this report has none of, drops what looks like a tag unless it is escaped."""
    style = getSampleStyleSheet()["BodyText"]

    def shown(source: str) -> str:
        try:
            return Paragraph(source, style).getPlainText()
        except ValueError:
            return ""

    assert shown(text) != text
    assert shown(escape(text)) == text


@pytest.mark.shared
def test_the_shared_strings_are_printed_as_typed() -> None:
    for text in shared_strings().values():
        check(text)
