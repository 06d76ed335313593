"""The finished file, read back by other people's readers."""

import os
import sys
from dataclasses import replace
from subprocess import run

import paper
import pytest
from builders import (
    a_pillar,
    a_planned_assessment,
    a_question,
    a_questionnaire,
    a_topic,
    all_at,
    an_assessment,
    level,
    not_applicable,
    six_pillars,
    unknown,
)

from readiness.domain.assessment import Assessment, Limit, Target
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Combination, Condition
from readiness.reports.content import describe
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf

FULL = six_pillars()
TYPICAL = a_planned_assessment(
    {
        "DAT-01": level(1, "evidenced", because="The chart says so.", at="2026-09-10T09:00:00.000Z"),
        "OBS-02": level(1, "guess", note="Nobody looks at it.", note_for="report"),
        "GRO-01": not_applicable("Growth is fixed by contract."),
    },
    scope_in="Cart and payment.",
)
LONG = (
    "Checkout and payments platform for the whole of the northern and southern regions with returns and gift "
)


def printed(assessment: Assessment, **options: object) -> bytes:
    chosen = replace(ReportOptions(company="Quillmere"), **options)  # type: ignore[arg-type]  # a test names fields
    return build_pdf(describe(evaluate(assessment, chosen.target), chosen), chosen)


@pytest.fixture(scope="module")
def typical() -> bytes:
    return printed(TYPICAL)


def the_worst() -> Assessment:
    """Return what presses page 1 most: long names, reasons and consequences everywhere."""
    words = (
        "Every order waits until somebody who knows the system has found the one switch that matters. " * 2
    )
    pillars = [
        a_pillar(
            f"P{p}",
            *(
                a_topic(
                    f"T{t}",
                    a_question(
                        f"P{p}-{t}",
                        hurts_at=2,
                        gate=True,
                        consequence=words,
                        effect=("fails", "blinds", "slows")[t],
                    ),
                )
                for t in range(3)
            ),
        )
        for p in range(6)
    ]
    ids = [f"P{p}-{t}" for p in range(6) for t in range(3)]
    together = tuple(
        Combination(
            id=f"C{n}",
            when=(Condition(question=ids[0], at_most=1), Condition(question=ids[1], at_most=1)),
            says=words,
        )
        for n in range(5)
    )
    questionnaire = a_questionnaire(*pillars, title="Scalability readiness", combinations=together)
    limits = tuple(
        Limit(id=f"l{n}", resource=f"{LONG}{n}", unit="connections", used=100.0, limit=110.0 + n)
        for n in range(12)
    )
    agreed = {
        **all_at(questionnaire, level(1, "guess")),
        **all_at(questionnaire, not_applicable(words), ids[9:13]),
    }
    return an_assessment(
        questionnaire, {**agreed, ids[14]: unknown()}, system=LONG, limits=limits, target=Target(factor=100.0)
    )


class TestBytes:
    def test_the_same_content_gives_the_same_bytes(self, typical: bytes) -> None:
        assert printed(TYPICAL) == typical

    def test_another_process_with_other_hashes_gives_the_same_bytes(self, typical: bytes) -> None:
        code = "import sys; from test_pdf import TYPICAL, printed; sys.stdout.buffer.write(printed(TYPICAL))"
        paths = os.pathsep.join([*sys.path, os.path.dirname(__file__)])  # noqa: PTH120 - a search path is text
        environment = {**os.environ, "PYTHONHASHSEED": "17", "PYTHONPATH": paths, "TZ": "Asia/Tokyo"}
        done = run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)

        assert done.stdout == typical

    def test_one_answer_makes_another_file(self, typical: bytes) -> None:
        assert printed(replace(TYPICAL, agreed={**TYPICAL.agreed, "ARC-01": level(2)})) != typical

    def test_a_typical_report_is_small(self, typical: bytes) -> None:
        assert len(typical) < 120_000


class TestPages:
    def test_page_one_carries_the_verdict_and_what_breaks_first(self, typical: bytes) -> None:
        first = paper.drawn(typical)[0]

        for words in (
            "Scalability readiness  Checkout API, 2026-Q3",
            "Tested to 1.5×. First known limit 1.3×.",
            "What breaks first",
            "460 of 600 connections used at today’s peak.",
            "DAT-01, gate: 1 Ad hoc; 10× asks 3 In place",
            "Data is furthest from its mark",
            "How sure",
            "GRO-01: Growth is fixed by contract.",
            "Draft: the assessment is open",
            "Self-assessment, not an audit.",
            "10 September 2026",
        ):
            assert words in first

    def test_every_page_says_which_it_is(self, typical: bytes) -> None:
        pages = paper.drawn(typical)

        assert len(pages) >= 4
        assert [f"{n} of {len(pages)}" in page for n, page in enumerate(pages, 1)] == [True] * len(pages)

    def test_the_answers_carry_anchor_reason_note_and_evidence(self, typical: bytes) -> None:
        text = " ".join(paper.drawn(typical)[3:])

        for words in (
            "How is DAT-01 done?",
            "One person does it by hand.",
            "Because: The chart says so.",
            "Evidence: https://wiki.example/evidence",
            "Note: Nobody looks at it.",
            "Does not apply: Growth is fixed by contract.",
            "In scope: Cart and payment.",
        ):
            assert words in text

    @pytest.mark.parametrize("sheet", ["A4", "Letter"])
    def test_page_one_never_runs_over(self, sheet: str) -> None:
        cases = (
            TYPICAL,
            the_worst(),
            an_assessment(FULL),
            an_assessment(FULL, scope="quick"),
            a_planned_assessment(all_at(FULL, level(4, "evidenced"))),
            a_planned_assessment(all_at(FULL, unknown())),
            a_planned_assessment(all_at(FULL, not_applicable(LONG * 3))),
        )
        for case in cases:
            pages = paper.drawn(printed(case, paper=sheet, pages=("summary",), company=LONG))
            assert len(pages) == 1

    @pytest.mark.parametrize("sheet", ["A4", "Letter"])
    def test_nothing_is_drawn_beyond_the_paper(self, sheet: str) -> None:
        assert paper.outside(printed(the_worst(), paper=sheet)) == []

    def test_only_the_chosen_pages_are_made(self) -> None:
        (only,) = paper.drawn(printed(TYPICAL, pages=("summary",)))

        assert "All answers" not in only

    def test_letter_is_letter(self) -> None:
        box = paper.opened(printed(TYPICAL, paper="Letter")).pages[0].mediabox

        assert (float(box.width), float(box.height)) == (612.0, 792.0)

    def test_grey_has_no_colour_and_colour_has(self, typical: bytes) -> None:
        assert paper.is_grey(printed(TYPICAL, grey=True))
        assert not paper.is_grey(typical)

    def test_a_note_of_ten_thousand_characters_is_complete(self) -> None:
        note = " ".join(f"word{n}" for n in range(1200))
        pdf = printed(a_planned_assessment({"ARC-01": level(3, note=note, note_for="report")}))

        text = "".join(paper.drawn(pdf))
        assert all(f"word{n} " in text for n in range(0, 1199, 7))
        assert paper.outside(pdf) == []

    def test_a_row_higher_than_a_page_goes_on(self) -> None:
        source = " ".join(f"part{n}" for n in range(900))
        limits = (Limit(id="db", resource="Database", used=1.0, limit=2.0, source=source),)
        pdf = printed(a_planned_assessment(limits=limits))

        assert "part899" in "".join(paper.drawn(pdf))
        assert paper.outside(pdf) == []


class TestFile:
    def test_fonts_are_embedded_one_subset_each(self, typical: bytes) -> None:
        faces = paper.faces(typical)

        assert sorted(name.split("+")[1] for name in faces) == [
            "ReadinessInter-Regular",
            "ReadinessInter-SemiBold",
            "ReadinessInterDisplay-SemiBold",
        ]
        assert all(faces.values())

    def test_it_says_language_title_day_and_colours(self, typical: bytes) -> None:
        read = paper.opened(typical)
        catalogue = read.trailer["/Root"]

        assert catalogue["/Lang"] == "en"
        assert catalogue["/MarkInfo"]["/Marked"]
        assert catalogue["/OutputIntents"][0]["/OutputConditionIdentifier"] == "sRGB"
        assert read.metadata.title == "Checkout API, 2026-Q3: Scalability readiness"
        assert f"{read.metadata.creation_date:%Y-%m-%d}" == "2026-09-10"
        assert read.xmp_metadata.dc_title == {"x-default": "Checkout API, 2026-Q3: Scalability readiness"}

    def test_the_outline_leads_to_every_part(self, typical: bytes) -> None:
        pillars = ["Architecture", "Data", "Observability", "Automation", "Debt", "Growth & alignment"]
        assert paper.outline(typical) == [
            "Summary",
            "Contents",
            "Scorecard",
            "Gates and limits",
            "Top risks",
            *(f"Pillar: {name}" for name in pillars),
            "All answers",
            pillars,
            "Method",
        ]

    def test_web_addresses_are_links_and_nothing_else_is(self) -> None:
        entries = (
            "https://wiki.example/a",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "see https://x.example",
        )
        answer = replace(level(3, "evidenced"), evidence=entries)
        pdf = printed(a_planned_assessment({"ARC-01": answer}))

        assert paper.links(pdf) == ["https://wiki.example/a"]
        assert all(entry in "".join(paper.drawn(pdf)) for entry in entries)


class TestStructure:
    def test_headings_come_in_order(self, typical: bytes) -> None:
        headings = [e.tag for e in paper.structure(typical).walk() if e.tag.startswith("H")]

        assert headings[0] == "H1"
        assert headings.count("H1") == 13
        assert set(headings) == {"H1", "H2"}

    def test_every_figure_says_its_finding_and_its_place(self, typical: bytes) -> None:
        figures = [e for e in paper.structure(typical).walk() if e.tag == "Figure"]

        assert len(figures) == 10
        assert figures[0].alt.startswith(
            "Tested to 1.5×. First known limit 1.3×, orders database connections."
        )
        assert all(figure.alt and "/BBox" in figure.attributes for figure in figures)

    def test_every_row_has_a_head_or_stands_under_one(self, typical: bytes) -> None:
        for table in [e for e in paper.structure(typical).walk() if e.tag == "Table"]:
            assert {row.tag for row in table.children} == {"TR"}
            assert any(cell.tag == "TH" for row in table.children for cell in row.children)
            for row in table.children:
                assert {cell.tag for cell in row.children} <= {"TH", "TD"}

    def test_all_marks_belong_to_an_element_and_all_elements_are_drawn(self, typical: bytes) -> None:
        leaves = [e for e in paper.structure(typical).walk() if not e.children]

        assert all(marked == owned > 0 for marked, owned in paper.marks(typical))
        assert all(leaf.marked for leaf in leaves)

    def test_what_is_not_read_is_said_to_be_decoration(self, typical: bytes) -> None:
        for data in paper.contents(typical):
            assert data.count(b"BDC") == data.count(b"EMC")
            assert b"/Subtype /Footer" in data
