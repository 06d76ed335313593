"""Publishing in the window: read, asked, frozen, told."""

from dataclasses import replace

import pytest
from builders import a_questionnaire
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.questionnaire import Lineage
from readiness.ui.dialogs.publish_dialog import PublishDialog
from readiness.ui.icons import Icons
from readiness.ui.publishing_ways import PublishingWays
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button

FIRST = a_questionnaire(id="ours", title="Ours")


@pytest.fixture
def ways(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> PublishingWays:
    room.open_own()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1180, 720)
    window.show()
    made = PublishingWays(room.session, theme, icons, window)
    made.window = window  # type: ignore[attr-defined]  # kept alive
    return made


def accept(ways: PublishingWays, room: Room) -> None:
    room.settle()
    sheet = ways._window.findChild(PublishDialog)
    assert sheet is not None
    button = sheet.findChild(Button, "publish-accept")
    assert button is not None
    assert button.isEnabled()
    button.click()
    room.settle()


def test_a_draft_is_published_and_then_its_next_version(
    qtbot: QtBot, room: Room, ways: PublishingWays
) -> None:
    ways.publish(None, FIRST)
    with qtbot.waitSignal(ways.published) as told:
        accept(ways, room)
    assert told.args == [FIRST]
    ways.publish(FIRST, replace(FIRST, title="Ours, better"))
    with qtbot.waitSignals([ways.published, room.session.noted]):
        accept(ways, room)
    held: list[object] = []
    room.session.run_errand(lambda desk: desk.assessing.library.find("ours@1.1"), held.append)
    room.settle()
    assert held == [replace(FIRST, title="Ours, better", version="1.1", lineage=Lineage(from_version="1.0"))]
