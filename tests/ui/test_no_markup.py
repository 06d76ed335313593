"""What people typed is never markup, in any window: letter by letter, no picture read, no link followed."""

import ast
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hostile import STRINGS, everywhere, shared_strings
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, now
from rounds import SOAK, tell

from readiness.errors import ReadinessError
from readiness.services.assessing import Assessing
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.main_window import MainWindow
from readiness.ui.theme import Theme

UI = Path(__file__).resolve().parents[2] / "readiness" / "ui"
ALL_AT_ONCE = "<img src='/etc/hostname'/><b>bold R&D <a href='file:///etc'>Map<K,V></a> if a<b &lt; \u202eb"
PAGES = ("assess", "table", "results", "limits", "roadmap", "compare", "report", "closing")
GUESSING = ("QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog", "QToolTip", "QWhatsThis")


def faults_in(widgets: list[QWidget]) -> list[str]:
    """Return the widgets that could take a typed text for markup."""
    return [f"{type(one).__name__} {one.objectName()}" for one in widgets if _guesses(one) or _tip(one)]


def _guesses(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return widget.textFormat() != Qt.TextFormat.PlainText and "<" in widget.text()
    if isinstance(widget, QTextEdit) and not isinstance(widget, QTextBrowser):
        return widget.acceptRichText()
    return False


def _tip(widget: QWidget) -> bool:
    """Whether a tooltip holds markup beside the one sign that makes it plain; without ``<`` Qt sees none."""
    return "<" in widget.toolTip().removeprefix("<span>").removesuffix("</span>")


@pytest.fixture
def window(qtbot: QtBot, room: Room, theme: Theme, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow(room.session, theme, icons, room.places, now)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def walk(room: Room, window: MainWindow, text: str) -> list[str]:
    """Open an assessment that holds a text in every field, and look at each widget of every window."""
    path = room.places.workspace.with_name("<b>R&D <img src=x>.readiness")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(everywhere(text))
    room.session.open_workspace(path)
    room.settle()
    found = faults_in(QApplication.allWidgets())
    room.session.open_assessment(1)
    room.settle()
    for page in PAGES:
        window.system.show_page(page)
        room.settle()
        QApplication.processEvents()
        found += faults_in(QApplication.allWidgets())
    for show in (window.show_settings, window.help.show_about, window.help.show, window.show_keys):
        show()
        found += faults_in(QApplication.allWidgets())
        for sheet in window.findChildren(Sheet):
            sheet.close()
    return sorted(set(found))


def test_no_window_takes_what_was_typed_for_markup(room: Room, window: MainWindow) -> None:
    assert walk(room, window, ALL_AT_ONCE) == []
    labels = [one.text() for one in QApplication.allWidgets() if isinstance(one, QLabel)]
    assert any("Map<K,V>" in text for text in labels)  # it was there to be seen


@pytest.mark.skipif(not SOAK, reason="one text with all of it is walked above; each by itself in make soak")
def test_none_of_all_the_hostile_texts_is_markup_in_any_window(room: Room, window: MainWindow) -> None:
    tried = 0
    for text in {**STRINGS, **shared_strings()}.values():
        try:
            assert walk(room, window, text) == []
        except ReadinessError:
            continue  # what cannot be stored is refused in words, and shown nowhere
        tried += 1
    assert tried > 40
    tell(20, "hostile texts in every field of every window; taken for markup", tried, 0)


def test_a_label_that_guesses_would_be_seen(qtbot: QtBot) -> None:
    """The twin: Qt's own label and tooltip, with the same text, are found by the same look."""
    label = QLabel(ALL_AT_ONCE)
    button = QWidget()
    button.setObjectName("with-a-tip")
    button.setToolTip(ALL_AT_ONCE)
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    assert faults_in([label, button]) == ["QLabel ", "QWidget with-a-tip"]
    assert "Map<K,V>" not in QTextDocumentFragment.fromHtml(ALL_AT_ONCE).toPlainText()


def test_nothing_is_shown_in_the_widgets_that_guess() -> None:
    """Message boxes, input and progress dialogs and their like would each have to be told not to."""
    for path in sorted(UI.rglob("*.py")):
        names = {
            node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)
        }
        assert not names & set(GUESSING), path.name
