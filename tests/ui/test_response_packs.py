"""A page for somebody elsewhere, and what comes back: previewed, decided, taken in; no level is shown."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.segmented import Segmented

pytestmark = pytest.mark.usefixtures("nothing_is_read_here")


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    room.open_own()
    draft = Draft(system="Checkout API", period=Period(2026, 3), mode="private")
    room.session.start_assessment(draft)
    room.settle()
    yield made
    made.hide()
    made.deleteLater()


def returned(folder: Path, answers: dict[str, object], by: str = "Ana Ruiz") -> Path:
    file = folder / "answers.json"
    lane = {id_: {**given, "by": by, "at": "2026-09-09T10:00:00Z"} for id_, given in answers.items()}  # type: ignore[dict-item]
    file.write_text(
        json.dumps(
            {
                "format": "readiness-answers/1",
                "questionnaire": "scalability@1.0",
                "system": "Checkout API",
                "period": "2026-Q3",
                "engineering": lane,
            }
        ),
        encoding="utf-8",
    )
    return file


def dialog(window: MainWindow) -> Sheet:
    return next(sheet for sheet in window.findChildren(Sheet) if sheet.isVisible())


def press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def take_in(window: MainWindow, room: Room, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    window.packs.take_in()
    room.settle()


def test_a_page_is_written_for_one_side(
    window: MainWindow, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "product.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(page), ""))
    window.packs.save_page("product")

    press(dialog(window), "pack-save")
    room.settle()

    assert "33 questions" in window.messages._bar.accessibleName()
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_page_for_some_pillars_asks_less(
    window: MainWindow, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "p.html"), ""))
    window.packs.save_page("engineering")
    for pillar in ("arc", "dat", "obs", "aut", "gro"):
        press(dialog(window), f"pack-{pillar}")

    press(dialog(window), "pack-save")
    room.settle()

    assert "6 questions" in window.messages._bar.accessibleName()


def test_a_page_that_asks_nothing_cannot_be_saved(window: MainWindow) -> None:
    window.packs.save_page("engineering")
    sheet = dialog(window)
    for pillar in ("arc", "dat", "obs", "aut", "deb", "gro"):
        press(sheet, f"pack-{pillar}")
    save = sheet.findChild(QAbstractButton, "pack-save")
    assert save is not None
    assert (save.isEnabled(), save.accessibleDescription()) == (False, "Tick what the page asks")

    press(sheet, "pack-deb")
    assert save.isEnabled()
    sheet.reject()


def test_what_is_new_comes_in_after_a_preview(
    window: MainWindow, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = returned(tmp_path, {"ARC-01": {"level": 2}, "ARC-02": {"unknown": True}})
    take_in(window, room, file, monkeypatch)
    words = " ".join(label.text() for label in dialog(window).findChildren(QLabel))
    assert "2 new, 0 the same, 0 different" in words
    assert "Partial" not in words

    press(dialog(window), "take-in-accept")
    room.settle()

    assert room.assessment.engineering["ARC-01"].level == 2
    assert room.assessment.engineering["ARC-02"].unknown


@pytest.mark.parametrize(("choice", "level"), [("mine", 1), ("theirs", 3), ("together", 1)])
def test_what_differs_waits_for_a_decision(
    window: MainWindow, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: str, level: int
) -> None:
    room.session.answer("ARC-01", Answer(level=1), "engineering")
    room.settle()
    take_in(window, room, returned(tmp_path, {"ARC-01": {"level": 3}}), monkeypatch)
    accept = dialog(window).findChild(QAbstractButton, "take-in-accept")
    assert accept is not None
    assert not accept.isEnabled()

    every = dialog(window).findChild(Segmented, "take-in-all")
    assert every is not None
    press(every, f"option-{choice}")
    assert accept.isEnabled()
    accept.click()
    room.settle()

    assert room.assessment.engineering["ARC-01"].level == level


def test_a_file_for_another_quarter_is_refused_in_words(
    window: MainWindow, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = returned(tmp_path, {"ARC-01": {"level": 2}})
    file.write_text(file.read_text(encoding="utf-8").replace("2026-Q3", "2025-Q1"), encoding="utf-8")
    take_in(window, room, file, monkeypatch)
    assert "no such assessment here" in window.messages._bar.accessibleName()
    assert not room.assessment.engineering
