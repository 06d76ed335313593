"""The facilitator's window, by keyboard: what comes next, the minutes, what is parked, advice."""

from collections.abc import Iterator

import pytest
from meeting_rooms import private
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.minutes import pillar_slot
from readiness.ui.icons import Icons
from readiness.ui.pages.facilitator_window import FacilitatorWindow
from readiness.ui.pages.presenter.conductor import Conductor
from readiness.ui.pages.presenter_view import PresenterView
from readiness.ui.talk import Talk
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button

ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """Both windows over one meeting."""

    def __init__(self, qtbot: QtBot, room: Room, theme: Theme, icons: Icons, owner: QObject) -> None:
        self.qtbot, self.room = qtbot, room
        self.apart, self.far, self.alike, self.unsure = private(room)
        self.talk = Talk(room.session, owner)
        self.conductor = Conductor(room.session, self.talk, owner)
        self.talk.begin()
        self.talk.turn_to(self.apart)
        self.view = PresenterView(room.session, self.talk, self.conductor, theme, icons)
        self.view.resize(1920, 1080)
        self.window = FacilitatorWindow(room.session, self.talk, self.conductor, self.view, theme, icons)
        for made in (self.view, self.window):
            qtbot.addWidget(made)
            made.show()
        self.window.resize(1440, 900)
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.window.setFocus()

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                self.qtbot.keyClick(target, key, held)

    def child(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return a part of the facilitator's window."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def words(self, name: str) -> str:
        """Return what a label says."""
        label = self.child(name, QLabel)
        assert isinstance(label, QLabel)
        return label.text()

    def waiting(self) -> list[str]:
        """Return what waits, in order."""
        return [row.waiting.id for row in self.window.waiting.rows]

    def advice(self) -> list[str]:
        """Return the headings of the advice."""
        items = (self.window.findChild(QWidget, f"advice-{place}") for place in range(1, 9))
        return [item.accessibleName().split(". ")[0] for item in items if item is not None]


@pytest.fixture
def desk(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[Desk]:
    """Return both windows, the facilitator's with the keys."""
    owner = QObject()
    yield Desk(qtbot, room, theme, icons, owner)
    owner.deleteLater()


def test_the_keys_of_the_room_work_here_too(desk: Desk) -> None:
    desk.press("2")
    assert desk.room.assessment.agreed[desk.apart].level == 2
    assert desk.words("room-screen") == f"Room screen: {desk.apart}, agreed"
    desk.press("o")
    assert desk.words("room-screen") == f"Room screen: {desk.apart}, left open"
    desk.press("b")
    assert desk.words("room-screen") == "Room screen: blank"
    assert desk.conductor.is_blank


def test_the_buttons_do_what_their_keys_do(desk: Desk) -> None:
    for name in ("room-blank", "room-blank", "room-open", "room-next"):
        button = desk.window.room.findChild(Button, name)
        assert isinstance(button, Button)
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.apart in desk.talk.left_open
    assert desk.talk.current != desk.apart


def test_what_waits_comes_with_its_reason(desk: Desk) -> None:
    by_id = {row.waiting.id: row.waiting for row in desk.window.waiting.rows}
    assert desk.apart not in by_id, "it is before the room"
    assert (by_id[desk.far].reason, by_id[desk.far].is_apart) == ("4 apart", True)
    assert by_id[desk.unsure].reason == "don’t know"
    assert desk.window.waiting.accessibleName() == f"Next, {len(by_id)} to talk about"


def test_alt_and_an_arrow_reorder_and_the_focus_goes_along(desk: Desk) -> None:
    first, second, *rest = desk.waiting()
    desk.window.waiting.rows[0].setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up, held=ALT)
    assert desk.waiting() == [second, first, *rest]
    focused = QApplication.focusWidget()
    assert focused is desk.window.waiting.rows[0]
    desk.press(Qt.Key.Key_Up, held=ALT)
    assert desk.waiting() == [second, first, *rest], "the first stays the first"


def test_enter_puts_a_question_before_the_room(desk: Desk) -> None:
    chosen = desk.waiting()[1]
    desk.window.waiting.rows[1].setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.talk.current == chosen
    assert desk.room.session.place == chosen


def test_arrows_belong_to_the_room_wherever_the_focus_is(desk: Desk) -> None:
    desk.window.waiting.rows[0].setFocus()
    before = desk.talk.current
    desk.press(Qt.Key.Key_Right)
    assert desk.talk.current != before
    desk.press(Qt.Key.Key_PageUp)
    assert desk.talk.current == before


def test_all_questions_can_be_listed_instead(desk: Desk) -> None:
    desk.press("w")
    assert desk.window.waiting.accessibleName().endswith(" questions")
    assert len(desk.waiting()) == 14


def test_the_minutes_say_what_is_over_and_have_their_table(desk: Desk) -> None:
    clock = desk.room.session.meeting_clock
    assert clock is not None
    pillar = next(p for p, _, q in desk.room.assessment.questionnaire.walk() if q.id == desk.apart)
    assert clock.state.at == pillar_slot(pillar.id)
    clock.elapse(20 * 60)
    row = next(row for row in desk.window.minutes.rows if row.is_current)
    assert (row.name, row.is_over, int(row.used)) == (pillar.name, True, 20)
    assert f"{pillar.name}, 20 of " in desk.window.minutes.accessibleName()
    desk.window.minutes.setFocus()
    desk.press("t")
    table = desk.window.findChild(QTableView)
    assert isinstance(table, QTableView)
    assert table.isVisible()
    desk.press("t")
    assert desk.window.minutes.isVisible()


def test_enter_lets_the_clock_count_towards_another_part(desk: Desk) -> None:
    clock = desk.room.session.meeting_clock
    assert clock is not None
    desk.window.minutes.setFocus()
    desk.press(*[Qt.Key.Key_Up] * 9, Qt.Key.Key_Return)
    assert clock.state.at == "frame"


def test_things_are_parked_assigned_and_settled(desk: Desk) -> None:
    desk.press("k", "Who owns 2 contracts?", Qt.Key.Key_Return)
    (parked,) = desk.room.assessment.parked
    assert (parked.text, parked.question) == ("Who owns 2 contracts?", desk.apart)
    assert desk.apart not in desk.room.assessment.agreed, "digits belong to the text"

    desk.child("parked-1-assign").setFocus()
    desk.press(Qt.Key.Key_Return, "Ana", Qt.Key.Key_Return)
    assert desk.room.assessment.parked[0].who == "Ana"

    desk.child("parked-1-settled").setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.room.assessment.parked[0].settled
    desk.window.setFocus()
    desk.press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert not desk.room.assessment.parked[0].settled


def test_who_has_spoken_is_counted_and_the_other_side_is_to_be_heard(desk: Desk) -> None:
    assert desk.words("spoke-last") == "nobody yet"
    desk.press("p", "p", "e")
    assert desk.room.session.sitting.spoken == ("product", "product", "engineering")
    assert desk.child("spoke-product").accessibleName() == "Product has spoken 2 times"
    assert desk.words("spoke-last") == "Engineering spoke last"
    heard = [desk.child(f"advice-{place}").accessibleName() for place in range(1, 5)]
    assert any(words.endswith("Engineering should be heard first.") for words in heard)
    desk.press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert desk.words("spoke-last") == "Product spoke last"
    desk.qtbot.mouseClick(desk.child("spoke-engineering"), Qt.MouseButton.LeftButton)
    assert desk.room.session.sitting.spoken == ("product", "product", "engineering")


def test_esc_in_a_field_gives_the_keys_back(desk: Desk) -> None:
    desk.press("k", "Something", Qt.Key.Key_Escape)
    assert desk.room.assessment.parked == ()
    desk.press("2")
    assert desk.room.assessment.agreed[desk.apart].level == 2


def test_a_fact_is_written_here_and_shown_to_the_room(desk: Desk) -> None:
    desk.press("f", "The date", Qt.Key.Key_Return)
    assert desk.room.assessment.facts[0].question == desk.apart
    assert desk.view.scene.lines[-1].text == "The date"
    assert not any(field.isVisible() for field in desk.view.findChildren(QLineEdit))


def test_the_advice_asks_for_the_text_and_says_what_is_decided_last(desk: Desk) -> None:
    titles = desk.advice()
    assert titles[0] == "Ask for the text, not the number"
    assert "Just begun, 2.5 min planned" in titles
    assert titles[-1].startswith(("It counts towards the step", "It decides the step", "It is felt at"))
    clock = desk.room.session.meeting_clock
    assert clock is not None
    clock.elapse(3 * 60)
    assert "3 min gone, 2.5 planned" in desk.advice()
    desk.talk.turn_to(desk.alike)
    assert desk.advice()[0] == "They agree"
    desk.talk.turn_to(desk.unsure)
    assert desk.advice()[0] == "Ask who can find out"


def test_the_room_so_far_is_counted(desk: Desk) -> None:
    desk.press("2")
    desk.talk.turn_to(desk.far)
    desk.press("0")
    assert [desk.words(f"so-far-{place}") for place in range(1, 5)] == [
        "2, 0, 0",
        "1 of 2",
        "1 of 2",
        "0 of 2",
    ]


def test_no_score_no_weight_and_no_last_quarter_is_shown(desk: Desk) -> None:
    outcome = desk.room.session.outcome
    assert outcome is not None
    read = " ".join(one.text() for one in desk.window.findChildren(QLabel))
    for word in ("weight ", "Fragile", "Holding", "Strong", "plausible"):
        assert word not in read
    assert "stay hidden until the end" in read


def test_the_thumbnail_follows_the_room(qtbot: QtBot, desk: Desk) -> None:
    picture = desk.window.room.thumbnail
    qtbot.waitUntil(lambda: not picture._picture.isNull(), timeout=2000)
    asked = desk.view.scene.prompt
    assert picture.accessibleName() == f"The room sees: {asked}"
    before = picture._picture.toImage()
    desk.press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: picture._picture.toImage() != before, timeout=2000)
    ratio = picture.height() / picture.width()
    assert abs(ratio - 1080 / 1920) < 0.01


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_it_holds_from_the_smallest_window_on(desk: Desk, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    desk.window.resize(1180, 720)
    QApplication.processEvents()
    assert desk.window.width() <= 1180
    right = [
        part.mapTo(desk.window, part.rect().topRight()).x()
        for part in (desk.window.room, desk.window.parking, desk.window.advice)
    ]
    assert max(right) <= 1180
    theme.set_zoom(1.0)
