"""The studio's files: begun from what is shipped, saved with care, never written over what others wrote."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_questionnaire
from lenses import a_lens, as_file, backups

from readiness.domain.period import Period
from readiness.domain.publishing import publication
from readiness.domain.questionnaire import Lineage
from readiness.domain.studio.places import with_fields
from readiness.errors import FaultyFileError, InputError
from readiness.exchange.questionnaires import write_questionnaire
from readiness.paths import bundled
from readiness.services.assessing import Assessing, Draft
from readiness.services.own_files import own_files
from readiness.services.shelf import look_at_file, take_in
from readiness.services.studio import (
    ChangedOutside,
    Saved,
    draft_problems,
    edit,
    is_changed_outside,
    keep_beside,
    open_draft,
    save_draft,
    start_empty,
)

FIRST = (0, 0, 0)


@pytest.fixture
def assessing(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "mine.readiness")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "questionnaires"


def test_a_shipped_questionnaire_is_copied_with_its_comments(assessing: Assessing, folder: Path) -> None:
    drafting = edit(assessing, "scalability@1.0", folder)
    assert (drafting.draft.reference, drafting.draft.title) == (
        "scalability-own@1.0",
        "Scalability readiness (own)",
    )
    assert drafting.before == assessing.library.find("scalability@1.0")
    text = drafting.path.read_text(encoding="utf-8")
    assert "# Licensed under CC-BY-4.0" in text
    assert 'lineage:\n  from: "scalability@1.0"\n' in text
    assert edit(assessing, "scalability@1.0", folder).path == drafting.path


def test_a_shipped_file_is_never_edited_in_its_place(assessing: Assessing) -> None:
    with pytest.raises(InputError, match="comes with the program"):
        open_draft(assessing, bundled("questionnaires", "saas.yaml"))


def test_a_published_version_stays_and_its_next_draft_begins(assessing: Assessing, folder: Path) -> None:
    published = a_questionnaire(id="ours", version="3.2")
    assessing.import_questionnaire(published)
    assessing.start(Draft(system="Shop", period=Period(2026, 3), questionnaire="ours@3.2"))
    drafting = edit(assessing, "ours@3.2", folder)
    assert drafting.draft.reference == "ours@3.3"
    assert drafting.before == published
    assert (drafting.systems, drafting.uses) == (1, ("Shop@2026-Q3",))


def test_a_file_that_holds_a_published_version_is_opened_as_the_next_one(
    assessing: Assessing, tmp_path: Path
) -> None:
    published = a_questionnaire(id="ours", version="3.2")
    assessing.import_questionnaire(published)
    path = tmp_path / "ours.yaml"
    path.write_text(write_questionnaire(published), encoding="utf-8")
    before = path.read_bytes()
    drafting = open_draft(assessing, path)
    assert drafting.draft.version == "3.3"
    assert path.read_bytes() == before
    save_draft(drafting, drafting.draft)
    assert b'version: "3.3"' in path.read_bytes()


def test_a_version_of_a_colleague_is_gone_on_from_and_not_written_over(
    assessing: Assessing, folder: Path
) -> None:
    mine = a_questionnaire(id="ours", version="1.0")
    folder.mkdir()
    (folder / "ours.yaml").write_text(write_questionnaire(mine), encoding="utf-8")
    assessing.import_questionnaire(mine)
    theirs = with_fields(mine, FIRST, why="Theirs.")
    theirs = replace(theirs, version="1.1", lineage=Lineage(from_version="1.0"))
    assessing.import_questionnaire(theirs)
    drafting = edit(assessing, "ours@1.0", folder)
    assert (drafting.before, drafting.draft.questions[0].why) == (theirs, "Theirs.")
    assert drafting.draft.reference == "ours@1.2"
    assert (folder / "ours.yaml").read_text(encoding="utf-8") == write_questionnaire(mine)
    assert edit(assessing, "ours@1.1", folder).path == drafting.path


def test_what_others_wrote_is_not_written_over(assessing: Assessing, folder: Path) -> None:
    drafting = start_empty(assessing, folder, "The shop’s own")
    assert drafting.path.name == "the-shop-s-own.yaml"
    mine = with_fields(drafting.draft, FIRST, prompt="Mine?")
    theirs = drafting.path.read_text(encoding="utf-8").replace("First topic", "Their topic")
    drafting.path.write_text(theirs, encoding="utf-8")
    assert is_changed_outside(drafting)
    outcome = save_draft(drafting, mine)
    assert isinstance(outcome, ChangedOutside)
    assert outcome.theirs == theirs
    assert "Mine?" in outcome.mine
    assert drafting.path.read_text(encoding="utf-8") == theirs
    beside = keep_beside(drafting, mine)
    assert beside.path.name == "the-shop-s-own-mine.yaml"
    assert open_draft(assessing, beside.path).draft == mine
    assert drafting.path.read_text(encoding="utf-8") == theirs


def test_the_same_change_from_outside_is_no_conflict(assessing: Assessing, folder: Path) -> None:
    drafting = start_empty(assessing, folder, "Shop")
    draft = with_fields(drafting.draft, FIRST, prompt="What?")
    saved = save_draft(drafting, draft)
    assert isinstance(saved, Saved)
    assert save_draft(drafting, draft) == saved


def test_problems_tell_place_field_and_entry(assessing: Assessing, folder: Path) -> None:
    drafting = start_empty(assessing, folder, "Shop")
    levels = ("One", "Two", "Three", "", "Five")
    draft = with_fields(drafting.draft, FIRST, prompt="What is it?", levels=levels)
    found = draft_problems(assessing, draft)
    first = found[0]
    assert (first.place, first.field, first.item, first.blocks) == (FIRST, "levels", 3, True)
    assert first.text == "Level 3 has no description"
    assert not found[-1].blocks
    empty = replace(draft.pillars[0].topics[0], questions=())
    draft = replace(draft, pillars=(replace(draft.pillars[0], topics=(empty,)),))
    assert [one.place for one in draft_problems(assessing, draft) if one.blocks] == [(0, 0)]


def test_a_file_of_another_form_is_refused_with_its_lines(assessing: Assessing, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: readiness-questionnaire/1\nid: x\ncolour: red\n", encoding="utf-8")
    with pytest.raises(FaultyFileError, match=r"broken\.yaml has") as refused:
        open_draft(assessing, path)
    assert refused.value.faults[0].line == 3


def test_own_files_are_listed_by_their_titles(assessing: Assessing, folder: Path) -> None:
    assert own_files(folder) == ()
    start_empty(assessing, folder, "Shop")
    (folder / "notes.yaml").write_text("just: notes\n", encoding="utf-8")
    assert [(one.title, one.version, one.id) for one in own_files(folder)] == [("Shop", "1.0", "shop")]


def test_a_lens_keeps_its_words_and_is_given_weights(
    assessing: Assessing, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lens.json"
    path.write_bytes(as_file(a_lens(backups())))
    reference = take_in(assessing, look_at_file(assessing, path))
    drafting = edit(assessing, reference, folder)
    assert drafting.source is None
    assert drafting.before is not None
    assert (drafting.path.name, drafting.draft.version) == ("small-lens.lens.json", "1.1")
    draft = with_fields(drafting.draft, FIRST, weight=5.0)
    draft = with_fields(draft, (0,), weight=2.0)
    saved = save_draft(drafting, draft)
    assert isinstance(saved, Saved)
    assert draft_problems(assessing, draft) == ()
    again = edit(assessing, reference, folder)
    assert again.draft == draft
    found = publication(again.before, draft)
    assert (found.step, found.proposed) == ("major", "2.0")
    done = assessing.publish(found.as_version("2.0"))
    assert assessing.library.find(done.reference) == found.as_version("2.0")
    assert own_files(folder)[0].title == draft.title
    assert edit(assessing, done.reference, folder).draft.version == "2.1"
    assert len(list(folder.glob("*.old"))) == 1
