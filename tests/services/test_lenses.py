"""A lens in a workspace: taken in as a version, answered by ticking, sealed, and given out again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import an_assessment
from lenses import a_choice, a_lens, as_file, backups

from readiness.domain.assessment import Answer
from readiness.domain.outcome import evaluate
from readiness.domain.period import Period
from readiness.domain.ticking import as_told
from readiness.errors import Fault, FaultyFileError, InputError
from readiness.exchange.lens.reading import read_lens
from readiness.exchange.lens.writing import write_for_upload
from readiness.services.assessing import Assessing, Draft
from readiness.services.lenses import Looked, lens_file, look_at_lens, take_lens, told
from readiness.services.packing import make_packs

LENSES = Path(__file__).resolve().parents[3] / "shared" / "data" / "lenses"
NOW = Period(2026, 3)


@pytest.fixture
def assessing(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "mine.readiness")
    yield made
    made.close()


def take(assessing: Assessing, lens: dict[str, Any], version: str = "") -> Looked:
    looked = look_at_lens(assessing, as_file(lens), "lens.json", version)
    take_lens(assessing, looked)
    return looked


def start(assessing: Assessing, reference: str, period: Period = NOW) -> int:
    return assessing.start(Draft(system="Shop", period=period, questionnaire=reference))


def test_a_preview_counts_and_stores_nothing(assessing: Assessing) -> None:
    looked = look_at_lens(
        assessing, as_file(a_lens(backups(("taken", "HIGH_RISK"), ("default", "NO_RISK")))), "lens.json"
    )
    assert (looked.new, looked.changed, looked.unchanged, looked.practices) == (("backups",), (), (), 3)
    assert "ignored-choice" in {flaw.code for flaw in looked.flaws}
    assert assessing.questionnaires() == ()


def test_the_same_lens_again_changes_nothing(assessing: Assessing) -> None:
    take(assessing, a_lens(backups()))
    again = take(assessing, a_lens(backups()))
    assert again.held
    assert (again.new, again.changed, again.unchanged) == ((), (), ("backups",))
    assert list(told(again)) == ["small-lens@1.0 is here already, word for word."]
    assert [line.version for line in assessing.questionnaires()] == ["1.0"]


def test_other_texts_are_a_minor_version_and_other_rules_a_major_one(assessing: Assessing) -> None:
    take(assessing, a_lens(backups()))
    reworded = take(assessing, a_lens({**backups(), "title": "How are backups made?"}))
    assert (reworded.questionnaire.version, reworded.changed) == ("1.1", ("backups",))
    ruled = take(assessing, a_lens(backups(("taken", "NO_RISK"), ("default", "HIGH_RISK"))))
    assert ruled.questionnaire.reference == "small-lens@2.0"
    assert [one.version for one in assessing.workspace.versions("small-lens")] == ["2.0", "1.1", "1.0"]
    assert list(told(ruled)) == [
        "A major version after 1.1: what it asks can score differently.",
        "Other rules or choices, so their trends restart: 1 question, backups.",
    ]


def test_the_publisher_names_the_version_once(assessing: Assessing) -> None:
    assert take(assessing, a_lens(backups(), _version="v1.3.5")).questionnaire.version == "v1.3.5"
    other = a_lens(backups(("taken", "NO_RISK"), ("default", "HIGH_RISK")))
    assert take(assessing, other, "v1.3.6").questionnaire.version == "v1.3.6"
    with pytest.raises(InputError, match=r"small-lens@v1\.3\.5 exists already"):
        take(assessing, a_lens({**backups(), "title": "Other"}), "v1.3.5")


def test_a_lens_that_is_called_like_a_shipped_questionnaire_gets_another_name(assessing: Assessing) -> None:
    looked = take(assessing, a_lens(backups(), name="Scalability"))
    assert looked.questionnaire.reference == "scalability-lens@1.0"


def test_a_faulty_lens_is_refused_with_every_fault(assessing: Assessing) -> None:
    lens = a_lens(backups(("taken &&", "NO_RISK"), ("taken", "LOW"), ("default", "HIGH_RISK")))
    with pytest.raises(FaultyFileError) as refused:
        look_at_lens(assessing, as_file(lens), "lens.json")
    assert [fault.code for fault in refused.value.faults] == ["not-a-condition", "not-one-of"]
    assert all(fault.line for fault in refused.value.faults)


def test_ticks_are_kept_with_their_trail_and_sealed(assessing: Assessing) -> None:
    looked = take(assessing, a_lens(backups()))
    id_ = start(assessing, looked.questionnaire.reference)
    question = looked.questionnaire.questions[0]
    answer = as_told(question, Answer(ticked=("taken",), left_out=("restored",), note="by hand"))
    assessing.answer(id_, "backups", "agreed", answer)
    kept = assessing.workspace.load(id_).agreed["backups"]
    assert (kept.ticked, kept.left_out, kept.level) == (("taken",), ("restored",), 4)
    (trail,) = assessing.workspace.connection.execute("SELECT body FROM trail").fetchall()
    assert json.loads(trail[0]) == {
        "left_out": ["restored"],
        "level": 4,
        "note": "by hand",
        "note_for": "room",
        "ticked": ["taken"],
    }
    assessing.close_assessment(id_)
    assert assessing.verify().ok
    ((_, sealed),) = assessing.workspace.sealed_bodies()
    assert sealed["answers"]["agreed"]["backups"]["ticked"] == ["taken"]


def test_ticks_that_were_changed_after_the_seal_are_seen(assessing: Assessing) -> None:
    looked = take(assessing, a_lens(backups()))
    id_ = start(assessing, looked.questionnaire.reference)
    answer = as_told(looked.questionnaire.questions[0], Answer(ticked=("taken",)))
    assessing.answer(id_, "backups", "agreed", answer)
    assessing.close_assessment(id_)
    with assessing.workspace.database.transaction() as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'answers'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE answers SET ticked = '[\"restored\"]'")
        for _, sql in triggers:
            connection.execute(sql)
    assert assessing.verify().faults == ("Shop@2026-Q3 differs from its seal.",)


def test_a_level_that_does_not_follow_from_ticks_is_refused(assessing: Assessing) -> None:
    looked = take(assessing, a_lens(backups()))
    id_ = start(assessing, looked.questionnaire.reference)
    for wrong in (Answer(level=3), Answer(level=4, ticked=("taken",))):
        with pytest.raises(InputError, match="answered by ticking practices"):
            assessing.answer(id_, "backups", "agreed", wrong)
    core = assessing.start(Draft(system="Shop", period=Period(2026, 4)))
    with pytest.raises(InputError, match="answered with a level"):
        assessing.answer(core, "ARC-01", "agreed", Answer(level=3, ticked=("taken",)))


def test_a_new_quarter_under_a_new_version_keeps_notes_and_ticks(assessing: Assessing) -> None:
    first = take(assessing, a_lens(backups(), {**backups(), "id": "keys"}))
    id_ = start(assessing, first.questionnaire.reference, Period(2026, 2))
    for question in first.questionnaire.questions:
        said = as_told(question, Answer(ticked=("taken", "restored"), note="by hand"))
        assessing.answer(id_, question.id, "agreed", said)
    assessing.close_assessment(id_)
    fewer = {**backups(("taken", "NO_RISK"), ("default", "HIGH_RISK")), "id": "keys"}
    fewer["choices"] = [a_choice("taken"), a_choice("kept")]
    second = take(assessing, a_lens({**backups(), "title": "How are backups made?"}, fewer))
    draft = Draft(system="Shop", period=Period(2026, 3), questionnaire=second.questionnaire.reference)
    agreed = assessing.load(assessing.start_from(draft, id_, "check-in")).agreed
    assert (agreed["backups"].ticked, agreed["backups"].level) == (("taken", "restored"), 4)
    assert agreed["keys"].state == "not_asked"
    assert agreed["keys"].note.startswith("by hand\nNo longer among the practices")


def test_a_lens_goes_out_as_it_came_and_for_an_upload_in_other_letters(assessing: Assessing) -> None:
    lens = a_lens({**backups(), "title": "Backups; 100 % of them"})
    asked = take(assessing, lens).questionnaire
    content, changed = lens_file(asked)
    assert json.loads(content) == lens
    assert changed == ()
    content, changed = lens_file(asked, for_upload=True)
    assert [(change.where, change.before) for change in changed] == [("backups", "Backups; 100 % of them")]
    assert json.loads(content)["pillars"][0]["questions"][0]["title"] == changed[0].after
    with pytest.raises(InputError, match="came from no custom lens"):
        lens_file(assessing.library.latest())


def test_a_response_page_asks_for_practices(assessing: Assessing, tmp_path: Path) -> None:
    looked = take(assessing, a_lens(backups()))
    draft = Draft(system="Shop", period=NOW, questionnaire=looked.questionnaire.reference, mode="private")
    made = make_packs(assessing.load(assessing.start(draft)), "product", (), tmp_path)
    assert made.packs[0].questions == 1
    page = made.packs[0].path.read_text(encoding="utf-8")
    assert '"id":"taken","title":"Practice taken","alone":false' in page
    assert "NO_RISK" not in page, "no rule goes out"


@pytest.mark.shared
def test_every_published_lens_is_taken_in_answered_and_given_out(assessing: Assessing) -> None:
    if not LENSES.exists():
        pytest.skip("../shared/data/lenses is not beside this checkout")
    for path in sorted(LENSES.glob("*.json")):
        looked = look_at_lens(assessing, path.read_bytes(), path.name)
        take_lens(assessing, looked)
        assert look_at_lens(assessing, path.read_bytes(), path.name).held
        asked = looked.questionnaire
        whole = {
            question.id: as_told(
                question, Answer(ticked=tuple(p.id for p in question.practices if not p.alone))
            )
            for question in asked.questions
        }
        system = f"{path.stem[:80]}"
        theirs = an_assessment(asked, whole, system=system)
        id_ = assessing.import_answers(theirs, asked).id
        assert assessing.workspace.load(id_).agreed.keys() == whole.keys()
        score = evaluate(assessing.load(id_)).score.score
        if any(question.weight for question in asked.questions):
            assert score is not None
            assert score > 50
        else:  # a survey, of which nothing is scored
            assert score is None
        kept = assessing.library.find(asked.reference)
        assert kept is not None
        assert lens_file(kept)[0] == lens_file(asked)[0]


@pytest.mark.shared
def test_every_published_lens_goes_out_in_the_characters_that_are_taken() -> None:
    if not LENSES.exists():
        pytest.skip("../shared/data/lenses is not beside this checkout")
    for path in sorted(LENSES.glob("*.json")):
        lens = read_lens(path.read_bytes()).lens
        assert lens is not None, path.name
        content, changes = write_for_upload(lens)
        again = read_lens(content)
        assert again.lens is not None
        assert [fault.message for fault in again.faults if "refuses" in fault.message] == [], path.name
        assert all(change.before != change.after and change.where for change in changes)
        assert bool(changes) == any(
            "refuses" in f.message or "are the most" in f.message for f in _titles(path)
        )
        assert [q.rules for q in again.lens.questions] == [q.rules for q in lens.questions]


def _titles(path: Path) -> list[Fault]:
    return [
        f
        for f in read_lens(path.read_bytes()).faults
        if f.code == "outside-the-format" and "displayText" not in f.message
    ]
