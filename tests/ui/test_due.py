"""What is due: read from the whole workspace, told on Home, and one press from where it is seen to."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.open_facts import OpenFact
from readiness.domain.period import Period
from readiness.domain.promises import Decision, PlannedAction
from readiness.services.assessing import Assessing, Draft
from readiness.services.first_look import Due, DueLine, RoundLine
from readiness.ui.dialogs.due_dialog import DueDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.models.due_rows import ahead_words, due_rows
from readiness.ui.pages.home.due_card import DueCard
from readiness.ui.theme import Theme

TODAY, QUARTER = date(2026, 9, 10), Period(2026, 3)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def written(room: Room) -> Room:
    """Return a room whose workspace has a sealed quarter with things to see to, and a stale system."""
    room.open_own()
    room.session.run_errand(lambda desk: _write(desk.assessing), lambda _: None)
    room.settle()
    room.session.refresh_home()
    room.settle()
    return room


@pytest.fixture
def window(qtbot: QtBot, written: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    shown = MainWindow(written.session, theme, icons, written.places, now)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.go_home()
    written.settle()
    yield shown
    shown.hide()
    shown.deleteLater()


def _write(workspace: Assessing) -> None:
    stale = workspace.start(Draft(system="Search", period=Period(2026, 1), scope="quick"))
    workspace.close_assessment(stale)
    id_ = workspace.start(Draft(system="Checkout API", period=Period(2026, 2)))
    workspace.set_facts(
        id_,
        (
            OpenFact(question="DAT-04", text="Connections at peak", who="Dev Patel", due="2026-09-08"),
            OpenFact(question="DAT-03", text="Later", due="2026-12-01"),
            OpenFact(question="DAT-02", text="Found", due="2026-09-01", state="found"),
            OpenFact(question="DAT-01", text="No day", due="someday"),
        ),
    )
    workspace.set_promises(
        id_,
        (
            PlannedAction(id="DAT-04:10", questions=("DAT-04",), owner="Ana Ruiz", period="2026-Q3"),
            PlannedAction(id="ARC-01:10", questions=("ARC-01",), title="Own title", period="2026-Q2"),
            PlannedAction(id="ARC-02:10", questions=("ARC-02",), period="2026-Q3", state="done"),
            PlannedAction(id="ARC-03:10", questions=("ARC-03",), period="2026-Q4"),
        ),
        (
            Decision(text="Buy a pooler", due="2026-09-15"),
            Decision(text="Old", due="2026-09-01", verdict="approved"),
        ),
    )
    workspace.close_assessment(id_)
    workspace.start(Draft(system="Checkout API", period=Period(2026, 3)))
    with workspace.workspace.database.transaction() as connection:
        connection.execute(
            "INSERT INTO accepted_risks (assessment_id, question, role, reason, expires, at)"
            " VALUES (?, 'ARC-06', 'Product lead', 'Too dear', '2026-Q2', '2026-06-01')",
            (id_,),
        )


def read(room: Room) -> Due:
    found: list[Due] = []
    room.session.read_due("2026-09-24", "2026-Q3", found.append)
    room.settle()
    return found[0]


def test_facts_decisions_promises_and_risks_that_are_due_are_read(written: Room) -> None:
    lines = read(written).lines

    assert [(line.kind, line.key, line.who, line.by) for line in lines] == [
        ("fact", "DAT-04", "Dev Patel", "2026-09-08"),
        ("decision", "", "", "2026-09-15"),
        ("action", "ARC-01:10", "", "2026-Q2"),
        ("action", "DAT-04:10", "Ana Ruiz", "2026-Q3"),
        ("risk", "ARC-06", "Product lead", "2026-Q2"),
    ]
    assert [line.text for line in lines[:3]] == ["Connections at peak", "Buy a pooler", "Own title"]
    assert all(line.text.endswith("?") for line in lines[3:])


def test_what_is_in_the_trash_or_archived_is_not_due(written: Room) -> None:
    home = written.session.home
    sealed = next(line for system in home for line in system.assessments if line.period == "2026-Q2")
    written.session.delete_assessment(sealed.id)
    written.settle()

    assert read(written).lines == ()


def test_what_is_late_comes_first_and_says_since_when(written: Room) -> None:
    rows = due_rows(read(written), written.session.home, TODAY, QUARTER)

    assert [(row.title, row.detail) for row in rows if row.kind in {"fact", "decision"}] == [
        ("Connections at peak", "8\u00a0Sep, late · Checkout API · Dev Patel"),
        ("Buy a pooler", "15\u00a0Sep · Checkout API"),
    ]
    assert [row.is_late for row in rows] == sorted((row.is_late for row in rows), reverse=True)
    assert rows[-1].title == "Search, 2026‑Q3 check-in"
    assert rows[-1].detail == "last sealed 2026‑Q1"
    assert next(row for row in rows if row.kind == "risk").detail == (
        "ran out with 2026‑Q2 · Checkout API · Product lead"
    )


def test_a_check_in_says_until_when_its_round_lasts(written: Room) -> None:
    search = next(system for system in written.session.home if system.name == "Search")
    for by, said, late in (("2026-09-18", "by 18\u00a0Sep", False), ("2026-09-01", "1\u00a0Sep, late", True)):
        due = Due((), (RoundLine(search.id, "2026-Q3", by),))
        (row,) = due_rows(due, written.session.home, TODAY, QUARTER)
        assert (row.detail, row.is_late) == (f"{said} · last sealed 2026‑Q1", late)


def test_a_day_that_is_none_is_shown_as_it_is_written() -> None:
    line = DueLine("fact", 1, "A", "ARC-01", "", "", "2026-02-31")
    (row,) = due_rows(Due((line,)), (), TODAY, QUARTER)

    assert (row.title, row.detail) == ("ARC-01", "2026-02-31, late · A")


def test_with_nothing_due_the_next_check_ins_are_counted(written: Room) -> None:
    assert ahead_words(written.session.home, Period(2026, 1)) == "Next: 1 check-in in 2026‑Q2."
    assert ahead_words((), QUARTER) == ""


def test_home_lists_what_is_due_and_a_press_leads_to_the_facts(
    qtbot: QtBot, written: Room, window: MainWindow
) -> None:
    card = child(window, DueCard, "due")
    assert card.accessibleName() == "Due, 3 late"
    fact = next(
        row for row in card.findChildren(QAbstractButton) if row.accessibleName() == "Connections at peak"
    )
    fact.setFocus()
    qtbot.keyClick(fact, Qt.Key.Key_Space)
    written.settle()

    assert written.assessment.reference == "Checkout API@2026-Q2"
    qtbot.waitUntil(window.system.closing.isVisible)


def test_all_that_is_due_is_a_key_away_and_a_check_in_begins_a_new_assessment(
    qtbot: QtBot, written: Room, window: MainWindow
) -> None:
    qtbot.keyClick(window.home, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    dialog = child(window, DueDialog, "due-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    for _ in range(8):
        qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused().accessibleName() == "Search, 2026‑Q3 check-in"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    written.settle()

    assert window.setup.isVisible()
    assert window.setup.form.system == "Search"


def test_the_sample_says_what_ran_out_and_what_was_promised(
    sample_room: Room, theme: Theme, icons: Icons
) -> None:
    card = DueCard(sample_room.session, theme, icons, now)
    card.read()
    sample_room.settle()

    told = [(row.kind, row.detail, row.is_late) for row in card.due]
    assert told[0] == ("risk", "ran out with 2026‑Q2 · Checkout API · Engineering lead", True)
    assert set(told[1:]) == {("action", "this quarter · Order service", False)}
    assert card.accessibleName() == "Due, 1 late"
    card.deleteLater()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def child(page: QWidget, kind: type[W], name: str) -> W:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found
