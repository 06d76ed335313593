"""Closing by keyboard: facts get an owner and a date, a seal is blocked or made, facts are found after it."""

from collections.abc import Iterator

import pytest
from builders import LINK, level, unknown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Participant
from readiness.domain.open_facts import OpenFact, Parked
from readiness.domain.period import Period
from readiness.errors import NotSavedError
from readiness.services.assessing import Draft
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.pages.closing_page import ClosingPage
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
MIRA = Participant(role="Product lead", name="Mira Holt", lane="product")
FACTS = (
    OpenFact(question="GRO-02", text="Limit of receipt mail", who="Ana Ruiz", due="2026-09-22"),
    OpenFact(question="GRO-11", text="Date of the campaign", who="Mira Holt", due="2026-09-08"),
)


@pytest.fixture
def system(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> SystemPage:
    """Return closing of a quick check: one don’t know, one two apart, the rest agreed."""
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    room.open_own()
    draft = Draft(
        system="Checkout API", period=Period(2026, 3), scope="quick", mode="private", participants=(MIRA,)
    )
    room.session.start_assessment(draft)
    room.settle()
    room.session.answer("GRO-01", level(3), "product")
    room.session.answer("GRO-01", level(1, "evidenced", evidence=(LINK,)), "engineering")
    room.session.reveal()
    for question in room.assessment.questionnaire.questions:
        if question.id != "GRO-01":
            room.session.answer(question.id, unknown() if question.id == "DAT-01" else level(2))
    room.settle()
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def page(room: Room, system: SystemPage) -> Iterator[ClosingPage]:
    system.show_page("closing")
    room.settle()
    yield system.closing
    room.settle()


def press(qtbot: QtBot, room: Room, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            qtbot.keyClicks(target, key)
        else:
            qtbot.keyClick(target, key, held)
        room.settle()


def child(page: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    shown = [found for found in page.findChildren(kind, name) if not found.isHidden()]
    assert shown, name
    return shown[-1]


def said(page: ClosingPage, name: str) -> str:
    found = child(page, name, QLabel)
    assert isinstance(found, QLabel)
    return found.text()


def button(page: QWidget, name: str) -> QAbstractButton:
    found = child(page, name, QAbstractButton)
    assert isinstance(found, QAbstractButton)
    return found


def field(page: ClosingPage, name: str) -> QLineEdit:
    found = child(page, name, QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def rows(page: ClosingPage, panel: str) -> list[str]:
    holder = child(page, panel)
    found = [b for b in holder.findChildren(QAbstractButton) if b.property("row") and not b.isHidden()]
    return [row.accessibleName() for row in found]


def with_facts(room: Room, page: ClosingPage, *facts: OpenFact) -> None:
    room.session.set_facts(facts or FACTS)
    room.settle()
    page.begin()
    room.settle()


# Lists


def test_the_lists_say_what_is_open_who_has_it_and_until_when(room: Room, page: ClosingPage) -> None:
    with_facts(room, page)
    assert rows(page, "facts-open") == [
        "GRO-02, Limit of receipt mail, Ana Ruiz, 22\u00a0Sep",
        "GRO-11, Date of the campaign, Mira Holt, 8\u00a0Sep, late",
    ]
    assert rows(page, "dont-know") == [f"DAT-01, {prompt(room, 'DAT-01')}, nobody looks into it yet"]
    assert rows(page, "still-apart") == [
        f"GRO-01, {prompt(room, 'GRO-01')}, Product 3, Engineering 1, left open"
    ]
    assert child(page, "facts-open").accessibleName() == "2 Facts still open"


def prompt(room: Room, question: str) -> str:
    return room.assessment.questionnaire.by_id[question].prompt


def test_a_fact_without_owner_or_date_is_counted_beside_the_heading(room: Room, page: ClosingPage) -> None:
    with_facts(room, page)
    assert notes(page, "each has an owner and a date")
    with_facts(room, page, *FACTS, OpenFact(question="GRO-07", who="Ana Ruiz"))
    assert notes(page, "1 without an owner or a date")
    assert rows(page, "facts-open")[-1].endswith("Ana Ruiz, no date")


def notes(page: ClosingPage, words: str) -> bool:
    return any(label.text() == words for label in child(page, "facts-open").findChildren(QLabel))


def test_arrows_move_among_the_rows_and_enter_opens_one_and_closes_it(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    with_facts(room, page)
    press(qtbot, room, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field(page, "fact-owner").text() == "Mira Holt"
    press(qtbot, room, Qt.Key.Key_Return)
    assert not [f for f in page.findChildren(QLineEdit, "fact-owner") if f.isVisible()]
    assert QApplication.focusWidget() is button(page, "fact-1")


def test_a_dont_know_gets_an_owner_and_a_date_as_two_steps_to_undo(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    button(page, "unknown-DAT-01").setFocus()
    press(qtbot, room, Qt.Key.Key_Return, "Mira Holt", Qt.Key.Key_Tab, "22 sep", Qt.Key.Key_Return)
    assert room.assessment.facts == (OpenFact(question="DAT-01", who="Mira Holt", due="2026-09-22"),)
    assert QApplication.focusWidget() is button(page, "fact-0")
    assert rows(page, "dont-know")[0].endswith("Mira Holt, 22\u00a0Sep")
    room.session.undo_stack.undo()
    assert [(fact.who, fact.due) for fact in room.assessment.facts] == [("Mira Holt", "")]
    room.session.undo_stack.undo()
    assert not room.assessment.facts


def test_an_owner_is_completed_from_the_people_of_the_assessment(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    button(page, "unknown-DAT-01").setFocus()
    press(qtbot, room, Qt.Key.Key_Return, "mir", Qt.Key.Key_Return)
    assert room.assessment.facts[0].who.casefold() == "mira holt"


def test_opening_a_row_and_leaving_it_stores_nothing(qtbot: QtBot, room: Room, page: ClosingPage) -> None:
    button(page, "unknown-DAT-01").setFocus()
    press(qtbot, room, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert room.assessment.facts == ()
    assert room.session.undo_stack.undoText() != "change of open facts"


def test_alt_d_leads_to_the_date_and_a_wrong_one_says_how_to_write_it(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    with_facts(room, page)
    press(qtbot, room, Qt.Key.Key_Down)
    press(qtbot, room, Qt.Key.Key_D, held=ALT)
    due = field(page, "fact-due")
    assert (due.hasFocus(), due.text()) == (True, "8 Sep")
    press(qtbot, room, "soon", Qt.Key.Key_Return)
    assert due.accessibleDescription() == "Write a day like 22 Sep or 2026-09-22."
    assert room.assessment.facts == FACTS
    due.selectAll()
    press(qtbot, room, "2026-09-18", Qt.Key.Key_Return)
    assert room.assessment.facts[1].due == "2026-09-18"
    assert rows(page, "facts-open")[1].endswith("18\u00a0Sep")


def test_a_fact_is_found_with_what_was_found_and_then_stands_last(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    with_facts(room, page)
    press(qtbot, room, Qt.Key.Key_Return)
    button(page, "option-found").setFocus()
    press(qtbot, room, Qt.Key.Key_Space)
    assert room.assessment.facts[0].state == "found"
    assert field(page, "fact-owner").isVisible()
    field(page, "fact-note").setFocus()
    press(qtbot, room, "1,150 a minute", Qt.Key.Key_Return)
    assert room.assessment.facts[0].note == "1,150 a minute"
    assert rows(page, "facts-open")[-1] == "GRO-02, Limit of receipt mail, Ana Ruiz, found"
    assert child(page, "facts-open").accessibleName() == "1 Fact still open"


def test_a_fact_is_taken_off_the_list_and_undo_brings_it_back(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    with_facts(room, page)
    press(qtbot, room, Qt.Key.Key_Return)
    button(page, "fact-remove").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert [fact.question for fact in room.assessment.facts] == ["GRO-11"]
    room.session.undo_stack.undo()
    assert room.assessment.facts == FACTS


def test_undo_elsewhere_is_seen_in_the_open_editor(qtbot: QtBot, room: Room, page: ClosingPage) -> None:
    with_facts(room, page)
    press(qtbot, room, Qt.Key.Key_Return, "Dev Patel", Qt.Key.Key_Tab)
    assert room.assessment.facts[0].who == "Dev Patel"
    room.session.undo_stack.undo()
    assert field(page, "fact-owner").text() == "Ana Ruiz"
    room.session.undo_stack.undo()
    assert not [f for f in page.findChildren(QLineEdit, "fact-owner") if f.isVisible()]


def test_what_is_parked_gets_an_owner_and_is_settled(qtbot: QtBot, room: Room, page: ClosingPage) -> None:
    room.session.set_parked((Parked(text="Who owns the contract?", at="2026-09-10T08:00:00Z"),))
    room.settle()
    button(page, "parked-0").setFocus()
    press(qtbot, room, Qt.Key.Key_Return, "Mira Holt", Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert (room.assessment.parked[0].who, room.assessment.parked[0].settled) == ("Mira Holt", True)
    assert rows(page, "parked") == ["Who owns the contract?, Mira Holt, settled"]


def test_a_question_two_apart_opens_where_it_is_answered(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage
) -> None:
    button(page, "open-GRO-01").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert system.assess.current == "GRO-01"


def test_in_a_file_that_can_only_be_read_a_fact_leads_to_its_question(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_facts(room, page)
    monkeypatch.setattr(type(room.session), "read_only", True)
    page.begin()
    room.settle()
    assert said(page, "seal-words").startswith("This file can be read, not changed")
    assert not button(page, "seal-now").isEnabled()
    press(qtbot, room, Qt.Key.Key_Return)
    assert system.assess.current == "GRO-02"


def test_a_long_list_shows_its_beginning_and_all_of_it_on_request(
    qtbot: QtBot, room: Room, system: SystemPage
) -> None:
    room.start("Search")
    system.show_page("closing")
    room.settle()
    page = system.closing
    assert len(rows(page, "not-asked")) == 8
    button(page, "not-asked-all").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert len(rows(page, "not-asked")) == 74


# The effect


def test_the_effect_counts_what_could_be_found_and_t_shows_it_as_a_table(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    assert said(page, "closing-effect").startswith("With the unknown one found, between ")
    assert "Closed now" in child(page, "closing-chart").accessibleDescription()
    press(qtbot, room, "t")
    assert child(page, "closing-chart-view").isVisible()
    assert not [chart for chart in page.findChildren(QWidget, "closing-chart") if chart.isVisible()]


def test_the_checks_are_read_as_one_sentence(page: ClosingPage) -> None:
    told = child(page, "closing-checks").accessibleName()
    assert told.startswith("15 of 15 asked: yes, 6 of 6 gates answered: yes, nothing left out as N/A: yes")


# The seal


def test_ctrl_enter_seals_and_facts_are_found_beside_the_sealed_answers(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage
) -> None:
    with_facts(room, page)
    assert child(page, "seal-panel").accessibleName() == "Seal 2026\u2011Q3, 2 facts open"
    press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
    assert room.assessment.sealed
    sealed = room.assessment.agreed
    system.show_page("closing")
    room.settle()
    assert child(page, "seal-panel").accessibleName() == "2026\u2011Q3 is sealed, 2 facts open"
    press(qtbot, room, Qt.Key.Key_Return)
    button(page, "option-found").setFocus()
    press(qtbot, room, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert (room.assessment.facts[0].state, room.assessment.agreed) == ("found", sealed)
    room.come_back()
    assert (room.assessment.facts[0].state, room.assessment.sealed) == ("found", True)


def test_ctrl_enter_in_a_field_stores_the_field_and_seals_nothing(
    qtbot: QtBot, room: Room, page: ClosingPage
) -> None:
    with_facts(room, page)
    press(qtbot, room, Qt.Key.Key_Return, "Dev Patel")
    press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
    assert room.assessment.facts[0].who == "Dev Patel"
    assert not room.assessment.sealed


def test_it_can_wait_for_its_facts_ten_working_days_at_most(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage
) -> None:
    with_facts(room, page)
    assert button(page, "wait-until").accessibleName() == "Wait until 22\u00a0Sep"
    later = OpenFact(question="GRO-02", due="2026-10-30")
    with_facts(room, page, *FACTS, later)
    assert button(page, "wait-until").accessibleName() == "Wait until 24\u00a0Sep"
    assert said(page, "wait-words") == ("An assessment waits ten working days at most; 1 fact is due later.")
    button(page, "wait-until").setFocus()
    with qtbot.waitSignal(system.home_asked):
        press(qtbot, room, Qt.Key.Key_Return)
    assert not room.assessment.sealed


def test_without_a_day_to_come_there_is_nothing_to_wait_for(room: Room, page: ClosingPage) -> None:
    with_facts(room, page, FACTS[1])
    assert not [b for b in page.findChildren(QAbstractButton, "wait-until") if b.isVisible()]


def test_hidden_answers_block_the_seal_and_no_figure_is_shown_from_them(
    qtbot: QtBot, room: Room, system: SystemPage
) -> None:
    room.session.start_assessment(
        Draft(system="Search", period=Period(2026, 3), scope="quick", mode="private")
    )
    room.settle()
    room.session.answer("GRO-01", level(4), "product")
    system.show_page("closing")
    room.settle()
    page = system.closing
    assert said(page, "seal-words") == (
        "Not before the reveal: Product has answered 1 of 10 and Engineering has answered 0 of 15. "
        "A seal would freeze answers that nobody has seen."
    )
    assert "while answers are hidden" in said(page, "closing-effect").casefold()
    press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
    assert not room.assessment.sealed
    assert QApplication.focusWidget() is button(page, "seal-way")
    press(qtbot, room, Qt.Key.Key_Return)
    assert system.assess.isVisible()


def test_changes_that_are_not_on_disk_block_the_seal_until_they_are(
    qtbot: QtBot, room: Room, page: ClosingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr("readiness.services.assessing.Assessing.set_facts", refuse)
        room.session.set_facts(FACTS)
        room.settle()
        assert said(page, "seal-words") == (
            "1 change is not saved yet, and a seal would miss what is not on disk."
        )
        press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
        assert not room.assessment.sealed
    button(page, "seal-way").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert button(page, "seal-now").isEnabled()


def test_a_seal_that_fails_can_be_tried_again(
    qtbot: QtBot, room: Room, page: ClosingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise NotSavedError("The disk is full.")

    with monkeypatch.context() as full, qtbot.waitSignal(room.session.failed):
        full.setattr("readiness.services.assessing.Assessing.close_assessment", refuse)
        press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
    assert (button(page, "seal-now").isEnabled(), room.assessment.sealed) == (True, False)
    press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
    assert room.assessment.sealed


def test_a_sealed_assessment_offers_a_revision_once_and_then_the_way_back_to_it(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage
) -> None:
    press(qtbot, room, Qt.Key.Key_Return, held=CTRL)
    sealed = room.session.assessment_id
    system.show_page("closing")
    room.settle()
    assert "A revision is a copy with these answers" in said(page, "seal-words")
    button(page, "start-revision").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert (room.assessment.revision, room.assessment.sealed) == (2, False)
    assert sealed is not None
    room.session.open_assessment(sealed)
    room.settle()
    system.show_page("closing")
    room.settle()
    assert button(page, "start-revision").accessibleName() == "Go on in revision 2"
    button(page, "start-revision").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert room.assessment.revision == 2


def test_the_header_leads_back_to_the_table(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage
) -> None:
    assert page.isVisible()
    button(system, "back-to-table").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert system.table.isVisible()


def test_waiting_goes_home_and_says_that_nothing_is_sealed(
    qtbot: QtBot, room: Room, theme: Theme, icons: Icons
) -> None:
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
    room.start(quick=True)
    room.session.set_facts(FACTS)
    window.system.show_page("closing")
    room.settle()
    button(window.system.closing, "wait-until").setFocus()
    press(qtbot, room, Qt.Key.Key_Return)
    assert window.home.isVisible()
    told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Nothing is sealed." in told


def test_it_holds_at_twice_the_text_size_in_the_smallest_window(
    qtbot: QtBot, room: Room, page: ClosingPage, system: SystemPage, theme: Theme
) -> None:
    with_facts(room, page)
    theme.set_zoom(2.0)
    system.resize(1020, 720)
    qtbot.wait(1)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
    for name in ("seal-now", "wait-until"):
        shown = button(page, name)
        assert shown.width() >= shown.sizeHint().width()
    theme.set_zoom(1.0)
