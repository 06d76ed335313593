"""An answers file says what is ticked; what cannot be so is named with its place."""

from typing import Any

import pytest
from lenses import a_lens, as_asked, backups

from readiness.domain.assessment import Assessment
from readiness.errors import Fault
from readiness.exchange.answers import parse_answers, write_answers

ASKED = as_asked(a_lens(backups()))


def read(entry: dict[str, Any], extra: str = "") -> tuple[Assessment | None, tuple[Fault, ...]]:
    lines = "".join(f"    {key}: {value}\n" for key, value in entry.items())
    text = (
        "format: readiness-answers/1\nquestionnaire: small-lens@1.0\nsystem: Shop\nperiod: 2026-Q3\n"
        f"agreed:\n  backups:\n{lines}{extra}"
    )
    assessment, _, faults = parse_answers(text.encode(), "answers.yaml", lambda _: ASKED)
    return assessment, faults


def test_the_level_is_what_the_rules_make_of_the_ticks() -> None:
    assessment, faults = read({"ticked": "[taken]", "left_out": "[restored]", "note": "by hand"})
    assert assessment is not None
    assert faults == ()
    answer = assessment.agreed["backups"]
    assert (answer.level, answer.ticked, answer.left_out) == (4, ("taken",), ("restored",))


def test_what_goes_out_comes_in_the_same() -> None:
    assessment, _ = read({"ticked": "[taken]"})
    assert assessment is not None
    again, _, faults = parse_answers(write_answers(assessment, "yaml").encode(), "a.yaml", lambda _: ASKED)
    assert faults == ()
    assert again == assessment


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"ticked": "[takes]"}, "unknown-practice"),
        ({"ticked": "[taken, taken]"}, "ticked-twice"),
        ({"ticked": "[taken]", "left_out": "[taken]"}, "ticked-and-left-out"),
        ({"left_out": "[backups_no]"}, "none-left-out"),
        ({"level": 2}, "level-without-ticks"),
        ({"ticked": "[taken]", "level": 4}, "level-disagrees"),
    ],
)
def test_ticks_that_cannot_be_are_named_where_they_stand(entry: dict[str, Any], code: str) -> None:
    assessment, faults = read(entry)
    assert assessment is None
    assert [(fault.code, fault.id) for fault in faults] == [(code, "backups")]
    assert faults[0].line > 6


def test_none_of_these_beside_others_is_flagged_and_kept() -> None:
    assessment, faults = read({"ticked": "[taken, backups_no]"})
    assert assessment is not None
    assert assessment.agreed["backups"].ticked == ("taken", "backups_no")
    assert assessment.agreed["backups"].level == 2
    assert [(fault.code, fault.severity) for fault in faults] == [("none-and-others", "warning")]


def test_every_fault_comes_at_once() -> None:
    _, faults = read({"ticked": "[takes]", "left_out": "[backups_no]"})
    assert [fault.code for fault in faults] == ["unknown-practice", "none-left-out"]
