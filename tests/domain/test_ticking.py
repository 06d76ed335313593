"""What is ticked makes a level by the rules of the question, and one key does one thing."""

from dataclasses import replace

import pytest
from lenses import a_choice, a_lens, a_lens_question, as_asked, backups

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.questionnaire import Practice, Question, RiskRule
from readiness.domain.ticking import as_told, clashing, rating, titles, toggled, without

ASKED = as_asked(a_lens(backups())).questions[0]
TAKEN, RESTORED, NONE = ASKED.practices


def said(*ticked: str, left_out: tuple[str, ...] = ()) -> Answer:
    return as_told(ASKED, Answer(ticked=ticked, left_out=left_out))


@pytest.mark.parametrize(
    ("ticked", "level"),
    [
        (("taken", "restored"), 4),
        (("taken",), 2),
        (("backups_no",), 0),
        ((), None),
        (("backups_no", "taken"), 2),
        (("gone",), None),
    ],
)
def test_the_level_follows_from_what_is_ticked(ticked: tuple[str, ...], level: int | None) -> None:
    answer = said(*ticked)
    assert answer.level == level
    assert answer.state == ("not_asked" if level is None else "level")


def test_what_does_not_apply_is_neutral() -> None:
    assert said("taken", left_out=("restored",)).level == 4
    assert said(left_out=("restored",)).state == "not_asked"
    assert said(left_out=("taken", "restored")).level == 4


def test_a_selection_that_no_rule_rates_is_not_asked() -> None:
    rules = (RiskRule(when="taken && restored", risk="none"), RiskRule(when="backups_no", risk="high"))
    bare = replace(ASKED, rules=rules)
    assert rating(bare, ["taken"]) == "unrated"
    assert as_told(bare, Answer(ticked=("taken",))).state == "not_asked"


def test_dont_know_and_does_not_apply_keep_what_was_ticked() -> None:
    unknown = Answer(unknown=True, ticked=("taken",))
    assert as_told(ASKED, unknown) == unknown
    assert toggled(ASKED, unknown, RESTORED).level == 4


def test_none_of_these_and_the_others_take_each_other_away() -> None:
    both = toggled(ASKED, toggled(ASKED, NOT_ASKED, RESTORED), TAKEN)
    assert (both.ticked, both.level) == (("taken", "restored"), 4)
    none = toggled(ASKED, both, NONE)
    assert (none.ticked, none.level) == (("backups_no",), 0)
    assert toggled(ASKED, none, TAKEN).ticked == ("taken",)
    assert toggled(ASKED, none, NONE) == NOT_ASKED


def test_a_practice_is_ticked_or_left_out_and_never_both() -> None:
    apart = without(ASKED, said("taken", "restored"), TAKEN)
    assert (apart.ticked, apart.left_out, apart.level) == (("restored",), ("taken",), 4)
    assert toggled(ASKED, apart, TAKEN).left_out == ()
    assert without(ASKED, apart, TAKEN).left_out == ()
    assert without(ASKED, apart, NONE) == apart


def test_conflicting_ticks_are_named() -> None:
    assert clashing(ASKED, ["backups_no", "taken"]) == ("backups_no",)
    assert clashing(ASKED, ["backups_no"]) == clashing(ASKED, ["taken"]) == ()


def test_practices_are_named_in_the_order_of_the_question() -> None:
    assert titles(ASKED, ["restored", "taken"]) == ("Practice taken", "Practice restored")


def test_practices_and_rules_belong_together() -> None:
    with pytest.raises(ValueError, match="belong to a question of the kind practices"):
        replace(ASKED, kind="levels")
    with pytest.raises(ValueError, match="no other"):
        Question(id="a", prompt="", levels=ASKED.levels, practices=(Practice(id="p", title="P"),))
    with pytest.raises(ValueError, match="means nothing here"):
        RiskRule(when="taken; restored", risk="none")


def test_a_question_with_one_rule_for_everything_is_never_scored() -> None:
    survey = a_lens_question("survey", [a_choice("yes"), a_choice("other")], ("default", "NO_RISK"))
    first, second = as_asked(a_lens(survey, backups())).questions
    assert (first.weight, second.weight) == (0.0, 1.0)
