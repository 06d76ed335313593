"""Moving to a newer version in the window: palette, page menu, row menu; shown first, undone like all."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.ui.desk import Desk
from readiness.ui.dialogs.move_dialog import MoveDialog
from readiness.ui.dialogs.palette_dialog import PaletteDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar
from readiness.ui.widgets.segmented import Segmented


def later(core: Questionnaire) -> Questionnaire:
    """Return a next version: ARC-01 asks something else, ARC-02 is gone, the title is another one."""
    pillar = core.pillars[0]
    topic = pillar.topics[0]
    kept = tuple(q for q in topic.questions if q.id != "ARC-02")
    pillars = (
        replace(pillar, topics=(replace(topic, questions=kept), *pillar.topics[1:])),
        *core.pillars[1:],
    )
    lineage = Lineage(from_version="1.0", changes=(LineageChange(redefine="ARC-01"),))
    return replace(core, version="2.0", pillars=pillars, lineage=lineage)


def take_in(desk: Desk, *, both: bool = True) -> None:
    core = desk.assessing.library.latest()
    if both:
        desk.assessing.import_questionnaire(later(core), "own")
    minor = replace(core, version="1.1", title="Reworded", lineage=Lineage(from_version="1.0"))
    desk.assessing.import_questionnaire(minor, "own")


@pytest.fixture
def window(room: Room, theme: Theme, icons: Icons, qtbot: QtBot) -> MainWindow:
    room.open_own()
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made, before_close_func=_let_close)
    made.resize(1440, 900)
    made.show()
    room.start()
    qtbot.waitUntil(lambda: made._pages.has_system)
    room.settle()
    for id_, level in (("ARC-01", 3), ("ARC-02", 2), ("ARC-03", 1)):
        room.session.answer(id_, Answer(level=level))
    room.settle()
    return made


def _let_close(window: object) -> None:
    if isinstance(window, MainWindow):
        window._may_close = True


@pytest.fixture
def versions(window: MainWindow, room: Room) -> None:
    assert window.isVisible()
    room.session.run_errand(take_in, _ignore)
    room.settle()


def _ignore(_done: object) -> None:
    """Nothing is told."""


def sheet_of(window: MainWindow, room: Room) -> MoveDialog:
    room.settle()
    return next(one for one in window.findChildren(MoveDialog) if one.isVisible())


def texts(sheet: MoveDialog) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisibleTo(sheet))


def levels(room: Room) -> dict[str, int | None]:
    return {id_: answer.level for id_, answer in room.assessment.agreed.items()}


def test_without_a_newer_version_that_is_said(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.session.noted) as told:
        window.system.menu.version_asked.emit()
    assert told.args == ["There is no newer version of scalability@1.0 here."]


@pytest.mark.usefixtures("versions")
def test_what_it_does_is_shown_and_enter_does_it(window: MainWindow, room: Room) -> None:
    window.show_palette()
    palette = next(one for one in window.findChildren(PaletteDialog) if one.isVisible())
    field = palette.findChild(Field, "palette-field")
    assert field is not None
    QTest.keyClicks(field, "newer version")
    QTest.keyClick(field, Qt.Key.Key_Return)
    sheet = sheet_of(window, room)
    shown = texts(sheet)
    assert "1 answer is kept, 2 are cleared." in shown
    assert "ARC-01 asks something else now; its note stays." in shown
    assert "ARC-02 is asked no more." in shown
    assert room.assessment.questionnaire.reference == "scalability@1.0"
    QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Return)
    room.settle()
    assert room.assessment.questionnaire.reference == "scalability@2.0"
    assert levels(room) == {"ARC-03": 1}
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert bar.message is not None
    assert bar.message.title == "Checkout API, 2026‑Q3 asks scalability@2.0 now."


@pytest.mark.usefixtures("versions")
def test_a_move_is_undone_and_done_again_with_the_keys_of_everything_else(
    window: MainWindow, room: Room
) -> None:
    window.system.menu.version_asked.emit()
    QTest.keyClick(sheet_of(window, room), Qt.Key.Key_Return)
    room.settle()
    assert room.session.undo_stack.undoText() == "move of Checkout API, 2026‑Q3 to scalability@2.0"
    room.session.undo_stack.undo()
    room.settle()
    assert room.assessment.questionnaire.reference == "scalability@1.0"
    assert levels(room) == {"ARC-01": 3, "ARC-02": 2, "ARC-03": 1}
    room.session.undo_stack.redo()
    room.settle()
    assert levels(room) == {"ARC-03": 1}
    room.session.answer("ARC-03", Answer(level=4))
    room.session.undo_stack.undo()
    room.session.undo_stack.undo()
    room.settle()
    assert levels(room) == {"ARC-01": 3, "ARC-02": 2, "ARC-03": 1}
    room.come_back()
    assert levels(room) == {"ARC-01": 3, "ARC-02": 2, "ARC-03": 1}


@pytest.mark.usefixtures("versions")
def test_another_version_can_be_chosen_by_its_number(window: MainWindow, room: Room) -> None:
    window.system.menu.version_asked.emit()
    sheet = sheet_of(window, room)
    versions = sheet.findChild(Segmented, "move-version")
    assert versions is not None
    assert versions.value == "2.0"
    versions.focus_chosen()
    QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Right)
    assert "3 answers are kept, none is cleared." in texts(sheet)
    sheet._accept.click()
    room.settle()
    assert room.assessment.questionnaire.reference == "scalability@1.1"
    assert len(levels(room)) == 3


@pytest.mark.usefixtures("versions")
def test_the_menu_of_a_row_moves_what_is_not_open(window: MainWindow, room: Room) -> None:
    window.go_home()
    room.settle()
    home = window.home
    home._on_menu_asked(0, QPoint(200, 200))
    menu = next(one for one in home.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.objectName() == "row-version").trigger()
    menu.close()
    sheet_of(window, room)._accept.click()
    room.settle()
    line = room.session.home[0].assessments[-1]
    assert line.questionnaire == "scalability@2.0"
    room.session.undo_stack.undo()
    room.settle()
    assert room.session.home[0].assessments[-1].questionnaire == "scalability@1.0"


@pytest.mark.usefixtures("versions")
def test_what_is_sealed_is_not_offered_to_move(window: MainWindow, room: Room) -> None:
    room.session.close_assessment()
    room.settle()
    assert not window.system.menu._version.isEnabled()
    window.go_home()
    room.settle()
    window.home._on_menu_asked(0, QPoint(200, 200))
    menu = next(one for one in window.home.findChildren(QMenu) if one.isVisible())
    assert "row-version" not in {one.objectName() for one in menu.actions()}
    menu.close()
