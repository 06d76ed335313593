"""By keyboard alone: a lead plans the next two quarters, and it is all there the next morning."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from spoken import spoken_name

from readiness.ui.board_facts import BoardFacts
from readiness.ui.dialogs.decision_dialog import DecisionDialog
from readiness.ui.dialogs.incident_dialog import IncidentDialog
from readiness.ui.dialogs.risk_dialog import RiskDialog
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, sample_room: Room, theme: Theme, icons: Icons) -> Iterator[SystemPage]:
    """Return the sample’s first system in its last quarter, at its roadmap."""
    made = SystemPage(sample_room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    sample_room.session.open_assessment(sample_room.session.home[0].assessments[-1].id)
    sample_room.settle()
    press(qtbot, made, Qt.Key.Key_3, CTRL)
    yield made
    for sheet in made.window().findChildren(Sheet):
        sheet.reject()


def press(qtbot: QtBot, page: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, held)
    QApplication.processEvents()


def write(qtbot: QtBot, text: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit | QPlainTextEdit), focus
    qtbot.keyClicks(focus, text)


def tab_to(qtbot: QtBot, page: QWidget, name: str) -> None:
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        press(qtbot, page, Qt.Key.Key_Tab)
    message = f"Tab does not lead to {name}"
    raise AssertionError(message)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def facts_of(page: SystemPage) -> BoardFacts:
    assert page.roadmap.facts is not None
    return page.roadmap.facts


def come_back(room: Room) -> None:
    """End the program, start it again, and open the last quarter of the sample’s first system."""
    room.come_back()
    room.session.open_sample(room.places.sample)
    room.settle()
    room.session.open_assessment(room.session.home[0].assessments[-1].id)
    room.settle()


def go_to(page: SystemPage, question: str) -> str:
    """Give the focus to the card that raises a question; return its key."""
    key = next(card.key for card in facts_of(page).cards if card.gain and card.key.startswith(question))
    assert page.roadmap.board.focus_card(key)
    return key


def sheet_of(page: QWidget, kind: type[Sheet]) -> Sheet:
    found = [sheet for sheet in page.window().findChildren(kind) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def accept(qtbot: QtBot, page: SystemPage, role: str, reason: str) -> None:
    press(qtbot, page, Qt.Key.Key_A)
    sheet_of(page, RiskDialog)
    write(qtbot, role)
    tab_to(qtbot, page, "risk-reason")
    write(qtbot, reason)
    tab_to(qtbot, page, "keep-risk")
    press(qtbot, page, Qt.Key.Key_Space)


def test_a_lead_plans_two_quarters_by_keyboard_and_finds_it_the_next_morning(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    pooler = go_to(page, "DAT-04")
    press(qtbot, page, Qt.Key.Key_2)
    press(qtbot, page, Qt.Key.Key_Right, ALT)
    limit = go_to(page, "ARC-11")
    press(qtbot, page, Qt.Key.Key_Return)
    write(qtbot, "Site reliability")
    press(qtbot, page, Qt.Key.Key_Return)
    assert "Site reliability" in spoken_name(page.roadmap.board.card(limit) or page)
    tab_to(qtbot, page, "capacity")
    press(qtbot, page, Qt.Key.Key_A, CTRL)
    write(qtbot, "6, 9")
    press(qtbot, page, Qt.Key.Key_Return)
    tab_to(qtbot, page, "fill")
    press(qtbot, page, Qt.Key.Key_Space)
    assert [column.capacity for column in facts_of(page).columns[:3]] == [6, 9, 9]
    assert len(facts_of(page).columns) > 4

    come_back(sample_room)
    kept = {action.id: action for action in sample_room.assessment.actions}
    assert (kept[pooler].state, kept[pooler].period) == ("under_way", "2027-Q1")
    assert kept[limit].owner == "Site reliability"
    terms = sample_room.session.terms
    assert terms is not None
    assert (terms.capacity, terms.fill) == ((6.0, 9.0), True)


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_2, "under_way"),
        (Qt.Key.Key_3, "done"),
        (Qt.Key.Key_4, "slipped"),
        (Qt.Key.Key_5, "dropped"),
    ],
)
def test_a_digit_says_how_an_action_goes_and_undo_takes_it_back(
    qtbot: QtBot, sample_room: Room, page: SystemPage, key: Qt.Key, state: str
) -> None:
    before = sample_room.assessment.actions
    action = go_to(page, "DAT-04")
    press(qtbot, page, key)
    assert {one.id: one.state for one in sample_room.assessment.actions}[action] == state
    assert sample_room.session.undo_stack.undoText() == f"state of {action}"
    focus = page.window().focusWidget()
    assert focus is not None
    press(qtbot, page, Qt.Key.Key_1)
    assert {one.id: one.state for one in sample_room.assessment.actions}[action] == "planned"
    sample_room.session.undo_stack.undo()
    sample_room.session.undo_stack.undo()
    assert sample_room.assessment.actions == before


def test_switched_off_single_keys_change_nothing(qtbot: QtBot, sample_room: Room, page: SystemPage) -> None:
    settings = sample_room.session.settings
    sample_room.session.change_settings(replace(settings, single_keys=False))
    before = sample_room.assessment.actions
    go_to(page, "DAT-04")
    press(qtbot, page, Qt.Key.Key_3)
    press(qtbot, page, Qt.Key.Key_A)
    assert sample_room.assessment.actions == before
    assert not page.window().findChildren(RiskDialog)


def test_a_risk_is_accepted_left_out_changed_withdrawn_and_undone(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    go_to(page, "DAT-04")
    accept(qtbot, page, "Head of Product", "The sale is over.")
    said = "Accepted until 2027\u2011Q1 by Head of Product: The sale is over."
    row = page.roadmap.left.row("DAT-04")
    assert row is not None
    assert said in spoken_name(row)
    assert not [card for card in facts_of(page).cards if card.key.startswith("DAT-04")]
    assert "10× is not reached" in words(page.roadmap)
    shown = {row.key for group in facts_of(page).groups for row in group.rows}
    assert not [key for key in shown if key.startswith("DAT-04:")]

    assert page.roadmap.left.focus_row("DAT-04")
    press(qtbot, page, Qt.Key.Key_Return)
    sheet = sheet_of(page, RiskDialog)
    role = sheet.findChild(QLineEdit, "risk-role")
    assert role is not None
    role.setText("Chief executive")
    press(qtbot, page, Qt.Key.Key_Return)
    assert "by Chief executive" in spoken_name(page.roadmap.left.row("DAT-04") or page)

    come_back(sample_room)
    assert [one.role for one in sample_room.assessment.accepted if one.question == "DAT-04"] == [
        "Chief executive"
    ]


def test_delete_withdraws_and_undo_accepts_again(qtbot: QtBot, sample_room: Room, page: SystemPage) -> None:
    before = sample_room.assessment.accepted
    assert page.roadmap.left.focus_row("ARC-13")
    press(qtbot, page, Qt.Key.Key_Delete)
    assert "ARC-13" not in {one.question for one in sample_room.assessment.accepted}
    assert sample_room.session.undo_stack.undoText() == "withdrawing ARC-13"
    sample_room.session.undo_stack.undo()
    assert sample_room.assessment.accepted == before


def test_a_risk_without_a_role_or_a_reason_says_what_is_missing(qtbot: QtBot, page: SystemPage) -> None:
    go_to(page, "DAT-04")
    press(qtbot, page, Qt.Key.Key_A)
    sheet = sheet_of(page, RiskDialog)
    press(qtbot, page, Qt.Key.Key_Return)
    assert "Write who accepts it." in words(sheet)
    assert "Write why it is accepted." in words(sheet)
    assert sheet.isVisible()


def test_what_was_accepted_for_a_time_that_is_over_is_open_again(page: SystemPage) -> None:
    groups = {group.heading: group.rows for group in facts_of(page).groups}
    (row,) = groups["Open again"]
    assert row.key == "GRO-09"
    assert "Was accepted until 2026\u2011Q2 by Engineering lead, open again" in row.spoken
    assert row.key not in {one.key for one in groups["Accepted"]}


def test_results_leave_an_accepted_risk_out_of_what_breaks_first(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    go_to(page, "DAT-04")
    accept(qtbot, page, "Head of Product", "The sale is over.")
    press(qtbot, page, Qt.Key.Key_2, CTRL)
    overview = page.results.overview
    assert overview.findChild(QWidget, "breaks-DAT-04") is None
    assert "Accepted risks" in words(overview)
    assert overview.findChild(QWidget, "accepted-DAT-04") is not None
    sample_room.session.undo_stack.undo()
    assert overview.findChild(QWidget, "breaks-DAT-04") is not None


def test_the_menu_of_a_card_and_of_a_risk_offers_what_the_keys_do(
    sample_room: Room, page: SystemPage
) -> None:
    key = go_to(page, "DAT-04")
    menu = menu_of(QApplication.focusWidget())
    offered = [action.objectName() for action in menu.actions() if action.text()]
    assert offered[:6] == ["menu-edit", *(f"menu-state-{one}" for one in STATES)]
    assert "menu-accept" in offered
    next(action for action in menu.actions() if action.objectName() == "menu-state-done").trigger()
    menu.close()
    assert {one.id: one.state for one in sample_room.assessment.actions}[key] == "done"
    assert page.roadmap.left.focus_row("ARC-13")
    menu = menu_of(QApplication.focusWidget())
    assert [action.objectName() for action in menu.actions()] == ["menu-risk", "menu-withdraw"]
    menu.actions()[1].trigger()
    menu.close()
    assert "ARC-13" not in {one.question for one in sample_room.assessment.accepted}


STATES = ("planned", "under_way", "done", "slipped", "dropped")


def menu_of(widget: QWidget | None) -> QMenu:
    assert widget is not None
    middle = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, event)
    found = [menu for menu in widget.findChildren(QMenu) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def test_leadership_says_no_and_why_and_a_new_question_is_added(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    before = sample_room.assessment.decisions
    tab_to(qtbot, page, "decision-1")
    press(qtbot, page, Qt.Key.Key_Return)
    sheet_of(page, DecisionDialog)
    press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_Space)
    tab_to(qtbot, page, "decision-reason")
    write(qtbot, "Not this year.")
    tab_to(qtbot, page, "keep-decision")
    press(qtbot, page, Qt.Key.Key_Space)
    first = sample_room.assessment.decisions[0]
    assert (first.verdict, first.reason, first.text) == ("declined", "Not this year.", before[0].text)

    tab_to(qtbot, page, "add-decision")
    press(qtbot, page, Qt.Key.Key_Space)
    write(qtbot, "Hire one reliability engineer.")
    tab_to(qtbot, page, "keep-decision")
    press(qtbot, page, Qt.Key.Key_Space)
    assert len(sample_room.assessment.decisions) == len(before) + 1
    come_back(sample_room)
    assert [one.verdict for one in sample_room.assessment.decisions] == ["declined", "open", "open"]


def test_a_decision_is_removed_and_undo_brings_it_back(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    before = sample_room.assessment.decisions
    tab_to(qtbot, page, "decision-1")
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_Return)
    tab_to(qtbot, page, "remove-decision")
    press(qtbot, page, Qt.Key.Key_Space)
    assert sample_room.assessment.decisions == before[:1]
    sample_room.session.undo_stack.undo()
    assert sample_room.assessment.decisions == before


def test_an_incident_is_logged_with_the_question_it_came_from(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    press(qtbot, page, Qt.Key.Key_4, CTRL)
    sample_room.settle()
    panel = page.compare.overview.findChild(QWidget, "compare-incidents")
    assert panel is not None
    assert "5 of 7 incidents came from questions at 0–1, 2 were not asked" in words(panel)
    tab_to(qtbot, page, "log-incident")
    press(qtbot, page, Qt.Key.Key_Space)
    write(qtbot, "Paying stopped for eleven minutes")
    tab_to(qtbot, page, "finder-field")
    write(qtbot, "headroom busiest")
    press(qtbot, page, Qt.Key.Key_Return)
    tab_to(qtbot, page, "keep-incident")
    press(qtbot, page, Qt.Key.Key_Space)
    newest = sample_room.session.incidents[-1]
    assert (newest.questions, newest.title) == (("DAT-04",), "Paying stopped for eleven minutes")
    assert "5 of 8 incidents came from questions at 0–1, 1 from a question at 2 or more" in words(panel)

    sample_room.session.undo_stack.undo()
    assert "5 of 7 incidents" in words(panel)
    sample_room.session.undo_stack.redo()
    come_back(sample_room)
    assert len(sample_room.session.incidents) == 8


def test_an_incident_is_changed_and_taken_off_the_log(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    press(qtbot, page, Qt.Key.Key_4, CTRL)
    sample_room.settle()
    before = sample_room.session.incidents
    tab_to(qtbot, page, "incident-7")
    press(qtbot, page, Qt.Key.Key_Return)
    sheet = sheet_of(page, IncidentDialog)
    chosen = sheet.findChild(QWidget, "finder-chosen-ARC-09")
    assert chosen is not None
    press(qtbot, page, Qt.Key.Key_A, CTRL)
    write(qtbot, "The fraud check was out")
    press(qtbot, page, Qt.Key.Key_Return)
    assert sample_room.session.incidents[-1].title == "The fraud check was out"
    assert sample_room.session.incidents[-1].at == before[-1].at
    tab_to(qtbot, page, "incident-7")
    press(qtbot, page, Qt.Key.Key_Return)
    tab_to(qtbot, page, "remove-incident")
    press(qtbot, page, Qt.Key.Key_Space)
    assert sample_room.session.incidents == before[:-1]
    sample_room.session.undo_stack.undo()
    sample_room.session.undo_stack.undo()
    assert sample_room.session.incidents == before


def test_an_incident_without_a_day_says_how_to_write_one(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    press(qtbot, page, Qt.Key.Key_4, CTRL)
    sample_room.settle()
    tab_to(qtbot, page, "log-incident")
    press(qtbot, page, Qt.Key.Key_Space)
    sheet = sheet_of(page, IncidentDialog)
    day = sheet.findChild(QLineEdit, "incident-day")
    assert day is not None
    day.setText("yesterday")
    press(qtbot, page, Qt.Key.Key_Return)
    assert "Write a day like 22 Sep or 2026-09-22." in words(sheet)
    assert "Write what went wrong." in words(sheet)


def test_the_promises_end_with_what_became_of_the_step(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    press(qtbot, page, Qt.Key.Key_4, CTRL)
    sample_room.settle()
    said = words(page.compare.overview)
    assert "10× was planned for 2027\u2011Q1, and is now for 2027\u2011Q2, one quarter later." in said
    assert "Of three gates still open, two belong to actions that slipped" in said


def test_filling_what_stays_free_says_first_what_it_does(
    qtbot: QtBot, sample_room: Room, page: SystemPage
) -> None:
    assert "54.5 of 64 person-weeks stay free. Filled, 32 actions for the score alone take 49 to 63" in words(
        page.roadmap
    )
    tab_to(qtbot, page, "fill")
    press(qtbot, page, Qt.Key.Key_Space)
    assert any(card.remark == "for the score" for card in facts_of(page).cards)
    assert sample_room.session.undo_stack.undoText() == "filling the plan"
    sample_room.session.undo_stack.undo()
    assert not any(card.remark for card in facts_of(page).cards)


def test_the_curve_says_the_mark_and_what_the_pale_band_is(page: SystemPage) -> None:
    curve = page.roadmap.findChild(QWidget, "projection")
    assert curve is not None
    said = curve.accessibleDescription()
    assert "58, mark for 10×" in said
    assert "down to where 58 % of the plan would lead" in said
    facts = facts_of(page)
    assert facts.curve.low is not None
    assert facts.curve.start is not None
    ends = [(column.low, column.score, column.high) for column in facts.columns]
    assert all(low < score < high for low, score, high in ends if low and score and high)
    assert [column.title for column in facts.columns if column.is_reached] == ["2027\u2011Q2"]


def test_a_quarter_without_work_stands_narrow(page: SystemPage) -> None:
    empty = next(column for column in facts_of(page).columns if column.is_empty)
    head = page.roadmap.findChild(QWidget, f"quarter-{empty.key}")
    first = page.roadmap.findChild(QWidget, "quarter-2026-Q4")
    assert head is not None
    assert first is not None
    assert head.width() * 2 < first.width()
    assert spoken_name(head).startswith(empty.title)


def test_what_is_not_placed_can_be_accepted_too(qtbot: QtBot, sample_room: Room, page: SystemPage) -> None:
    left = next(
        row for group in facts_of(page).groups if group.heading.startswith("Not needed") for row in group.rows
    )
    assert page.roadmap.left.focus_row(left.key)
    accept(qtbot, page, "Engineering lead", "Not this year.")
    newest = sample_room.assessment.accepted[-1]
    assert left.key.startswith(newest.question)
    assert page.roadmap.left.row(newest.question) is not None


def test_results_ask_which_risk_is_accepted(qtbot: QtBot, sample_room: Room, page: SystemPage) -> None:
    press(qtbot, page, Qt.Key.Key_2, CTRL)
    tab_to(qtbot, page, "accept-risk")
    press(qtbot, page, Qt.Key.Key_Space)
    sheet_of(page, RiskDialog)
    tab_to(qtbot, page, "risk-role")
    write(qtbot, "Head of Product")
    tab_to(qtbot, page, "risk-reason")
    write(qtbot, "Known and small.")
    tab_to(qtbot, page, "keep-risk")
    press(qtbot, page, Qt.Key.Key_Space)
    assert sample_room.assessment.accepted[-1].question == "DAT-04", "what breaks first is offered first"


def test_the_table_of_the_plan_names_what_is_accepted_and_enter_changes_it(
    qtbot: QtBot, page: SystemPage
) -> None:
    press(qtbot, page, Qt.Key.Key_T)
    table = page.roadmap.table
    model = table.model()
    rows = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    at = next(i for i, cells in enumerate(rows) if cells[1] == "ARC-13")
    assert rows[at][-1].startswith("Accepted until 2027\u2011Q1 by Head of Product")
    table.setCurrentIndex(model.index(at, 0))
    press(qtbot, page, Qt.Key.Key_Return)
    sheet_of(page, RiskDialog)
