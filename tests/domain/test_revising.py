"""Two versions of a lens: what changed, how large the step is, and what is carried over it."""

from dataclasses import replace

import pytest
from builders import an_assessment
from lenses import a_choice, a_lens, a_lens_question, as_asked, backups

from readiness.domain.assessment import Answer
from readiness.domain.carrying import FreshStart, carry_forward
from readiness.domain.comparison import compare
from readiness.domain.lineage import lineage_faults
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.revising import Revision, lineage_from, next_version, revision
from readiness.domain.ticking import as_told

OLD = as_asked(a_lens(backups()))
BEFORE, AFTER = Period(2026, 2), Period(2026, 3)


def after(*rules: tuple[str, str], drop: str = "", **texts: object) -> Questionnaire:
    """Return the next version of the small lens: other rules, a practice fewer, other texts."""
    asked = {**backups(*rules), **texts}
    asked["choices"] = [choice for choice in asked["choices"] if choice["id"] != drop]
    new = as_asked(a_lens(asked), "2.0")
    return followed(new)


def followed(new: Questionnaire) -> Questionnaire:
    return replace(new, lineage=lineage_from(OLD, revision(OLD, new)))


def carried(new: Questionnaire, answer: Answer) -> FreshStart:
    told = as_told(OLD.questions[0], answer)
    return carry_forward(an_assessment(OLD, {"backups": told}, period=BEFORE), new, AFTER)


def test_other_texts_are_a_minor_step() -> None:
    found = revision(OLD, after(title="How are backups made?"))
    assert found == Revision(
        size="minor", added=(), redefined=(), reworded=("backups",), unchanged=(), retired=()
    )


@pytest.mark.parametrize(
    "new",
    [
        after(("taken", "NO_RISK"), ("default", "HIGH_RISK")),
        after(("taken", "NO_RISK"), ("default", "HIGH_RISK"), drop="restored"),
    ],
)
def test_other_rules_and_other_choices_are_a_major_step(new: Questionnaire) -> None:
    found = revision(OLD, new)
    assert (found.size, found.redefined) == ("major", ("backups",))
    assert lineage_faults(new, OLD) == ()


def test_more_and_fewer_questions_are_a_major_step() -> None:
    more = a_lens_question("alarms", [a_choice("raised")], ("raised", "NO_RISK"), ("default", "HIGH_RISK"))
    wide = as_asked(a_lens(backups(), more))
    assert (revision(OLD, wide).size, revision(OLD, wide).added) == ("major", ("alarms",))
    assert (revision(wide, OLD).size, revision(wide, OLD).retired) == ("major", ("alarms",))


def test_the_same_again_is_no_step() -> None:
    assert revision(OLD, OLD).size == "same"


@pytest.mark.parametrize(
    ("before", "minor", "major"),
    [("1.0", "1.1", "2.0"), ("v1.3.6", "1.4", "2.0"), ("3", "3.1", "4.0"), ("spring", "0.1", "1.0")],
)
def test_the_next_number_follows_the_size_of_the_step(before: str, minor: str, major: str) -> None:
    assert (next_version(before, "minor"), next_version(before, "major")) == (minor, major)


def test_other_texts_carry_answers_with_their_ticks() -> None:
    start = carried(after(title="How are backups made?"), Answer(ticked=("taken",), note="by hand"))
    assert start.again == {}
    kept = start.carried["backups"]
    assert (kept.ticked, kept.level, kept.note, kept.carried_from) == (("taken",), 2, "by hand", "2026-Q2")


def test_choices_that_are_still_there_stay_ticked_under_the_new_rules_as_a_guess() -> None:
    start = carried(after(("taken", "NO_RISK"), ("default", "HIGH_RISK")), Answer(ticked=("taken",)))
    kept = start.carried["backups"]
    assert (kept.ticked, kept.level, kept.confidence) == (("taken",), 4, "guess")
    assert start.again == {}


def test_a_choice_that_is_gone_clears_the_selection_and_the_note_says_so() -> None:
    new = after(("taken", "NO_RISK"), ("default", "HIGH_RISK"), drop="restored")
    start = carried(new, Answer(ticked=("taken", "restored"), note="by hand"))
    assert (dict(start.carried), start.again) == ({}, {"backups": ("changed",)})
    kept = start.notes["backups"]
    assert (kept.state, kept.ticked) == ("not_asked", ())
    assert kept.note == "by hand\nNo longer among the practices, so nothing is ticked: Practice restored."


def test_what_does_not_apply_stays_so_over_other_rules() -> None:
    start = carried(
        after(("taken", "NO_RISK"), ("default", "HIGH_RISK")),
        Answer(not_applicable="no data", ticked=("taken",)),
    )
    assert start.carried["backups"].not_applicable == "no data"


def test_a_comparison_over_other_rules_holds_nothing_against_each_other() -> None:
    new = after(("taken", "NO_RISK"), ("default", "HIGH_RISK"))
    told = as_told(OLD.questions[0], Answer(ticked=("taken",)))
    before = an_assessment(OLD, {"backups": told}, period=BEFORE)
    later = an_assessment(new, {"backups": as_told(new.questions[0], told)}, period=AFTER)
    assert compare(before, later).like_for_like is None
