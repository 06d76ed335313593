"""What closing would change, before it does and after."""

from dataclasses import replace

from builders import the_worked_example

from readiness.services.closing import closed, preview


def test_the_preview_names_what_becomes_unknown_and_what_finding_it_would_do() -> None:
    example = the_worked_example()
    agreed = {id_: answer for id_, answer in example.agreed.items() if id_ != "GRO-08"}
    told = preview(replace(example, agreed=agreed, product={}, engineering={}))

    assert told.becoming_unknown == ("GRO-08",)
    assert told.after.score.counts.unknown == 2
    assert [found.level for found in told.found] == [2, 4]
    assert told.found[-1].outcome.score.counts.unknown == 0


def test_of_a_sealed_assessment_nothing_changes_and_the_rest_can_be_found() -> None:
    sealed, _ = closed(the_worked_example())
    told = preview(sealed)

    assert told.becoming_unknown == ()
    assert told.before.score == told.after.score
    assert told.found
