"""Several people of one side: the lower median counts, and everybody stays readable."""

from dataclasses import replace

from builders import level, not_applicable, unknown

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.domain.voices import combine_voices


def test_one_voice_is_what_it_said() -> None:
    alone = level(2, note="By hand.", by="Ana")
    assert combine_voices([alone, NOT_ASKED]) == alone
    assert combine_voices([]) == NOT_ASKED


def test_the_lower_median_counts_and_all_are_in_the_note_without_a_name() -> None:
    said = [level(3, note="Ran in March.", by="Ana"), level(1, "guess", by="Tom"), unknown()]
    together = combine_voices(said)
    assert (together.level, together.sureness, together.by) == (1, "guess", "")
    assert together.note == "Answers: 3, 1, a guess, don’t know.\n3: Ran in March."


def test_evidence_of_everybody_is_kept_once() -> None:
    one, other = (
        replace(level(2), confidence="evidenced", evidence=links) for links in (("a", "b"), ("b", "c"))
    )
    assert combine_voices([one, other]).evidence == ("a", "b", "c")


def test_does_not_apply_counts_only_where_nobody_gave_a_level() -> None:
    assert combine_voices([not_applicable("One region."), level(2)]).level == 2
    both = combine_voices([not_applicable("One region."), Answer(note="Not sure.")])
    assert both.not_applicable == "One region."
    assert "no answer: Not sure." in both.note
