"""The answers file: what is written reads back to the same figures, and faults are named."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import the_worked_example
from hypothesis import given, settings
from strategies import assessments, two_sided

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.journeys import Journey
from readiness.domain.outcome import evaluate
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import Fault
from readiness.exchange.answers import parse_answers, read_answers, write_answers
from readiness.exchange.checks import check_file
from readiness.exchange.questionnaires import read_questionnaire
from readiness.exchange.results import score_json

DATA = Path(__file__).resolve().parent.parent / "data"
WORKED = DATA / "worked-example.yaml"
PLAIN = """\
format: readiness-answers/1
questionnaire: small@1.0
system: Checkout API
period: 2026-Q3
agreed:
  ARC-01: {level: 2}
"""


def find(reference: str) -> Questionnaire | None:
    path = Path(reference)
    if path.suffix == ".yaml":
        return read_questionnaire(path)[0]
    return the_worked_example().questionnaire if reference == "small@1.0" else None


def checked(path: Path) -> tuple[Fault, ...]:
    return check_file(path.read_bytes(), path.name, lambda reference: find(str(path.parent / reference)))


def read_back(text: str, questionnaire: Questionnaire, name: str = "a.yaml") -> Assessment:
    assessment, _, faults = parse_answers(text.encode(), name, lambda _: questionnaire)
    assert [f for f in faults if f.severity == "error"] == []
    assert assessment is not None
    return assessment


def faults_of(text: str) -> list[Fault]:
    return list(parse_answers(text.encode(), "a.yaml", find)[2])


def test_the_worked_example_reads_from_its_file_with_the_printed_score() -> None:
    assessment, _, faults = read_answers(WORKED, find)
    assert faults == ()
    assert assessment is not None
    document = score_json(evaluate(assessment))
    assert (document["displayed"], document["growth"]["practice_ceiling"]) == (42, 1)
    assert document["growth"]["distance"]["effort"] == 1.0


@given(assessments())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_what_is_exported_scores_the_same(assessment: Assessment) -> None:
    for style, name in (("yaml", "a.yaml"), ("json", "a.json")):
        again = read_back(write_answers(assessment, style), assessment.questionnaire, name)  # type: ignore[arg-type]  # both are styles
        assert score_json(evaluate(again)) == score_json(evaluate(assessment))


@pytest.mark.parametrize(
    "note",
    [
        "a\x85b",
        "\u2028",
        "+.5e3",
        "017",
        "1e5",
        "no",
        " a\n\n b ",
        "12:30",
        "\ufeff",
        "word " * 20 + "\ufeff- " + "word " * 20,
    ],
)
def test_a_note_comes_back_to_the_character(note: str) -> None:
    example = the_worked_example()
    noted = replace(example, agreed={"DAT-01": Answer(level=2, note=note)})
    for text, name in ((write_answers(noted), "a.yaml"), (write_answers(noted, "json"), "a.json")):
        assert read_back(text, example.questionnaire, name).agreed["DAT-01"].note == note


@given(two_sided())
@settings(max_examples=15, deadline=None, derandomize=True)
def test_both_sides_come_back(assessment: Assessment) -> None:
    again = read_back(write_answers(assessment), assessment.questionnaire)
    given_answers = {id_: a for id_, a in assessment.product.items() if a != Answer()}
    assert again.product == given_answers


def test_a_journey_is_a_name_alone_or_says_that_it_may_pause() -> None:
    journeys = "journeys:\n- Pay\n- name: Voucher\n  may_pause: true\n"
    whole = the_worked_example().questionnaire
    plain = PLAIN.replace("agreed:", f"{journeys}agreed:").replace("ARC-01", "DAT-01")
    read = read_back(plain, whole)

    assert read.journeys == (Journey("Pay"), Journey("Voucher", may_pause=True))
    assert journeys in write_answers(read)


def test_hidden_answers_are_not_exported() -> None:
    hidden = the_worked_example()
    hidden = Assessment(
        questionnaire=hidden.questionnaire,
        system=hidden.system,
        period=hidden.period,
        product=hidden.product,
        revealed=False,
    )
    assert "product" not in write_answers(hidden)


@pytest.mark.parametrize(
    ("line", "instead", "code"),
    [
        ("ARC-01: {level: 2}", "DAT-01: {level: 5}", "out-of-range"),
        ("ARC-01: {level: 2}", "DAT-01: {level: 2, not_applicable: no need}", "not-valid"),
        ("ARC-01: {level: 2}", "DAT-1: {level: 2}", "unknown-question"),
        ("ARC-01: {level: 2}", "DAT-01: {levle: 2}", "unknown-key"),
        ("ARC-01: {level: 2}", "DAT-01: {not_applicable: ''}", "empty-text"),
        ("system: Checkout API", "system: a@b", "bad-name"),
        ("system: Checkout API", 'system: "a\\rb"', "bad-name"),
        ("agreed:", "load: [{id: a, unit: b, today: 1e-300, target: 1e300}]\nagreed:", "not-finite"),
        ("period: 2026-Q3", "period: 2026-3", "bad-period"),
        ("small@1.0", "small@9.9", "unknown-questionnaire"),
        ("period: 2026-Q3\n", "", "missing-key"),
        ("readiness-answers/1", "readiness-answers/2", "newer-format"),
        ("agreed:", "scope: half\nagreed:", "not-one-of"),
        ("agreed:", "journeys: [5]\nagreed:", "not-text"),
        ("agreed:", "journeys: [{name: Pay, may_pause: often}]\nagreed:", "not-true-or-false"),
        ("agreed:", "journeys: [{nam: Pay}]\nagreed:", "unknown-key"),
        (
            "agreed:",
            "target: {factor: 3}\nload: [{id: a, unit: b, today: 10, target: 100}]\nagreed:",
            "factor-disagrees",
        ),
    ],
)
def test_a_fault_is_named(line: str, instead: str, code: str) -> None:
    assert code in [fault.code for fault in faults_of(PLAIN.replace(line, instead))]


def test_an_unknown_question_gets_a_suggestion_and_its_place() -> None:
    fault = next(f for f in faults_of(PLAIN.replace("ARC-01", "DAT-1")) if f.code == "unknown-question")
    assert (fault.line, fault.column, fault.id) == (6, 3, "DAT-1")
    assert "did you mean “DAT-01”?" in fault.message


def test_evidenced_without_evidence_is_a_warning_and_still_reads() -> None:
    text = PLAIN.replace("ARC-01: {level: 2}", "DAT-01: {level: 2, confidence: evidenced}")
    assessment, _, faults = parse_answers(text.encode(), "a.yaml", find)
    assert assessment is not None
    assert [(f.severity, f.code) for f in faults] == [("warning", "no-evidence")]


def test_a_note_alone_is_not_asked_with_a_note() -> None:
    assessment = read_back(
        PLAIN.replace("ARC-01: {level: 2}", "DAT-01: {note: ask Kim}"), the_worked_example().questionnaire
    )
    assert (assessment.agreed["DAT-01"].state, assessment.agreed["DAT-01"].note) == ("not_asked", "ask Kim")


def test_check_tells_a_questionnaire_from_answers_and_from_neither(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("format: readiness-answer/1\n", encoding="utf-8")
    plain = tmp_path / "plain.yaml"
    plain.write_text("a: 1\n", encoding="utf-8")
    assert checked(WORKED) == checked(DATA / "small.yaml") == ()
    assert "did you mean “readiness-answers/1”?" in checked(other)[0].message
    assert checked(plain)[0].code == "missing-key"


@pytest.mark.parametrize(
    "reference",
    [
        "//server/share/q.yaml",
        r"\\server\share\q.yaml",
        r"\/server/q.yaml",
        "file:///q.yaml",
        "http://x/q.yaml",
    ],
)
def test_nobody_is_led_away_to_look_for_a_questionnaire(reference: str) -> None:
    asked: list[str] = []

    def look(named: str) -> None:
        asked.append(named)

    text = json.dumps({"format": "readiness-answers/1", "questionnaire": reference, "system": "S"})
    faults = parse_answers(text.encode(), "a.json", look)[2]
    assert "unknown-questionnaire" in {fault.code for fault in faults}
    assert asked == []


def test_a_questionnaire_beside_the_file_is_looked_for() -> None:
    """The twin."""
    asked: list[str] = []

    def look(named: str) -> None:
        asked.append(named)

    for reference in ("q.yaml", "../ours/q.yaml", "/ours/q.yaml"):
        text = json.dumps({"format": "readiness-answers/1", "questionnaire": reference, "system": "S"})
        parse_answers(text.encode(), "a.json", look)
    assert asked == ["q.yaml", "../ours/q.yaml", "/ours/q.yaml"]


@pytest.mark.parametrize("revision", [0, 10_000, -1])
def test_a_revision_that_no_workspace_keeps_is_refused(revision: int) -> None:
    changed = PLAIN.replace("agreed:", f"revision: {revision}\nagreed:")
    assert "out-of-range" in {fault.code for fault in parse_answers(changed.encode(), "a.yaml", find)[2]}


@pytest.mark.parametrize(("today", "target"), [("1e-300", "1e300"), ("1e300", "1e-300")])
def test_a_growth_that_no_number_can_say_is_refused(today: str, target: str) -> None:
    load = f"load: [{{id: o, unit: o, today: {today}, target: {target}}}]\n"
    faults = parse_answers(PLAIN.replace("agreed:", f"{load}agreed:").encode(), "a.yaml", find)[2]
    assert "not-finite" in {fault.code for fault in faults}
