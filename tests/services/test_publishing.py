"""Publishing in a workspace: frozen once with its file, refused where it does not fit, nothing old moves."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import ANCHORS, a_pillar, a_question, a_questionnaire, a_topic, level

from readiness.domain.comparison import compare
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.publishing import publication
from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.errors import FaultyFileError, InputError, NotSavedError
from readiness.exchange.questionnaires import parse_questionnaire, write_questionnaire
from readiness.exchange.results import score_json
from readiness.services.assessing import Assessing, Draft
from readiness.storage import verbatim

OTHER = ("Nobody knows.", *ANCHORS[1:])
FIRST = a_questionnaire(
    a_pillar("ONE", a_topic("TOP", a_question("A-1", weight=4.0), a_question("A-2"), a_question("A-3"))),
    id="ours",
    title="Ours",
)


@pytest.fixture
def assessing(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "mine.readiness")
    yield made
    made.close()


def after(before: Questionnaire, same: bool = True, **changes: dict[str, Any]) -> Questionnaire:  # noqa: FBT001, FBT002 - a test reads well with it
    """Return the next version: ``A_1={...}`` changes fields of A-1, ``None`` takes it away."""
    made = {name.replace("_", "-"): fields for name, fields in changes.items()}
    topic = before.pillars[0].topics[0]
    kept = tuple(replace(q, **made.get(q.id, {})) for q in topic.questions if made.get(q.id, {}) is not None)
    pillar = replace(before.pillars[0], topics=(replace(topic, questions=kept),))
    draft = replace(before, pillars=(pillar,))
    found = publication(before, draft)
    found = publication(before, draft, dict.fromkeys(found.undecided, same))
    return found.as_version(found.proposed)


def seal(assessing: Assessing, system: str, quarter: int, asked: Questionnaire, **levels: int) -> int:
    """Seal an assessment with these levels; the others become unknown."""
    id_ = assessing.start(Draft(system=system, period=Period(2026, quarter), questionnaire=asked.reference))
    for name, value in levels.items():
        assessing.answer(id_, name.replace("_", "-"), "agreed", level(value))
    assessing.close_assessment(id_)
    return id_


def everything_else(assessing: Assessing) -> list[str]:
    """Return every stored row but those of questionnaires and their files."""
    own = ('INSERT INTO "questionnaires"', 'INSERT INTO "keeping"')
    return [row for row in assessing.workspace.connection.iterdump() if not row.startswith(own)]


def test_a_version_is_frozen_with_its_file_and_comes_back_whole(assessing: Assessing) -> None:
    text = f"# Ours, with a remark.\n{write_questionnaire(FIRST)}"
    assert assessing.publish(FIRST, text).is_new
    assert assessing.library.find("ours@1.0") == FIRST
    assert assessing.file_of(FIRST) == text
    line = next(iter(assessing.questionnaires()))
    assert (line.name, line.version, line.origin) == ("ours", "1.0", "own")


def test_the_file_of_a_version_keeps_every_remark_and_says_the_new_version(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    new = after(FIRST, A_1={"prompt": "How is it done now?"}, A_2={"levels": OTHER})
    found = publication(FIRST, replace(new, title="Ours, better", lineage=new.lineage), {"A-1": True})
    new = found.as_version("1.1")
    draft = f"# A remark.\n{write_questionnaire(replace(new, version='1.0', lineage=None))}"
    assessing.publish(new, draft)
    kept = assessing.file_of(new)
    assert kept.startswith("# A remark.\n")
    assert parse_questionnaire(kept.encode())[0] == new
    assert 'version: "1.1"' in kept
    assert kept.count("lineage:") == 1


def test_publishing_the_same_again_changes_nothing(assessing: Assessing) -> None:
    assessing.publish(FIRST, f"# First.\n{write_questionnaire(FIRST)}")
    before = list(assessing.workspace.connection.iterdump())
    assert not assessing.publish(FIRST, f"# Second.\n{write_questionnaire(FIRST)}").is_new
    assert assessing.file_of(FIRST).startswith("# First.")
    assert list(assessing.workspace.connection.iterdump()) == before


def test_a_version_that_is_there_is_never_overwritten(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    with pytest.raises(InputError, match=r"ours@1\.0 exists already and says something else"):
        assessing.publish(replace(FIRST, title="Another"))
    with pytest.raises(InputError, match=r"scalability@1\.0 exists already"):
        assessing.publish(replace(FIRST, id="scalability"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"version": "1.1"}, "It can score differently, so it is 2.0 or higher."),
        ({"lineage": None}, "does not say which version it came from"),
        ({"lineage": Lineage(from_version="0.9")}, "came from ours@0.9, which is not here"),
        (
            {"lineage": Lineage(from_version="1.0", changes=(LineageChange(redefine="Z-9"),))},
            "“Z-9” is not in ours@2.0",
        ),
    ],
)
def test_a_version_that_does_not_follow_is_refused(
    assessing: Assessing, wrong: dict[str, Any], words: str
) -> None:
    assessing.publish(FIRST)
    with pytest.raises(InputError, match=words.replace(".", r"\.")):
        assessing.publish(replace(after(FIRST, A_1={"weight": 5.0}), **wrong))
    assert [line.version for line in assessing.questionnaires()] == ["1.0"]


def test_anchors_that_changed_without_a_word_are_refused(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    silent = replace(after(FIRST, A_1={"levels": OTHER}), lineage=Lineage(from_version="1.0"))
    with pytest.raises(InputError, match="the levels of A-1 read differently"):
        assessing.publish(silent)


def test_a_questionnaire_whose_file_has_errors_is_refused_with_them(assessing: Assessing) -> None:
    broken = replace(FIRST, id="not an id")
    with pytest.raises(FaultyFileError):
        assessing.publish(broken)
    assert assessing.questionnaires() == ()


def test_where_the_file_cannot_be_kept_nothing_is(
    assessing: Assessing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError

    monkeypatch.setattr(verbatim, "put", refuse)
    with pytest.raises(NotSavedError):
        assessing.publish(FIRST)
    assert assessing.questionnaires() == ()


def test_a_new_version_leaves_what_is_sealed_and_what_is_open(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    sealed = seal(assessing, "Shop", 2, FIRST, A_1=2, A_2=3, A_3=1)
    opened = assessing.start(Draft(system="Shop", period=Period(2026, 3), questionnaire="ours@1.0"))
    assessing.answer(opened, "A-1", "agreed", level(3))
    seal_before, body = assessing.seal_of(sealed), assessing.workspace.sealed_bodies()
    figures = [score_json(evaluate(assessing.workspace.load(id_))) for id_ in (sealed, opened)]
    lines, stored = assessing.home(), everything_else(assessing)
    assessing.publish(after(FIRST, same=False, A_1={"levels": OTHER, "weight": 5.0}, A_3=None))  # type: ignore[arg-type]  # None takes it away
    assert assessing.seal_of(sealed) == seal_before
    assert assessing.workspace.sealed_bodies() == body
    assert [score_json(evaluate(assessing.workspace.load(id_))) for id_ in (sealed, opened)] == figures
    assert assessing.home() == lines
    assert everything_else(assessing) == stored
    assert assessing.verify().ok


def test_the_effects_count_trends_by_question_and_system(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    seal(assessing, "Shop", 2, FIRST, A_1=2, A_2=3)
    seal(assessing, "Bank", 2, FIRST, A_1=2, A_3=3)
    assessing.start(Draft(system="Bank", period=Period(2026, 3), questionnaire="ours@1.0"))
    new = after(FIRST, same=False, A_1={"levels": OTHER}, A_3=None)  # type: ignore[arg-type]  # None takes it away
    told = assessing.effects_of(new)
    assert told is not None
    assert (told.restarts, told.ends, told.open_ones) == (2, 1, ("Bank@2026-Q3",))
    assessing.publish(new)
    assert assessing.effects_of(new) is None, "it is here already"


def test_a_trend_that_began_two_versions_ago_counts_under_its_new_name(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    seal(assessing, "Shop", 1, FIRST, A_1=2)
    topic = FIRST.pillars[0].topics[0]
    renamed = (replace(topic.questions[0], id="B-1"), *topic.questions[1:])
    second = replace(
        FIRST,
        version="1.1",
        pillars=(replace(FIRST.pillars[0], topics=(replace(topic, questions=renamed),)),),
        lineage=Lineage(from_version="1.0", changes=(LineageChange(rename=("A-1", "B-1")),)),
    )
    assessing.publish(second)
    told = assessing.effects_of(after(second, same=False, B_1={"prompt": "How is it today?"}))
    assert told is not None
    assert [(one.question, one.systems) for one in told.turns] == [("B-1", ("Shop",))]


def test_another_weight_rescores_only_what_is_new_and_the_bridge_says_so(assessing: Assessing) -> None:
    assessing.publish(FIRST)
    old = seal(assessing, "Shop", 2, FIRST, A_1=1, A_2=3, A_3=3)
    before = evaluate(assessing.load(old))
    heavier = after(FIRST, A_1={"weight": 20.0})
    assert heavier.version == "2.0"
    assessing.publish(heavier)
    assert score_json(evaluate(assessing.workspace.load(old))) == score_json(before)
    new = seal(assessing, "Shop", 3, heavier, A_1=1, A_2=3, A_3=4)
    found = compare(assessing.load(old), assessing.load(new))
    steps = {one.step: one.delta for one in found.bridge}
    assert steps["weights"] < -1
    assert steps["answers"] > 0
    assert found.as_reported.delta == pytest.approx(sum(steps.values()))
    assert [name for name, delta in steps.items() if abs(delta) > 1e-9] == ["weights", "answers"]


def test_ones_own_questionnaire_is_made_of_a_shipped_one_and_its_trends_are_counted(
    assessing: Assessing,
) -> None:
    core = assessing.library.latest()
    seal(assessing, "Shop", 2, core)
    found = publication(core, replace(core, id="ours", title="Ours"))
    ours = found.as_version(found.proposed)
    told = assessing.effects_of(ours)
    assert told is not None
    assert (told.before.reference, told.restarts) == ("scalability@1.0", 0)
    assert assessing.publish(ours).is_new
    id_ = assessing.start(Draft(system="Shop", period=Period(2026, 3), questionnaire=core.reference))
    assessing.answer(id_, "ARC-01", "agreed", level(3))
    assert [one.reference for one in assessing.newer(id_)] == ["ours@1.0"]
    assessing.move(id_, "ours@1.0")
    assert assessing.load(id_).agreed["ARC-01"].level == 3
