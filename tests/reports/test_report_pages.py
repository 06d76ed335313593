"""The pages behind the scorecard, drawn and read back."""

from dataclasses import replace
from io import BytesIO

import paper
import pytest
from builders import LINK, a_planned_assessment, an_assessment, six_pillars
from PIL import Image
from quarters import earlier, later, the_past, told

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.errors import InputError
from readiness.reports.content import describe
from readiness.reports.logo import read_logo
from readiness.reports.options import EVERY_PAGE, ReportOptions
from readiness.reports.palette import own_accent
from readiness.reports.pdf import build_pdf
from readiness.services.reporting import Past, background

FIRST_RISK = "Two things give out before 10×"
LONG = "Checkout and payments platform for the whole of the northern and southern regions with returns and g"


def printed(assessment: Assessment, past: Past, **options: object) -> bytes:
    plain = ReportOptions(pages=EVERY_PAGE, company="Quillmere")
    chosen = replace(plain, **options)  # type: ignore[arg-type]  # a test names fields freely
    outcome = evaluate(assessment)
    return build_pdf(describe(outcome, chosen, background(outcome, past, chosen)), chosen)


def a_picture(size: tuple[int, int] = (40, 20)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "navy").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def whole() -> bytes:
    return printed(later(), the_past())


class TestPages:
    def test_every_part_is_in_the_outline_in_its_order(self, whole: bytes) -> None:
        titles = [title for title in paper.outline(whole) if isinstance(title, str)]

        assert titles[:4] == ["Cover", "Summary", "Contents", "Scorecard"]
        assert titles[5:9] == ["Changes since 2026-Q2", "Top risks", "Roadmap by quarter", "Two views"]
        assert titles[-2:] == ["All answers", "Method"]

    def test_the_contents_lead_to_every_part_and_name_its_page(self, whole: bytes) -> None:
        read = paper.opened(whole)
        page = 2
        links = [one.get_object() for one in read.pages[page]["/Annots"]]
        parts = len([title for title in paper.outline(whole) if isinstance(title, str)]) - 3

        assert len(links) == parts
        assert all("/Dest" in link for link in links)
        text = paper.drawn(whole)[page]
        risks = next(n for n, words in enumerate(paper.drawn(whole), 1) if n > 4 and FIRST_RISK in words)
        assert f"Top risks{FIRST_RISK}{risks}" in text

    def test_pages_stand_in_the_order_that_was_chosen(self) -> None:
        pdf = printed(later(), the_past(), pages=("summary", "method", "risks"))

        assert paper.outline(pdf) == ["Summary", "Method", "Top risks"]

    @pytest.mark.parametrize("sheet", ["A4", "Letter"])
    def test_nothing_is_drawn_beyond_the_paper(self, sheet: str) -> None:
        assert paper.outside(printed(later(system=LONG), the_past(), paper=sheet)) == []

    def test_grey_has_no_colour(self) -> None:
        assert paper.is_grey(printed(later(), the_past(), grey=True, logo=a_picture()))

    def test_page_one_still_stands_alone_with_everything_that_is_asked(self) -> None:
        before = replace(earlier(), system=LONG)
        past = the_past(assessments=(before,))
        (first,) = paper.drawn(printed(later(system=LONG), past, pages=("summary",)))

        for words in ("The ask: 1–4 person-weeks", "To decide and sign", "Last quarter’s promises"):
            assert words in first

    def test_forty_quarters_and_one_answer_make_pages(self) -> None:
        line = tuple(
            replace(earlier(), period=Period(2016, 1).plus(index), system="Checkout API")
            for index in range(40)
        )
        pdf = printed(later(), Past(assessments=line, versions=(line[0].questionnaire,)))

        assert paper.outside(pdf) == []
        assert printed(an_assessment(six_pillars()), Past())

    def test_the_same_report_gives_the_same_bytes(self, whole: bytes) -> None:
        assert printed(later(), the_past()) == whole


class TestStructure:
    def test_all_marks_belong_to_an_element_and_all_elements_are_drawn(self, whole: bytes) -> None:
        leaves = [element for element in paper.structure(whole).walk() if not element.children]

        assert all(marked == owned > 0 for marked, owned in paper.marks(whole))
        assert all(leaf.marked for leaf in leaves)

    def test_every_figure_says_its_finding(self, whole: bytes) -> None:
        figures = [element for element in paper.structure(whole).walk() if element.tag == "Figure"]

        assert all(figure.alt for figure in figures)
        assert any(figure.alt.startswith("No clear change on the same 12 questions") for figure in figures)
        assert any("How is DAT-01 done?, 2026-Q4, 1 wk, +2.6" in figure.alt for figure in figures)

    def test_every_table_has_rows_with_heads(self, whole: bytes) -> None:
        for table in [element for element in paper.structure(whole).walk() if element.tag == "Table"]:
            assert {row.tag for row in table.children} == {"TR"}
            assert any(cell.tag == "TH" for row in table.children for cell in row.children)


class TestReaders:
    def test_what_leadership_gets_names_nobody(self) -> None:
        text = "".join(paper.drawn(printed(later(), the_past(), audience="leadership")))

        for secret in ("Mira Holt", "Data platform", "It was rehearsed twice.", "Told in confidence.", LINK):
            assert secret not in text

    def test_the_method_says_the_whole_seal(self) -> None:
        seal = "ab12" * 16
        pdf = printed(later(), the_past(), seal=seal, pages=("summary", "method"))

        assert seal in paper.drawn(pdf)[-1]
        assert "Sealed\u00a0ab12ab12ab12ab12" in paper.drawn(pdf)[0].replace(" ", "\u00a0")


class TestBranding:
    def test_a_logo_stands_on_the_cover_and_is_named(self) -> None:
        pdf = printed(later(), the_past(), logo=a_picture())

        assert paper.images(pdf) == 1
        assert any(element.alt == "Logo of Quillmere" for element in paper.structure(pdf).walk())

    @pytest.mark.parametrize("content", [b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", a_picture((4001, 2))])
    def test_what_is_no_logo_is_refused_in_a_sentence(self, content: bytes) -> None:
        with pytest.raises(InputError, match="The logo is"):
            read_logo(content)

    def test_an_accent_of_ones_own_is_drawn(self, whole: bytes) -> None:
        assert printed(later(), the_past(), accent="#7a1f5c") != whole

    @pytest.mark.parametrize("accent", ["#ffee00", "red", "#12345", "#0f5a7g"])
    def test_an_accent_that_cannot_be_read_is_refused(self, accent: str) -> None:
        with pytest.raises(InputError):
            own_accent(accent)


def test_a_report_without_any_background_says_what_it_can() -> None:
    assert told(a_planned_assessment(), Past()).plan is not None
