"""The levels of a question and the rail beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from spoken import spoken_name
from stage import Stage, focused

from readiness.ui.theme import Theme
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.level_row import LevelRow
from readiness.ui.widgets.question_head import Heading, QuestionHead
from readiness.ui.widgets.question_strip import QuestionStrip
from readiness.ui.widgets.topic_rail import PillarLine, TopicLine, TopicRail

NAMES = ("Absent", "Ad hoc", "Partial", "In place", "Proven")
SHORT = tuple(Level(number=n, name=name, anchor="Nobody has looked.") for n, name in enumerate(NAMES))
LONGEST = "Every critical journey survives the loss of any single component; tested in the last two quarters"


def _row(stage: Stage, theme: Theme, *levels: Level, width: int = 1064) -> LevelRow:
    row = LevelRow(theme)
    row.set_levels(levels or SHORT)
    window = stage(row)
    window.resize(max(1320, width + 30), 600)
    row.setFixedWidth(width)
    QApplication.processEvents()
    return row


def test_all_cards_are_as_high_as_the_longest_anchor(stage: Stage, theme: Theme) -> None:
    levels = (*SHORT[:4], replace(SHORT[4], anchor=LONGEST))
    row, plain = _row(stage, theme, *levels), _row(stage, theme)
    assert len({card.height() for card in row.cards}) == 1
    assert row.cards[0].height() > plain.cards[0].height()
    card = row.cards[4]
    assert card.height_at(card.width(), narrow=False) <= card.height()


def test_short_anchors_do_not_make_the_row_jump(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    levels = tuple(replace(level, anchor="Two lines of text, about as long as this.") for level in SHORT)
    assert _row(stage, theme, *levels).height() == row.height()


def test_cards_share_the_width_evenly(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    widths = [card.width() for card in row.cards]
    assert max(widths) - min(widths) <= 1
    assert row.cards[-1].geometry().right() == row.width() - 1


def test_the_row_is_one_tab_stop_and_arrows_only_move(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    heard: list[int] = []
    row.chosen.connect(heard.append)
    row.focus_card(1)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is row.cards[2]
    assert heard == []
    stops = [card for card in row.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [row.cards[2]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_choose(qtbot: QtBot, stage: Stage, theme: Theme, key: Qt.Key) -> None:
    row = _row(stage, theme)
    row.focus_card(3)
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(row.cards[3], key)
    assert chosen.args == [3]


def test_digits_are_left_to_the_page(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    heard: list[int] = []
    row.chosen.connect(heard.append)
    row.focus_card(1)
    QTest.keyClick(row.cards[1], Qt.Key.Key_3)
    assert heard == []


def test_a_card_says_number_name_anchor_and_choice(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    assert spoken_name(row.cards[2]) == "2, Partial. Nobody has looked."
    row.set_choice(2)
    assert spoken_name(row.cards[2]) == "2, Partial. Nobody has looked. Agreed."
    row.set_choice(2, "guess")
    assert spoken_name(row.cards[2]) == "2, Partial. Nobody has looked. Guess."
    row.set_choice(None)
    assert spoken_name(row.cards[2]) == "2, Partial. Nobody has looked."


def test_a_sealed_row_takes_no_answer(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    heard: list[int] = []
    row.chosen.connect(heard.append)
    row.set_read_only(True)
    row.cards[1].click()
    row.set_read_only(False)
    row.cards[2].click()
    assert heard == [2]


def test_another_question_keeps_the_cards_and_drops_the_choice(stage: Stage, theme: Theme) -> None:
    row = _row(stage, theme)
    before = row.cards
    row.set_choice(3)
    row.set_levels(tuple(replace(level, anchor="Something else.") for level in SHORT))
    assert row.cards == before
    assert "Agreed" not in spoken_name(row.cards[3])


def test_a_small_window_sets_anchors_smaller(stage: Stage, theme: Theme) -> None:
    levels = (*SHORT[:4], replace(SHORT[4], anchor=LONGEST))
    row = _row(stage, theme, *levels)
    large = row.heightForWidth(900)
    row.window().resize(1180, 600)
    QApplication.processEvents()
    assert row.heightForWidth(900) < large


def test_the_head_shows_every_word_of_a_long_prompt(qtbot: QtBot, theme: Theme) -> None:
    head = QuestionHead(theme)
    qtbot.addWidget(head)
    prompt = "How much of the product goes down when one component fails, and who would notice it first?"
    head.show_question(
        Heading(pillar="Data", topic="Rows", place="question 1 of 3", prompt=prompt, why="Why.")
    )
    head.resize(820, head.heightForWidth(820))
    head.show()
    qtbot.waitExposed(head)
    assert head.prompt.height() >= head.prompt.heightForWidth(head.prompt.width())
    assert spoken_name(head) == prompt


def _pillars(current: str = "B") -> tuple[PillarLine, ...]:
    return tuple(
        PillarLine(
            key=key,
            name=f"Pillar {key}",
            answered=1,
            total=3,
            marks=("done", "todo", "todo"),
            current=key == current,
            topics=tuple(
                TopicLine(
                    key=f"{key}{n}", name=f"Topic {n}", answered=0, total=2, current=key == current and n == 1
                )
                for n in (1, 2)
            ),
        )
        for key in "ABC"
    )


def test_only_the_topics_of_the_current_pillar_are_shown(qtbot: QtBot, theme: Theme) -> None:
    rail = TopicRail(theme)
    qtbot.addWidget(rail)
    rail.set_pillars(_pillars())
    rail.show()
    names = ("A1", "B1", "B2", "C1")
    shown = {
        name for name in names for line in rail.findChildren(QWidget, f"topic-{name}") if line.isVisible()
    }
    assert shown == {"B1", "B2"}


def test_the_rail_says_how_far_each_topic_is(qtbot: QtBot, theme: Theme) -> None:
    rail = TopicRail(theme)
    qtbot.addWidget(rail)
    rail.set_pillars(_pillars())
    head, topic = (rail.findChild(QWidget, name) for name in ("pillar-A", "topic-B1"))
    assert head is not None
    assert topic is not None
    assert spoken_name(head) == "Pillar A, 1 of 3 answered"
    assert spoken_name(topic) == "Topic 1, 0 of 2 answered, current"


def test_the_rail_goes_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    rail = TopicRail(theme)
    qtbot.addWidget(rail)
    rail.set_pillars(_pillars())
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    topic = rail.findChild(QWidget, "topic-B1")
    assert topic is not None
    assert topic.focusPolicy() & Qt.FocusPolicy.TabFocus
    topic.setFocus()
    QTest.keyClick(topic, Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.topic_chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["B2"]


def test_a_click_on_a_square_jumps(qtbot: QtBot, theme: Theme) -> None:
    strip = QuestionStrip(theme)
    qtbot.addWidget(strip)
    strip.set_marks(("done",) * 14 + ("todo",) * 3, current=2, name="Data, 14 of 17 answered")
    strip.resize(strip.sizeHint())
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._square(15).center().toPoint())
    assert chosen.args == [15]
    assert spoken_name(strip) == "Data, 14 of 17 answered"
