"""A custom lens comes in whole, says what is wrong with it, and goes out as it came."""

import json
from pathlib import Path
from typing import Any

import pytest
from lenses import a_choice, a_lens, a_lens_question, as_file, backups

from readiness.domain.conditions import ConditionError, parse_condition
from readiness.errors import Fault
from readiness.exchange.lens.linting import check_lens, verdict_on
from readiness.exchange.lens.reading import MOST_BYTES, read_lens
from readiness.exchange.lens.values import Lens
from readiness.exchange.lens.writing import write_for_upload, write_lens

LENSES = Path(__file__).resolve().parents[3] / "shared" / "data" / "lenses"
BRANCHES = [a_choice("first"), a_choice("second")]


def read(lens: dict[str, Any]) -> Lens:
    reading = read_lens(as_file(lens))
    assert reading.lens is not None, reading.faults
    return reading.lens


def errors(content: bytes) -> list[Fault]:
    reading = read_lens(content)
    assert reading.lens is None
    return [fault for fault in reading.faults if fault.severity == "error"]


def findings(*rules: tuple[str, str], choices: list[dict[str, Any]] | None = None) -> list[str]:
    """Return what is said of one question beside a good one."""
    question = a_lens_question("asked", choices or BRANCHES, *rules)
    return [fault.code for fault in check_lens(as_file(a_lens(backups(), question))) if fault.id == "asked"]


def test_a_lens_goes_out_as_it_came_with_keys_that_nobody_knows() -> None:
    lens = a_lens(backups(), _version="1.2", description="Ends in a space ")
    lens["pillars"][0]["questions"][0]["helpfulResource"] = {"displayText": "See", "url": ""}
    lens["pillars"][0]["questions"][0]["choices"][0]["number"] = 7
    assert json.loads(write_lens(read(lens))) == lens


def test_reading_what_was_written_changes_nothing() -> None:
    first = read(a_lens(backups()))
    again = read_lens(write_lens(first)).lens
    assert again is not None
    assert write_lens(again) == write_lens(first)


def test_conditions_go_out_with_every_bracket_that_could_be_doubted() -> None:
    question = a_lens_question(
        "asked", BRANCHES, ("first && !second || second", "NO_RISK"), ("default", "HIGH_RISK")
    )
    out = json.loads(write_lens(read(a_lens(question))))
    (first, _) = out["pillars"][0]["questions"][0]["riskRules"]
    assert first["condition"] == "(first && !second) || second"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("__import__('os').system('x')", "“'” means nothing here, at character 12"),
        ("a &&", "the rule ends too early, at character 5"),
        ("(a || b", "a bracket is not closed, at character 8"),
        ("a b", "“b” was not expected, at character 3"),
        ("&& a", "“&&” was not expected, at character 1"),
        ("(" * 5000 + "a" + ")" * 5000, "more than 200 words and signs"),
        (" || ".join(["a"] * 6000), "characters; 20,000 are the most"),
        ("!" * 50 + "a", "brackets nest deeper than 10"),
    ],
    ids=["code", "end", "open", "two", "sign", "brackets", "terms", "nots"],
)
def test_what_is_no_condition_is_refused_with_its_place(text: str, told: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse_condition(text)
    assert told in str(refused.value)


def test_an_error_names_question_and_line() -> None:
    broken = a_lens_question("asked", BRANCHES, ("first; second", "NO_RISK"), ("default", "HIGH_RISK"))
    content = json.dumps(a_lens(backups(), broken), indent=1).encode()
    (fault,) = errors(content)
    assert (fault.id, fault.code) == ("asked", "not-a-condition")
    assert b"first; second" in content.splitlines()[fault.line - 1]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"schemaVersion": "2030-01-01"}, "unknown-format"),
        ({"pillars": []}, "missing-key"),
        ({"pillars": {"0": {}}}, "missing-key"),
        ({"name": ["x"]}, "missing-key"),
    ],
)
def test_what_cannot_be_asked_is_refused(change: dict[str, Any], code: str) -> None:
    assert code in {fault.code for fault in errors(as_file({**a_lens(backups()), **change}))}


def test_two_choices_of_one_name_are_refused() -> None:
    twice = a_lens_question("asked", [a_choice("one"), a_choice("one")], ("default", "HIGH_RISK"))
    assert [fault.code for fault in errors(as_file(a_lens(twice)))] == ["duplicate-id"]


def test_a_lens_in_which_nothing_can_be_rated_is_refused_and_one_with_a_flaw_is_not() -> None:
    flawed = a_lens_question("asked", BRANCHES, ("missing && first", "NO_RISK"), ("default", "HIGH_RISK"))
    assert [(f.code, f.id) for f in errors(as_file(a_lens(flawed)))] == [("unknown-choice", "asked")]
    assert "unknown-choice" in {fault.code for fault in check_lens(as_file(a_lens(backups(), flawed)))}


def test_files_as_they_are_published_are_borne() -> None:
    content = as_file(a_lens(backups())).replace(b'"Question backups"', b"NaN")
    reading = read_lens(content)
    assert reading.lens is not None
    assert {fault.severity for fault in reading.faults} == {"warning"}
    assert json.loads(write_lens(reading.lens))["pillars"][0]["questions"][0]["title"] is None


def test_an_address_that_is_none_stays_text() -> None:
    choice = a_choice("first", helpfulResource={"displayText": "See", "url": "javascript:alert(1)"})
    lens = read(a_lens(a_lens_question("asked", [choice, a_choice("second")], ("default", "HIGH_RISK"))))
    link = lens.questions[0].choices[0].help
    assert link is not None
    assert (link.text, link.url) == ("See", "")


def test_more_than_the_console_takes_is_refused_before_it_is_read() -> None:
    assert [fault.code for fault in errors(b" " * (MOST_BYTES + 1))] == ["too-large"]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "unreachable-risk",
            (("first", "NO_RISK"), ("first && second", "MEDIUM_RISK"), ("default", "HIGH_RISK")),
            (("first && second", "NO_RISK"), ("first", "MEDIUM_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "never-high",
            (("first && second", "NO_RISK"), ("default", "MEDIUM_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "ignored-choice",
            (("first", "NO_RISK"), ("default", "HIGH_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "raising-tick",
            (("first && !second", "NO_RISK"), ("default", "HIGH_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "risky-when-complete",
            (("first && second", "MEDIUM_RISK"), ("default", "HIGH_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "unrated-selection",
            (("first", "NO_RISK"), ("first && second", "HIGH_RISK")),
            (("first", "NO_RISK"), ("second", "HIGH_RISK")),
        ),
        (
            "no-default",
            (("first", "NO_RISK"), ("second", "HIGH_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "default-not-last",
            (("default", "HIGH_RISK"), ("first && second", "NO_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
        (
            "unknown-choice",
            (("first && third", "NO_RISK"), ("default", "HIGH_RISK")),
            (("first && second", "NO_RISK"), ("default", "HIGH_RISK")),
        ),
    ],
)
def test_each_finding_is_made_where_it_is_and_nowhere_else(
    code: str, wrong: tuple[tuple[str, str], ...], right: tuple[tuple[str, str], ...]
) -> None:
    assert code in findings(*wrong)
    assert code not in findings(*right)


def test_none_of_these_as_a_medium_risk_is_named() -> None:
    choices = [a_choice("first"), a_choice("second"), a_choice("asked_no", "None of these")]
    rules = (("first && second", "NO_RISK"), ("default", "MEDIUM_RISK"))
    assert "none-is-medium" in findings(*rules, choices=choices)


def test_for_an_upload_titles_are_written_plainly_and_what_changed_is_told() -> None:
    lens = read(a_lens(backups(), name="Größe > 10 % – naïve; [draft]"))
    content, changed = write_for_upload(lens)
    assert json.loads(content)["name"] == "Grosse over 10 per cent - naive, (draft)"
    assert [(one.where, one.before) for one in changed] == [("the lens", lens.name)]
    assert not [f for f in read_lens(content).faults if f.code == "outside-the-format"]
    assert write_for_upload(read(a_lens(backups())))[1] == ()


@pytest.mark.shared
def test_every_published_lens_comes_in_says_its_flaws_and_goes_out_the_same() -> None:
    files = sorted(LENSES.glob("*.json")) if LENSES.is_dir() else []
    if not files:
        pytest.skip(f"{LENSES} is not here")
    for path in files:
        content = path.read_bytes()
        reading = read_lens(content)
        assert reading.lens is not None, (path, reading.faults)
        ours, theirs = (_plain(json.loads(text)) for text in (write_lens(reading.lens), content))
        assert ours == theirs, path
        assert all(fault.severity == "warning" for fault in check_lens(content)), path


def _plain(value: Any) -> Any:
    """Return a document without what the two may write differently: brackets, and NaN for nothing."""
    if isinstance(value, dict):
        return {
            key: _plain(parse_condition(one) if key == "condition" else one) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return None if isinstance(value, float) and value != value else value  # noqa: PLR0124 - only NaN differs


@pytest.mark.shared
def test_the_reference_finds_22_without_a_high_and_23_where_none_is_medium() -> None:
    found = sorted(LENSES.glob("*orr-v1.3.6*")) if LENSES.is_dir() else []
    if not found:
        pytest.skip(f"{LENSES} is not here")
    lens = read_lens(found[0].read_bytes()).lens
    assert lens is not None
    told = [verdict_on(question) for question in lens.questions]
    assert sum(one.never_high for one in told) == 22
    assert sum(one.none_rated == "medium" for one in told) == 23


def test_a_large_lens_has_its_faults_at_their_lines() -> None:
    questions = [backups() | {"id": f"question_{number}"} for number in range(300)]
    questions[250]["riskRules"][0] = {"condition": "taken &&", "risk": "NO_RISK"}
    content = json.dumps(a_lens(*questions, description="x" * 2048), indent=4).encode()
    assert len(content) > 1 << 18
    (fault,) = errors(content)
    line = content.decode().splitlines()[fault.line - 1]
    assert '"taken &&"' in line
    assert line.index('"condition"') + 1 == fault.column


def test_what_is_odd_in_the_text_is_told_where_it_stands() -> None:
    content = as_file(a_lens(backups())).replace(b'"name"', b'"ready": NaN,\n"ready": 1, "name"', 1)
    told = [(fault.code, fault.line) for fault in read_lens(content).faults]
    first = content[: content.index(b"NaN")].count(b"\n") + 1
    assert told == [("not-finite", first), ("duplicate-key", first + 1)]
