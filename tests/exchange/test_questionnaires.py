"""The questionnaire file: read whole, refused whole, every fault at its place."""

import json
from pathlib import Path

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic
from hypothesis import given, settings
from strategies import questionnaires

from readiness import paths
from readiness.domain.questionnaire import (
    Combination,
    Condition,
    Lineage,
    LineageChange,
    Questionnaire,
    Reference,
)
from readiness.errors import Fault, FaultyFileError
from readiness.exchange.compiled import load
from readiness.exchange.questionnaires import (
    SCHEMA_NAME,
    canonical_json,
    json_schema,
    parse_questionnaire,
    questionnaire_from_json,
    read_questionnaire,
    write_questionnaire,
)

SMALL = Path(__file__).resolve().parent.parent / "data" / "small.yaml"

PLAIN = """\
format: readiness-questionnaire/1
id: tiny
version: "1.0"
title: Tiny
pillars:
  - id: ARC
    name: Architecture
    topics:
      - id: MOD
        name: Modularity
        questions:
          - id: ARC-01
            prompt: How is it done?
            levels: [none, one, some, most, all]
"""


def faults_of(text: str) -> list[Fault]:
    return list(parse_questionnaire(text.encode())[1])


def errors_of(text: str) -> list[tuple[str, int]]:
    return [(fault.code, fault.line) for fault in faults_of(text) if fault.severity == "error"]


def test_the_small_questionnaire_reads_without_a_fault() -> None:
    questionnaire, faults = read_questionnaire(SMALL)
    assert faults == ()
    assert questionnaire is not None
    assert questionnaire.reference == "small@1.0"
    assert len(questionnaire.questions) == 8


def test_what_is_left_out_has_its_default() -> None:
    questionnaire, _ = parse_questionnaire(PLAIN.encode())
    assert questionnaire is not None
    question = questionnaire.questions[0]
    assert (question.weight, question.hurts_at, question.effort, question.asked_of) == (3, 10, "M", "both")
    assert questionnaire.pillars[0].counts == 3


def test_empty_texts_are_a_warning_and_no_error() -> None:
    assert [(f.severity, f.code, f.id) for f in faults_of(PLAIN)] == [("warning", "empty-text", "ARC-01")]


@pytest.mark.parametrize(
    ("line", "instead", "code", "at"),
    [
        ("title: Tiny", "titel: Tiny", "unknown-key", 4),
        ('version: "1.0"', "version: 1.0", "not-text", 3),
        ("id: ARC-01", "id: ARC 01", "bad-id", 12),
        ("levels: [none, one, some, most, all]", "levels: [none, one]", "too-few", 14),
        (
            "levels: [none, one, some, most, all]",
            f"levels: [none, one, some, most, {'x' * 101}]",
            "long-anchor",
            14,
        ),
        ("prompt: How is it done?", "prompt: How?\n            weight: -1", "out-of-range", 14),
        ("prompt: How is it done?", "prompt: How?\n            weight: true", "not-a-number", 14),
        ("prompt: How is it done?", 'prompt: How?\n            weight: " 5 "', "not-a-number", 14),
        ("prompt: How is it done?", "prompt: How?\n            hurts_at: 3", "not-one-of", 14),
        ("prompt: How is it done?", "prompt: How?\n            needs: [ARC-99]", "unknown-need", 14),
        ("prompt: How is it done?", "prompt: How?\n            needs: [ARC-01]", "circular-need", 14),
        ("prompt: How is it done?", "prompt: How?\n            weight: 0", "no-weight", 5),
        ("readiness-questionnaire/1", "readiness-questionnaire/2", "newer-format", 1),
        ("readiness-questionnaire/1", "readiness-questionaire/1", "unknown-format", 1),
        ("format: readiness-questionnaire/1\n", "", "missing-key", 1),
    ],
)
def test_a_fault_is_named_where_it_stands(line: str, instead: str, code: str, at: int) -> None:
    assert (code, at) in errors_of(PLAIN.replace(line, instead))


@pytest.mark.parametrize(
    ("broken", "only"),
    [
        (PLAIN.partition("questions:")[0] + "questions: []\n", ("too-few", 11)),
        (PLAIN.replace("levels: [none, one, some, most, all]", "levels: [none]"), ("too-few", 14)),
        (PLAIN.replace("levels: [none, one, some, most, all]", "weight: 3"), ("missing-key", 12)),
        (PLAIN.partition("pillars:")[0] + "pillars: []\n", ("too-few", 5)),
    ],
)
def test_what_stands_around_a_fault_adds_none_of_its_own(broken: str, only: tuple[str, int]) -> None:
    assert errors_of(broken) == [only]


def test_a_misspelt_key_gets_a_suggestion() -> None:
    messages = [fault.message for fault in faults_of(PLAIN.replace("title: Tiny", "titel: Tiny"))]
    assert any("did you mean “title”?" in message for message in messages)


def test_every_fault_comes_at_once_in_the_order_of_the_file() -> None:
    broken = (
        PLAIN.replace("id: tiny", 'id: "-"').replace("id: ARC-01", "id: ARC 01").replace("prompt:", "promt:")
    )
    lines = [line for _, line in errors_of(broken)]
    assert lines == sorted(lines)
    assert len(lines) >= 4


def test_ids_that_differ_in_capitals_alone_are_the_same() -> None:
    second = "          - id: arc-01\n            prompt: And?\n            levels: [a, b, c, d, e]\n"
    assert ("duplicate-id", 15) in errors_of(PLAIN + second)


def test_needs_in_a_circle_and_needs_that_hurt_later_are_refused() -> None:
    circle = a_questionnaire(
        a_pillar(
            "ARC",
            a_topic("MOD", a_question("ARC-01", needs=("ARC-02",)), a_question("ARC-02", needs=("ARC-01",))),
        )
    )
    late = a_questionnaire(
        a_pillar(
            "ARC",
            a_topic(
                "MOD", a_question("ARC-01", hurts_at=2, needs=("ARC-02",)), a_question("ARC-02", hurts_at=10)
            ),
        )
    )
    assert "circular-need" in [code for code, _ in errors_of(write_questionnaire(circle))]
    assert "late-need" in [code for code, _ in errors_of(write_questionnaire(late))]


def test_a_gate_without_weight_is_refused() -> None:
    text = PLAIN.replace(
        "prompt: How is it done?", "prompt: How?\n            weight: 0\n            gate: true"
    )
    assert "gate-without-weight" in [code for code, _ in errors_of(text)]


def full() -> Questionnaire:
    """Return a questionnaire that uses every field."""
    question = a_question(
        "ARC-01",
        why="Because: it “matters”.",
        asked_of="engineering",
        weight=5.0,
        hurts_at=2,
        effort="L",
        gate=True,
        effect="blinds",
        safety=True,
        quick=True,
        product_prompt="What do customers see?",
        product_levels=("a", "b", "c", "d", "e"),
        valid_for=2,
        action="Do it. # then stop",
        hint="- ask",
        references=(Reference(framework="AWS", edition="2026-05", id="REL10-BP03", title="x"),),
    )
    return a_questionnaire(
        a_pillar(
            "ARC", a_topic("MOD", question, a_question("ARC-02", needs=("ARC-01",)), weight=2.0), weight=3.0
        ),
        licence="CC-BY-4.0",
        combinations=(
            Combination(
                id="C1",
                when=(
                    Condition(question="ARC-01", at_most=1),
                    Condition(limit="connections", below="target"),
                ),
                says="Both.",
            ),
        ),
        lineage=Lineage(from_version="0.9", changes=(LineageChange(rename=("OLD", "ARC-01")),)),
    )


def test_writing_and_reading_gives_the_same_questionnaire() -> None:
    questionnaire = full()
    read, faults = parse_questionnaire(write_questionnaire(questionnaire).encode())
    assert [f for f in faults if f.severity == "error"] == []
    assert read == questionnaire


@given(questionnaires())
@settings(max_examples=20, deadline=None, derandomize=True)
def test_the_canonical_form_is_one_and_reads_back(questionnaire: Questionnaire) -> None:
    content = canonical_json(questionnaire)
    again = questionnaire_from_json(content)
    assert again == questionnaire
    assert canonical_json(again) == content


def test_the_shipped_schema_is_current() -> None:
    shipped = paths.bundled("questionnaires", SCHEMA_NAME).read_text(encoding="utf-8")
    assert shipped == json_schema()
    assert json.loads(shipped)["$schema"].endswith("2020-12/schema")


def test_a_compiled_questionnaire_is_read_instead_of_the_yaml(tmp_path: Path) -> None:
    source = tmp_path / "q.yaml"
    source.write_text(PLAIN, encoding="utf-8")
    first = load(source, tmp_path / "cache")
    kept = next((tmp_path / "cache").iterdir())
    kept.write_bytes(kept.read_bytes().replace(b"How is it done?", b"How was it done?"))
    assert first.questions[0].prompt == "How is it done?"
    assert load(source, tmp_path / "cache").questions[0].prompt == "How was it done?"


def test_a_changed_file_or_a_broken_cache_is_parsed_again(tmp_path: Path) -> None:
    source = tmp_path / "q.yaml"
    source.write_text(PLAIN, encoding="utf-8")
    load(source, tmp_path / "cache")
    next((tmp_path / "cache").iterdir()).write_bytes(b"{")
    assert load(source, tmp_path / "cache").title == "Tiny"
    source.write_text(PLAIN.replace("Tiny", "Other"), encoding="utf-8")
    assert load(source, tmp_path / "cache").title == "Other"


def test_a_broken_questionnaire_is_not_compiled(tmp_path: Path) -> None:
    source = tmp_path / "q.yaml"
    source.write_text(PLAIN.replace("title", "titel"), encoding="utf-8")
    with pytest.raises(FaultyFileError, match=r"q\.yaml has 2 faults"):
        load(source, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_suggestions_stop_before_they_take_the_square_of_the_file() -> None:
    """Each was sought among all: 2,000 unknown needs of 2,000 questions took a minute and a half."""
    asked = "".join(
        f"          - {{id: QUEST-{n:05d}, prompt: p, levels: [a, b, c, d, e], needs: [QUESTX-{n:05d}]}}\n"
        for n in range(1500)
    )
    head = (
        "format: readiness-questionnaire/1\nid: a\nversion: '1.0'\ntitle: t\npillars:\n"
        "  - id: A\n    name: A\n    topics:\n      - id: B\n        name: B\n        questions:\n"
    )
    told = [f for f in parse_questionnaire((head + asked).encode())[1] if f.code == "unknown-need"]
    assert len(told) == 1500
    assert sum("did you mean" in fault.message for fault in told) == 20
