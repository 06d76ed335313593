"""What comes back from a page: shown first, written only as decided, refused where it does not belong."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import level, unknown

from readiness.domain.assessment import Answer, Assessment, Participant
from readiness.domain.counting import Side
from readiness.domain.period import Period
from readiness.errors import FaultyFileError, InputError, NotFoundError, ReadinessError, SealedError
from readiness.services.assessing import Assessing, Draft
from readiness.services.taking_in import TakingIn, comes_back, is_response, look, look_at_file, take_in

WHEN = "2026-09-01T10:42:00.123Z"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "a.readiness")
    yield made
    made.workspace.database.close()


@pytest.fixture
def id_(workspace: Assessing) -> int:
    return workspace.start(Draft(system="Checkout API", period=Period(2026, 3), mode="private"))


def response(workspace: Assessing, side: Side, answers: dict[str, Answer], person: str = "Ana") -> Assessment:
    given = {question: replace(answer, by=person, at=WHEN) for question, answer in answers.items()}
    plain = Assessment(
        questionnaire=workspace.library.latest(),
        system="checkout api",
        period=Period(2026, 3),
        participants=(Participant(role="Lead", name=person, lane=side),),
    )
    return replace(plain, product=given) if side == "product" else replace(plain, engineering=given)


def given_by(workspace: Assessing, person: str, level_: int, question: str = "GRO-01") -> TakingIn:
    answer = level(level_, note=f"{person} knows.")
    return look(workspace, response(workspace, "product", {question: answer}, person))


def test_new_answers_are_shown_and_written_only_when_it_is_said(workspace: Assessing, id_: int) -> None:
    preview = given_by(workspace, "Ana", 3)
    assert (preview.assessment_id, preview.side, preview.person) == (id_, "product", "Ana")
    assert preview.ids("new") == ("GRO-01",)
    assert workspace.workspace.load(id_).product == {}
    done = take_in(workspace, preview, {})
    assert (done.new, done.changed, done.unchanged) == (("GRO-01",), (), ())
    kept = workspace.workspace.load(id_).product["GRO-01"]
    assert (kept.level, kept.note, kept.by) == (3, "Ana knows.", "Ana")


@pytest.mark.usefixtures("id_")
def test_the_same_file_again_is_the_same_and_writes_nothing(workspace: Assessing) -> None:
    take_in(workspace, given_by(workspace, "Ana", 3), {})
    before = workspace.workspace.connection.total_changes
    again = given_by(workspace, "Ana", 3)
    assert again.ids("same") == ("GRO-01",)
    assert take_in(workspace, again, {}).unchanged == ("GRO-01",)
    assert workspace.workspace.connection.total_changes == before


def test_an_answer_that_differs_waits_for_a_word(workspace: Assessing, id_: int) -> None:
    take_in(workspace, given_by(workspace, "Ana", 3), {})
    preview = given_by(workspace, "Ana", 1)
    (one,) = preview.questions
    assert (one.stands, one.mine.level, one.theirs.level) == ("differs", 3, 1)
    assert one.theirs.at == WHEN
    assert one.mine.at
    with pytest.raises(InputError, match="Nobody has said what wins for GRO-01"):
        take_in(workspace, preview, {})
    assert take_in(workspace, preview, {"GRO-01": "mine"}).unchanged == ("GRO-01",)
    assert workspace.load(id_).product["GRO-01"].level == 3
    assert take_in(workspace, preview, {"GRO-01": "theirs"}).changed == ("GRO-01",)
    assert workspace.load(id_).product["GRO-01"].level == 1


def test_what_is_new_can_be_left_out(workspace: Assessing, id_: int) -> None:
    assert take_in(workspace, given_by(workspace, "Ana", 3), {"GRO-01": "mine"}).new == ()
    assert workspace.load(id_).product == {}


def test_several_people_say_the_lower_median_and_stay_readable(workspace: Assessing, id_: int) -> None:
    for person, said in (("Ana", 4), ("Tom", 1), ("Mia", 3)):
        take_in(workspace, given_by(workspace, person, said), {"GRO-01": "together"})
    kept = workspace.workspace.load(id_).product["GRO-01"]
    assert (kept.level, kept.by) == (3, "")
    assert kept.note == "Answers: 4, 3, 1.\n4: Ana knows.\n3: Mia knows.\n1: Tom knows."
    voices = workspace.workspace.voices(id_, "product")["GRO-01"]
    assert {name: voice.level for name, voice in voices.items()} == {"Ana": 4, "Tom": 1, "Mia": 3}


def test_who_sends_again_counts_once(workspace: Assessing, id_: int) -> None:
    for person, said in (("Tom", 4), ("Ana", 4), ("Ana", 0), ("Tom", 2)):
        take_in(workspace, given_by(workspace, person, said), {"GRO-01": "together"})
    kept = workspace.load(id_).product["GRO-01"]
    assert kept.note.splitlines()[0] == "Answers: 0, 2."
    assert given_by(workspace, "Ana", 0).ids("same") == ("GRO-01",)


def test_who_says_the_same_counts_too(workspace: Assessing, id_: int) -> None:
    answers = {"GRO-01": level(3)}
    for person in ("Ana", "Tom"):
        take_in(workspace, look(workspace, response(workspace, "product", answers, person)), {})
    (one,) = look(workspace, response(workspace, "product", {"GRO-01": level(0)}, "Mia")).questions
    assert (one.people, one.together.level) == (3, 3)
    assert workspace.load(id_).product["GRO-01"].level == 3


def test_an_answer_given_in_the_program_counts_as_one_more(workspace: Assessing, id_: int) -> None:
    workspace.answer(id_, "GRO-01", "product", level(0))
    (one,) = given_by(workspace, "Ana", 3).questions
    assert (one.stands, one.people, one.together.level) == ("differs", 2, 0)


def test_an_erased_name_is_nobodys_voice(workspace: Assessing, id_: int) -> None:
    take_in(workspace, given_by(workspace, "Ana", 3), {})
    workspace.workspace.connection.execute("UPDATE people SET name = NULL")
    assert workspace.workspace.voices(id_, "product") == {}


def test_an_answer_taken_back_takes_the_voices_with_it(workspace: Assessing, id_: int) -> None:
    take_in(workspace, given_by(workspace, "Ana", 3), {})
    workspace.answer(id_, "GRO-01", "product", Answer())
    assert workspace.workspace.voices(id_, "product") == {}
    assert given_by(workspace, "Tom", 1).questions[0].people == 1


def test_what_changed_since_the_preview_is_not_overwritten(workspace: Assessing, id_: int) -> None:
    preview = given_by(workspace, "Ana", 3)
    workspace.answer(id_, "GRO-01", "product", level(0))
    with pytest.raises(InputError, match="GRO-01 changed meanwhile"):
        take_in(workspace, preview, {"GRO-01": "theirs"})
    assert workspace.load(id_).product["GRO-01"].level == 0


def test_only_what_a_person_can_say_comes_in(workspace: Assessing, id_: int) -> None:
    sly = level(3, carried_from="2025-Q1", restated=4, because="agreed", note_for="report")
    theirs = response(workspace, "product", {"GRO-01": sly})
    theirs = replace(theirs, product={"GRO-01": replace(theirs.product["GRO-01"], at="soon")})
    take_in(workspace, look(workspace, theirs), {})
    kept = workspace.load(id_).product["GRO-01"]
    assert (kept.carried_from, kept.restated, kept.because, kept.note_for, kept.at) == (
        None,
        None,
        "",
        "room",
        "",
    )


def test_another_lane_is_never_smuggled_in(workspace: Assessing, id_: int) -> None:
    own = response(workspace, "product", {"GRO-01": level(3)})
    stowaway = {"ARC-01": level(4)}
    for smuggling in (replace(own, engineering=stowaway), replace(own, agreed=stowaway)):
        with pytest.raises(InputError, match="one side’s alone"):
            look(workspace, smuggling)
    masked = replace(own, participants=(Participant(role="Lead", name="Ana", lane="engineering"),))
    with pytest.raises(InputError, match="says it comes from engineering"):
        look(workspace, masked)
    with pytest.raises(InputError, match="Product is not asked ARC-01"):
        look(workspace, response(workspace, "product", {"ARC-01": level(3)}))
    assert workspace.load(id_).engineering == {}


def test_one_file_is_one_person(workspace: Assessing, id_: int) -> None:
    both = response(workspace, "product", {"GRO-01": level(3), "GRO-03": level(3)})
    forged = replace(both, product={**both.product, "GRO-03": level(0, by="Tom")})
    with pytest.raises(InputError, match="answers of 2 people"):
        look(workspace, forged)
    assert workspace.load(id_).product == {}


def test_a_file_for_something_else_is_refused(workspace: Assessing, id_: int) -> None:
    own = response(workspace, "product", {"GRO-01": level(3)})
    with pytest.raises(NotFoundError, match="is for Search@2026-Q3"):
        look(workspace, replace(own, system="Search"))
    with pytest.raises(NotFoundError, match="no such assessment here"):
        look(workspace, replace(own, period=Period(2026, 2)))
    with pytest.raises(NotFoundError):
        look(workspace, replace(own, revision=2))
    other = workspace.start(Draft(system="Search", period=Period(2026, 3), mode="private"))
    with pytest.raises(InputError, match="not for Search@2026-Q3"):
        look(workspace, own, other)
    older = workspace.library.find("scalability@0.1")
    assert older is not None
    with pytest.raises(
        InputError, match=r"asks scalability@1\.0 \(full\); the file answers scalability@0\.1"
    ):
        look(workspace, replace(own, questionnaire=older))
    with pytest.raises(InputError, match=r"\(quick\)"):
        look(workspace, replace(own, questionnaire=own.questionnaire.within("quick"), scope="quick"))
    assert workspace.load(id_).product == {}


def test_nothing_comes_into_what_is_revealed_or_sealed(workspace: Assessing) -> None:
    live = workspace.start(Draft(system="Live", period=Period(2026, 3)))
    theirs = replace(response(workspace, "product", {"GRO-01": level(3)}), system="Live")
    with pytest.raises(InputError, match="are revealed"):
        look(workspace, theirs)
    workspace.close_assessment(live)
    with pytest.raises(SealedError):
        look(workspace, theirs)


def test_the_reveal_freezes_what_came_back_before(workspace: Assessing, id_: int) -> None:
    take_in(workspace, given_by(workspace, "Ana", 3), {})
    preview = given_by(workspace, "Ana", 0)
    workspace.reveal(id_)
    for late in (
        lambda: given_by(workspace, "Tom", 1),
        lambda: take_in(workspace, preview, {"GRO-01": "theirs"}),
    ):
        with pytest.raises(InputError, match="no longer change"):
            late()
    assert workspace.load(id_).product["GRO-01"].level == 3


def test_sealing_between_preview_and_word_is_noticed(workspace: Assessing, id_: int) -> None:
    preview = given_by(workspace, "Ana", 3)
    workspace.close_assessment(id_)
    with pytest.raises(SealedError):
        take_in(workspace, preview, {})


def test_what_reads_like_a_response(workspace: Assessing, id_: int) -> None:
    own = response(workspace, "product", {"GRO-01": unknown()})
    assert is_response(own)
    assert not is_response(replace(own, participants=()))
    assert not is_response(replace(own, agreed={"GRO-01": level(1)}))
    assert comes_back(workspace, replace(own, participants=())), "the one that is there is hidden"
    assert not comes_back(workspace, replace(own, participants=(), period=Period(2026, 1)))
    assert workspace.load(id_).product == {}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[" * 100_000, "nests deeper"),
        (b'{"format": "readiness-answers/1", "product": {}, "product": {}}', "stands twice"),
        (b'{"format": "readiness-answers/9"}', "newer than this program"),
        (b"\xff\xfe{", "UTF-16"),
        (b'{"format": "readiness-answers/1", "scorring": 1}', "scorring"),
        (b'{"format": "readiness-answers/1", "a": "\x00"}', "cannot stand in a text"),
        (b'{"format": "readiness-answers/1", "product": {"GRO-01": {"level": 99}}}', "level"),
        (b'{"format": "readiness-answers/1", "product": {"GRO-01": {"level": NaN}}}', "no number"),
        (b'{"format": "readiness-answers/1", "product": {"GRO-01": {"__proto__": {}}}}', "__proto__"),
    ],
)
def test_a_hostile_file_is_refused_with_every_fault(
    workspace: Assessing, id_: int, tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    with pytest.raises(FaultyFileError) as refused:
        look_at_file(workspace, path, id_)
    assert says in refused.value.details


def test_a_file_that_is_no_file_or_too_large_is_not_read(workspace: Assessing, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (5 * 1024 * 1024 + 1))
    for path in (tmp_path, large, tmp_path / "nowhere.json"):
        with pytest.raises(ReadinessError):
            look_at_file(workspace, path)


def test_a_file_is_read_and_compared(workspace: Assessing, id_: int, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    document = {
        "format": "readiness-answers/1",
        "questionnaire": "scalability@1.0",
        "system": "Checkout API",
        "period": "2026-Q3",
        "participants": [{"role": "Product", "lane": "product"}],
        "product": {"GRO-01": {"level": 2, "at": WHEN}},
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    preview = look_at_file(workspace, path, id_)
    assert (preview.person, preview.ids("new")) == ("", ("GRO-01",))
