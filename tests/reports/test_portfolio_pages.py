"""Two pages whatever the data, read back by other people's readers."""

import os
import sys
from dataclasses import replace
from subprocess import run

import paper
import pytest
from builders_portfolio import a_plan, a_system, many_systems
from hostile import STRINGS

from readiness.domain.period import Period
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.reports.plan_facts import Ask
from readiness.reports.portfolio_content import describe_portfolio
from readiness.reports.portfolio_weighing import Gate, PillarFigure, Weighed

LONG = "Checkout and payments platform for the northern and southern"
"""A name of sixty characters."""


def printed(*systems: Weighed, **options: object) -> bytes:
    chosen = replace(ReportOptions(company="Quillmere"), **options)  # type: ignore[arg-type]  # a test names fields
    return build_pdf(describe_portfolio(systems, Period(2026, 3), chosen), chosen)


@pytest.fixture(scope="module")
def typical() -> bytes:
    return printed(*many_systems(24))


def the_worst() -> tuple[Weighed, ...]:
    """Return two hundred systems with long names, many gates, decisions, actions, pillars and quarters."""
    words = "Every order waits until somebody who knows the system has found the one switch. " * 3
    asks = tuple(Ask(key=f"ask.{n}", text=f"{words}{n}", due="2026-10-01") for n in range(4))
    plan = a_plan(
        weeks={f"{year}-Q{q}": (1234.5, 1000.0, 9000.0) for year in (2026, 2027, 2028) for q in (1, 2, 3, 4)},
        actions=tuple((float(n), f"{words}{n}") for n in range(12)),
        undone=tuple((float(n), f"{words}{n}") for n in range(30)),
        meets_target=False,
        hangs_on_unknowns=True,
        is_first_terms=True,
    )
    return tuple(
        replace(
            one,
            system=f"{LONG} {place}",
            team=f"{LONG} {place % 90}",
            planned=plan if one.planned is not None else None,
            decisions=asks,
            gates=tuple(Gate(f"GATE-{n:03d}", words, LONG) for n in range(20)),
            pillars=tuple(PillarFigure(f"P{n}", f"{LONG} {n}", 5 * n) for n in range(12)),
            title=LONG,
            is_unaimed=True,
            questionnaire=f"{LONG}@{place % 7}",
        )
        for place, one in enumerate(many_systems(200))
    )


CASES = {
    "one": many_systems(1),
    "three": many_systems(3),
    "twenty-four": many_systems(24),
    "two hundred": many_systems(200, teams=70, long=60),
    "nothing assessed": (Weighed(system="New", team=""),),
    "one quick check": (a_system(is_quick=True, stand=None, planned=None),),
    "no plans": tuple(replace(one, planned=None) for one in many_systems(40)),
    "no pillars": (a_system(pillars=()),),
    "all open": tuple(replace(one, is_open=True, basis="open", seal="") for one in many_systems(30)),
    "no teams": tuple(replace(one, team="") for one in many_systems(50)),
    "the worst": the_worst(),
}


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
@pytest.mark.parametrize("systems", CASES.values(), ids=CASES)
def test_it_is_two_pages_and_nothing_runs_over(systems: tuple[Weighed, ...], sheet: str) -> None:
    pdf = printed(*systems, paper=sheet, company=f"{LONG}{LONG}")
    pages = paper.drawn(pdf)
    assert len(pages) == 2
    assert ["1 of 2" in pages[0], "2 of 2" in pages[1]] == [True, True]
    assert paper.outside(pdf) == []


def test_nothing_of_a_page_reaches_into_its_foot() -> None:
    for case in CASES.values():
        for _, height, characters in paper._characters(printed(*case)):
            inside = [char["bottom"] for char in characters if char["mcid"] is not None]
            around = [char["top"] for char in characters if char["mcid"] is None]
            assert max(inside) < min(top for top in around if top > height - 62)


def test_what_has_no_room_is_counted_and_stays_in_the_sums() -> None:
    systems = many_systems(200, teams=70)
    second = paper.drawn(printed(*systems))[1]
    assert "more teams, in the workspace" in second
    assert "more systems, in the workspace" in second
    effort = sum(one.planned.effort for one in systems if one.planned is not None)
    assert f"{effort:,.10g}" in second


def test_page_one_has_the_verdict_and_page_two_the_ask(typical: bytes) -> None:
    first, second = paper.drawn(typical)
    for words in (
        "fall short of their target",
        "Portfolio of 24 systems, 2026-Q3",
        "Growth steps of the systems",
        "open in 20 of 22",
        "Since 2026-Q2:",
        "Draft: 4 assessments are open",
        "10 September 2026",
        "Quillmere.",
    ):
        assert words in first
    for words in ("The ask:", "No team named", "To decide and sign", "Weak, of all 24", "How sure we are"):
        assert words in second


def test_the_same_systems_make_the_same_bytes_in_another_process(typical: bytes) -> None:
    code = (
        "import sys; from test_portfolio_pages import many_systems, printed;"
        "sys.stdout.buffer.write(printed(*reversed(many_systems(24))))"
    )
    paths = os.pathsep.join([*sys.path, os.path.dirname(__file__)])  # noqa: PTH120 - a search path is text
    environment = {**os.environ, "PYTHONHASHSEED": "17", "PYTHONPATH": paths, "TZ": "Asia/Tokyo"}
    done = run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout == typical


def test_letter_grey_accent_and_logo_are_as_in_other_reports(typical: bytes) -> None:
    from io import BytesIO  # noqa: PLC0415 - one test makes a picture

    from PIL import Image  # noqa: PLC0415 - likewise

    box = paper.opened(printed(*many_systems(3), paper="Letter")).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612.0, 792.0)
    assert paper.is_grey(printed(*many_systems(24), grey=True))
    assert not paper.is_grey(typical)
    assert printed(*many_systems(24), accent="#5a1f7a") != typical
    picture = BytesIO()
    Image.new("RGB", (300, 80), "#5a1f7a").save(picture, "PNG")
    with_logo = printed(*many_systems(24), logo=picture.getvalue())
    assert (paper.images(typical), paper.images(with_logo)) == (0, 1)
    assert len(paper.drawn(with_logo)) == 2


class TestFile:
    def test_fonts_are_embedded_one_subset_each(self, typical: bytes) -> None:
        faces = paper.faces(typical)
        assert all(faces.values())
        assert len({name.split("+")[1] for name in faces}) == len(faces)

    def test_it_says_language_title_day_and_parts(self, typical: bytes) -> None:
        read = paper.opened(typical)
        title = "Portfolio of 24 systems, 2026-Q3: Scalability readiness"
        assert read.trailer["/Root"]["/Lang"] == "en"
        assert read.trailer["/Root"]["/OutputIntents"][0]["/OutputConditionIdentifier"] == "sRGB"
        assert read.metadata.title == title
        assert read.xmp_metadata.dc_title == {"x-default": title}
        assert paper.outline(typical) == ["How the systems stand", "The ask"]

    def test_a_typical_report_is_small(self, typical: bytes) -> None:
        assert len(typical) < 60_000


class TestStructure:
    def test_headings_come_in_order(self, typical: bytes) -> None:
        headings = [e.tag for e in paper.structure(typical).walk() if e.tag.startswith("H")]
        assert headings[0] == "H1"
        assert headings.count("H1") == 2
        assert set(headings) == {"H1", "H2"}

    def test_every_figure_says_its_finding_and_its_place(self, typical: bytes) -> None:
        figures = [e for e in paper.structure(typical).walk() if e.tag == "Figure"]
        assert len(figures) == 2
        assert figures[0].alt.startswith("Growth steps of the systems. 1× 4 (4 short of target)")
        assert all(figure.alt and "/BBox" in figure.attributes for figure in figures)

    @pytest.mark.parametrize("case", ["three", "twenty-four", "nothing assessed", "no plans"])
    def test_tables_have_heads_and_rows_of_one_length(self, case: str) -> None:
        for table in [e for e in paper.structure(printed(*CASES[case])).walk() if e.tag == "Table"]:
            assert {row.tag for row in table.children} == {"TR"}
            lengths = {
                sum(cell.attributes.get("/ColSpan", 1) for cell in row.children) for row in table.children
            }
            assert len(lengths) == 1
            for row in table.children:
                assert {cell.tag for cell in row.children} <= {"TH", "TD"}
                assert any(cell.tag == "TH" for cell in row.children)

    @pytest.mark.parametrize("case", CASES)
    def test_all_marks_belong_to_an_element_and_all_elements_are_drawn(self, case: str) -> None:
        pdf = printed(*CASES[case])
        leaves = [e for e in paper.structure(pdf).walk() if not e.children]
        assert all(marked == owned > 0 for marked, owned in paper.marks(pdf))
        assert all(leaf.marked for leaf in leaves)


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_what_people_typed_is_text_and_does_nothing(text: str) -> None:
    shown = text[:40]
    plan = a_plan(actions=((1.0, shown),), undone=((1.0, shown),))
    system = a_system(
        shown,
        shown,
        planned=plan,
        gates=(Gate("G-1", text, shown),),
        decisions=(Ask(key="ask.1", text=shown, due=""),),
        title=shown,
    )
    pdf = printed(system, replace(system, system=f"{shown} two"), company=shown)
    pages = paper.drawn(pdf)
    assert len(pages) == 2
    assert paper.images(pdf) == 0
    assert paper.links(pdf) == []
    assert paper.outside(pdf) == []
    together = "".join("".join(pages).split()).replace("\u00a0", "")
    assert min(together.count(word) for word in paper.words_drawn(shown)) >= 4
