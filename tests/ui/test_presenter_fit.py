"""The room's screen at three sizes: everything is there, in full, and nothing is under 22 pixels."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import Answer
from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.pages.presenter.conductor import Conductor
from readiness.ui.pages.presenter.fit import FITS, LEAST
from readiness.ui.pages.presenter_view import PresenterView
from readiness.ui.stage_theme import StageTheme
from readiness.ui.talk import Talk
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.counting import Side

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
NOTE = "On 14 June it took us 25 minutes to find the one entry without a limit, and nobody was told of it."
PARTS = ("room-head", "room-prompt", "room-why", "room-levels", "anchor-duel", "room-lines", "room-sides")


@pytest.fixture
def talk(room: Room) -> Iterator[Talk]:
    """Return the walk through a full assessment in which the sides are far apart on everything."""
    room.open_own()
    room.session.start_assessment(Draft(system="Payments", period=Period(2026, 3), mode="private"))
    room.settle()
    given: tuple[tuple[Side, tuple[int, int]], ...] = (("engineering", (0, 1)), ("product", (4, 3)))
    for side, levels in given:
        room.session.hand_over(side)
        for place, question in enumerate(asked(room.assessment.questionnaire, side)):
            room.session.answer(question.id, Answer(level=levels[place % 2], note=NOTE), side)
    room.session.hand_over("engineering")
    owner = QObject()
    yield Talk(room.session, owner)
    owner.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, room: Room, talk: Talk, theme: Theme, icons: Icons) -> PresenterView:
    """Return the room's screen on it."""
    talk.begin()
    made = PresenterView(room.session, talk, Conductor(room.session, talk, talk), theme, icons)
    qtbot.addWidget(made)
    made.show()
    return made


def parts(view: PresenterView) -> list[QRect]:
    """Return where everything that is shown lies, from the top."""
    found = [view.findChild(QWidget, name) for name in (*PARTS, "room-foot")]
    shown = [part.geometry() for part in found if part is not None and part.isVisibleTo(view)]
    return sorted(shown, key=QRect.top)


def assert_everything_fits(view: PresenterView, talk: Talk) -> None:
    for id_ in talk.ids:
        talk.turn_to(id_)
        found = parts(view)
        for above, below in pairwise(found):
            assert above.bottom() < below.top(), (id_, above, below)
        assert found[-1].bottom() < view.height()
        for name in PARTS:
            part = view.findChild(QWidget, name)
            assert part is not None
            if part.isVisibleTo(view):
                asked_for = part.height_at(part.width())  # type: ignore[attr-defined]
                assert part.height() >= asked_for, (id_, name)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_question_fits_with_all_its_anchors(
    view: PresenterView, talk: Talk, size: tuple[int, int]
) -> None:
    view.resize(*size)
    assert_everything_fits(view, talk)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_difference_fits_with_both_texts_and_their_words(
    room: Room, view: PresenterView, talk: Talk, size: tuple[int, int]
) -> None:
    room.session.reveal()
    view.resize(*size)
    assert_everything_fits(view, talk)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_set_under_22_pixels(
    room: Room, view: PresenterView, talk: Talk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: set[int] = set()
    plain = StageTheme.font

    def heard(self: StageTheme, name: str, *, weight: int | None = None, size: float | None = None) -> QFont:
        font = plain(self, name, weight=weight, size=size)
        found.add(font.pixelSize())
        return font

    monkeypatch.setattr(StageTheme, "font", heard)
    view.resize(*size)
    view.grab()
    room.session.reveal()
    for id_ in talk.ids[:6]:
        talk.turn_to(id_)
        view.grab()
    view.take_entry("fact")
    view.grab()
    assert min(found) >= LEAST
    assert all(min(fit.text, fit.body, fit.number, fit.prompt) >= LEAST for fit in FITS)


def test_the_prompt_is_62_where_there_is_room(view: PresenterView, talk: Talk) -> None:
    view.resize(1440, 900)
    sizes = set()
    for id_ in talk.ids:
        talk.turn_to(id_)
        sizes.add(view.prompt_size)
    assert max(sizes) == 62
    prompt = view.findChild(QWidget, "room-prompt")
    assert prompt is not None
    assert prompt.geometry().left() == 64
    assert prompt.geometry().right() == 1440 - 64 - 1


def test_text_zoom_belongs_to_the_window_and_leaves_the_room_as_it_is(
    view: PresenterView, theme: Theme
) -> None:
    view.resize(1280, 720)
    before = parts(view)
    theme.set_zoom(2.0)
    assert parts(view) == before
    theme.set_zoom(1.0)
