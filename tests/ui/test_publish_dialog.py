"""Publishing, by keyboard alone: trends first, the number only upward, nothing without “Same meaning?”."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import ANCHORS, a_pillar, a_question, a_questionnaire, a_topic
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.domain.trend_effects import Use
from readiness.ui.dialogs.publish_dialog import PublishDialog
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.marked_text import MarkedText

OTHER = ("Nobody knows.", *ANCHORS[1:])
A, B, C = (a_question(f"A-{number}") for number in (1, 2, 3))


def of(*asked: object) -> Questionnaire:
    return a_questionnaire(a_pillar("ONE", a_topic("TOP", *asked)), id="ours", title="Ours")  # type: ignore[arg-type]  # questions


OLD = of(A, B, C)
USES = tuple(
    Use(reference=f"{system}@2026-Q2", system=system, is_open=False, levels=frozenset(OLD.by_id))
    for system in ("Bank", "Shop")
)
OPEN = Use(reference="Shop@2026-Q3", system="Shop", is_open=True)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    made.activateWindow()
    return made


class Desk:
    """The dialog on a window, and what it said."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        icons: Icons,
        draft: Questionnaire,
        before: Questionnaire | None = OLD,
        uses: Sequence[Use] = (*USES, OPEN),
    ) -> None:
        self.sheet = PublishDialog(before, draft, theme, icons, window, uses=uses, taken={"1.0", "1.3"})
        self.told: list[Questionnaire] = []
        self.sheet.published.connect(self.told.append)
        self.sheet.open()

    def words(self, name: str) -> str:
        label = self.sheet.findChild(QLabel, name)
        assert label is not None, name
        return label.text()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget() or self.sheet
            QTest.keyClick(focused, key)

    @property
    def number(self) -> Field:
        field = self.sheet.findChild(Field, "publish-version")
        assert field is not None
        return field

    @property
    def may_publish(self) -> bool:
        button = self.sheet.findChild(Button, "publish-accept")
        assert button is not None
        return button.isEnabled()


@pytest.fixture
def shown(window: QWidget, theme: Theme, icons: Icons, request: pytest.FixtureRequest) -> Desk:
    return Desk(window, theme, icons, request.param)


def meant(draft: Questionnaire) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("shown", [draft], indirect=True)


@meant(of(replace(A, why="It costs money."), B, C))
def test_a_minor_version_says_that_no_trend_restarts_and_enter_publishes(shown: Desk) -> None:
    assert shown.words("trend-headline") == "No trend restarts: every question keeps its own."
    assert "1 open assessment asks ours@1.0" in shown.words("trend-about")
    assert shown.words("publish-step") == "Minor: no score and no growth step can change."
    assert (shown.number.text(), shown.may_publish) == ("1.1", True)
    shown.press(Qt.Key.Key_Return)
    assert [one.reference for one in shown.told] == ["ours@1.1"]
    assert shown.told[0].lineage == Lineage(from_version="1.0")


@meant(of(replace(A, weight=5.0), B))
def test_a_major_version_says_why_and_which_trends_end(shown: Desk) -> None:
    assert shown.words("trend-headline") == "2 trends end."
    assert shown.words("trend-turns") == "A-3 is asked no more, so its trend ends (Bank, Shop)."
    assert shown.words("publish-step").startswith("Major")
    assert shown.words("publish-reasons").splitlines() == [
        "1 question is asked no more: A-3.",
        "1 question weighs something else: A-1.",
    ]
    assert "cannot be undone" in shown.words("publish-final")


@meant(of(replace(A, prompt="How is A-1 done today?"), replace(B, levels=OTHER), C))
def test_every_reworded_question_is_answered_before_anything_is_published(shown: Desk) -> None:
    assert not shown.may_publish
    assert shown.words("publish-left") == "2 questions left: do they mean the same?"
    shown.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)  # yes to the first
    assert shown.words("publish-left") == "1 question left: does it mean the same?"
    shown.press(Qt.Key.Key_Tab, Qt.Key.Key_Right)  # no to the second
    assert shown.words("trend-headline") == "2 trends restart."
    assert (shown.number.text(), shown.may_publish) == ("2.0", True)
    shown.press(Qt.Key.Key_Left)  # yes after all
    assert (shown.words("trend-headline")[:17], shown.number.text()) == ("No trend restarts", "1.1")
    shown.press(Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert [one.reference for one in shown.told] == ["ours@2.0"]
    assert shown.told[0].lineage == Lineage(from_version="1.0", changes=(LineageChange(redefine="A-2"),))


@meant(of(replace(A, prompt="How is A-1 done today?"), B, C))
def test_words_that_differ_are_marked_and_told_to_a_reader(shown: Desk) -> None:
    texts = shown.sheet.findChildren(MarkedText)
    assert [one.text for one in texts] == ["How is A-1 done?", "How is A-1 done today?"]
    assert [one.accessibleDescription() for one in texts] == ["", "Put in: today"]


@meant(of(replace(A, weight=5.0), B, C))
def test_the_number_only_rises(shown: Desk) -> None:
    for number, may in (("1.1", False), ("2", False), ("1.0", False), ("2.4", True), ("3.0", True)):
        shown.number.setText(number)
        assert shown.may_publish == may, number
    shown.number.setText("1.1")
    assert "It can score differently, so it is 2.0 or higher." in [
        label.text() for label in shown.sheet.findChildren(QLabel)
    ]


@meant(of(replace(A, prompt="Another prompt?"), B, C))
def test_a_number_somebody_wrote_stays(shown: Desk) -> None:
    shown.number.setText("4.0")
    shown.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert shown.number.text() == "4.0"


@meant(OLD)
def test_what_does_not_differ_is_not_published(shown: Desk) -> None:
    assert not shown.may_publish
    assert shown.words("publish-left") == "Nothing differs from the version before."
    shown.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert shown.told == []


def test_the_first_version_has_no_trends(window: QWidget, theme: Theme, icons: Icons) -> None:
    desk = Desk(window, theme, icons, OLD, before=None, uses=())
    effects = desk.sheet.findChild(QWidget, "trend-effects")
    assert effects is not None
    assert effects.isHidden()
    assert desk.words("publish-step") == "The first version."


def test_many_questions_are_shown_on_demand(window: QWidget, theme: Theme, icons: Icons) -> None:
    many = of(*(a_question(f"B-{number}") for number in range(9)), A)
    uses = (Use(reference="Shop@2026-Q2", system="Shop", is_open=False, levels=frozenset(many.by_id)),)
    desk = Desk(window, theme, icons, of(A), many, uses)
    assert desk.words("trend-headline") == "9 trends end."
    assert len(desk.words("trend-turns").splitlines()) == 5
    more = desk.sheet.findChild(Button, "trend-more")
    assert more is not None
    more.click()
    assert len(desk.words("trend-turns").splitlines()) == 9
    assert more.isHidden()
