"""Five slides that an office program opens: titles that are findings, charts with our figures, inert text."""

from io import BytesIO

import pytest
from builders import a_planned_assessment, an_assessment, level, the_worked_example
from hostile import STRINGS, everywhere
from pptx import Presentation

from readiness.domain.assessment import Assessment
from readiness.domain.outcome import evaluate
from readiness.reports.codes import with_plain_breaks
from readiness.services.exporting import render_slides

PLANNED = a_planned_assessment({"DAT-01": level(1), "OBS-01": level(1)})


def opened(given: Assessment) -> list[object]:
    return list(Presentation(BytesIO(render_slides(given))).slides)


def titles(given: Assessment) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in opened(given)]  # type: ignore[attr-defined]


def charts(given: Assessment) -> dict[str, list[float | None]]:
    found: dict[str, list[float | None]] = {}
    for slide in opened(given):
        for shape in slide.shapes:  # type: ignore[attr-defined]
            if shape.has_chart:
                for series in shape.chart.plots[0].series:
                    found.setdefault(series.name, list(series.values))
    return found


def words(given: Assessment) -> str:
    texts = []
    for slide in opened(given):
        for shape in slide.shapes:  # type: ignore[attr-defined]
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            if shape.has_table:
                texts.extend(cell.text for row in shape.table.rows for cell in row.cells)
    return "\n".join(texts)


def test_there_are_five_and_each_title_is_a_finding() -> None:
    found = titles(PLANNED)
    assert len(found) == 5
    assert found[0].startswith("Tested to 1.5×")
    assert found[2] == "What breaks first"


def test_the_pillars_are_those_of_the_score() -> None:
    scores = sorted(
        round(pillar.score, 1) for pillar in evaluate(PLANNED).score.pillars if pillar.score is not None
    )
    assert sorted(value for value in charts(PLANNED)["Score"] if value is not None) == scores


def test_every_chart_says_its_finding_to_who_cannot_see_it() -> None:
    frames = [s for slide in opened(PLANNED) for s in slide.shapes if s.has_chart]  # type: ignore[attr-defined]
    assert len(frames) == 3
    assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)


def test_the_same_assessment_makes_the_same_bytes() -> None:
    assert render_slides(PLANNED) == render_slides(PLANNED)


@pytest.mark.parametrize("given", [the_worked_example(), an_assessment(PLANNED.questionnaire, {})])
def test_little_or_nothing_answered_still_makes_five(given: Assessment) -> None:
    assert len(titles(given)) == 5


def test_leaders_see_no_lane_and_no_name() -> None:
    assert "Product 3" not in words(PLANNED)
    assert "Ada" not in words(PLANNED)


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_what_was_typed_is_on_the_slides_as_text(text: str) -> None:
    given = everywhere(text)
    shown = with_plain_breaks(given.limits[0].resource).replace("\n", " ")
    assert shown[1:] in words(given)
