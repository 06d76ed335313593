from pathlib import Path

import pytest

from readiness.domain.assessment import Answer
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.errors import OutputError
from readiness.services.assessing import Assessing
from readiness.services.sample import chapters, is_untouched_sample, write_sample


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
    assert all("made-up" in chapter.assessment.scope_in for chapter in chapters())


def test_nobody_is_named_in_it() -> None:
    for chapter in chapters():
        assert all(not person.name for person in chapter.assessment.participants)
        assert all(not answer.by for answer in chapter.assessment.agreed.values())


def test_links_lead_to_a_domain_that_cannot_exist() -> None:
    links = {
        link
        for chapter in chapters()
        for answer in chapter.assessment.agreed.values()
        for link in answer.evidence
    }
    assert len(links) > 20
    assert all(link.startswith("https://wiki.quillmere.example/") for link in links)


def test_the_three_verdicts_differ() -> None:
    newest = {
        chapter.assessment.system: evaluate(chapter.assessment)
        for chapter in chapters()
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


def test_scores_move_little_and_mostly_up_from_quarter_to_quarter() -> None:
    before: dict[str, float] = {}
    for chapter in chapters():
        score = evaluate(chapter.assessment).score
        if score.displayed is None or score.score is None:
            continue
        system = chapter.assessment.system
        assert -2 < score.score - before.get(system, score.score) < 12
        before[system] = score.score


def test_few_answers_change_in_a_quarter() -> None:
    before: dict[str, dict[str, int | None]] = {}
    for chapter in chapters():
        levels = {id_: answer.level for id_, answer in chapter.assessment.agreed.items()}
        old = before.get(chapter.assessment.system, levels)
        assert sum(levels[id_] != old[id_] for id_ in levels) <= 8
        before[chapter.assessment.system] = {**old, **levels}


def test_every_state_of_an_answer_is_in_it() -> None:
    states = {answer.state for chapter in chapters() for answer in chapter.assessment.agreed.values()}
    sureness = {answer.sureness for chapter in chapters() for answer in chapter.assessment.agreed.values()}
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
