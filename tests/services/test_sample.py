from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.errors import OutputError
from readiness.services.assessing import Assessing
from readiness.services.sample import Chapter, chapters, is_untouched_sample, write_sample

OLDER = (Period(2025, 4), Period(2026, 1))
NEWER = (Period(2026, 2), Period(2026, 3))


@cache
def story() -> tuple[Chapter, ...]:
    return chapters()


def told(system: str, period: Period) -> Assessment:
    return next(
        chapter.assessment
        for chapter in story()
        if (chapter.assessment.system, chapter.assessment.period) == (system, period)
    )


def quarters_side_by_side() -> Iterator[tuple[Assessment, Assessment]]:
    """Every quarter with the one after it, system by system."""
    for older, newer in pairwise(chapter.assessment for chapter in story()):
        if older.system == newer.system:
            yield older, newer


def score_on_the_questions_of(assessment: Assessment, other: Assessment) -> float:
    score = evaluate(replace(assessment, questionnaire=other.questionnaire)).score.score
    assert score is not None
    return score


def levels_of(assessment: Assessment) -> dict[str, int | None]:
    return {id_: answer.level for id_, answer in assessment.agreed.items()}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "quillmere.readiness"
    write_sample(path)
    return path


def test_three_systems_have_four_quarters_and_one_is_in_progress(workspace: Path) -> None:
    assessing = Assessing.open(workspace)
    home = assessing.home()
    assessing.close()
    assert {system.name: system.team for system in home} == {
        "Checkout API": "Checkout",
        "Order service": "Orders",
        "Search": "Storefront",
    }
    for system in home:
        assert [line.period for line in system.assessments] == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    still_open = [line for system in home for line in system.assessments if line.state == "open"]
    assert [(line.system, line.period) for line in still_open] == [("Order service", "2026-Q3")]


def test_the_one_in_progress_resumes_where_it_was_left(workspace: Path) -> None:
    assessing = Assessing.open(workspace)
    line = assessing.home()[1].assessments[-1]
    place = assessing.place(line.id)
    unasked = [q.id for q in assessing.load(line.id).questionnaire.questions][line.asked :]
    assessing.close()
    assert 0 < line.asked < line.total
    assert place == unasked[0]


def test_the_same_program_writes_the_same_bytes(workspace: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.readiness"
    write_sample(again)
    assert again.read_bytes() == workspace.read_bytes()


def test_nothing_is_left_beside_it(workspace: Path) -> None:
    assert list(workspace.parent.iterdir()) == [workspace]


def test_it_says_that_it_is_made_up() -> None:
    assert all("made-up" in chapter.assessment.scope_in for chapter in story())


def test_nobody_is_named_in_it() -> None:
    for chapter in story():
        assessment = chapter.assessment
        assert all(not person.name for person in assessment.participants)
        assert all(not action.owner for action in assessment.actions)
        for lane in (assessment.agreed, assessment.product, assessment.engineering):
            assert all(not answer.by for answer in lane.values())


def test_links_lead_to_a_domain_that_cannot_exist() -> None:
    links = {
        link
        for chapter in story()
        for answer in chapter.assessment.agreed.values()
        for link in answer.evidence
    }
    assert len(links) > 20
    assert all(link.startswith("https://wiki.quillmere.example/") for link in links)


def test_the_three_verdicts_differ() -> None:
    newest = {
        chapter.assessment.system: evaluate(chapter.assessment)
        for chapter in story()
        if chapter.assessment.period == Period(2026, 3)
    }
    checkout, orders, search = (newest[name] for name in ("Checkout API", "Order service", "Search"))
    assert (checkout.growth.practice_ceiling, checkout.growth.target_factor) == (2, 10)
    assert checkout.growth.tested_ceiling == 1.5
    assert checkout.growth.first_known_limit is not None
    assert checkout.growth.first_known_limit.factor == pytest.approx(600 / 460)
    assert len(checkout.growth.step(10).failing_gates) == 3
    assert checkout.score.label == "Holding"
    assert orders.score.displayed is None
    assert orders.growth.tested_ceiling is None
    assert search.growth.practice_ceiling == 10
    assert search.score.label == "Solid"


def test_the_older_quarters_are_on_the_older_questionnaire_and_the_newer_on_the_whole_one() -> None:
    for chapter in story():
        assessment = chapter.assessment
        asked = len(assessment.questionnaire.questions)
        older = assessment.period in OLDER
        assert assessment.questionnaire.reference == ("scalability@0.1" if older else "scalability@1.0")
        assert asked == (22 if older else 74)
        assert len(assessment.agreed) == (asked if chapter.closed else 45)


def test_scores_move_little_and_mostly_up_on_the_questions_that_both_quarters_ask() -> None:
    for older, newer in quarters_side_by_side():
        if evaluate(newer).score.displayed is not None:
            before = score_on_the_questions_of(older, older)
            assert -2 < score_on_the_questions_of(newer, older) - before < 12


def test_a_new_questionnaire_moves_the_score_as_reported_otherwise_than_the_answers_do() -> None:
    for system in ("Checkout API", "Order service", "Search"):
        older, newer = told(system, Period(2026, 1)), told(system, Period(2026, 2))
        before = score_on_the_questions_of(older, older)
        reported = score_on_the_questions_of(newer, newer) - before
        like_for_like = score_on_the_questions_of(newer, older) - before
        assert like_for_like > 2
        assert reported < like_for_like - 2


def test_few_answers_change_in_a_quarter() -> None:
    before: dict[str, dict[str, int | None]] = {}
    for chapter in story():
        levels = levels_of(chapter.assessment)
        old = before.get(chapter.assessment.system, levels)
        assert sum(levels[id_] != old[id_] for id_ in levels if id_ in old) <= 8
        before[chapter.assessment.system] = {**old, **levels}


def test_both_perspectives_are_told_from_the_second_quarter_of_2026_on() -> None:
    for chapter in story():
        assessment = chapter.assessment
        if assessment.period in OLDER:
            assert not assessment.product
            assert not assessment.engineering
            continue
        asked = [
            question for question in assessment.questionnaire.questions if question.id in assessment.agreed
        ]
        assert set(assessment.product) == {
            question.id for question in asked if question.is_asked_of("product") or question.product_prompt
        }
        assert set(assessment.engineering) == {
            question.id for question in asked if question.is_asked_of("engineering")
        }


def test_where_both_sides_say_the_same_it_is_agreed() -> None:
    for chapter in story():
        assessment = chapter.assessment
        for id_ in assessment.product.keys() & assessment.engineering.keys():
            product, engineering = assessment.product[id_], assessment.engineering[id_]
            agreed = assessment.agreed[id_]
            if (product.state, product.level) == (engineering.state, engineering.level):
                assert (agreed.state, agreed.level) == (product.state, product.level), id_


def test_product_is_rosier_at_the_checkout_and_at_one_with_engineering_in_search() -> None:
    for period in NEWER:
        checkout = evaluate(told("Checkout API", period)).alignment
        search = evaluate(told("Search", period)).alignment
        assert checkout.index is not None
        assert checkout.bias is not None
        assert search.index is not None
        assert 0.10 < checkout.index < 0.25
        assert checkout.bias > 0.10
        assert sum(abs(gap.gap) >= 2 for gap in checkout.questions) == 6
        assert search.index < 0.05


def test_it_warns_of_what_is_dangerous_together() -> None:
    newest = {system: evaluate(told(system, Period(2026, 3))) for system in ("Checkout API", "Search")}
    kinds = {
        system: [(risk.kind, risk.id or risk.questions[0]) for risk in outcome.risks]
        for system, outcome in newest.items()
    }
    checkout, search = kinds["Checkout API"], kinds["Search"]
    assert [id_ for kind, id_ in checkout if kind == "combination"] == ["C1", "C7"]
    assert [id_ for kind, id_ in checkout if kind == "unknown"] == ["ARC-20"]
    assert [id_ for kind, id_ in search if kind == "combination"] == ["C8"]
    assert len(newest["Checkout API"].growth.step(10).weak_topics) >= 3


def test_actions_were_done_slipped_and_dropped(workspace: Path) -> None:
    assessing = Assessing.open(workspace)
    lines = {
        (line.system, line.period): line.id for system in assessing.home() for line in system.assessments
    }
    promised = {
        system: assessing.load(id_).actions for (system, period), id_ in lines.items() if period == "2026-Q2"
    }
    assessing.close()
    states = {action.id: action.state for action in promised["Checkout API"]}
    assert sorted(states.values()) == ["done"] * 4 + ["dropped"] + ["slipped"] * 2 + ["under_way"]
    assert {action.state for action in promised["Order service"]} == {"done", "slipped", "under_way"}
    assert {action.state for action in promised["Search"]} == {"done", "slipped"}
    for actions in promised.values():
        assert all(action.period == "2026-Q3" and action.title and action.note for action in actions)


def test_what_became_of_an_action_is_told_of_actions_that_were_promised() -> None:
    kept = {(chapter.assessment.system, chapter.assessment.period): chapter.kept for chapter in story()}
    for older, newer in quarters_side_by_side():
        assert set(kept[newer.system, newer.period]) == {action.id for action in older.actions}


def test_a_done_action_may_leave_its_level_and_a_level_may_rise_without_one() -> None:
    older, newer = (told("Checkout API", period) for period in NEWER)
    kept = next(chapter.kept for chapter in story() if chapter.assessment == newer)
    before, after = levels_of(older), levels_of(newer)
    done = [id_ for action in older.actions if kept[action.id] == "done" for id_ in action.questions]
    promised = {id_ for action in older.actions for id_ in action.questions}
    risen = {id_ for id_, level in after.items() if (level or 0) > (before[id_] or 0)}
    assert {id_ for id_ in done if id_ in risen} == {"ARC-03", "DAT-07", "AUT-09"}
    assert [id_ for id_ in done if id_ not in risen] == ["GRO-07"]
    assert risen - promised == {"AUT-05", "DEB-06", "GRO-02", "GRO-11"}


def test_leadership_approved_declined_and_deferred_and_has_something_to_decide() -> None:
    older, newer = (told("Checkout API", period) for period in NEWER)
    assert sorted(decision.verdict for decision in older.decisions) == ["approved", "declined", "deferred"]
    assert all(decision.reason and decision.at for decision in older.decisions)
    assert {decision.verdict for decision in newer.decisions} == {"open"}
    assert {action.period for action in newer.actions} == {"2026-Q4"}
    assert {action.state for action in newer.actions} == {"planned"}


def test_every_state_of_an_answer_is_in_it() -> None:
    states = {answer.state for chapter in story() for answer in chapter.assessment.agreed.values()}
    sureness = {answer.sureness for chapter in story() for answer in chapter.assessment.agreed.values()}
    assert states == {"level", "unknown", "not_applicable"}
    assert sureness == {"evidenced", "informed", "guess"}


def test_a_sample_that_nobody_changed_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "sample.readiness"
    write_sample(path)
    assert is_untouched_sample(path)
    write_sample(path)
    assert is_untouched_sample(path)


def test_a_sample_that_somebody_went_on_with_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "sample.readiness"
    write_sample(path)
    assessing = Assessing.open(path)
    line = assessing.home()[1].assessments[-1]
    assessing.answer(line.id, "OBS-07", "agreed", Answer(level=1))
    assessing.close()
    content = path.read_bytes()
    with pytest.raises(OutputError, match="already a file"):
        write_sample(path)
    assert path.read_bytes() == content


def test_another_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "letter.readiness"
    path.write_text("Dear all", encoding="utf-8")
    with pytest.raises(OutputError, match="already a file"):
        write_sample(path)
    assert path.read_text(encoding="utf-8") == "Dear all"


def test_a_workspace_of_ones_own_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "own.readiness"
    Assessing.create(path).close()
    with pytest.raises(OutputError, match="already a file"):
        write_sample(path)


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "folder" / "sample.readiness"

    def refuse(*_: object) -> None:
        raise OutputError("The disk is full.")

    monkeypatch.setattr(Assessing, "close_assessment", refuse)
    with pytest.raises(OutputError, match="could not be written"):
        write_sample(path)
    assert list(path.parent.iterdir()) == []
    monkeypatch.undo()
    write_sample(path)
    assert [p.name for p in path.parent.iterdir()] == ["sample.readiness"]
