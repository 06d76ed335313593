"""The library: what there is, where it is used, and that nothing in use can be deleted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import SMALL
from lenses import a_lens, as_file, backups

from readiness.domain.period import Period
from readiness.errors import FaultyFileError, InputError
from readiness.services.assessing import Assessing, Draft
from readiness.services.shelf import Shelved, askable, look_at_file, remove, shelf, take_in


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
