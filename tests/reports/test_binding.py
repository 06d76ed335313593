"""What stands on which page: one a pillar, short parts beneath others, no page with a remainder alone."""

from dataclasses import replace
from itertools import pairwise

import paper
import pytest
from builders import an_assessment, six_pillars
from quarters import the_sample

from readiness.domain.outcome import evaluate
from readiness.reports.background import NOTHING
from readiness.reports.content import describe
from readiness.reports.options import EVERY_PAGE, Page, ReportOptions
from readiness.reports.pdf import build_pdf

LEAST = 0.22
"""A head takes 8 % of the paper; less than 15 % beneath it is nearly nothing."""


def nothing_answered(pages: tuple[Page, ...] = EVERY_PAGE) -> bytes:
    options = ReportOptions(pages=pages)
    return build_pdf(describe(evaluate(an_assessment(six_pillars())), options, NOTHING), options)


def starts(pdf: bytes) -> list[tuple[str, int]]:
    read = paper.opened(pdf)
    marks = [mark for mark in read.outline if not isinstance(mark, list)]
    return [(str(mark["/Title"]), read.get_destination_page_number(mark)) for mark in marks]


def test_every_pillar_of_the_sample_has_one_page() -> None:
    places = [*starts(the_sample()), ("", -1)]
    taken = {
        title: then - first for (title, first), (_, then) in pairwise(places) if title.startswith("Pillar")
    }

    assert len(taken) == 6
    assert set(taken.values()) == {1}


@pytest.mark.parametrize("audience", ["leadership", "planning", "archive"])
def test_no_page_but_the_last_is_nearly_empty(audience: str) -> None:
    pdf = the_sample(audience=audience, paper="Letter" if audience == "archive" else "A4")

    assert min(paper.filled(pdf)[:-1]) > LEAST


def test_a_part_with_one_sentence_stands_beneath_another() -> None:
    places = dict(starts(nothing_answered()))

    assert places["Top risks"] == places["Gates and limits"]
    assert min(paper.filled(nothing_answered(("summary", "scorecard", "risks", "pillars")))[1:]) > LEAST


def test_the_contents_name_the_page_that_two_parts_share() -> None:
    pdf = nothing_answered()
    page = dict(starts(pdf))["Top risks"] + 1

    assert f"Top risksNothing is known to give out before 10×{page}" in paper.drawn(pdf)[2]


def test_a_part_with_a_very_long_name_leaves_room_for_the_rest_of_the_head() -> None:
    asked = six_pillars()
    named = replace(asked, pillars=tuple(replace(one, name="Everything " * 9) for one in asked.pillars))
    options = ReportOptions(pages=EVERY_PAGE)
    pdf = build_pdf(describe(evaluate(an_assessment(named)), options, NOTHING), options)

    assert paper.outside(pdf) == []


def test_a_report_is_held_against_the_quarter_that_is_named() -> None:
    titles = [title for title, _ in starts(the_sample(since="2026-Q1"))]

    assert "Changes since 2026-Q1" in titles
    assert "Changes since 2026-Q2" in [title for title, _ in starts(the_sample(since="1999-Q1"))]
