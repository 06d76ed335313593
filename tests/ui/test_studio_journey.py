"""Writing a questionnaire by keyboard alone: begin, edit, mend, reorder, undo, and the file says it all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from rooms import Room, now

from readiness.exchange.studio.drafts import read_draft
from readiness.paths import bundled
from readiness.ui.dialogs.library_dialog import LibraryDialog
from readiness.ui.dialogs.publish_dialog import PublishDialog
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.pages.studio_page import StudioPage
from readiness.ui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Two hands on a keyboard, and nothing else."""

    def __init__(self, qtbot: QtBot, room: Room, window: MainWindow) -> None:
        self.qtbot, self.room, self.window = qtbot, room, window

    @property
    def studio(self) -> StudioPage:
        page = self.window._pages.studio
        assert page is not None
        return page

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
            self.room.settle()

    def type(self, text: str) -> None:
        for character in text:
            self.qtbot.keyClicks(QApplication.focusWidget() or self.window, character)

    def wait_checked(self) -> None:
        """Wait until the problems are those of the draft of now."""
        self.studio.table._check_soon.stop()
        self.studio.table._check()
        self.room.settle()

    def saved(self) -> str:
        """Wait until everything is in the file, and return it."""
        self.studio.table.flush()
        self.room.settle()
        drafting = self.studio.table.drafting
        assert drafting is not None
        return drafting.path.read_text(encoding="utf-8")


@pytest.fixture
def hands(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[Hands]:
    """Return hands on a window over an empty workspace."""
    window = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
    room.open_own()
    yield Hands(qtbot, room, window)
    window.studio.flush()
    room.settle()


def differing(before: str, after: str) -> tuple[list[str], list[str]]:
    one, two = before.splitlines(), after.splitlines()
    return [line for line in one if line not in two], [line for line in two if line not in one]


def test_a_questionnaire_is_written_by_keyboard_alone(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    assert QApplication.focusWidget().objectName() == "studio-begin"  # type: ignore[union-attr]  # there is one
    hands.press(Qt.Key.Key_Return)
    studio = hands.studio
    table = studio.table
    assert table.draft is not None
    assert (table.draft.id, table.place) == ("scalability-own", (0, 0, 0))
    began = hands.saved()

    # A level loses its words: the problem appears, F8 leads there, and it is mended.
    hands.press(Qt.Key.Key_Slash)
    hands.type("locks at peak")
    hands.press(Qt.Key.Key_Return)
    assert table.place == (1, 0, 2)
    hands.press(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is studio.editor.form.field_of("prompt")
    for _ in range(5):
        hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is studio.editor.form.field_of("levels", 3)
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.press(Qt.Key.Key_Delete)
    hands.wait_checked()
    assert [problem.code for problem in table.blocking] == ["anchors-changed", "empty-anchor"]
    hands.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    assert QApplication.focusWidget() is studio.editor.form.field_of("levels", 3)
    hands.type("Under 5 %, measured last quarter.")
    hands.wait_checked()
    assert [problem.code for problem in table.blocking] == ["anchors-changed"]

    # The wording changed: it means the same.
    hands.press(Qt.Key.Key_F8)
    hands.press(Qt.Key.Key_Space)
    hands.wait_checked()
    assert table.blocking == ()
    said = hands.saved()
    gone, came = differing(began, said)
    assert came == [
        '              - "Under 5 %, measured last quarter."',
        "  changes:",
        "    - {rename: [DAT-03, DAT-03]}",
    ]
    assert gone[-1] == "  changes: []"

    # Reordered, and everything undone.
    hands.press(Qt.Key.Key_Up, held=ALT)
    assert table.place == (1, 0, 1)
    moved = hands.saved()
    assert sorted(moved.splitlines()) == sorted(said.splitlines())
    assert moved.index("- id: DAT-03") < moved.index("- id: DAT-02")
    while table.stack.canUndo():
        hands.press(Qt.Key.Key_Z, held=CTRL)
    assert hands.saved() == began
    hands.press(Qt.Key.Key_Y, held=CTRL)
    assert '              - ""\n' in hands.saved()
    shipped = bundled("questionnaires", "scalability.yaml").read_text(encoding="utf-8")
    gone, came = differing(shipped, began)
    assert gone == ["id: scalability", "title: Scalability readiness", '  from: "0.1"']
    assert came == ["id: scalability-own", "title: Scalability readiness (own)", '  from: "scalability@1.0"']


def test_a_new_question_is_added_written_and_taken_back(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    table = hands.studio.table
    began = hands.saved()
    hands.press(Qt.Key.Key_N, held=CTRL)
    assert table.place == (0, 0, 1)
    assert hands.window._page_name() == "studio"
    hands.type("What is new here?")
    hands.press(Qt.Key.Key_Return)
    hands.type("Because.")
    text = hands.saved()
    assert (
        '          - id: ARC-22\n            prompt: "What is new here?"\n            why: "Because."\n'
        in text
    )
    assert read_draft(text.encode()).draft == table.draft
    assert table.stack.undoText() == "why of ARC-22"
    hands.press(Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Z, held=CTRL)
    assert hands.saved() == began


def test_escape_leads_from_a_field_to_the_tree(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F2, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is hands.studio.outline.view
    hands.press(Qt.Key.Key_Down)
    assert hands.studio.table.place == (0, 0, 1)
    hands.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert not hands.studio.outline.view.isExpanded(hands.studio.outline._model.index_of((0, 0)))


def test_the_library_leads_to_a_copy(hands: Hands) -> None:
    hands.window.questionnaires.show_library()
    hands.room.settle()
    dialog = hands.window.findChild(LibraryDialog)
    assert dialog is not None
    edit = dialog.findChild(QAbstractButton, "edit-saas@1.0")
    assert edit is not None
    edit.click()
    hands.room.settle()
    draft = hands.studio.table.draft
    assert draft is not None
    assert (draft.id, draft.extends) == ("saas-own", "scalability@1")
    assert hands.window._page_name() == "studio"


def test_the_keys_and_the_palette_know_the_studio(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    told = {line.does for line in hands.window.commands.key_help()}
    assert {"Find a question", "New question", "Next problem", "Move up"} <= told
    assert "New assessment…" not in told  # Ctrl+N is a question here
    offered = {action.text() for action in hands.window.commands.of_place("studio") if action.isEnabled()}
    assert "Split into two questions" in offered


def test_the_studio_has_its_own_undo(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_D, held=CTRL)
    assert hands.studio.table.stack.count() == 1
    hands.press(Qt.Key.Key_Home, held=ALT)
    undo = next(action for action in hands.window.actions() if action.objectName() == "undo")
    assert not undo.isEnabled()
    hands.press(Qt.Key.Key_S, held=ALT)
    assert undo.text() == "Undo copy of ARC-01"


def test_a_draft_is_saved_when_the_window_closes(hands: Hands, tmp_path: Path) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.type("Written last?")
    hands.window.close()
    hands.room.settle()
    text = (tmp_path / "questionnaires" / "scalability-own.yaml").read_text(encoding="utf-8")
    assert 'prompt: "Written last?"' in text


def test_a_line_that_is_being_written_counts_when_the_window_closes(hands: Hands, tmp_path: Path) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    hands.studio.editor.question.open_more()
    line = hands.studio.editor.question.field_of("valid_for")
    assert line is not None
    line.setFocus()
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.type("7")
    hands.window.close()
    hands.room.settle()
    text = (tmp_path / "questionnaires" / "scalability-own.yaml").read_text(encoding="utf-8")
    assert "valid_for: 7" in text


def test_a_line_that_is_being_written_is_published_too(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    hands.studio.table.select(())
    line = hands.studio.editor.head.field_of("licence")
    assert line is not None
    line.setFocus()
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.type("MIT")
    hands.wait_checked()
    hands.window.studio.publish()
    hands.room.settle()
    dialog = hands.window.findChild(PublishDialog)
    assert dialog is not None
    assert dialog._draft.licence == "MIT"


def test_a_draft_is_published_with_its_comments_and_the_next_one_begins(hands: Hands) -> None:
    hands.press(Qt.Key.Key_S, held=ALT)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.type("How much ships alone?")
    hands.wait_checked()
    hands.window.studio.publish()
    hands.room.settle()
    dialog = hands.window.findChild(PublishDialog)
    assert dialog is not None
    for name in ("option-yes", "publish-accept"):
        button = dialog.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()
    hands.room.settle()
    hands.room.settle()
    table = hands.studio.table
    assert table.draft is not None
    assert (table.draft.version, table.before and table.before.reference) == ("1.1", "scalability-own@1.0")
    text = hands.saved()
    assert text.startswith("# yaml-language-server")
    assert 'version: "1.0"' in text  # the file holds what was published until something is written
    publish = hands.studio.findChild(QAbstractButton, "studio-publish")
    assert publish is not None
    assert not publish.isEnabled()
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_End)
    hands.type(" Really")
    assert 'version: "1.1"' in hands.saved()
