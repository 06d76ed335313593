"""The workbook holds the figures of everything else, whole texts, and nothing that does anything."""

import re
from io import BytesIO
from typing import Any

import pytest
from builders import (
    a_pillar,
    a_planned_assessment,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    not_applicable,
    the_worked_example,
    unknown,
)
from hostile import STRINGS, everywhere, shared_strings
from openpyxl import load_workbook
from sheets import Line, cells, exported, lines, parts

from readiness.domain.assessment import Assessment, Participant
from readiness.domain.comparison import compare
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.questionnaire import Reference
from readiness.domain.terms import PlanTerms
from readiness.exchange.comparisons import comparison_json
from readiness.exchange.plans import plan_json
from readiness.exchange.results import score_json
from readiness.reports.codes import with_plain_breaks
from readiness.reports.options import ReportOptions
from readiness.services.exporting import render_tables
from readiness.services.planning import plan_assessment
from readiness.services.reporting import Past

WORKED = the_worked_example()
PLANNED = a_planned_assessment(
    {"DAT-02": unknown(), "DAT-01": level(4, "guess"), "OBS-02": not_applicable()},
    participants=(Participant(role="Product lead", name="Ada Example"),),
)


def by(rows: list[Line], title: str) -> dict[str, Line]:
    return {row[title]: row for row in rows}


def under(rows: list[Line], section: str) -> dict[str, Line]:
    return by([row for row in rows if row["Section"] == section], "Item")


def whole_text(rows: list[Line], title: str) -> str:
    """Put a text together again that goes on in the rows beneath."""
    pieces = [row[title] for row in rows if row[title] is not None]
    inner = (re.sub(r"\n⟨continues in the row beneath: [^⟩]*⟩\Z", "", piece) for piece in pieces)
    return "".join(re.sub(r"\A⟨[^⟩]*, part \d+ of \d+⟩\n", "", piece) for piece in inner)


@pytest.mark.parametrize("given", [WORKED, PLANNED], ids=["worked", "planned"])
def test_scores_are_those_of_the_command_line(given: Assessment) -> None:
    document = score_json(evaluate(given))
    rows = lines(exported(given), "Scores")
    (whole,) = (row for row in rows if row["Part"] == "Whole")
    parts_by_id = by([row for row in rows if row["ID"]], "ID")

    same_figures(whole, document)
    assert whole["Gates open"] == len(document["open_gates"])
    counts = ("Levels", "Unknown", "Does not apply", "Not asked", "Provisional")
    assert [whole[name] for name in counts] == list(document["counts"].values())
    for pillar in document["pillars"]:
        same_figures(parts_by_id[pillar["id"]], pillar)
        for topic in pillar["topics"]:
            same_figures(parts_by_id[topic["id"]], topic)


def same_figures(row: Line, document: dict[str, Any]) -> None:
    shown = document["displayed"] is not None
    assert row["Score"] == pytest.approx(document["score"] if shown else None)
    assert not shown or row["Shown as"] == document["displayed"]
    assert row["Label"] == document["label"]
    span = document["range"] or {"low": None, "high": None}
    assert [row["Plausible from"], row["Plausible to"]] == pytest.approx([span["low"], span["high"]])
    (mark,) = (title for title in row if title.startswith("Mark for "))
    assert row[mark] == pytest.approx(document["needed"])
    assert row["Coverage"] == pytest.approx(document["coverage"])


def test_the_summary_has_the_same_figures_as_numbers() -> None:
    document = score_json(evaluate(PLANNED))
    rows = lines(exported(PLANNED), "Summary")
    score, growth = under(rows, "Score"), under(rows, "Growth")

    assert score["Strict score"]["Number"] == pytest.approx(document["strict_score"])
    assert score["Best case"]["Number"] == pytest.approx(document["best_case"])
    assert score["Evidenced"]["Number"] == pytest.approx(document["evidenced_share"])
    assert growth["Tested to"]["Number"] == pytest.approx(document["growth"]["tested_ceiling"])
    assert growth["First known limit"]["Number"] == pytest.approx(
        document["growth"]["first_known_limit"]["factor"]
    )
    assert growth["Practices support"]["Number"] == pytest.approx(document["growth"]["practice_ceiling"])
    assert growth["The plan needs"]["Number"] == pytest.approx(document["growth"]["target_factor"])
    for step in document["growth"]["tiers"]:
        assert growth[f"{step['factor']}×, attainment"]["Number"] == pytest.approx(step["attainment"])
    assert under(rows, "Load")["orders, tested to"]["Number"] == 1800
    assert under(rows, "Limits")["Orders database connections: used"]["Number"] == 460


def test_an_answer_says_all_there_is_to_say() -> None:
    question = a_question(
        "ARC-01",
        weight=5.0,
        gate=True,
        hurts_at=2,
        action="Split it.",
        references=(Reference(framework="AWS", id="REL10-BP03", edition="2026-05"),),
    )
    questionnaire = a_questionnaire(a_pillar("ARC", a_topic("MOD", question)))
    agreed = level(
        2, "evidenced", because="Seen.", note="For all.", note_for="report", carried_from="2026-Q2"
    )
    sides = {"product": {"ARC-01": level(4)}, "engineering": {"ARC-01": level(1)}}
    (row,) = lines(exported(an_assessment(questionnaire, {"ARC-01": agreed}, **sides)), "Answers")

    assert row == {
        "ID": "ARC-01",
        "Pillar": "Arc",
        "Topic": "Mod",
        "Question": "How is ARC-01 done?",
        "State": "answered",
        "Level": 2,
        "Anchor": "The most critical journey has it.",
        "Confidence": "evidenced",
        "Evidence": "https://wiki.example/evidence",
        "Does not apply because": None,
        "Because": "Seen.",
        "Note": "For all.",
        "Carried from": "2026-Q2",
        "Provisional": "no",
        "Counts for growth as": 2,
        "Product": 4,
        "Engineering": 1,
        "Gap": 3,
        "Weight": 5,
        "Share of score": 1,
        "Gate": "yes",
        "Hurts at": 2,
        "Asked for the target": 3,
        "Falls short": "yes",
        "Effect": "fails",
        "Consequence": "ARC-01 gives out.",
        "Action": "Split it.",
        "References": "AWS REL10-BP03 (2026-05)",
    }


def test_levels_shares_and_gaps_are_those_of_the_command_line() -> None:
    document = score_json(evaluate(WORKED))
    rows = by(lines(exported(WORKED), "Answers"), "ID")

    assert list(rows) == [question.id for question in WORKED.questionnaire.questions]
    shares = {id_: row["Share of score"] for id_, row in rows.items() if row["Share of score"] is not None}
    assert shares == pytest.approx(document["shares"])
    gaps = {id_: row["Gap"] for id_, row in rows.items() if row["Gap"] is not None}
    assert gaps == {gap["id"]: gap["gap"] for gap in document["alignment"]["questions"]}
    assert (rows["DAT-03"]["State"], rows["DAT-03"]["Level"]) == ("unknown", None)
    assert rows["DAT-07"]["Does not apply because"] == "One region, one shard."
    short = {id_ for id_, row in rows.items() if row["Falls short"] == "yes"}
    assert short == set(document["shortfalls"])


def test_sheets_keep_their_titles_in_view_and_can_be_filtered() -> None:
    book = load_workbook(BytesIO(exported(PLANNED)))

    assert book.sheetnames == ["Summary", "Answers", "Scores", "Roadmap", "Method"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes in {"A2", "B2", "D2"}
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"


def test_the_roadmap_has_the_figures_of_the_plan() -> None:
    given = a_planned_assessment({"DAT-01": level(1), "OBS-01": level(1)})
    document = plan_json(plan_assessment(given, PlanTerms().agreed(given)))
    rows = lines(exported(given), "Roadmap")

    planned = {row["ID"]: row for row in rows if row["Part"] == "Planned"}
    assert {id_: row["Person-weeks"] for id_, row in planned.items()} == pytest.approx(
        {action["id"]: action["effort"] for action in document["actions"]}
    )
    quarters = {row["ID"]: row["Score then"] for row in rows if row["Part"] == "Quarter"}
    assert quarters == pytest.approx({q["period"]: q["score"] for q in document["quarters"]})
    left = {row["ID"] for row in rows if row["Part"] == "Not planned"}
    assert {row["question"] for row in document["not_planned"]} <= {id_.split(":")[0] for id_ in left}


def test_the_comparison_has_the_bridge_and_every_question() -> None:
    before = a_planned_assessment({"DAT-01": level(1)}, period=Period(2026, 2), sealed=True)
    after = a_planned_assessment({"DAT-01": level(3)})
    document = comparison_json(compare(before, after))
    workbook = render_tables(
        after, ".xlsx", past=Past(assessments=(before,), versions=(after.questionnaire,))
    )
    rows = lines(workbook, "Comparison")

    bridge = {row["ID"]: row["Points"] for row in rows if row["Part"] == "Bridge"}
    assert bridge == pytest.approx({step["step"]: step["delta"] for step in document["bridge"]})
    moved = {row["ID"]: (row["From"], row["To"]) for row in rows if row["Part"] == "Question"}
    assert moved["DAT-01"] == (1, 3)
    assert list(moved) == [row["id"] for row in document["questions"]]


def test_room_notes_and_names_stay_out() -> None:
    given = a_planned_assessment(
        {"ARC-01": level(2, note="Between us.", by="Ada Example")},
        participants=(Participant(role="Product lead", name="Ada Example"),),
    )
    everything = "".join(parts(exported(given)).values())

    assert "Product lead" in everything
    assert "Between us." not in everything
    assert "Ada Example" not in everything


def test_leaders_get_no_side_of_its_own() -> None:
    given = a_planned_assessment({}, product={"ARC-01": level(4)}, engineering={"ARC-01": level(1)})
    whole = lines(render_tables(given, ".xlsx", ReportOptions()), "Answers")
    shown = render_tables(given, ".xlsx", ReportOptions(audience="leadership"))
    rows = by(lines(shown, "Answers"), "ID")

    assert by(whole, "ID")["ARC-01"]["Gap"] == 3
    assert {rows["ARC-01"][title] for title in ("Product", "Engineering", "Gap")} == {None}
    sections = {row["Section"] for row in lines(shown, "Summary")}
    assert "Product and engineering" not in sections
    assert "The sides differ" not in {row["Item"] for row in lines(shown, "Summary")}


def test_hidden_answers_are_not_there_before_the_reveal() -> None:
    hidden = an_assessment(
        WORKED.questionnaire,
        {"DAT-01": level(3)},
        product={"DAT-02": level(1, because="Hidden words.")},
        engineering={"DAT-02": level(4)},
        revealed=False,
    )
    workbook = exported(hidden)

    for row in lines(workbook, "Answers"):
        assert (row["Product"], row["Engineering"], row["Gap"]) == (None, None, None)
    assert by(lines(workbook, "Answers"), "ID")["DAT-02"]["State"] == "not asked"
    assert "Hidden words." not in "".join(parts(workbook).values())


def test_too_little_has_no_figure_and_no_step() -> None:
    workbook = exported(an_assessment(WORKED.questionnaire, {"DAT-01": level(3)}))
    whole = lines(workbook, "Scores")[0]

    assert (whole["Score"], whole["Shown as"], whole["Label"]) == (None, "too few", None)
    assert under(lines(workbook, "Summary"), "Growth")["Practices support"]["Number"] is None


@pytest.mark.parametrize(
    "text",
    [
        "word " * 8_000,
        "W" * 40_000,
        "🚀" * 20_000,
        "line\n" * 2_000,
        "a" * 32_768,
        "a\n" + "b" * 16_001,
        "\n" * 254,
    ],
    ids=["words", "one word", "two units each", "lines", "just not", "a long line", "breaks"],
)
def test_a_long_note_goes_on_in_the_rows_beneath(text: str) -> None:
    note = level(2, note=text, note_for="report")
    rows = lines(exported(a_planned_assessment({"ARC-01": note})), "Answers")
    own = [row for row in rows if row["ID"] == "ARC-01"]

    assert whole_text(own, "Note") == text
    for row in own:
        assert len(row["Note"].encode("utf-16-le")) // 2 <= 32_767
        assert row["Note"].count("\n") <= 253
        assert row["Pillar"] == "Architecture"
    assert [row["Level"] for row in own] == [2, *[None] * (len(own) - 1)]


def test_both_ends_of_a_long_text_say_where_the_other_is() -> None:
    note = level(2, note="word " * 8_000, note_for="report")
    rows = lines(exported(a_planned_assessment({"ARC-01": note})), "Answers")
    first, second, third = (row["Note"] for row in rows if row["ID"] == "ARC-01")

    assert first.endswith("\n⟨continues in the row beneath: ARC-01, part 2 of 3⟩")
    assert second.startswith("⟨ARC-01, part 2 of 3⟩\n")
    assert second.endswith("\n⟨continues in the row beneath: ARC-01, part 3 of 3⟩")
    assert third.startswith("⟨ARC-01, part 3 of 3⟩\n")


@pytest.mark.parametrize("note", ["a" * 32_767, "\n" * 253, "a\n" * 200 + "b" * 16_000])
def test_a_text_that_fits_stays_in_one_cell(note: str) -> None:
    rows = lines(
        exported(a_planned_assessment({"ARC-01": level(2, note=note, note_for="report")})), "Answers"
    )

    assert [row["Note"] for row in rows if row["ID"] == "ARC-01"] == [note]


def check(text: str) -> None:
    workbook = exported(everywhere(text))
    inside = parts(workbook)
    seen = with_plain_breaks(text) or None
    answer = by(lines(workbook, "Answers"), "ID")["ARC-01"]
    frame = under(lines(workbook, "Summary"), "Assessment")

    assert [answer[title] for title in ("Note", "Because", "Evidence")] == [seen] * 3
    assert not text or frame["In scope"]["In words"] == seen
    assert by(lines(workbook, "Answers"), "ID")["DAT-02"]["Does not apply because"] == (seen or "x")
    for name, part in inside.items():
        assert not re.search(r"<f[ >]|<hyperlink", part), name
        assert "externalLink" not in name
        if name.endswith(".rels"):
            assert 'TargetMode="External"' not in part


MORE = {
    "library markup": "<r><t>x</t></r>",
    "escape of the format": "_x0041_",
    "array formula": "{=1}",
    "wide formula": "\uff1d1+1",
    "link": "https://example.org/",
    "inside": "internal:Summary!A1",
    "zero": "00123",
    "error": "#REF!",
    "spaces": "  x  ",
    "return": "\r=1",
}


@pytest.mark.parametrize("text", [*STRINGS.values(), *MORE.values()], ids=[*STRINGS, *MORE])
def test_what_was_typed_is_text_in_its_cell(text: str) -> None:
    check(text)


@pytest.mark.shared
def test_the_shared_strings_are_text_in_their_cells() -> None:
    for text in shared_strings().values():
        check(text)


def test_the_same_assessment_makes_the_same_bytes() -> None:
    assert exported(PLANNED) == exported(PLANNED)
    dated = a_planned_assessment({"ARC-01": level(2, at="2026-09-10T10:00:00.000Z")})
    assert "2026-09-10T00:00:00Z" in parts(exported(dated))["docProps/core.xml"]


def test_a_combined_questionnaire_has_a_row_for_its_core() -> None:
    core = a_questionnaire(a_pillar("ARC", a_topic("MOD", a_question("ARC-01"))))
    part = a_pillar("SAA", a_topic("TEN", a_question("SAA-01")))
    both = a_questionnaire(*core.pillars, part, version="1.0+saas@1.0")
    given = an_assessment(both, {"ARC-01": level(4, "evidenced"), "SAA-01": level(0)})
    rows = by(lines(exported(given), "Scores"), "Part")

    assert (rows["Core"]["Score"], rows["Whole"]["Score"]) == (100, 50)


def test_every_row_of_the_method_has_words() -> None:
    rows = cells(exported(PLANNED))["Method"]

    assert len(rows) > 40
    assert all(all(row) for row in rows)
    assert not any(mark in text for _, text in rows for mark in ("**", "|---", "> "))
