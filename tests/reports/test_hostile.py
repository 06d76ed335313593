"""The PDF says exactly what was typed, and nothing that was typed does anything."""

import json
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import paper
import pytest
from builders import a_planned_assessment, level, not_applicable
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph

from readiness.domain.assessment import Assessment, Driver, Limit, Participant
from readiness.domain.outcome import evaluate
from readiness.reports.content import describe
from readiness.reports.faces import code_of, is_covered
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf

SHARED: Final = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "text" / "strings.json"

STRINGS: Final = {
    "tag": "<b>bold",
    "compare": "if a<b and c>d",
    "address": "Bob <bob@example.org>",
    "generic": "Map<String,Int>",
    "ampersand": "AT&T R&D &copy; &lt; &#x110000;",
    "image": "<img src='/etc/hostname'/>",
    "comment": "x <!-- drop --> y <![CDATA[gone]]>",
    "event": "<onDraw name='x' label='y'/>",
    "math": r"from $x^^2 to $\frac{1}{$",
    "formula": "=1+1",
    "format": "{0.__class__} %s %n",
    "polish": "Zażółć gęślą jaźń",
    "greek": "Κλιμάκωση",
    "cyrillic": "Масштабирование",
    "arabic": "قابلية",
    "chinese": "可扩展性",
    "emoji": "🚀 launch",
    "override": "a\u202eb\u200bc",
    "controls": "a\x00b\x07c\x0bd\x1b[31me",
    "surrogate": "a\ud800b",
    "combining": "a" + "\u0300" * 500,
    "word": "W" * 5000,
    "long": "word " * 1400,
    "breaks": "one\ntwo\r\nthree\ttab",
}


def everywhere(text: str) -> Assessment:
    """Return an assessment with a text in every field that people fill."""
    name = text.strip()[:200] or "x"
    note = level(3, "evidenced", note=text, note_for="report", because=text, evidence=(text,))
    return a_planned_assessment(
        {"ARC-01": note, "DAT-02": not_applicable(text or "x")},
        system=name,
        scope_in=text,
        scope_out=text,
        journeys=(text,),
        load=(Driver(id=name, unit=name, peak=name, today=10.0, target=100.0),),
        limits=(Limit(id=name, resource=text or "x", unit=name, used=1.0, limit=2.0, source=text),),
        participants=(Participant(role=text or "x"),),
    )


def printed(text: str) -> bytes:
    options = ReportOptions(company=text)
    return build_pdf(describe(evaluate(everywhere(text)), options), options)


def as_drawn(text: str) -> str:
    """Return a text as it stands on paper: without its spaces, what has no glyph as its code."""
    seen = (char for char in text if char not in " \t\r\n\u00a0")
    return "".join(char if is_covered(char) else code_of(char) for char in seen)


def drawn(pdf: bytes) -> str:
    return "".join(paper.read(pdf).split()).replace("\u00a0", "")


def check(text: str) -> None:
    pdf = printed(text)
    page = drawn(pdf)
    wanted = as_drawn(text)

    for label in (
        "Note:",
        "Because:",
        "Evidence:",
        "Doesnotapply:",
        "Inscope:",
        "Outofscope:",
        "Organisation:",
    ):
        assert not wanted or f"{label}{wanted}" in page
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
    options = ReportOptions(pages=("summary",), company="可")
    pdf = build_pdf(describe(evaluate(a_planned_assessment()), options), options)

    assert (
        "1 character without a glyph in this report’s fonts, printed as codes: U+53EF (1)."
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
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not here")
    given = json.loads(SHARED.read_text("utf-8"))

    assert given
    for text in given.values():
        check(text)
