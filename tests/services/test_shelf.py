"""The library: what there is, where it is used, and that nothing in use can be deleted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_questionnaire
from commands import SMALL
from lenses import a_lens, as_file, backups

from readiness.domain.period import Period
from readiness.domain.questionnaire import Lineage
from readiness.errors import FaultyFileError, InputError
from readiness.services.assessing import Assessing, Draft
from readiness.services.shelf import Shelved, askable, look_at_file, put_back, remove, shelf, take_in


@pytest.fixture
def assessing(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "mine.readiness")
    yield made
    made.close()


@pytest.fixture
def lens(tmp_path: Path) -> Path:
    path = tmp_path / "lens.json"
    path.write_bytes(as_file(a_lens(backups())))
    return path


def found(assessing: Assessing, reference: str) -> Shelved:
    return next(one for one in shelf(assessing) if one.questionnaire.reference == reference)


def test_what_is_shipped_stands_on_the_shelf_and_stays(assessing: Assessing) -> None:
    core = found(assessing, "scalability@1.0")
    assert (core.origin, core.may_go) == ("shipped", False)
    with pytest.raises(InputError, match="comes with the program"):
        remove(assessing, "scalability@1.0")


def test_a_lens_and_a_file_of_ours_are_taken_in_alike(assessing: Assessing, lens: Path) -> None:
    assert take_in(assessing, look_at_file(assessing, lens)) == "small-lens@1.0"
    assert take_in(assessing, look_at_file(assessing, SMALL)) == "small@1.0"
    assert look_at_file(assessing, SMALL).held
    assert {one.reference for one in askable(assessing)} == {"small-lens@1.0", "small@1.0"}
    assert found(assessing, "small@1.0").origin == "imported"


def test_what_an_assessment_asks_cannot_be_deleted(assessing: Assessing, lens: Path) -> None:
    take_in(assessing, look_at_file(assessing, lens))
    draft = Draft(system="Shop", period=Period(2026, 3), questionnaire="small-lens@1.0")
    id_ = assessing.start(draft)
    assert found(assessing, "small-lens@1.0").uses == ("Shop@2026-Q3",)
    with pytest.raises(InputError, match=r"small-lens@1\.0 is used by Shop@2026-Q3"):
        remove(assessing, "small-lens@1.0")
    assessing.delete(id_)
    assert not found(assessing, "small-lens@1.0").may_go, "it can be restored"


def test_a_version_that_another_came_out_of_stays(assessing: Assessing, lens: Path) -> None:
    take_in(assessing, look_at_file(assessing, lens))
    lens.write_bytes(as_file(a_lens({**backups(), "title": "How are backups made?"})))
    take_in(assessing, look_at_file(assessing, lens))
    assert found(assessing, "small-lens@1.0").later == "small-lens@1.1"
    with pytest.raises(InputError, match=r"is used by small-lens@1\.1"):
        remove(assessing, "small-lens@1.0")
    remove(assessing, "small-lens@1.1")
    remove(assessing, "small-lens@1.0")
    assert askable(assessing) == ()


def test_a_faulty_file_is_refused_with_its_faults(assessing: Assessing, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: readiness-questionnaire/1\nid: a\n", encoding="utf-8")
    with pytest.raises(FaultyFileError):
        look_at_file(assessing, path)


OURS = a_questionnaire(id="ours", title="Ours")
LATER = replace(OURS, version="1.10", title="Ours, better", lineage=Lineage(from_version="1.0"))


def start(assessing: Assessing, reference: str, quarter: int) -> int:
    return assessing.start(Draft(system="Shop", period=Period(2026, quarter), questionnaire=reference))


def test_an_older_version_says_which_is_newer_and_who_asks_it_still(assessing: Assessing) -> None:
    for one in (OURS, LATER):
        assessing.publish(one)
    closed = start(assessing, "ours@1.0", 1)
    assessing.close_assessment(closed)
    start(assessing, "ours@1.0", 2)
    old, new = found(assessing, "ours@1.0"), found(assessing, "ours@1.10")
    assert (old.newest, old.open_uses) == ("1.10", ("Shop@2026-Q2",))
    assert old.uses == ("Shop@2026-Q1", "Shop@2026-Q2")
    assert (new.newest, new.open_uses, new.uses) == ("", (), ())


def test_what_is_asked_beside_a_core_is_used_too(assessing: Assessing) -> None:
    start(assessing, "scalability@1.0+saas@1.0", 3)
    assert found(assessing, "saas@1.0").uses == ("Shop@2026-Q3",)
    assert found(assessing, "scalability@1.0").open_uses == ("Shop@2026-Q3",)


def test_what_is_deleted_comes_back_with_its_file_and_where_it_came_from(assessing: Assessing) -> None:
    assessing.publish(OURS)
    assessing.publish(LATER)
    text = assessing.kept_file(LATER)
    gone = remove(assessing, "ours@1.10")
    assert assessing.library.find("ours@1.10") is None
    assert assessing.kept_file(LATER) == ""
    put_back(assessing, gone)
    assert (found(assessing, "ours@1.10").origin, assessing.kept_file(LATER)) == ("own", text)
    put_back(assessing, gone)
    assert len(assessing.questionnaires()) == 2


def test_a_later_version_in_a_file_says_what_it_does_to_trends(assessing: Assessing, lens: Path) -> None:
    first = look_at_file(assessing, lens)
    assert first.effects is None
    take_in(assessing, first)
    assessing.close_assessment(start(assessing, "small-lens@1.0", 1))
    lens.write_bytes(as_file(a_lens(backups(("taken", "NO_RISK"), ("default", "HIGH_RISK")))))
    later = look_at_file(assessing, lens)
    assert later.effects is not None
    assert [(one.question, one.turn) for one in later.effects.turns] == [("backups", "redefined")]
    take_in(assessing, later)
    assert look_at_file(assessing, lens).effects is None


def test_what_a_questionnaire_of_another_name_came_out_of_stays(assessing: Assessing) -> None:
    assessing.import_questionnaire(a_questionnaire(id="ours"))
    fork = a_questionnaire(id="theirs", lineage=Lineage(from_version="ours@1.0"))
    assessing.import_questionnaire(fork)
    core = found(assessing, "ours@1.0")
    assert (core.later, core.may_go) == ("theirs@1.0", False)
    assert found(assessing, "theirs@1.0").may_go
