"""New assessment: what is collected, what is refused beside its field, what is copied."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Driver, Participant, Target
from readiness.domain.journeys import Journey
from readiness.domain.period import Period
from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import (
    DriverForm,
    PersonForm,
    SetupForm,
    draft_from,
    faults,
    folded,
    form_from,
)
from readiness.ui.pages.setup_page import SetupPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.text_area import TextArea

ShowSetup = Callable[..., SetupPage]
W = TypeVar("W", bound=QWidget)

FORM = SetupForm(
    system=" Checkout  API ",
    period=Period(2026, 3),
    scope_in="Cart to receipt",
    scope_out="Fraud screening",
    journeys=(Journey("Place an order"), Journey(""), Journey("Pay by card", may_pause=True)),
    drivers=(
        DriverForm(unit="orders a minute", today="1,200", peak="28 August", target="12k", tested="1,800"),
    ),
    by="2027-Q2",
    people=(PersonForm(role="Product lead", name="Mira", lane="product"), PersonForm()),
    mode="live",
)


def growing(**changes: str) -> dict[str, object]:
    """Return the one driver of the form with fields of it changed."""
    return {"drivers": (replace(FORM.headline, **changes),)}  # type: ignore[arg-type]  # texts alone


@pytest.fixture
def show_setup(qtbot: QtBot, theme: Theme, icons: Icons) -> ShowSetup:
    def show(room: Room, system: str = "") -> SetupPage:
        page = SetupPage(room.session, theme, icons, now)
        page.resize(1356, 900)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.begin(system)
        room.settle()
        return page

    return show


def test_a_form_becomes_a_draft() -> None:
    draft = draft_from(FORM)

    assert (draft.system, draft.period, draft.journeys) == (
        "Checkout API",
        Period(2026, 3),
        (Journey("Place an order"), Journey("Pay by card", may_pause=True)),
    )
    assert draft.load == (
        Driver(
            id="orders-a-minute",
            unit="orders a minute",
            today=1200.0,
            target=12000.0,
            tested=1800.0,
            peak="28 August",
        ),
    )
    assert draft.target == Target(factor=10.0, by="2027-Q2")
    assert (draft.assumed, draft.participants) == (
        False,
        (Participant(role="Product lead", name="Mira", lane="product"),),
    )


def test_a_draft_comes_back_as_a_form_for_another_quarter() -> None:
    form = form_from(draft_from(FORM), Period(2026, 4))

    assert draft_from(form) == replace(draft_from(FORM), period=Period(2026, 4))


def test_without_numbers_the_target_is_an_assumption() -> None:
    draft = draft_from(SetupForm(system="A", period=Period(2026, 3)))

    assert (draft.load, draft.target, draft.assumed) == ((), None, True)


def test_a_good_form_has_no_faults() -> None:
    assert faults(FORM, set()) == {}


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"system": "  "}, "system", "Give the system a name."),
        ({"system": "a@b"}, "system", "holds no @"),
        ({"system": "x" * 121}, "system", "120 characters at most"),
        (growing(unit=""), "unit", "Say what grows"),
        (growing(today=""), "today", "Give a number above 0."),
        (growing(today="1,5"), "today", "like 1200 or 1.5k"),
        (growing(target="0"), "target", "number above 0"),
        (growing(tested="lots"), "tested", "number above 0"),
        ({"drivers": (FORM.headline, DriverForm(unit="GB stored"))}, "today-2", "number above 0"),
        ({"people": (PersonForm(name="Mira"),)}, "people", "Give each person a role"),
    ],
)
def test_each_fault_says_how_to_mend_its_field(change: dict[str, object], field: str, says: str) -> None:
    found = faults(replace(FORM, **change), set())  # type: ignore[arg-type]  # a test names fields freely

    assert field in found
    assert says in found[field]


def test_a_quarter_that_is_taken_is_refused_whatever_the_case() -> None:
    taken = {(folded("CHECKOUT api"), "2026-Q3")}

    assert list(faults(FORM, taken)) == ["quarter"]
    assert faults(replace(FORM, period=Period(2026, 4)), taken) == {}


def test_the_page_starts_in_the_current_quarter_with_real_numbers(room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    quick, full = child(page, QWidget, "scope-quick"), child(page, QWidget, "scope-full")

    assert child(page, QComboBox, "quarter").currentText() == "2026‑Q3"
    assert quick.accessibleDescription().startswith("15 questions")
    assert full.accessibleDescription() == "74 questions, 13 gates"


def test_an_assessment_is_started_by_keyboard_alone(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    name = editor(page)
    assert name.hasFocus()
    qtbot.keyClicks(name, "Checkout API")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    with qtbot.waitSignal(room.session.assessment_opened):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert (room.assessment.system, room.assessment.period) == ("Checkout API", Period(2026, 3))


def test_tab_goes_through_growth_and_questions_as_they_stand(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    show_setup(room)
    walked: list[str] = []
    while "start-setup" not in walked and "cancel-setup" not in walked and len(walked) < 60:
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    place = walked.index("growth-target")
    assert walked[place : place + 3] == ["growth-target", "target-by", "growth-tested"]
    place = walked.index("scope-full")
    assert walked[place + 1].startswith("part-")
    assert walked.index("mode-private") > place + 1


def test_the_factor_is_computed_as_one_types(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    for field, text in (("unit", "orders a minute"), ("today", "1,200"), ("target", "3,600")):
        qtbot.keyClicks(child(page, Field, f"growth-{field}"), text)

    assert child(page, QLabel, "factor").text() == "3×"
    assert "judged at the 10× step" in words(page)


def test_a_missing_name_is_said_beside_the_field_and_nothing_starts(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    with qtbot.assertNotEmitted(room.session.assessment_opened):
        child(page, QPushButton, "start-assessment").click()
        room.settle()

    assert page.scope.system.error == "Give the system a name."
    qtbot.keyClicks(editor(page), "A")
    assert page.scope.system.error == ""


def test_nothing_is_called_wrong_before_one_tries(room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)

    assert not any(field.error for field in page.board._fields().values())


def test_the_last_frame_is_copied_and_said_to_be(sample_room: Room, show_setup: ShowSetup) -> None:
    page = show_setup(sample_room, "Checkout API")

    assert "copied from 2026‑Q3; change what is different" in words(page)
    assert child(page, Field, "journey-1").text() == "Pay for a basket"
    assert child(page, Field, "growth-target").text() == "12,000"
    assert child(page, TextArea, "scope-in").toPlainText().startswith("Cart, payment")


def test_the_next_quarter_is_offered_where_this_one_is_taken(
    sample_room: Room, show_setup: ShowSetup
) -> None:
    page = show_setup(sample_room, "Checkout API")

    assert child(page, QComboBox, "quarter").currentText() == "2026‑Q4"
    editor(page).setText("Something new")
    page.scope.system_changed.emit("Something new")
    assert child(page, QComboBox, "quarter").currentText() == "2026‑Q3"


def test_copying_never_overwrites_what_was_written(
    qtbot: QtBot, sample_room: Room, show_setup: ShowSetup
) -> None:
    page = show_setup(sample_room)
    qtbot.keyClicks(child(page, Field, "journey-1"), "Mine")
    editor(page).setText("Checkout API")
    page.scope.system_changed.emit("Checkout API")
    sample_room.settle()

    assert child(page, Field, "journey-1").text() == "Mine"
    assert "copied" not in words(page)


def test_journeys_are_ranked_by_keyboard(qtbot: QtBot, room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    page = show_setup(room)
    qtbot.keyClicks(child(page, Field, "journey-1"), "Order")
    qtbot.keyClicks(child(page, Field, "journey-2"), "Pay")
    qtbot.keyClick(child(page, Field, "journey-2"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert page.form.journeys == (Journey("Pay"), Journey("Order"))
    assert child(page, Field, "journey-1").hasFocus()


def test_all_four_steps_are_seen_without_scrolling(sample_room: Room, show_setup: ShowSetup) -> None:
    page = show_setup(sample_room, "Checkout API")

    assert child(page, QAbstractButton, "start-check-in").isVisible()
    assert page.board.verticalScrollBar().maximum() == 0


def test_alt_p_says_that_a_journey_may_pause_and_its_standing_moves_with_it(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    qtbot.keyClicks(child(page, Field, "journey-1"), "Order")
    second = child(page, Field, "journey-2")
    qtbot.keyClicks(second, "Voucher")
    qtbot.keyClick(second, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert page.form.journeys == (Journey("Voucher", may_pause=True), Journey("Order"))
    standing = child(page, QAbstractButton, "standing-1")
    assert standing.accessibleName() == "Standing of journey 1: may pause"
    qtbot.keyClick(standing, Qt.Key.Key_Space)
    assert page.form.journeys[0] == Journey("Voucher")


def test_a_new_line_appears_for_the_next_journey_and_five_are_the_most(
    qtbot: QtBot, room: Room, show_setup: ShowSetup
) -> None:
    room.open_own()
    page = show_setup(room)
    for number in range(1, 6):
        field = child(page, Field, f"journey-{number}")
        assert field.isVisible()
        qtbot.keyClicks(field, f"J{number}")

    assert len(page.form.journeys) == 5
    assert page.findChild(Field, "journey-6") is None


def test_a_refused_start_can_be_tried_again(
    qtbot: QtBot, room: Room, show_setup: ShowSetup, monkeypatch: pytest.MonkeyPatch
) -> None:
    from readiness.errors import NotSavedError  # noqa: PLC0415 - with what it is patched into
    from readiness.services.assessing import Assessing  # noqa: PLC0415 - the one that is patched

    def refuse(*_arguments: object) -> None:
        message = "The disk is full."
        raise NotSavedError(message)

    room.open_own()
    page = show_setup(room)
    qtbot.keyClicks(editor(page), "Checkout API")
    monkeypatch.setattr(Assessing, "start", refuse)
    with qtbot.waitSignal(room.session.failed):
        page.start()
    assert child(page, QPushButton, "start-assessment").isEnabled()

    monkeypatch.undo()
    with qtbot.waitSignal(room.session.assessment_opened):
        page.start()


def child(page: QWidget, kind: type[W], name: str) -> W:
    """Return a widget by its name."""
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def editor(page: QWidget) -> QLineEdit:
    """Return where the system's name is written."""
    line = child(page, QComboBox, "system").lineEdit()
    assert line is not None
    return line


def words(page: QWidget) -> str:
    """Return every text that is shown."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_specialised_questionnaires_are_asked_with_the_core(room: Room, show_setup: ShowSetup) -> None:
    page = show_setup(room)
    whole = child(page, QAbstractButton, "scope-full")

    child(page, QAbstractButton, "part-saas").click()
    child(page, QAbstractButton, "part-peak").click()

    assert "94 questions" in whole.accessibleDescription()
    assert page.form.parts == ("peak", "saas")
    assert draft_from(replace(FORM, questionnaire=page.form.questionnaire)).questionnaire == (
        "scalability@1.0+peak@1.0+saas@1.0"
    )


def test_a_quick_check_asks_the_core_alone(room: Room, show_setup: ShowSetup) -> None:
    page = show_setup(room)
    part = child(page, QAbstractButton, "part-saas")
    part.click()

    child(page, QAbstractButton, "scope-quick").click()

    assert not part.isEnabled()
    assert draft_from(replace(page.form, system="A")).questionnaire == ""


def test_what_was_asked_last_quarter_is_ticked_again(room: Room, show_setup: ShowSetup) -> None:
    room.open_own()
    asked = replace(draft_from(FORM), questionnaire="scalability@1.0+event-driven@1.0")
    room.session.start_assessment(asked)
    room.settle()
    room.session.leave_assessment()
    room.settle()

    page = show_setup(room, "Checkout API")

    assert page.form.parts == ("event-driven",)
