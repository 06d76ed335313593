"""The window never waits for a disk: with every other thread held, each page and change goes on at once."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from holding import HeldDisk, held_disk
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer, Limit
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.terms import PlanTerms
from readiness.services.assessing import Draft
from readiness.storage.backup_names import kept
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.restoring_desk import GoingBack
from readiness.ui.theme import Theme

PAGES = ("assess", "table", "closing", "results", "limits", "roadmap", "compare", "report")
ENDING = frozenset({"quit", "full-screen"})


@pytest.fixture
def window(
    room: Room,
    theme: Theme,
    icons: Icons,
    written_sample: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    shutil.copy(written_sample, room.places.sample)
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    made.files.open_sample()
    room.settle()
    yield made
    made.safekeeping.wait()
    made.hide()
    made.deleteLater()


@pytest.fixture
def disk(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[HeldDisk]:  # noqa: ARG001 - it is opened first
    with held_disk(monkeypatch, tmp_path) as made:
        yield made


def open_one(room: Room) -> None:
    """Open the assessment that is in progress."""
    line = next(line for system in room.session.home for line in system.assessments if line.state == "open")
    room.session.open_assessment(line.id)
    room.settle()


def close_dialogs(window: MainWindow) -> None:
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()


def end(room: Room, window: MainWindow, disk: HeldDisk) -> None:
    """Let the disk answer, and see that nobody waited for it or touched it."""
    close_dialogs(window)
    room.settle()
    assert disk.waited == []
    assert disk.touched == []


def test_the_twin_that_waits_is_caught(room: Room, window: MainWindow, disk: HeldDisk) -> None:
    """What asks the disk in the window's own thread is named; or this test could see nothing."""
    with disk.held():
        disk.do("reads", room.places.sample.exists)
        disk.do("lists", lambda: list(kept(room.places.sample)))
    assert [touched.partition(":")[0] for touched in disk.touched][:2] == ["reads", "lists"]
    close_dialogs(window)


def test_every_page_is_shown(room: Room, window: MainWindow, disk: HeldDisk) -> None:
    open_one(room)
    with disk.held():
        for page in PAGES:
            disk.do(page, partial(window.system.show_page, page))
        disk.do("home", window.go_home)
        disk.do("portfolio", window.go_portfolio)
        disk.do("new", window.new_assessment)
    end(room, window, disk)


def test_every_command_is_done(room: Room, window: MainWindow, disk: HeldDisk) -> None:
    open_one(room)
    actions = [action for action in window.findChildren(QAction) if action.objectName() not in ENDING]
    assert len(actions) > 30
    with disk.held():
        for action in actions:
            disk.do(action.objectName() or action.text(), action.trigger)
            close_dialogs(window)
    end(room, window, disk)


def test_every_key_of_answering_is_taken(
    qtbot: QtBot, room: Room, window: MainWindow, disk: HeldDisk
) -> None:
    open_one(room)
    keys = "01234DXNECPRAOLTFKQ"
    with disk.held():
        for page in ("assess", "table"):
            window.system.show_page(page)
            window.system.take_focus()
            for key in keys:
                target = QApplication.focusWidget() or window
                disk.do(f"{page} {key}", partial(qtbot.keyClicks, target, key))
                disk.do(f"{page} Esc", partial(qtbot.keyClick, target, Qt.Key.Key_Escape))
                close_dialogs(window)
    end(room, window, disk)


def test_every_change_is_taken_and_undone(room: Room, window: MainWindow, disk: HeldDisk) -> None:
    open_one(room)
    session = room.session
    question = room.assessment.questionnaire.questions[0].id
    deeds: dict[str, Callable[[], object]] = {
        "answer": partial(session.answer, question, Answer(level=0, note="typed")),
        "limits": partial(session.set_limits, (Limit(id="cpu", resource="CPU", used=1.0, limit=2.0),)),
        "facts": partial(session.set_facts, (OpenFact(question=question, text="Look"),)),
        "parked": partial(session.set_parked, (Parked(text="Later"),)),
        "actions": partial(session.set_actions, (PlannedAction(id=question, title="Do"),), "plan"),
        "decisions": partial(session.set_decisions, (Decision(text="Two nodes"),), "decide"),
        "terms": partial(session.set_terms, PlanTerms(fill=True), "fill"),
        "place": partial(session.set_place, question),
        "undo": session.undo_stack.undo,
        "redo": session.undo_stack.redo,
        "flush": session.flush,
        "close preview": partial(session.preview_close, lambda _preview: None),
        "seal": session.close_assessment,
        "leave": session.leave_assessment,
        "rename": partial(session.rename_system, session.home[0].id, "Another name"),
        "archive": partial(session.archive_system, session.home[2].id, archived=True),
        "trash": partial(session.read_trash, lambda _lines: None),
        "start": partial(session.start_assessment, Draft(system="Ledger", period=Period(2026, 3))),
        "settings": partial(session.change_settings, replace(session.settings, company="Quillmere")),
    }
    with disk.held():
        for name, deed in deeds.items():
            disk.do(name, deed)
    end(room, window, disk)
    assert room.session.unsaved == 0


def test_files_are_opened_and_made_and_backups_gone_back_to(
    room: Room, window: MainWindow, disk: HeldDisk, tmp_path: Path
) -> None:
    session, place = room.session, tmp_path / "second"
    place.mkdir()
    open_one(room)
    going = GoingBack(backup=room.places.sample, workspace=room.places.sample, made_at="2026-09-10T08:00:00Z")
    deeds: dict[str, Callable[[], object]] = {
        "report": partial(session.export_pdf, tmp_path / "report.pdf"),
        "preview": session.render_pdf,
        "file": partial(session.export_file, tmp_path / "answers.json"),
        "second place": partial(window.safekeeping.set_second_place, str(place)),
        "places": window.backups.show_places,
        "restore": window.backups.show,
        "restore from": partial(window.backups.look_in, tmp_path),
        "people": window.backups.show_people,
        "go back": partial(session.go_back, going),
        "backup": session.open_backup,
        "elsewhere": partial(session.save_elsewhere, tmp_path / "elsewhere.readiness"),
        "own": window.files.open_own,
        "new file": partial(session.create_workspace, tmp_path / "new.readiness"),
        "missing": partial(session.open_workspace, tmp_path / "missing.readiness"),
        "close": window.close,
    }
    with disk.held():
        for name, deed in deeds.items():
            disk.do(name, deed)
            close_dialogs(window)
        assert window.isVisible()  # it stays until everything is on the disk
    end(room, window, disk)
