"""A full assessment beside last quarter's: its level is seen after the answer, and can be set right."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.level_card import LevelCard

QUESTION = "ARC-03"  # agreed on 2 in 2026-Q3


@pytest.fixture
def page(qtbot: QtBot, room: Room, written_sample: Path, theme: Theme, icons: Icons) -> AssessPage:
    """Return the page on a full assessment of 2026-Q4, at a question that stood at 2."""
    made = AssessPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    shutil.copy(written_sample, room.places.sample)
    room.session.open_sample(room.places.sample)
    room.settle()
    start(room, "full")
    with qtbot.waitActive(made):
        made.show()
    made.go_to(QUESTION)
    return made


def start(room: Room, how: str) -> None:
    last = next(line for line in room.session.home if line.name == "Checkout API").assessments[-1]
    draft = Draft(system="Checkout API", period=Period(2026, 4))
    room.session.start_from(draft, last.id, "check-in" if how == "check-in" else "full")
    room.settle()


def press(qtbot: QtBot, *keys: str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        qtbot.keyClicks(target, key)


def marked(page: AssessPage) -> list[int]:
    return [c.level.number for c in page.findChildren(LevelCard) if "Last quarter" in c.accessibleName()]


def past(page: AssessPage) -> str:
    label = page.findChild(QLabel, "last-quarter")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def child(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_last_quarters_level_is_seen_only_after_the_answer(qtbot: QtBot, page: AssessPage) -> None:
    assert (marked(page), past(page)) == ([], "")
    press(qtbot, "2")
    assert (marked(page), past(page)) == ([2], "2026‑Q3: 2, Partial.")
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert (marked(page), past(page)) == ([], "")


def test_where_it_differs_one_key_says_that_it_was_so_then_too(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "1")
    assert past(page) == "2026‑Q3: 2, Partial. In hindsight, was that right?"
    assert child(page, "restate").accessibleName() == "It was 1 then too"
    press(qtbot, "b")
    room.settle()
    assert (room.assessment.agreed[QUESTION].level, room.assessment.agreed[QUESTION].restated) == (1, 1)
    press(qtbot, "b")
    assert room.assessment.agreed[QUESTION].restated is None


@pytest.mark.usefixtures("page")
def test_the_original_stays_as_it_was_and_the_restated_level_is_beside_it(qtbot: QtBot, room: Room) -> None:
    press(qtbot, "1", "b")
    room.settle()
    last = room.session.last_quarter
    assert last is not None
    assert last.assessment.agreed[QUESTION].level == 2
    id_ = room.session.assessment_id
    room.session.leave_assessment()
    room.settle()
    assert id_ is not None
    room.session.open_assessment(id_)
    room.settle()
    assert room.assessment.agreed[QUESTION].restated == 1


def test_another_level_can_be_said_of_then(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    press(qtbot, "1")
    row = page.findChild(QWidget, "restated-level")
    assert row is not None
    child(row, "option-0").click()
    assert room.assessment.agreed[QUESTION].restated == 0
    child(row, "option-2").click()
    assert room.assessment.agreed[QUESTION].restated is None


def test_b_does_nothing_before_there_is_something_to_compare(
    qtbot: QtBot, room: Room, page: AssessPage
) -> None:
    press(qtbot, "b")
    assert room.assessment.agreed == {}
    assert past(page) == ""
    press(qtbot, "2", "b")
    assert room.assessment.agreed[QUESTION].restated is None


def test_it_can_be_switched_off(qtbot: QtBot, room: Room, page: AssessPage) -> None:
    room.session.change_settings(replace(room.session.settings, last_quarters_mark=False))
    press(qtbot, "1")
    assert (marked(page), past(page)) == ([], "")


def test_a_sealed_check_in_shows_what_was_carried_in_grey_with_its_quarter(
    room: Room, page: AssessPage
) -> None:
    assert room.session.assessment_id is not None
    room.session.delete_assessment(room.session.assessment_id)
    room.settle()
    start(room, "check-in")
    room.session.close_assessment()
    room.settle()
    id_ = next(id_ for id_, answer in room.assessment.agreed.items() if answer.level is not None)
    page.go_to(id_)
    card = next(c for c in page.findChildren(LevelCard) if "Carried." in c.accessibleName())
    assert card.level.number == room.assessment.agreed[id_].level
    assert past(page).startswith("Carried from 2026‑Q3")
