"""The whole window, driven by keyboard: ways between pages, messages, dialogs, closing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.domain.assessment import Answer
from readiness.errors import NotSavedError
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.error_hook import ErrorHook
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme
from readiness.ui.widgets.app_rail import AppRail
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.message_bar import MessageBar

W = TypeVar("W", bound=QWidget)


class House:
    """A window over a room."""

    def __init__(self, room: Room, window: MainWindow, qtbot: QtBot) -> None:
        self.room = room
        self.window = window
        self.qtbot = qtbot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and wait for what comes of it."""
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, held)
        self.room.settle()

    def child(self, kind: type[W], name: str = "") -> W:
        """Return a widget of the window by its name."""
        found = self.window.findChild(kind, name) if name else self.window.findChild(kind)
        assert isinstance(found, kind)
        return found

    def page(self) -> QWidget:
        """Return the page that is shown."""
        return next(
            page
            for page in (self.window.home, self.window.setup, self.window.system)
            if page.isVisibleTo(self.window)
        )

    def dialog(self) -> Sheet:
        """Return the dialog that is open."""
        found = [dialog for dialog in self.window.findChildren(Sheet) if dialog.isVisible()]
        assert len(found) == 1
        self.qtbot.waitUntil(found[0].isActiveWindow)
        return found[0]

    def message(self) -> str:
        """Return what the bar across the top says, nothing while it is away."""
        bar = self.child(MessageBar)
        return bar.accessibleName() if bar.isVisible() else ""


@pytest.fixture
def house(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[House]:
    window = MainWindow(room.session, theme, icons, room.places, now)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield House(room, window, qtbot)
    window.hide()
    window.deleteLater()


@pytest.fixture
def sample_house(house: House, written_sample: Path) -> House:
    shutil.copy(written_sample, house.room.places.sample)
    house.window.files.open_sample()
    house.room.settle()
    return house


CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_first_start_offers_the_sample_and_enter_opens_it(house: House) -> None:
    house.room.open_own()
    assert house.child(QPushButton, "try-sample").hasFocus()

    house.press(Qt.Key.Key_Return)

    assert house.room.session.path == str(house.room.places.sample)
    assert "sample" in house.window.windowTitle()
    assert house.child(QWidget, "systems").isVisible()


def test_n_begins_an_assessment_and_escape_never_leaves_it_by_accident(house: House) -> None:
    house.room.open_own()
    house.press(Qt.Key.Key_N)
    assert house.page() is house.window.setup

    house.press(Qt.Key.Key_Escape)
    assert house.page() is house.window.setup


def test_ctrl_n_begins_an_assessment_from_another_page(sample_house: House) -> None:
    sample_house.room.session.open_assessment(1)
    sample_house.room.settle()

    sample_house.press(Qt.Key.Key_N, CTRL)

    assert sample_house.page() is sample_house.window.setup


def test_a_whole_start_by_keyboard_ends_at_the_first_question(house: House) -> None:
    house.room.open_own()
    house.press(Qt.Key.Key_N)
    focused = QApplication.focusWidget()
    assert focused is not None
    house.qtbot.keyClicks(focused, "Checkout API")
    house.press(Qt.Key.Key_Return, CTRL)

    assert house.page() is house.window.system
    assert not house.child(AppRail).isVisible()


def test_a_whole_quick_check_is_answered_and_exported_by_keyboard_alone(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = tmp_path / "out" / "report.pdf"
    report.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(report), ""))
    house.room.open_own()
    house.press(Qt.Key.Key_N)
    focused = QApplication.focusWidget()
    assert focused is not None
    house.qtbot.keyClicks(focused, "Checkout API")
    while (focused := QApplication.focusWidget()) is not None and not isinstance(focused, ChoiceRow):
        house.press(Qt.Key.Key_Tab)
    house.press(Qt.Key.Key_Up)
    house.press(Qt.Key.Key_Space)
    while (focused := QApplication.focusWidget()) is not None and focused.objectName() != "mode-private":
        house.press(Qt.Key.Key_Tab)
    house.press(Qt.Key.Key_Down)
    house.press(Qt.Key.Key_Return, CTRL)
    assert (house.room.assessment.scope, house.room.assessment.mode) == ("quick", "live")

    for number in range(15):
        house.press((Qt.Key.Key_0, Qt.Key.Key_2, Qt.Key.Key_D, Qt.Key.Key_4)[number % 4])
        house.press(Qt.Key.Key_Right)
    assert len(house.room.assessment.agreed) == 15

    house.press(Qt.Key.Key_5, CTRL)
    with house.qtbot.waitSignal(house.room.session.exported, timeout=60_000):
        house.press(Qt.Key.Key_E, CTRL)

    assert report.read_bytes().startswith(b"%PDF-")


def test_enter_resumes_and_home_comes_back(sample_house: House) -> None:
    house = sample_house
    house.press(Qt.Key.Key_Return)
    assert house.room.assessment.system == "Order service"
    assert house.page() is house.window.system

    house.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert house.page() is house.window.home
    assert house.child(AppRail).isVisible()
    assert house.room.session.assessment is None


def test_n_means_a_note_while_assessing(sample_house: House) -> None:
    house = sample_house
    house.press(Qt.Key.Key_Return)
    house.press(Qt.Key.Key_N)

    assert house.page() is house.window.system


def test_undo_names_the_change_and_takes_it_back(sample_house: House) -> None:
    house = sample_house
    house.press(Qt.Key.Key_Return)
    question = house.room.session.place
    before = house.room.assessment.agreed.get(question)
    house.room.session.answer(question, Answer(level=4))
    undo = next(action for action in house.window.actions() if action.objectName() == "undo")
    assert undo.text() == f"Undo answer {question}"

    house.press(Qt.Key.Key_Z, CTRL)

    assert house.room.assessment.agreed.get(question) == before


def test_the_palette_goes_to_a_question(sample_house: House) -> None:
    house = sample_house
    house.press(Qt.Key.Key_Return)
    target = house.room.assessment.questionnaire.questions[-1].id
    house.press(Qt.Key.Key_K, CTRL)
    field = house.dialog().findChild(Field, "palette-field")
    assert field is not None
    house.qtbot.keyClicks(field, target)
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    house.room.settle()

    assert house.room.session.place == target


def test_the_palette_opens_a_system_and_knows_when_it_found_nothing(sample_house: House) -> None:
    house = sample_house
    house.press(Qt.Key.Key_K, CTRL)
    field, found = house.dialog().findChild(Field), house.dialog().findChild(QListView)
    assert field is not None
    assert found is not None
    house.qtbot.keyClicks(field, "zzzz")
    assert rows(found.model()) == 0
    field.clear()
    house.qtbot.keyClicks(field, "search 2026-q2")
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    house.room.settle()

    assert (house.room.assessment.system, str(house.room.assessment.period)) == ("Search", "2026-Q2")


def test_help_leads_to_the_method_in_plain_prose(house: House) -> None:
    house.room.open_own()
    option(house.window, "rail-help").click()

    option(house.dialog(), "help-method").click()

    page = house.dialog().findChild(QTextBrowser, "method")
    assert page is not None
    text = page.toPlainText()
    assert "not a benchmark" in text
    assert "nothing makes up for a failing gate" in text
    assert "**" not in text
    assert page.hasFocus()


def test_help_says_where_the_data_is_and_what_is_never_lost(house: House) -> None:
    house.room.open_own()
    option(house.window, "rail-help").click()
    option(house.dialog(), "help-data").click()

    page = house.dialog().findChild(QTextBrowser, "your-data")
    assert page is not None
    text = page.toPlainText()
    assert house.room.session.path in words(house.dialog())
    assert "A sealed assessment never changes" in text
    assert "Private answers before the reveal" in text
    assert "#" not in text
    assert page.hasFocus()
    house.press(Qt.Key.Key_Down)
    assert page.verticalScrollBar().value() > 0


def test_opening_a_file_from_an_empty_home_goes_to_what_comes_next(
    sample_house: House, tmp_path: Path
) -> None:
    house = sample_house
    sample = house.room.session.path
    house.room.session.open_own_workspace(tmp_path / "empty.readiness")
    house.room.settle()
    assert house.child(QPushButton, "try-sample").hasFocus()
    house.room.session.open_workspace(Path(sample))
    house.room.settle()
    assert house.child(QPushButton, "resume").hasFocus()


def test_the_keys_sheet_lists_what_works_here(sample_house: House) -> None:
    house = sample_house
    house.press(Qt.Key.Key_F1)
    text = words(house.dialog())

    assert "New assessment" in text
    assert "Resume, or open the row" in text
    assert "Answer with a level" not in text
    house.press(Qt.Key.Key_Escape)
    house.qtbot.waitUntil(house.window.isActiveWindow)
    house.press(Qt.Key.Key_Return)
    house.press(Qt.Key.Key_Question)
    assert "Answer with a level" in words(house.dialog())


def test_settings_take_effect_at_once_and_are_kept(house: House, theme: Theme) -> None:
    house.room.open_own()
    house.press(Qt.Key.Key_Comma, CTRL)
    dialog = house.dialog()
    option(dialog, "option-dark").click()
    assert theme.mode == "dark"
    company = dialog.findChild(Field, "company")
    assert company is not None
    house.qtbot.keyClicks(company, "Quillmere")
    option(dialog, "single-keys").click()
    size = dialog.findChild(QComboBox, "zoom")
    assert size is not None
    size.setFocus()
    house.press(Qt.Key.Key_Down)
    assert (size.currentText(), theme.zoom) == ("110%", 1.1)
    option(dialog, "settings-done").click()
    house.room.tasks.wait()

    settings = house.room.session.settings
    assert (settings.theme, settings.company, settings.single_keys) == ("dark", "Quillmere", False)
    house.press(Qt.Key.Key_N)
    assert house.page() is house.window.home


def test_zoom_is_kept(house: House, theme: Theme) -> None:
    house.window.zoom(1)
    assert (theme.zoom, house.room.session.settings.zoom) == (1.1, 1.1)

    house.window.zoom(0)
    assert house.room.session.settings.zoom == 1.0


def test_help_says_versions_and_that_nothing_is_sent(house: House) -> None:
    house.room.open_own()
    option(house.window, "rail-help").click()
    option(house.dialog(), "help-about").click()
    text = words(house.dialog())
    assert "nothing is sent" in text
    option(house.dialog(), "copy-versions").click()

    assert QGuiApplication.clipboard().text().startswith("Readiness ")


def test_a_file_that_is_no_workspace_is_told_in_the_bar(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(letter), ""))
    house.room.open_own()
    house.press(Qt.Key.Key_O, CTRL)

    assert "letter.txt" in house.message()
    assert house.room.session.path == str(house.room.places.workspace)
    house.press(Qt.Key.Key_N)
    assert house.message()


def test_a_file_that_is_open_elsewhere_offers_its_backup(house: House, tmp_path: Path) -> None:
    other = Room.set_up(house.qtbot, tmp_path / "other")
    other.start()
    other.come_back()
    house.window.files.open_path(str(other.places.workspace))
    house.room.settle()
    assert f"{other.places.workspace.name} is open in this program already" in house.message()

    option(house.window, "message-open-backup").click()
    house.room.settle()
    assert house.room.session.read_only
    assert "This is a backup of" in house.message()
    other.tear_down()


def test_a_workspace_that_is_dropped_is_opened(house: House, written_sample: Path, tmp_path: Path) -> None:
    dropped = tmp_path / "dropped.readiness"
    shutil.copy(written_sample, dropped)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(dropped))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    house.window.dropEvent(event)
    house.room.settle()

    assert house.room.session.path == str(dropped)


def test_what_is_not_saved_stays_in_the_bar_until_it_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_and_fail(house, monkeypatch)
    assert house.message().startswith("Not saved since 10:42. The disk is full.")
    assert "kept in memory" in house.message()
    house.room.session.noted.emit("something else")
    assert house.message().startswith("Not saved since 10:42.")

    monkeypatch.undo()
    option(house.window, "message-try-again").click()
    house.room.settle()
    assert house.message().startswith("Everything is saved again")


def test_the_window_stays_while_something_is_not_saved(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    start_and_fail(house, monkeypatch)
    house.window.close()
    house.room.settle()
    assert house.window.isVisible()
    said = words(house.dialog())
    assert "1 change is not saved" in said
    assert "The disk is full. It is only in memory: closing now loses it. Everything before" in said

    option(house.dialog(), "way-lose").click()
    house.qtbot.waitUntil(lambda: not house.window.isVisible())


def test_the_window_closes_once_everything_is_saved(house: House) -> None:
    house.room.start()
    house.room.session.answer(first_question(house), Answer(note="Locks"))
    house.window.close()
    assert house.window.isVisible()  # still: the note is on its way

    house.qtbot.waitUntil(lambda: not house.window.isVisible())
    house.room.come_back()
    assert house.room.assessment.agreed[first_question(house)].note == "Locks"


def test_a_close_that_goes_wrong_keeps_the_window(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    house.room.open_own()
    monkeypatch.setattr(house.room.session, "finish", fail)
    with pytest.raises(ZeroDivisionError):
        house.window.close()
    monkeypatch.undo()

    assert house.window.isVisible()


def test_an_incident_is_told_calmly_and_can_be_copied(house: House) -> None:
    hook = ErrorHook()
    hook.raised.connect(house.window.messages.tell_incident)
    hook.report(ZeroDivisionError("in the works"))
    house.qtbot.waitUntil(lambda: bool(house.message()))
    assert house.message().startswith("Something in Readiness went wrong (")

    option(house.window, "message-copy-details").click()
    assert "in the works" in QGuiApplication.clipboard().text()


def test_names_with_markup_are_shown_as_they_were_typed(house: House) -> None:
    name = "<b>R&D</b> <img src=/etc/hostname>"
    house.room.start(name)
    house.window.go_home()
    house.room.settle()
    table = house.child(QWidget, "systems")

    assert table.isVisible()
    assert name in str(house.window.home._model.index(0, 0).data())


def test_everything_that_takes_the_focus_has_a_name(sample_house: House) -> None:
    house = sample_house
    house.window.new_assessment("Checkout API")
    house.room.settle()
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for page in (house.window.home, house.window.setup, house.child(AppRail))
        for widget in page.findChildren(QWidget)
        if widget.window() is house.window  # a list that opens belongs to its select
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not spoken(widget)
    ]

    assert nameless == []


def test_the_window_comes_back_where_it_was(house: House, theme: Theme, icons: Icons) -> None:
    house.window.resize(1180, 740)
    house.window._may_close = True
    house.window.close()
    again = MainWindow(house.room.session, theme, icons, house.room.places, now)
    house.qtbot.addWidget(again)

    assert (again.width(), again.height()) == (1180, 740)


def start_and_fail(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start an assessment and give an answer that the disk refuses."""
    from readiness.services.assessing import Assessing  # noqa: PLC0415 - the one that is patched

    def refuse(*_arguments: object) -> None:
        message = "The disk is full."
        raise NotSavedError(message)

    house.room.start()
    monkeypatch.setattr(Assessing, "answer", refuse)
    with house.qtbot.waitSignal(house.room.session.not_saved):
        house.room.session.answer(first_question(house), Answer(level=3))


def first_question(house: House) -> str:
    """Return the first question of the open assessment."""
    return house.room.assessment.questionnaire.questions[0].id


def option(parent: QWidget, name: str) -> QPushButton:
    """Return a button of any kind by its name."""
    found = [child for child in parent.findChildren(QWidget, name) if child.isVisible()]
    assert found, name
    return found[-1]  # type: ignore[return-value]  # every one of them can be clicked


def rows(model: QAbstractItemModel) -> int:
    """Return how many rows there are."""
    return model.rowCount()


def words(widget: QDialog | QWidget) -> str:
    """Return every text that is shown."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    if isinstance(widget, QPlainTextEdit):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
