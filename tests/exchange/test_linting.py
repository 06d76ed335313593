"""The linter's rules, each with a sample that breaks it and one that keeps it (domain §1.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic

from readiness.domain.questionnaire import Questionnaire
from readiness.errors import Fault
from readiness.exchange.questionnaires import parse_questionnaire

HEAD = """\
format: readiness-questionnaire/1
id: tiny
version: "1.0"
title: Tiny
"""
TEXTS = """\
            why: It matters.
            action: Do it. Stop when it is done.
            consequence: It gives out.
            hint: Ask who does it.
"""
LEVELS = ("Nobody does it.", "One person does it.", "Half of it.", "All of it.", "All of it, in a test.")


@dataclass(frozen=True)
class Asked:
    """One question of a file, as far as a rule is about it."""

    id: str = "ARC-01"
    prompt: str = "How is it done?"
    levels: tuple[str, ...] = LEVELS
    more: str = ""

    def __str__(self) -> str:
        """Write it as it stands in a file."""
        levels = "".join(f'              - "{text}"\n' for text in self.levels)
        more = "".join(f"            {line}\n" for line in self.more.splitlines())
        return (
            f'          - id: {self.id}\n            prompt: "{self.prompt}"\n{TEXTS}{more}'
            f"            levels:\n{levels}"
        )


def a_file(*asked: Asked, head: str = "", tail: str = "") -> str:
    inside = "".join(str(one) for one in asked or (Asked(),))
    return (
        f"{HEAD}{head}pillars:\n  - id: ARC\n    name: Architecture\n    topics:\n      - id: MOD\n"
        f"        name: Modularity\n        questions:\n{inside}{tail}"
    )


def faults_of(text: str, others: Mapping[str, Questionnaire] | None = None) -> list[Fault]:
    known = others or {}
    return list(parse_questionnaire(text.encode(), "tiny.yaml", known.get)[1])


def codes_of(text: str, others: Mapping[str, Questionnaire] | None = None) -> list[tuple[str, str]]:
    return [(fault.severity, fault.code) for fault in faults_of(text, others)]


def with_level(place: int, text: str) -> Asked:
    return Asked(levels=(*LEVELS[:place], text, *LEVELS[place + 1 :]))


def a_combination(when: str, says: str = "Both at once.") -> str:
    return f"combinations:\n  - id: C1\n    when: [{when}]\n    says: {says}\n"


TWO = (Asked(), Asked("ARC-02"))


def test_a_sound_file_has_no_fault_and_no_warning() -> None:
    assert faults_of(a_file()) == []


@pytest.mark.parametrize(
    ("code", "broken", "sound"),
    [
        (
            "two-ideas",
            Asked(prompt="How are backups made and tested?"),
            Asked(prompt="How are backups of queues and tables made?"),
        ),
        (
            "two-ideas",
            Asked(prompt="How soon is it found, and who mends it?"),
            Asked(prompt="How soon is a slow memory or connection leak found?"),
        ),
        ("two-ideas", Asked(prompt="Who owns it? Since when?"), Asked(prompt="Who has owned it for a year?")),
        (
            "two-ideas",
            Asked(prompt="Which targets are set or are they only wished for?"),
            Asked(prompt="How many journeys have an agreed speed or planned reliability target?"),
        ),
        (
            "long-prompt",
            Asked(prompt="How " + "very " * 18 + "late?"),
            Asked(prompt="How " + "so " * 16 + "late?"),
        ),
        ("vague-word", with_level(2, "It is tested regularly."), with_level(2, "It is tested each week.")),
        ("vague-word", with_level(3, "A robust fallback."), with_level(3, "A fallback on every journey.")),
        (
            "named-product",
            with_level(3, "Every service runs on Kubernetes."),
            with_level(3, "Every service runs on an orchestrator such as Kubernetes."),
        ),
        (
            "anchors-alike",
            with_level(3, "Half of it, very often."),
            with_level(3, "Two thirds of it, looked at last quarter."),
        ),
        (
            "anchors-alike",
            Asked(
                levels=(
                    *LEVELS[:3],
                    "All of the tables have a named owner",
                    "All the tables have a named owners",
                )
            ),
            Asked(
                levels=(
                    *LEVELS[:3],
                    "Two of the tables have a named owner",
                    "All of the tables have a named owner",
                )
            ),
        ),
        (
            "unknown-reference",
            Asked(more='references: [{framework: "AWS", edition: "2026-05", id: "REL99-BP01"}]'),
            Asked(more='references: [{framework: "AWS", edition: "2026-05", id: "REL05-BP02"}]'),
        ),
        (
            "unknown-reference",
            Asked(more='references: [{framework: "AWS", edition: "2019-01", id: "REL05-BP02"}]'),
            Asked(more='references: [{framework: "Our own rules", id: "7"}]'),
        ),
        (
            "no-product-words",
            Asked(more="gate: true\nasked_of: engineering"),
            Asked(more="gate: true\nasked_of: both"),
        ),
    ],
)
def test_wording_that_two_rooms_would_read_differently_is_a_warning(
    code: str, broken: Asked, sound: Asked
) -> None:
    assert ("warning", code) in codes_of(a_file(broken))
    assert code not in [found for _, found in codes_of(a_file(sound))]


@pytest.mark.parametrize(
    ("code", "broken", "sound"),
    [
        ("same-anchor", with_level(3, "Half of it!"), with_level(3, "Most of it.")),
        ("empty-anchor", with_level(3, " "), with_level(3, "Most of it.")),
        ("long-anchor", with_level(3, "x" * 101), with_level(3, "x" * 100)),
        ("out-of-range", Asked(more="weight: -1"), Asked(more="weight: 0.5")),
        ("not-finite", Asked(more="weight: .inf"), Asked(more="weight: 100")),
    ],
)
def test_a_question_that_cannot_be_scored_is_an_error(code: str, broken: Asked, sound: Asked) -> None:
    assert ("error", code) in codes_of(a_file(broken))
    assert "error" not in [severity for severity, _ in codes_of(a_file(sound))]


def test_a_gate_without_weight_is_an_error_and_an_informational_question_is_none() -> None:
    gate = Asked("ARC-02", more="weight: 0\ngate: true")
    informational = Asked("ARC-02", more="weight: 0")
    assert ("error", "gate-without-weight") in codes_of(a_file(Asked(), gate))
    assert codes_of(a_file(Asked(), informational)) == []


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        (
            "{question: ARC-01, at_least: 3}, {question: ARC-01, at_most: 1}",
            "{question: ARC-01, at_least: 3}, {question: ARC-02, at_most: 1}",
        ),
        (
            "{question: ARC-01, at_least: 3, at_most: 2}, {question: ARC-02, at_most: 1}",
            "{question: ARC-01, at_least: 2, at_most: 3}, {question: ARC-02, at_most: 1}",
        ),
        (
            "{question: ARC-03, lane: product, at_least: 3}, {question: ARC-02, at_most: 1}",
            "{question: ARC-02, at_least: 3, lane: product}, {question: ARC-02, at_most: 1}",
        ),
    ],
)
def test_a_combination_that_can_never_fire_is_an_error(broken: str, sound: str) -> None:
    asked = (*TWO, Asked("ARC-03", more="asked_of: engineering"))
    assert ("error", "never-fires") in codes_of(a_file(*asked, tail=a_combination(broken)))
    assert codes_of(a_file(*asked, tail=a_combination(sound))) == []


def test_a_gate_in_products_words_can_be_answered_by_product() -> None:
    when = "{question: ARC-01, lane: product, at_least: 3}, {question: ARC-02, at_most: 1}"
    worded = (
        'asked_of: engineering\ngate: true\nproduct_prompt: "What do customers see?"\n'
        'product_levels: ["a", "b", "c", "d", "e"]'
    )
    tail = a_combination(when)
    silent = a_file(Asked(more="asked_of: engineering"), Asked("ARC-02"), tail=tail)
    assert ("error", "never-fires") in codes_of(silent)
    assert codes_of(a_file(Asked(more=worded), Asked("ARC-02"), tail=tail)) == []


CORE = a_questionnaire(
    a_pillar("COR", a_topic("ONE", a_question("COR-01", hurts_at=2), a_question("COR-02", hurts_at=100))),
    id="core",
)
EXTENDS = "extends: core@1\n"


def test_a_specialised_questionnaire_may_name_what_its_core_has() -> None:
    text = a_file(
        Asked(more="needs: [COR-01]"),
        head=EXTENDS,
        tail=a_combination("{question: COR-02, at_most: 1}, {question: ARC-01, at_least: 3}"),
    )
    assert codes_of(text, {"core@1": CORE}) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (a_file(Asked(more="needs: [COR-09]"), head=EXTENDS), "unknown-need"),
        (a_file(Asked(more="needs: [COR-02]"), head=EXTENDS), "late-need"),
        (a_file(Asked("cor-01"), head=EXTENDS), "duplicate-id"),
        (
            a_file(
                head=EXTENDS,
                tail=a_combination("{question: COR-09, at_most: 1}, {question: ARC-01, at_least: 3}"),
            ),
            "unknown-question",
        ),
        (
            a_file(head=EXTENDS).replace(
                "pillars:\n",
                "pillars:\n  - {id: X, name: X, topics: [{id: Y, name: Y, questions: "
                "[{id: Z, prompt: How?, levels: [a, b, c, d, e]}]}]}\n",
            ),
            "several-pillars",
        ),
    ],
)
def test_what_does_not_fit_the_core_is_an_error(text: str, code: str) -> None:
    assert ("error", code) in codes_of(text, {"core@1": CORE})


def test_without_its_core_a_specialised_questionnaire_is_warned_about_and_still_read() -> None:
    text = a_file(Asked(more="needs: [COR-01]"), head=EXTENDS)
    assert codes_of(text) == [("warning", "unknown-core")]
    assert parse_questionnaire(text.encode())[0] is not None


def test_without_extends_a_need_outside_the_file_is_an_error() -> None:
    assert ("error", "unknown-need") in codes_of(a_file(Asked(more="needs: [COR-01]")), {"core@1": CORE})


def a_next_version(*asked: Asked, changes: str = "[]") -> str:
    tail = f'lineage:\n  from: "1.0"\n  changes: {changes}\n'
    return a_file(*asked, tail=tail).replace('version: "1.0"', 'version: "2.0"')


FIRST = parse_questionnaire(a_file(Asked()).encode())[0]
MOVED = (*LEVELS[:3], "Three quarters of it.", LEVELS[4])


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        (a_next_version(Asked(levels=MOVED)), a_next_version(Asked())),
        (
            a_next_version(Asked(levels=MOVED)),
            a_next_version(Asked(levels=MOVED), changes="[{redefine: ARC-01}]"),
        ),
        (
            a_next_version(Asked(levels=MOVED)),
            a_next_version(Asked(levels=MOVED), changes="[{rename: [ARC-01, ARC-01]}]"),
        ),
        (a_next_version(Asked(levels=MOVED)), a_next_version(Asked("ARC-09", levels=MOVED))),
    ],
)
def test_anchors_that_moved_are_an_error_unless_something_is_said_of_their_meaning(
    broken: str, sound: str
) -> None:
    assert FIRST is not None
    others = {"tiny@1.0": FIRST}
    assert ("error", "anchors-changed") in codes_of(broken, others)
    assert codes_of(sound, others) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ("[{rename: [ARC-77, ARC-01]}]", "unknown-question"),
        ("[{redefine: ARC-88}]", "unknown-question"),
        ("[{split: [ARC-01, [ARC-01]]}]", "bad-change"),
        ("[{redefine: ARC-01}, {redefine: ARC-01}]", "mapped-twice"),
    ],
)
def test_a_lineage_that_leads_nowhere_is_an_error_at_its_place(changes: str, code: str) -> None:
    assert FIRST is not None
    faults = faults_of(a_next_version(Asked(), changes=changes), {"tiny@1.0": FIRST})
    found = [fault for fault in faults if fault.code == code]
    assert found
    assert all(fault.severity == "error" and fault.line > 20 for fault in found)


def test_a_minor_version_changes_no_score() -> None:
    assert FIRST is not None
    heavier = a_next_version(Asked(more="weight: 5")).replace('version: "2.0"', 'version: "1.1"')
    reworded = a_next_version(Asked(prompt="How is it all done?")).replace('version: "2.0"', 'version: "1.1"')
    others = {"tiny@1.0": FIRST}
    assert ("error", "needs-major") in codes_of(heavier, others)
    assert codes_of(reworded, others) == []
