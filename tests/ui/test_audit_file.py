"""The audit file out of the window: from the palette, from the report page, and refused where it must be."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from audits import contents, unpacked, verify
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.pages.report_page import ReportPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.message_bar import MessageBar

A_MINUTE = 60_000


@pytest.fixture
def window(room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.resize(1180, 720)
    made.show()
    room.open_own()
    yield made
    made.hide()
    made.deleteLater()


def action(window: MainWindow) -> QAction:
    found = window.findChild(QAction, "audit")
    assert isinstance(found, QAction)
    return found


def said(window: MainWindow) -> str:
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return "" if bar.message is None else f"{bar.message.title} {bar.message.text}".strip()


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path | str) -> list[str]:
    """Answer the file dialog; return the names it was opened with."""
    offered: list[str] = []
    left = list(paths)

    def answer(_parent: QWidget, _title: str, wanted: str, *_rest: str) -> tuple[str, str]:
        offered.append(Path(wanted).name)
        return str(left.pop(0)), "Audit file (*.audit.zip)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def test_it_goes_out_of_the_palette_with_what_was_just_answered(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.start(quick=True)
    question = room.assessment.questionnaire.questions[0].id
    room.session.answer(question, Answer(level=2, note="Typed this moment."))
    offered = choose(monkeypatch, tmp_path / "ours")
    with qtbot.waitSignal(room.session.audit_exported, timeout=A_MINUTE):
        action(window).trigger()
    assert offered == ["Checkout API 2026-Q3.audit.zip"]
    written = (tmp_path / "ours.audit.zip").read_bytes()
    (line,) = contents(written)["trail.jsonl"].decode().splitlines()
    assert json.loads(line)["answer"]["note"] == "Typed this moment."
    assert said(window) == "Written: ours.audit.zip Its README says how anybody can check it."
    assert verify(unpacked(written, tmp_path / "out")).code == 0


def test_no_place_writes_nothing_and_a_file_that_is_there_is_asked_about(
    room: Room, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.start(quick=True)
    there = tmp_path / "ours.audit.zip"
    there.write_bytes(b"kept")
    offered = choose(monkeypatch, tmp_path / "ours", "")
    action(window).trigger()
    room.settle()
    assert offered[1] == "ours.audit.zip"
    assert there.read_bytes() == b"kept"
    assert said(window) == ""


def test_without_an_open_assessment_it_says_what_to_do(window: MainWindow) -> None:
    action(window).trigger()
    assert said(window) == "Open an assessment to write its audit file."


def test_the_report_page_offers_it_among_its_formats(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    page = ReportPage(room.session, theme, icons)
    qtbot.addWidget(page)
    room.start(quick=True)
    suggested = tmp_path / "Checkout API 2026-Q3 readiness.xlsx"
    choose(monkeypatch, suggested, tmp_path / "typed", tmp_path / "whole.audit.zip")
    others = page.findChild(QWidget, "export-answers")
    assert others is not None
    for _ in range(3):
        with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
            others.click()  # type: ignore[attr-defined]  # it is a button
    assert {path.name for path in tmp_path.glob("*.audit.zip")} == {
        "Checkout API 2026-Q3 readiness.audit.zip",
        "typed.audit.zip",
        "whole.audit.zip",
    }


def test_a_seal_that_does_not_hold_is_told_and_nothing_is_written(
    qtbot: QtBot, room: Room, window: MainWindow, tmp_path: Path
) -> None:
    room.start(quick=True)
    room.session.close_assessment()
    room.settle()
    connection = room.session._workspace.desk.assessing.workspace.connection  # type: ignore[union-attr]  # it is open
    connection.execute("DROP TRIGGER seals_keep_update")
    connection.execute("UPDATE seals SET at = '2026-01-01T00:00:00.000Z'")
    with qtbot.waitSignal(room.session.export_failed, timeout=A_MINUTE):
        room.session.export_audit(tmp_path / "out.audit.zip")
    assert "does not hold in this workspace" in said(window)
    assert not (tmp_path / "out.audit.zip").exists()
