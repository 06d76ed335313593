"""The quarter that a report is held against: offered, shown in the pages, remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.services.preferences import Preferences
from readiness.ui.icons import Icons
from readiness.ui.pages.report.preview import Preview
from readiness.ui.pages.report_page import ReportPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.select import Select

A_MINUTE = 60_000


@pytest.fixture
def page(qtbot: QtBot, sample_room: Room, theme: Theme, icons: Icons) -> Iterator[ReportPage]:
    """Return the page of the sample’s first system in its last quarter."""
    made = ReportPage(sample_room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1180, 644)
    sample_room.session.open_assessment(sample_room.session.home[0].assessments[-1].id)
    sample_room.settle()
    with qtbot.waitActive(made):
        made.show()
    found = made.findChild(Preview)
    assert isinstance(found, Preview)
    with qtbot.waitSignal(found.outlined, timeout=A_MINUTE):
        made.begin()
    yield made
    found.wait()


def picker(page: ReportPage) -> Select:
    found = page.findChild(Select, "compared-quarter")
    assert isinstance(found, Select)
    return found


def titles(qtbot: QtBot, room: Room, page: ReportPage) -> list[str]:
    found = page.findChild(Preview)
    assert isinstance(found, Preview)
    with qtbot.waitSignal(found.outlined, timeout=A_MINUTE) as told:
        room.settle()
    assert told.args is not None
    return [title for title, _ in told.args[0].places]


def test_the_quarter_before_is_offered_first(page: ReportPage) -> None:
    select = picker(page)

    assert select.isVisible()
    assert select.accessibleName() == "Compared with"
    assert [select.itemText(index) for index in range(select.count())] == [
        "the quarter before, 2026\u2011Q2",
        "2026\u2011Q1",
        "2025\u2011Q4",
    ]
    assert select.key == ""


def test_another_quarter_is_chosen_by_keyboard_drawn_and_remembered(
    qtbot: QtBot, sample_room: Room, page: ReportPage
) -> None:
    picker(page).setFocus()
    qtbot.keyClick(picker(page), Qt.Key.Key_Down)

    assert "Changes since 2026-Q1" in titles(qtbot, sample_room, page)
    qtbot.waitUntil(lambda: Preferences(sample_room.places.settings).read().report.since == "2026-Q1")
    assert picker(page).key == "2026-Q1"


def test_a_quarter_that_a_system_never_had_is_the_one_before(page: ReportPage, sample_room: Room) -> None:
    choices = page.findChild(Select, "compared-quarter")
    assert choices is not None
    session = sample_room.session
    session.open_assessment(session.home[0].assessments[0].id)
    sample_room.settle()

    assert not picker(page).isVisible()
