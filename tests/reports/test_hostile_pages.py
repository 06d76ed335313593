"""What people type about plans, promises, decisions and lanes is printed as typed, on every page."""

from dataclasses import replace

import paper
import pytest
from builders import level
from hostile import STRINGS, everywhere

from readiness.domain.assessment import Assessment
from readiness.domain.lanes import Lanes
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.report_words import MOST_CHARACTERS
from readiness.reports.content import describe
from readiness.reports.options import EVERY_PAGE, ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.services.reporting import Past, background


def with_plans(text: str) -> Assessment:
    """Return an assessment with a text in every field of its plan, its decisions and its lanes."""
    name = text.strip()[:200] or "x"
    action = PlannedAction(
        id="ARC-01", questions=("ARC-01",), title=text, owner=name, note=text, period="2026-Q3", effort=2.0
    )
    return replace(
        everywhere(text),
        actions=(action,),
        decisions=(Decision(text=text or "x", reason=text, due=name), Decision(text=text or "x")),
        lanes=Lanes(product=name[:40], engineering=name[:40]),
        product={"DAT-01": level(4)},
        engineering={"DAT-01": level(1)},
    )


def printed(text: str) -> bytes:
    now = with_plans(text)
    before = replace(with_plans(text), period=Period(2026, 2), sealed=True, agreed={"ARC-01": level(1)})
    keys = ("plan.title", "summary.headline", "ask.fund", "risks.title")
    words = dict.fromkeys(keys, text[:MOST_CHARACTERS])
    past = Past(assessments=(before,), versions=(now.questionnaire,), words=words, ready=("product",))
    options = ReportOptions(pages=EVERY_PAGE, company=text)
    outcome = evaluate(now)
    return build_pdf(describe(outcome, options, background(outcome, past, options)), options)


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_it_is_text_on_every_page_and_does_nothing(text: str) -> None:
    pdf = printed(text)
    page = "".join(paper.read(pdf).split()).replace("\u00a0", "")

    assert paper.images(pdf) == 0
    assert all(link.startswith(("http://", "https://")) for link in paper.links(pdf))
    assert paper.outside(pdf) == []
    assert min(page.count(word) for word in paper.words_drawn(text)) >= 4
