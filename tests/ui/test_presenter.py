"""Before the room, by keyboard: what is pressed is what is stored, and what is hidden stays hidden."""

from dataclasses import replace

import pytest
from meeting_rooms import private
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from readiness.domain.assessment import NOT_ASKED, Answer
from readiness.ui.displays import Display
from readiness.ui.icons import Icons
from readiness.ui.pages.assess import showing
from readiness.ui.pages.assess_page import AssessPage
from readiness.ui.pages.presenter import conductor as conducting
from readiness.ui.pages.presenter.conductor import Conductor
from readiness.ui.pages.presenter_view import PresenterView
from readiness.ui.talk import Talk
from readiness.ui.theme import Theme


class Stage:
    """The room's screen over a meeting of four disputed or agreed questions."""

    def __init__(self, room: Room, qtbot: QtBot, theme: Theme, icons: Icons) -> None:
        self.room, self.qtbot = room, qtbot
        self.owner = QObject()
        self.talk = Talk(room.session, self.owner)
        self.conductor = Conductor(room.session, self.talk, self.owner)
        self._theme, self._icons = theme, icons

    def open(self) -> PresenterView:
        """Open the window and give it the keys."""
        self.talk.begin()
        self.view = PresenterView(self.room.session, self.talk, self.conductor, self._theme, self._icons)
        self.qtbot.addWidget(self.view)
        self.view.resize(1440, 900)
        with self.qtbot.waitActive(self.view):
            self.view.show()
        self.view.setFocus()
        return self.view

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            target = QApplication.focusWidget() or self.view
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                self.qtbot.keyClick(target, key, held)

    def at(self, id_: str) -> None:
        """Put a question before the room."""
        self.talk.turn_to(id_)

    def agreed(self, id_: str) -> Answer:
        """Return what the room agreed on."""
        return self.room.assessment.agreed.get(id_, NOT_ASKED)


@pytest.fixture
def stage(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Stage:
    """Return a room's screen that is not open yet."""
    return Stage(room, qtbot, theme, icons)


def lines(view: PresenterView) -> list[str]:
    return [f"{line.lead} {line.text}" for line in view.scene.lines]


def picture(view: PresenterView, name: str) -> QImage:
    part = view.findChild(QWidget, name)
    assert part is not None
    return part.grab().toImage()


def test_both_disputed_anchors_stay_on_the_screen_after_the_reveal(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    question = room.assessment.questionnaire.by_id[apart]
    low, high = view.scene.claims
    assert (low.number, low.text, low.views[0].name) == (1, question.levels[1], "Engineering")
    assert (high.number, high.text, high.views[0].name) == (3, question.levels[3], "Product")
    assert low.quotes == ("“It took us 25 minutes.”\u00a0· evidenced",)
    assert high.quotes == ("“The June sale ran without a complaint.”\u00a0· guess",)
    assert lines(view) == [f"Between them, Partial. {question.levels[2]}"]
    assert "Engineering 1, Ad hoc: " in child_name(view, "anchor-duel")


def child_name(view: PresenterView, name: str) -> str:
    part = view.findChild(QWidget, name)
    assert part is not None
    return part.accessibleName()


def test_everything_between_is_listed_where_they_are_far_apart(stage: Stage, room: Room) -> None:
    far = private(room)[1]
    view = stage.open()
    stage.at(far)
    assert [line.number for line in view.scene.lines] == [1, 2, 3]


def test_the_same_answer_is_one_panel_with_both_marks(stage: Stage, room: Room) -> None:
    alike = private(room)[2]
    view = stage.open()
    stage.at(alike)
    (claim,) = view.scene.claims
    assert [one.name for one in claim.views] == ["Engineering", "Product"]
    assert view.foot.words == "Both read the same text. Can we show it?"


def test_dont_know_of_one_side_stands_as_its_claim(stage: Stage, room: Room) -> None:
    unsure = private(room)[3]
    view = stage.open()
    stage.at(unsure)
    assert [claim.title for claim in view.scene.claims] == ["Don’t know", "Partial"]
    assert view.foot.words == "Who can find out?"


def test_digits_agree_and_both_anchors_stay(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("2")
    assert stage.agreed(apart).level == 2
    assert len(view.scene.claims) == 2
    assert lines(view)[0].startswith("Agreed, Partial. ")
    stage.press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert stage.agreed(apart) == NOT_ASKED


def test_agreeing_on_one_sides_level_takes_its_evidence_along(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    stage.open()
    stage.at(apart)
    stage.press("1")
    assert (stage.agreed(apart).confidence, len(stage.agreed(apart).evidence)) == ("evidenced", 1)


def test_left_open_takes_the_agreement_back_and_says_what_counts(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("3", "o")
    assert stage.agreed(apart) == NOT_ASKED
    assert view.foot.words == "Left open. The lower answer, 1, counts."


def test_nobody_knows_and_does_not_apply(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("d")
    assert stage.agreed(apart).unknown
    assert lines(view) == ["Nobody knows. It counts as 0 until someone looks."]
    stage.press("x")
    stage.press("We have no peak.", Qt.Key.Key_Return)
    assert stage.agreed(apart).not_applicable == "We have no peak."
    assert lines(view) == ["Does not apply. We have no peak."]


def test_a_fact_to_find_is_written_before_the_room(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("f", "Which 3 entry points?", Qt.Key.Key_Tab, "Ana", Qt.Key.Key_Return)
    (fact,) = room.assessment.facts
    assert (fact.question, fact.text, fact.who) == (apart, "Which 3 entry points?", "Ana")
    assert stage.agreed(apart) == NOT_ASKED, "digits belong to the text"
    assert lines(view)[-1] == "To find out. Which 3 entry points? (Ana)"
    assert view.hasFocus()


def test_what_is_parked_remembers_the_question(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    stage.open()
    stage.at(apart)
    stage.press("k", "The contract", Qt.Key.Key_Return)
    (parked,) = room.assessment.parked
    assert (parked.question, parked.text) == (apart, "The contract")


def test_esc_leaves_the_line_to_write_on_first(qtbot: QtBot, stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("f", "Which", Qt.Key.Key_Escape)
    assert room.assessment.facts == ()
    assert not any(field.isVisible() for field in view.findChildren(QLineEdit))
    with qtbot.waitSignal(stage.conductor.leave_asked, timeout=0):
        stage.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", ["5", "9", "q", "z", "a", " "])
def test_a_wrong_key_does_nothing(stage: Stage, room: Room, key: str) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    before = view.scene
    stage.press(key)
    assert (room.assessment.agreed, view.scene) == ({}, before)


def test_single_keys_can_be_switched_off(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    room.session.change_settings(replace(room.session.settings, single_keys=False))
    stage.press("2", "o", "b")
    assert (room.assessment.agreed, stage.conductor.is_blank) == ({}, False)
    assert view.foot.keys == (("→", "next"), ("Esc", "leave"))


def test_a_clicker_walks_the_talk_list_to_its_end_and_back(stage: Stage, room: Room) -> None:
    private(room)
    view = stage.open()
    ids = stage.talk.ids
    stage.at(ids[0])
    fits = stage.talk.walk.fits
    assert view.scene.place == f"talk 1 of {fits}"
    stage.press(Qt.Key.Key_PageDown)
    assert (stage.talk.current, view.scene.place) == (ids[1], f"talk 2 of {fits}")
    stage.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert stage.talk.current == ids[0]
    stage.press(*[Qt.Key.Key_Right] * fits)
    assert view.scene.prompt == "The talk list is done"
    stage.press("2")
    assert room.assessment.agreed == {}
    stage.press(Qt.Key.Key_Left)
    assert stage.talk.current == ids[fits - 1]


def test_behind_the_end_comes_what_did_not_fit(stage: Stage, room: Room) -> None:
    private(room)
    clock = room.session.meeting_clock
    assert clock is not None
    clock.set_box(15)
    view = stage.open()
    assert stage.talk.walk.fits == 2
    stage.at(stage.talk.ids[0])
    stage.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    left = len(stage.talk.ids) - 2
    assert view.scene.why.startswith(f"{left} more did not fit into the time")
    stage.press(Qt.Key.Key_Right)
    assert stage.talk.current == stage.talk.ids[2]


def test_all_questions_can_be_walked_instead(stage: Stage, room: Room) -> None:
    private(room)
    view = stage.open()
    stage.press("w")
    assert view.scene.place.endswith(" of 15")
    stage.press("w")
    assert view.scene.place.startswith("talk ")


def test_a_live_meeting_walks_all_questions_and_tints_what_is_agreed(stage: Stage, room: Room) -> None:
    room.start(quick=True)
    view = stage.open()
    first = stage.talk.current
    assert (view.scene.kind, view.scene.place) == ("question", "1 of 15")
    assert [anchor.text for anchor in view.scene.anchors] == list(
        room.assessment.questionnaire.by_id[first].levels
    )
    stage.press("3")
    assert stage.agreed(first).level == 3
    assert [anchor.is_chosen for anchor in view.scene.anchors] == [False, False, False, True, False]


def test_t_shows_all_five_levels_with_the_marks_and_back(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("t")
    assert view.scene.claims == ()
    assert [len(anchor.views) for anchor in view.scene.anchors] == [0, 1, 0, 1, 0]
    stage.press("t")
    assert len(view.scene.claims) == 2


def test_b_empties_the_screen_and_any_step_shows_it_again(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("b")
    prompt = view.findChild(QWidget, "room-prompt")
    assert prompt is not None
    assert not prompt.isVisible()
    stage.press("2")
    assert room.assessment.agreed == {}, "nobody agrees on what nobody sees"
    stage.press(Qt.Key.Key_Right)
    assert prompt.isVisible()
    assert stage.talk.current == apart


def test_a_private_choice_tints_nothing(stage: Stage, room: Room) -> None:
    apart = private(room, revealed=False)[0]
    stage.conductor.is_mirrored = True
    view = stage.open()
    stage.at(apart)
    room.session.hand_over("engineering")
    before = picture(view, "room-levels")
    stage.press("4")
    assert room.assessment.engineering[apart].level == 4
    assert picture(view, "room-levels") == before
    assert (view.scene.claims, view.scene.views) == ((), ())
    assert not any(anchor.is_chosen or anchor.views for anchor in view.scene.anchors)
    assert view.foot.words == "This screen is mirrored, so nothing shows what is chosen."
    assert [(side.name, side.words) for side in view.scene.sides] == [
        ("Product", "answered"),
        ("Engineering", "answered"),
    ]


def test_while_answers_are_hidden_nobody_in_particular_answers_nothing(stage: Stage, room: Room) -> None:
    apart = private(room, revealed=False)[0]
    view = stage.open()
    stage.at(apart)
    stage.press("4", "d", "o")
    assert room.assessment.agreed == {}
    assert view.foot.words == "Answers are private until the reveal."


def test_r_has_to_be_held(qtbot: QtBot, stage: Stage, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = private(room, revealed=False)[0]
    view = stage.open()
    stage.at(apart)
    qtbot.keyClick(view, Qt.Key.Key_R)
    assert not stage.conductor.is_held
    assert not room.assessment.revealed
    monkeypatch.setattr(conducting, "HOLD_MS", 1)
    with qtbot.waitSignal(room.session.revealed):
        qtbot.keyPress(view, Qt.Key.Key_R)
    qtbot.keyRelease(view, Qt.Key.Key_R)
    assert view.scene.kind == "duel"


def test_time_up_is_said_and_blocks_nothing(stage: Stage, room: Room) -> None:
    apart = private(room)[0]
    view = stage.open()
    stage.at(apart)
    clock = room.session.meeting_clock
    assert clock is not None
    assert clock.state.box is not None
    clock.pause()
    clock.elapse((clock.state.box + 6) * 60 - clock.state.seconds)
    assert (view.scene.time, view.scene.is_time_up) == ("6 min over", True)
    assert view.foot.words.startswith("Time is up. ")
    stage.press("2")
    assert stage.agreed(apart).level == 2


def test_assess_and_the_room_stay_in_step(
    qtbot: QtBot, stage: Stage, room: Room, theme: Theme, icons: Icons
) -> None:
    page = AssessPage(room.session, theme, icons)
    qtbot.addWidget(page)
    apart, far, *_ = private(room)
    stage.open()
    stage.at(apart)
    assert page.current == apart
    page.go_to(far)
    assert stage.talk.current == far


def test_the_marks_slide_once_and_jump_where_motion_is_reduced(
    stage: Stage, room: Room, theme: Theme
) -> None:
    theme.set_reduced_motion(reduced=True)
    apart, far, *_ = private(room)
    view = stage.open()
    stage.at(apart)
    stage.at(far)
    assert not view._duel.lane._motion.state().value
    theme.set_reduced_motion(reduced=False)
    unseen = next(id_ for id_ in stage.talk.ids if id_ not in stage.talk.walk.seen and id_ != far)
    stage.at(unseen)
    if view.scene.views and any(one.level is not None for one in view.scene.views):
        assert view._duel.lane._motion.state().value


def test_what_is_sealed_is_shown_and_not_changed(stage: Stage, sample_room: Room) -> None:
    room = sample_room
    room.session.open_assessment(room.session.home[0].assessments[-1].id)
    room.settle()
    view = stage.open()
    before = room.assessment
    assert before.sealed
    stage.press("4", "d", "o", "x", "f")
    assert room.assessment == before
    assert view.foot.words == "This can be read, not changed."
    assert not any(field.isVisible() for field in view.findChildren(QLineEdit))


def test_on_a_mirrored_screen_assess_keeps_a_private_choice_to_itself(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = tuple(Display(name, name, QRect(0, 0, 800, 600)) for name in ("eDP-1", "HDMI-1"))
    monkeypatch.setattr(showing, "displays", lambda: same)
    page = AssessPage(room.session, theme, icons)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    apart = private(room, revealed=False)[0]
    room.session.hand_over("engineering")
    page.go_to(apart)
    before = page.findChild(QWidget, "levels")
    assert before is not None
    untouched = before.grab().toImage()
    qtbot.keyClick(page, Qt.Key.Key_4)
    assert room.assessment.engineering[apart].level == 4
    assert before.grab().toImage() == untouched
    state = page.findChild(QLabel, "assess-state")
    assert isinstance(state, QLabel)
    assert state.text() == "Mirrored screen: choices are kept, not shown"
