"""The roadmap by keyboard: moving actions, trying things out, keeping it, taking it back."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from spoken import spoken_name

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.domain.terms import PlanTerms
from readiness.services.assessing import Assessing, Draft
from readiness.ui.board_facts import BoardFacts
from readiness.ui.dialogs.action_dialog import ActionDialog
from readiness.ui.icons import Icons
from readiness.ui.pages.roadmap.board import MIME
from readiness.ui.pages.roadmap.left_row import LeftRow
from readiness.ui.pages.roadmap_page import RoadmapPage
from readiness.ui.pages.system_page import SystemPage
from readiness.ui.theme import Theme
from readiness.ui.widgets.action_card import ActionCard
from readiness.ui.widgets.select import Select

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with a full assessment whose answers all stand at 1."""
    path = tmp_path_factory.mktemp("roadmap") / "own.readiness"
    desk = Assessing.create(path)
    id_ = desk.start(Draft(system="Checkout API", period=Period(2026, 3)))
    empty = desk.load(id_)
    answers = {q.id: Answer(level=1) for q in empty.questionnaire.questions}
    desk.import_answers(replace(empty, agreed=answers), merge="theirs")
    desk.close()
    return path


@pytest.fixture
def page(qtbot: QtBot, room: Room, theme: Theme, icons: Icons, written: Path) -> Iterator[RoadmapPage]:
    """Return the roadmap of that assessment."""
    made = SystemPage(room.session, theme, icons)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    shutil.copy(written, room.places.workspace)
    room.open_own()
    room.session.open_assessment(room.session.home[0].assessments[0].id)
    room.settle()
    with qtbot.waitActive(made):
        made.show()
    made.show_page("roadmap")
    yield made.roadmap
    for sheet in made.findChildren(ActionDialog):
        sheet.reject()


def press(qtbot: QtBot, key: Qt.Key, page: QWidget, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, held)
    QApplication.processEvents()


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def facts_of(page: RoadmapPage) -> BoardFacts:
    assert page.facts is not None
    return page.facts


def column_of(page: RoadmapPage, key: str) -> int:
    columns = facts_of(page).columns
    return next((i for i, c in enumerate(columns) if key in {card.key for card in c.cards}), -1)


def focused(page: RoadmapPage) -> str:
    focus = page.window().focusWidget()
    assert isinstance(focus, ActionCard | LeftRow), focus
    return focus.facts.key


def child(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def sheet_of(page: RoadmapPage) -> ActionDialog:
    found = [sheet for sheet in page.window().findChildren(ActionDialog) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def type_into(page: QWidget, name: str, text: str) -> QLineEdit:
    field = child(page, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText(text)
    return field


def test_the_board_says_when_the_step_is_reached_and_at_what_price(page: RoadmapPage) -> None:
    said = words(page)
    assert "10×" in said
    assert "take the score from 25 to" in said
    assert "person-weeks" in said
    head = child(page, "quarter-2026-Q4")
    assert spoken_name(head).startswith("2026\u2011Q4, 8 of 8 person-weeks, full, score ")


def test_arrows_walk_from_card_to_card(qtbot: QtBot, page: RoadmapPage) -> None:
    columns = facts_of(page).columns
    assert focused(page) == columns[0].cards[0].key
    press(qtbot, Qt.Key.Key_Down, page)
    assert focused(page) == columns[0].cards[1].key
    press(qtbot, Qt.Key.Key_Right, page)
    beyond = next(column for column in columns[1:] if column.cards)
    assert focused(page) == beyond.cards[min(1, len(beyond.cards) - 1)].key
    press(qtbot, Qt.Key.Key_Home, page)
    assert focused(page) == beyond.cards[0].key
    press(qtbot, Qt.Key.Key_Left, page)
    press(qtbot, Qt.Key.Key_Left, page)
    press(qtbot, Qt.Key.Key_Up, page)
    assert focused(page) == columns[0].cards[0].key


def test_alt_and_arrow_fixes_a_card_to_the_next_quarter_and_undo_takes_it_back(
    qtbot: QtBot, room: Room, page: RoadmapPage
) -> None:
    key = focused(page)
    press(qtbot, Qt.Key.Key_Right, page, ALT)
    assert column_of(page, key) == 1
    assert focused(page) == key
    card = page.board.card(key)
    assert card is not None
    assert "fixed to 2027\u2011Q1" in spoken_name(card)
    assert room.session.undo_stack.undoText() == f"move of {key}"

    press(qtbot, Qt.Key.Key_Up, page, ALT)
    assert column_of(page, key) == 0
    assert room.assessment.actions == ()
    room.session.undo_stack.undo()
    assert column_of(page, key) == 1
    room.session.undo_stack.undo()
    assert column_of(page, key) == 0


def test_no_card_goes_before_the_first_quarter(qtbot: QtBot, room: Room, page: RoadmapPage) -> None:
    key = focused(page)
    press(qtbot, Qt.Key.Key_Left, page, ALT)
    assert column_of(page, key) == 0
    assert not room.session.undo_stack.canUndo()


def test_a_card_before_what_it_needs_says_so(qtbot: QtBot, page: RoadmapPage) -> None:
    waiting = next(
        card for card in facts_of(page).cards if any(column_of(page, need) > 0 for need in card.needs)
    )
    assert page.board.focus_card(waiting.key)
    before = column_of(page, waiting.key)
    for _ in range(before):
        press(qtbot, Qt.Key.Key_Left, page, ALT)
    card = page.board.card(waiting.key)
    assert card is not None
    assert card.facts.conflict
    assert card.facts.conflict in spoken_name(card)


def test_delete_takes_a_card_out_and_alt_and_arrow_puts_it_back(
    qtbot: QtBot, room: Room, page: RoadmapPage
) -> None:
    key = focused(page)
    press(qtbot, Qt.Key.Key_Delete, page)
    assert column_of(page, key) == -1
    assert "Taken out: 1" in words(page.left)
    assert focused(page) == key
    press(qtbot, Qt.Key.Key_Left, page, ALT)
    assert column_of(page, key) >= 0
    assert room.session.undo_stack.undoText() == f"taking in {key}"
    assert room.assessment.actions == ()


def test_space_takes_a_card_out_of_the_what_if_and_back(qtbot: QtBot, page: RoadmapPage) -> None:
    key = focused(page)
    press(qtbot, Qt.Key.Key_Space, page)
    card = page.board.card(key)
    assert card is not None
    assert card.facts.is_out
    assert "out of the what-if" in spoken_name(card)
    switch = child(page, f"without-{key}")
    assert switch.isVisible()
    name = f"Without “{card.facts.title}”"
    assert spoken_name(switch) == name
    qtbot.waitUntil(lambda: spoken_name(switch).startswith(f"{name}, "))
    assert focused(page) == key
    press(qtbot, Qt.Key.Key_Space, page)
    assert not card.facts.is_out
    assert "Nothing is tried" in words(page.what_if)


def test_enter_edits_and_it_comes_back_when_the_program_starts_again(
    qtbot: QtBot, room: Room, page: RoadmapPage
) -> None:
    key = next(card.key for card in facts_of(page).cards if card.gain)
    assert page.board.focus_card(key)
    press(qtbot, Qt.Key.Key_Return, page)
    sheet = sheet_of(page)
    type_into(sheet, "action-title", "A title " + "x" * 112)
    type_into(sheet, "action-effort", "2.5")
    type_into(sheet, "action-owner", "Data platform")
    state = child(sheet, "action-state")
    assert isinstance(state, Select)
    state.set_key_value("under_way")
    press(qtbot, Qt.Key.Key_Return, sheet)
    card = page.board.card(key)
    assert card is not None
    assert "Data platform, 2.5 person-weeks" in spoken_name(card)
    assert card.facts.state == "Under way"

    room.session.set_terms(replace(_terms(room), capacity=(6.0, 4.0)), "change of capacity")
    room.come_back()
    kept = room.assessment.actions[0]
    assert (kept.id, kept.owner, kept.effort, kept.state) == (key, "Data platform", 2.5, "under_way")
    assert _terms(room).capacity == (6.0, 4.0)


def test_a_number_that_is_none_is_mended_beside_its_field(qtbot: QtBot, page: RoadmapPage) -> None:
    press(qtbot, Qt.Key.Key_Return, page)
    sheet = sheet_of(page)
    type_into(sheet, "action-effort", "many")
    press(qtbot, Qt.Key.Key_Return, sheet)
    assert "Write a number of person-weeks" in words(sheet)


def test_a_done_action_is_listed_as_done_and_can_be_edited_back(
    qtbot: QtBot, room: Room, page: RoadmapPage
) -> None:
    key = next(card.key for card in facts_of(page).cards if card.gain)
    page._desk.edit(key, state="done", title="Partition orders")
    assert column_of(page, key) == -1
    assert "Done: 1" in words(page.left)
    assert page.left.focus_row(key)
    press(qtbot, Qt.Key.Key_Return, page)
    state = child(sheet_of(page), "action-state")
    assert isinstance(state, Select)
    state.set_key_value("planned")
    type_into(sheet_of(page), "action-owner", "Data platform")
    press(qtbot, Qt.Key.Key_Return, sheet_of(page))
    assert column_of(page, key) >= 0
    assert room.assessment.actions[0].title == "Partition orders"


def test_trials_add_up_and_end_together(qtbot: QtBot, room: Room, page: RoadmapPage) -> None:
    type_into(page, "other-capacity", "2")
    press(qtbot, Qt.Key.Key_Return, page)
    first = words(page.what_if)
    freeze = child(page, "freeze")
    assert isinstance(freeze, Select)
    freeze.chosen.emit("2026-Q4")
    assert words(page.what_if) != first
    terms = _terms(room)
    assert (terms.other_capacity, terms.freeze) == (2.0, "2026-Q4")
    qtbot.waitUntil(lambda: "64 weeks become 56" in words(page.what_if))
    assert "64 weeks become 16" in words(page.what_if)
    end = child(page, "end-trials")
    assert isinstance(end, QPushButton)
    qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    assert not _terms(room).is_trying
    room.session.undo_stack.undo()
    assert _terms(room).is_trying


def test_both_orders_stand_side_by_side_and_one_button_takes_the_other(
    qtbot: QtBot, room: Room, page: RoadmapPage
) -> None:
    assert "Ceiling first, as agreed" in words(page.scenarios)
    button = child(page, "take-other-order")
    assert spoken_name(button) == "Plan score first"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _terms(room).mode == "score-first"
    qtbot.waitUntil(lambda: "Score first, as agreed" in words(page.scenarios))
    assert room.session.undo_stack.undoText() == "change of order"


def test_capacity_is_typed_and_nonsense_is_said(qtbot: QtBot, room: Room, page: RoadmapPage) -> None:
    type_into(page, "capacity", "a few")
    press(qtbot, Qt.Key.Key_Return, page)
    assert "Write 8, or 8, 6, 8" in words(page)
    type_into(page, "capacity", "0")
    press(qtbot, Qt.Key.Key_Return, page)
    assert "Without any capacity nothing is planned" in words(page)
    assert "No quarter has any capacity" in words(page)
    type_into(page, "capacity", "8, 6")
    press(qtbot, Qt.Key.Key_Return, page)
    assert _terms(room).capacity == (8.0, 6.0)
    assert facts_of(page).columns[1].capacity == 6


def test_t_shows_every_card_as_a_row_and_enter_edits_it(qtbot: QtBot, page: RoadmapPage) -> None:
    press(qtbot, Qt.Key.Key_T, page)
    assert page.table.isVisible()
    shown = facts_of(page)
    left = sum(len(group.rows) for group in shown.groups)
    assert page.table.model().rowCount() == len(shown.cards) + len(shown.columns) + left
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    page.table.activated.emit(page.table.currentIndex())
    assert sheet_of(page).isVisible()
    sheet_of(page).reject()
    press(qtbot, Qt.Key.Key_T, page)
    assert page.board.isVisible()


def test_a_card_dropped_on_a_quarter_is_fixed_to_it(page: RoadmapPage) -> None:
    key = page.board.current
    head = child(page, "quarter-2027-Q2")
    place = head.mapTo(page.board, head.rect().center())
    data = QMimeData()
    data.setData(MIME, key.encode())
    drop = QDropEvent(QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    page.board.dropEvent(drop)
    assert facts_of(page).columns[2].key == "2027-Q2"
    assert column_of(page, key) == 2


def test_lines_lead_from_what_the_chosen_card_needs(page: RoadmapPage) -> None:
    waiting = next(card for card in facts_of(page).cards if card.needs)
    assert page.board.focus_card(waiting.key)
    assert page.board.lines.count == len(waiting.needs)
    for need in waiting.needs:
        card = page.board.card(need)
        assert card is not None
        assert card.is_needed


def test_a_sealed_assessment_takes_promises_too(qtbot: QtBot, room: Room, page: RoadmapPage) -> None:
    room.session.close_assessment()
    room.settle()
    system = page.window()
    assert isinstance(system, SystemPage)
    system.show_page("roadmap")
    key = focused(page)
    press(qtbot, Qt.Key.Key_Right, page, ALT)
    assert column_of(page, key) == 1
    room.come_back()
    assert room.assessment.actions[0].period == "2027-Q1"


def test_nothing_answered_plans_nothing_and_fails_nowhere(room: Room, page: RoadmapPage) -> None:
    room.start("Search")
    system = page.window()
    assert isinstance(system, SystemPage)
    system.show_page("roadmap")
    assert "10× is not reached" in words(page)


def test_four_quarters_have_room_in_the_smallest_window(page: RoadmapPage) -> None:
    page.window().resize(1180, 720)
    QApplication.processEvents()
    assert len(facts_of(page).columns) == 8
    fourth = child(page, f"quarter-{facts_of(page).columns[3].key}")
    right = fourth.mapTo(page.board.viewport(), fourth.rect().topRight()).x()
    assert right <= page.board.viewport().width()


def test_the_quarters_stay_in_sight_while_their_cards_scroll_by(page: RoadmapPage) -> None:
    page.window().resize(1180, 720)
    QApplication.processEvents()
    bar = page.board.verticalScrollBar()
    bar.setValue(bar.maximum())
    head = child(page, f"quarter-{facts_of(page).columns[0].key}")
    assert bar.maximum() > 0
    assert head.mapTo(page.board.viewport(), head.rect().topLeft()).y() == 0


@pytest.mark.parametrize(("width", "zoom"), [(1096, 1.0), (1012, 2.0)])
def test_side_and_board_share_the_width(
    qtbot: QtBot, room: Room, page: RoadmapPage, theme: Theme, icons: Icons, width: int, zoom: float
) -> None:
    assert page.facts is not None
    theme.set_zoom(zoom)
    alone = RoadmapPage(room.session, theme, icons)
    qtbot.addWidget(alone)
    alone.resize(width, 600)
    alone.show()
    QApplication.processEvents()
    assert alone.width() == width
    assert alone.board.width() >= width // 2


def _terms(room: Room) -> PlanTerms:
    assert room.session.terms is not None
    return room.session.terms
