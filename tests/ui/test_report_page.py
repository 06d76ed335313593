"""The report page: what is chosen is what is drawn and written, and a name gets its ending."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import Answer
from readiness.ui.dialogs.words_dialog import WordsDialog
from readiness.ui.icons import Icons
from readiness.ui.pages.report.preview import Preview
from readiness.ui.pages.report_page import ReportPage
from readiness.ui.theme import Theme

A_MINUTE = 60_000


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[ReportPage]:
    """Return the page on a quick check, shown, with its first page drawn."""
    made = ReportPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1180, 644)
    room.start(quick=True)
    with qtbot.waitActive(made):
        made.show()
    made.begin()
    wait_for_pages(qtbot, made)
    yield made
    preview(made).wait()


def preview(page: ReportPage) -> Preview:
    found = page.findChild(Preview)
    assert isinstance(found, Preview)
    return found


def wait_for_pages(qtbot: QtBot, page: ReportPage) -> None:
    qtbot.waitUntil(lambda: label(page, "page-count").startswith("Page "), timeout=A_MINUTE)


def label(page: ReportPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def button(page: ReportPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def choose(monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, str]) -> list[str]:
    """Answer the file dialog; return what it was opened with."""
    offered: list[str] = []
    left = list(answers)

    def answer(_parent: object, _title: str, wanted: str, _kinds: str) -> tuple[str, str]:
        offered.append(wanted)
        return left.pop(0)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def test_a_page_that_is_switched_off_is_neither_shown_nor_written(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    before = preview(page).pages
    with qtbot.waitSignal(room.session.rendered, timeout=A_MINUTE):
        button(page, "page-pillars").click()
    qtbot.waitUntil(lambda: preview(page).pages < before, timeout=A_MINUTE)
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_to(tmp_path / "short.pdf")
    assert len(PdfReader(tmp_path / "short.pdf").pages) == preview(page).pages


def field(page: ReportPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_the_company_is_kept_with_the_settings_and_drawn(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(room.session.rendered, timeout=A_MINUTE):
        field(page, "report-company").setText("Quillmere")
        field(page, "report-company").editingFinished.emit()
    assert room.session.settings.company == "Quillmere"
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_to(tmp_path / "company.pdf")
    assert "Quillmere" in PdfReader(tmp_path / "company.pdf").pages[0].extract_text()


def test_an_accent_that_cannot_be_read_is_refused_beside_its_field(room: Room, page: ReportPage) -> None:
    field(page, "report-accent").setText("#ffee00")
    field(page, "report-accent").editingFinished.emit()
    assert room.session.settings.report.accent == ""
    assert "too light" in "".join(one.accessibleName() + one.text() for one in page.findChildren(QLabel))


def test_other_readers_have_other_pages(qtbot: QtBot, room: Room, page: ReportPage) -> None:
    with qtbot.waitSignal(room.session.rendered, timeout=A_MINUTE):
        button(page, "page-answers").click()
    choices = room.session.settings.report
    assert "answers" in choices.pages
    with qtbot.waitSignal(room.session.rendered, timeout=A_MINUTE):
        part = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Leadership")
        part.click()
    assert room.session.settings.report.audience == "leadership"
    assert not button(page, "page-answers").isChecked()
    assert not button(page, "room-notes").isEnabled()


def test_a_page_moves_with_alt_and_an_arrow_and_keeps_the_focus(
    qtbot: QtBot, room: Room, page: ReportPage
) -> None:
    row = button(page, "page-risks")
    row.setFocus()
    before = room.session.settings.report.order.index("risks")
    with qtbot.waitSignal(room.session.rendered, timeout=A_MINUTE):
        qtbot.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert room.session.settings.report.order.index("risks") == before - 1
    assert row.hasFocus()


def test_both_sides_say_that_it_can_go_and_undo_takes_it_back(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    assert not button(page, "ready-product").isEnabled()
    with qtbot.waitSignal(room.session.sealed, timeout=A_MINUTE):
        room.session.close_assessment()
    qtbot.waitUntil(button(page, "ready-product").isEnabled, timeout=A_MINUTE)
    for side in ("product", "engineering"):
        button(page, f"ready-{side}").click()
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_to(tmp_path / "ready.pdf")
    text = PdfReader(tmp_path / "ready.pdf").pages[0].extract_text()
    assert "Ready to send: Product and Engineering." in " ".join(text.split())
    room.session.undo_stack.undo()
    assert not button(page, "ready-engineering").isChecked()


def test_a_sentence_is_written_anew_and_the_generated_one_comes_back(
    qtbot: QtBot, room: Room, page: ReportPage
) -> None:
    button(page, "edit-words").click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(WordsDialog)), timeout=A_MINUTE)
    (dialog,) = page.window().findChildren(WordsDialog)
    area = dialog.findChild(QPlainTextEdit, "words-summary-headline")
    assert isinstance(area, QPlainTextEdit)
    area.setPlainText("We can take the autumn.")
    qtbot.mouseClick(dialog_button(dialog, "words-done"), Qt.MouseButton.LeftButton)
    words = room.session.words
    assert words is not None
    assert words.said == {"summary.headline": "We can take the autumn."}
    room.session.undo_stack.undo()
    assert room.session.words is not None
    assert room.session.words.said == {}
    wait_for_pages(qtbot, page)


def dialog_button(dialog: WordsDialog, name: str) -> QAbstractButton:
    found = dialog.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_thumbnails_lead_to_their_pages(qtbot: QtBot, page: ReportPage) -> None:
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "thumbnail-2") is not None, timeout=A_MINUTE)
    button(page, "thumbnail-2").click()
    qtbot.waitUntil(lambda: label(page, "page-count").startswith("Page 2 of"), timeout=A_MINUTE)
    assert button(page, "thumbnail-2").isChecked()


def test_the_place_of_the_last_report_is_offered_again(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_to(tmp_path / "a.pdf")
    offered = choose(monkeypatch, ("", ""))
    qtbot.mouseClick(button(page, "export-pdf"), Qt.MouseButton.LeftButton)
    assert Path(offered[0]).parent == tmp_path


def test_before_you_send_it_counts_what_is_left(qtbot: QtBot, room: Room, page: ReportPage) -> None:
    assert "15 questions are not answered yet." in label(page, "before-you-send")
    for question in room.assessment.questionnaire.questions[1:]:
        room.session.answer(question.id, Answer(level=2))
    assert "1 question is not answered yet." in label(page, "before-you-send")
    wait_for_pages(qtbot, page)


def test_the_pager_says_its_page_again_after_an_export(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    said = label(page, "page-count")
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_to(tmp_path / "a.pdf")
    assert label(page, "page-count") == said
    assert label(page, "export-state") == "Written: a.pdf"
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_as(tmp_path / "a.md")
    assert label(page, "page-count") == said


@pytest.mark.parametrize(
    ("typed", "written"),
    [("report", "report.pdf"), ("report v1.2", "report v1.2.pdf"), ("report.PDF", "report.PDF")],
)
def test_a_name_gets_the_ending_that_says_what_is_in_it(
    qtbot: QtBot,
    room: Room,
    page: ReportPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    written: str,
) -> None:
    choose(monkeypatch, (str(tmp_path / typed), "PDF (*.pdf)"))
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / written).read_bytes().startswith(b"%PDF")


def test_a_file_that_the_ending_would_hit_is_asked_about(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "report.pdf"
    there.write_bytes(b"kept")
    offered = choose(monkeypatch, (str(tmp_path / "report"), ""), ("", ""))
    qtbot.mouseClick(button(page, "export-pdf"), Qt.MouseButton.LeftButton)
    assert offered[1] == str(there)
    assert there.read_bytes() == b"kept"


def test_answers_go_out_as_the_kind_that_was_chosen(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = (
        ("one", "Answers file (*.yaml)"),
        ("two", "Answers as JSON (*.json)"),
        ("three", "Excel workbook (*.xlsx)"),
        ("four", "Answers as a table (*.csv)"),
        ("five", "Markdown (*.md)"),
    )
    choose(monkeypatch, *((str(tmp_path / name), kind) for name, kind in kinds))
    for _ in kinds:
        with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
            qtbot.mouseClick(button(page, "export-answers"), Qt.MouseButton.LeftButton)
    assert json.loads((tmp_path / "two.json").read_text(encoding="utf-8"))["system"] == "Checkout API"
    assert (tmp_path / "one.yaml").read_text(encoding="utf-8").startswith("format: readiness-answers/1")
    assert (tmp_path / "three.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "four.csv").read_text(encoding="utf-8-sig").startswith('"System","Period"')
    assert (tmp_path / "five.md").read_text(encoding="utf-8").startswith("# Checkout API, ")


def test_the_suggested_name_follows_the_kind_and_a_typed_one_does_not(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    suggested = f"Checkout API {room.assessment.period} readiness"
    typed = (str(tmp_path / "mine.csv"), "Excel workbook (*.xlsx)")
    offered = choose(monkeypatch, (str(tmp_path / f"{suggested}.xlsx"), "Markdown (*.md)"), typed)
    for _ in range(2):
        with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
            button(page, "export-answers").click()
    assert offered[0] == str(tmp_path / f"{suggested}.xlsx")
    written = {path.name for path in tmp_path.iterdir() if path.suffix in {".md", ".csv", ".xlsx"}}
    assert written == {f"{suggested}.md", "mine.csv"}


def test_the_company_of_the_settings_is_in_the_tables(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    room.session.change_settings(replace(room.session.settings, company="Quillmere"))
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_as(tmp_path / "a.md")
    assert "- **Organisation:** Quillmere" in (tmp_path / "a.md").read_text(encoding="utf-8")
    wait_for_pages(qtbot, page)


def test_what_is_written_can_be_opened_and_what_failed_cannot(
    qtbot: QtBot, room: Room, page: ReportPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(room.session.exported, timeout=A_MINUTE):
        page.export_to(tmp_path / "a.pdf")
    assert button(page, "open-exported").isVisible()
    with qtbot.waitSignal(room.session.export_failed, timeout=A_MINUTE):
        page.export_to(tmp_path)
    assert not button(page, "open-exported").isVisible()
    assert not button(page, "stop-export").isVisible()
    assert "is a folder" in label(page, "export-state")


def test_another_assessment_never_stands_under_this_name(qtbot: QtBot, room: Room, page: ReportPage) -> None:
    room.start("Payment gateway", quick=True)
    assert label(page, "page-count") in {"", "Drawing the pages…"}
    page.begin()
    wait_for_pages(qtbot, page)


def test_pages_turn_by_keyboard(qtbot: QtBot, page: ReportPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: label(page, "page-count").startswith("Page 2 of"), timeout=A_MINUTE)
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: label(page, "page-count").startswith("Page 1 of"), timeout=A_MINUTE)


def test_everything_fits_between_the_window_s_edges(page: ReportPage) -> None:
    for name in ("export-pdf", "export-answers"):
        found = page.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        corner = found.mapTo(page, found.rect().bottomRight())
        assert page.rect().contains(corner)
