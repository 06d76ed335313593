"""Going back to a backup: listed, previewed, restored whole, and undone."""

import gzip
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from builders import level, the_worked_example
from guarding import WorkspaceGuard

from readiness.domain.period import Period
from readiness.errors import OutputError, WorkspaceError, WorkspaceInUseError
from readiness.services.assessing import Assessing, Draft
from readiness.services.restoring import backups_of, copy_to, holding, preview, restore
from readiness.storage import replacing, second_place
from readiness.storage.backup_names import kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed workspace: a sealed quarter, and then a changed answer in another system."""
    path = tmp_path / "quillmere.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
    with closing(Assessing.open(path)) as desk:
        id_ = desk.start(Draft(system="Search", period=Period(2026, 3)))
        desk.answer(id_, "ARC-01", "agreed", level(2))
    return path


def test_every_backup_is_listed_newest_first_with_why_it_was_made(path: Path) -> None:
    newest, oldest = backups_of(path)
    assert (newest.why, oldest.why) == ("", "sealed")
    assert (newest.systems, newest.assessments, oldest.systems, oldest.assessments) == (2, 2, 1, 1)
    assert newest.head == oldest.head
    assert newest.head
    assert newest.size > 0
    assert not newest.fault
    assert not oldest.fault


def test_what_is_imported_later_is_preceded_by_a_backup(path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        id_ = desk.home()[1].assessments[0].id
        desk.answer(id_, "ARC-01", "agreed", level(0))
        theirs = desk.load(id_)
        desk.import_answers(theirs)
        assert kept(path)[0].why == ""
        desk.answer(id_, "ARC-01", "agreed", level(3))
        desk.import_answers(theirs, merge="theirs")
    whys = [one.why for one in kept(path)]
    assert whys[:2] == ["", "before-import"]


def test_a_preview_counts_what_goes_and_what_comes_back(path: Path) -> None:
    oldest = backups_of(path)[-1].path
    with closing(Assessing.open(path)) as desk:
        found = preview(oldest, holding(desk))
    assert found.going == ("Search@2026-Q3",)
    assert (found.going_answers, found.coming, found.answers_lost) == (1, (), 0)
    assert found.sealed_now == found.sealed_then == "Checkout API@2026-Q3"


def test_a_preview_of_the_newest_says_that_nothing_differs(path: Path) -> None:
    with closing(Assessing.open(path)) as desk:
        assert preview(backups_of(path)[0].path, holding(desk)).is_none


def test_a_preview_without_a_readable_workspace_brings_everything_back(path: Path) -> None:
    assert len(preview(backups_of(path)[0].path, None).coming) == 2


def test_answers_that_would_read_otherwise_are_counted(path: Path) -> None:
    newest = backups_of(path)[0].path
    with closing(Assessing.open(path)) as desk:
        desk.answer(2, "ARC-01", "agreed", level(4))
        desk.answer(2, "ARC-03", "agreed", level(4))
        found = preview(newest, holding(desk))
    assert (found.answers_changed, found.answers_lost, found.answers_back) == (1, 1, 0)


def test_a_quarter_sealed_since_would_be_open_again(path: Path) -> None:
    newest = backups_of(path)[0].path
    with closing(Assessing.open(path)) as desk:
        desk.close_assessment(2)
        found = preview(newest, holding(desk))
    assert found.reopened == ("Search@2026-Q3",)
    assert (found.sealed_now, found.sealed_then) == ("Search@2026-Q3", "Checkout API@2026-Q3")


def test_restoring_keeps_what_was_open_as_a_backup_and_can_be_undone(path: Path) -> None:
    oldest = backups_of(path)[-1].path
    desk = Assessing.open(path)
    done = restore(oldest, path, desk)
    assert done.is_backup
    assert done.kept == kept(path)[0].path
    assert kept(path)[0].why == "before-restore"
    with closing(Assessing.open(path)) as again:
        assert [system.name for system in again.home()] == ["Checkout API"]
        assert done.kept is not None
        restore(done.kept, path, again)
    with closing(Assessing.open(path)) as undone:
        assert [system.name for system in undone.home()] == ["Checkout API", "Search"]
        assert undone.verify().ok


def test_a_damaged_workspace_is_kept_as_a_file_with_its_journal(path: Path) -> None:
    path.write_bytes(b"damaged")
    path.with_name(f"{path.name}-journal").write_bytes(b"somebody's")
    done = restore(backups_of(path)[0].path, path)
    assert not done.is_backup
    assert done.kept is not None
    assert done.kept.read_bytes() == b"damaged"
    assert "replaced" in done.kept.name
    assert not path.with_name(f"{path.name}-journal").exists()
    with closing(Assessing.open(path)) as again:
        assert len(again.home()) == 2


def test_a_file_that_took_its_place_meanwhile_is_kept_too(path: Path) -> None:
    oldest = backups_of(path)[-1].path
    desk = Assessing.open(path)
    path.unlink()
    path.write_bytes(b"somebody else's")
    done = restore(oldest, path, desk)
    assert done.is_backup
    (aside,) = path.parent.glob("quillmere replaced *.readiness")
    assert aside.read_bytes() == b"somebody else's"
    with closing(Assessing.open(path)) as again:
        assert len(again.home()) == 1


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.readiness"
    link.parent.mkdir()
    link.symlink_to(path)
    path.write_bytes(b"damaged")
    (newest, *_others) = backups_of(link)
    restore(newest.path, link)
    assert link.is_symlink()
    with closing(Assessing.open(link)) as again:
        assert len(again.home()) == 2


def test_a_missing_workspace_comes_back(path: Path) -> None:
    path.unlink()
    assert restore(backups_of(path)[0].path, path).kept is None
    with closing(Assessing.open(path)) as again:
        assert len(again.home()) == 2


def test_a_damaged_backup_is_listed_as_such_and_never_restored(path: Path) -> None:
    newest = backups_of(path)[0].path
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 0xFF
    content[8192:8292] = b"\0" * 100
    newest.write_bytes(content)
    before = path.read_bytes()
    assert backups_of(path)[0].fault
    with pytest.raises(OutputError, match="damaged"):
        restore(newest, path)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*readiness-tmp"))


def test_a_workspace_that_another_program_has_open_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr("readiness.storage.leftovers._is_free", lambda _file: False)
    with pytest.raises(WorkspaceInUseError):
        restore(backups_of(path)[0].path, path)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*readiness-tmp"))


def test_a_full_disk_is_said_in_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    backup = backups_of(path)[0].path
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OutputError) as told:
        restore(backup, path)
    assert told.value.happened == f"No copy of {backup.name} could be written: the disk is full."
    assert told.value.safe == "Nothing was replaced."


@pytest.mark.parametrize("step", ["copy_checked", "sync_file", "write_copy"])
def test_whatever_fails_the_workspace_is_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_given: object) -> None:
        if step == "copy_checked":
            happened = "No room."
            raise OutputError(happened)
        raise OSError(28, "No space left on device")

    backup = backups_of(path)[0].path
    monkeypatch.setattr(replacing, step, full)
    with pytest.raises(OutputError):
        restore(backup, path)
    monkeypatch.undo()
    with closing(Assessing.open(path)) as again:
        assert len(again.home()) == 2
        assert again.verify().ok


def test_a_copy_is_saved_elsewhere_and_never_over_a_file(path: Path, tmp_path: Path) -> None:
    backup, target = backups_of(path)[0].path, tmp_path / "elsewhere" / "copy.readiness"
    copy_to(backup, target)
    assert target.read_bytes() == backup.read_bytes()
    with pytest.raises(OutputError, match="already a file"):
        copy_to(backup, target)


def test_looking_can_be_stopped_and_says_how_far_it_is(path: Path) -> None:
    told: list[tuple[int, int]] = []
    assert len(backups_of(path, told=lambda done, of: told.append((done, of)))) == 2
    assert told == [(0, 2), (1, 2)]
    assert backups_of(path, stop=lambda: True) == ()


def test_the_same_backup_in_two_places_is_one_line_and_the_sound_one_counts(
    path: Path, tmp_path: Path
) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    assert second_place.mirror(path, place).copied == 2
    kept(path)[0].path.write_bytes(b"damaged")
    newest, oldest = backups_of(path, place)
    assert newest.places == oldest.places == ("beside", "second")
    assert not newest.fault
    assert place in newest.path.parents
    assert oldest.path.parent == kept(path)[0].path.parent


@pytest.mark.parametrize("format_", [1, 2, 3])
def test_a_backup_of_every_format_is_listed_previewed_and_restored(tmp_path: Path, format_: int) -> None:
    path = tmp_path / "own.readiness"
    folder = tmp_path / "own backups"
    folder.mkdir()
    packed = Path(__file__).parents[1] / "storage" / "formats" / f"format-{format_}.readiness.gz"
    backup = folder / "own 000001 2026-01-01 0000.readiness"
    backup.write_bytes(gzip.decompress(packed.read_bytes()))
    (line,) = backups_of(path)
    assert not line.fault
    assert line.assessments == len(preview(backup, None).coming) > 0
    restore(backup, path)
    with closing(Assessing.open(path)) as again:
        assert again.verify().ok
        assert len(again.home()) == line.systems


def names_in(folder: Path) -> list[str]:
    """Return what lies in a folder, so that two moments can be compared."""
    return sorted(one.name for one in folder.iterdir())


def test_what_is_kept_half_gets_no_name_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(_file: object, copy: Path) -> None:
        copy.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    backup = backups_of(path)[0].path
    path.write_bytes(b"damaged")
    before = names_in(path.parent)
    monkeypatch.setattr(replacing, "write_copy", half)
    with pytest.raises(OutputError):
        restore(backup, path)
    assert names_in(path.parent) == before
    assert path.read_bytes() == b"damaged"


def test_a_workspace_that_cannot_be_replaced_keeps_its_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(part: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(13, "Permission denied")
        return replace(part, target)

    replace = Path.replace
    backup = backups_of(path)[0].path
    path.with_name(f"{path.name}-journal").write_bytes(b"half a change")
    before = names_in(path.parent)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError):
        restore(backup, path)
    assert names_in(path.parent) == before
    assert path.with_name(f"{path.name}-journal").read_bytes() == b"half a change"


def test_a_journal_without_its_file_does_not_spoil_what_comes_back(path: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    path.unlink()
    journal.write_bytes(b"half a change")
    restore(backups_of(path)[0].path, path)
    assert not journal.exists()
    (aside,) = path.parent.glob("quillmere replaced *-journal")
    assert aside.read_bytes() == b"half a change"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_journal_that_leads_to_another_file_costs_that_nothing(path: Path, *, is_there: bool) -> None:
    letters = path.with_name("letters.txt")
    letters.write_text("somebody's letters", "utf-8")
    backup = backups_of(path)[0].path
    if not is_there:
        path.unlink()
    path.with_name(f"{path.name}-journal").symlink_to(letters)
    before = names_in(path.parent)
    with pytest.raises(WorkspaceError, match="quillmere.readiness-journal, which this program did not write"):
        restore(backup, path)
    assert letters.read_text("utf-8") == "somebody's letters"
    assert names_in(path.parent) == before


def test_an_open_workspace_that_cannot_be_read_any_more_is_kept_as_a_file(
    path: Path, workspace_guard: WorkspaceGuard
) -> None:
    backup = backups_of(path)[0].path
    desk = Assessing.open(path)
    spoilt = b"\xaa" * path.stat().st_size
    with path.open("r+b") as file:  # a disk that fails, under what is open
        file.write(spoilt)
    workspace_guard.opened.clear()  # it was the disk
    desk.workspace.database.connection.execute("PRAGMA shrink_memory")
    done = restore(backup, path, desk)
    assert not done.is_backup
    assert done.kept is not None
    assert done.kept.read_bytes() == spoilt
    with closing(Assessing.open(path)) as again:
        assert len(again.home()) == 2
