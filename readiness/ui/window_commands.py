"""The window's actions: what they are called, and which keys do them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QUndoGroup

from readiness.ui.commands import Commands
from readiness.ui.studio.studio_commands import add_studio

if TYPE_CHECKING:
    from readiness.ui.main_window import MainWindow


def add_commands(window: "MainWindow", commands: Commands, undo_group: QUndoGroup) -> None:
    """Add every action that works in the whole window."""
    _add_places(window, commands)
    _add_meeting(window, commands)
    add_studio(window.studio, commands)
    _add_undo(window, commands, undo_group)
    _add_window(window, commands)


def _add_places(window: "MainWindow", commands: Commands) -> None:
    home = _tr("Home")
    commands.add("new", _tr("New assessment"), window.home.ask_for_new, "N", place="home", where=home)
    commands.add(
        "resume", _tr("Resume what was left open"), window.resume, "Ctrl+R", place="home", where=home
    )
    commands.add("due", _tr("What is due…"), window.home.due.show_all, "Alt+D", place="home", where=home)
    commands.add(
        "new-anywhere", _tr("New assessment…"), window.new_assessment, "Ctrl+N", where=_tr("Everywhere")
    )
    commands.add("go-home", _tr("Go to Home"), window.go_home, "Alt+Home", where=_tr("Everywhere"))
    commands.add(
        "go-portfolio", _tr("Go to Portfolio"), window.go_portfolio, "Alt+P", where=_tr("Everywhere")
    )
    report = window.portfolio_report.ask
    commands.add("portfolio-report", _tr("Portfolio report…"), report, where=_tr("Everywhere"))
    commands.add("go-studio", _tr("Go to Studio"), window.go_studio, "Alt+S", where=_tr("Everywhere"))
    commands.add("open", _tr("Open a workspace…"), window.files.open_file, "Ctrl+O", where=_tr("Everywhere"))
    commands.add("new-file", _tr("New workspace…"), window.files.new_file, where=_tr("Everywhere"))
    save_page = partial(window.packs.save_page, "")
    commands.add("take-in", _tr("Take in a response file…"), window.packs.take_in, where=_tr("Everywhere"))
    commands.add("pack", _tr("Save a page to answer elsewhere…"), save_page, where=_tr("Everywhere"))
    hand_over = partial(window.ways.hand_over, window.messages.tell_handed_over)
    commands.add("hand-over", _tr("Hand over this file…"), hand_over, where=_tr("Everywhere"))
    commands.add("restore", _tr("Restore a backup…"), window.backups.show, where=_tr("Everywhere"))
    restore_from = _tr("Restore from a backup place…")
    commands.add("restore-from", restore_from, window.backups.show_from, where=_tr("Everywhere"))
    commands.add("back-up-now", _tr("Back up now"), window.backups.now.make, where=_tr("Everywhere"))
    commands.add("backup-places", _tr("Backup places…"), window.backups.show_places, where=_tr("Everywhere"))
    commands.add("erase-person", _tr("Erase a person…"), window.backups.show_people, where=_tr("Everywhere"))
    asked = window.questionnaires
    asked.start_asked.connect(partial(window.new_assessment, ""))
    commands.add("take-in-questions", _tr("Take in a questionnaire…"), asked.take_in, where=_tr("Everywhere"))
    commands.add("library", _tr("Questionnaires…"), asked.show_library, where=_tr("Everywhere"))
    commands.add("trash", _tr("Deleted assessments…"), window.ways.show_trash, where=_tr("Everywhere"))
    commands.add("audit", _tr("Export the audit file…"), window.ways.export_audit, where=_tr("Everywhere"))
    commands.add("sample", _tr("Open the sample"), window.files.open_sample, where=_tr("Everywhere"))
    commands.add("own", _tr("Open my own workspace"), window.files.open_own, where=_tr("Everywhere"))


def _add_meeting(window: "MainWindow", commands: Commands) -> None:
    where, presenting = _tr("A system"), window.presenting
    elsewhere = _tr("Present on another screen…")
    commands.add("present", _tr("Present"), presenting.start, "F5", place="system", where=where)
    commands.add(
        "present-elsewhere", elsewhere, presenting.start_elsewhere, "Shift+F5", place="system", where=where
    )


def _add_undo(window: "MainWindow", commands: Commands, stack: QUndoGroup) -> None:
    undo = stack.createUndoAction(window, _tr("Undo"))
    redo = stack.createRedoAction(window, _tr("Redo"))
    commands.adopt("undo", undo, "Ctrl+Z", where=_tr("Everywhere"))
    commands.add(
        "undo-message",
        _tr("Undo what the message says"),
        window.messages.undo,
        "Alt+Z",
        where=_tr("Everywhere"),
    )
    commands.adopt("redo", redo, "Ctrl+Y", "Ctrl+Shift+Z", where=_tr("Everywhere"))


def _add_window(window: "MainWindow", commands: Commands) -> None:
    where = _tr("Everywhere")
    commands.add("palette", _tr("Go to or do…"), window.show_palette, "Ctrl+K", where=where)
    commands.add("keys", _tr("Keys on this screen"), window.show_keys, "F1", "?", where=where)
    commands.add("full-screen", _tr("Full screen"), window.toggle_full_screen, "F11", where=where)
    zoom = window.zoom
    commands.add("zoom-in", _tr("Larger text"), partial(zoom, 1), "Ctrl++", "Ctrl+=", where=where)
    commands.add("zoom-out", _tr("Smaller text"), partial(zoom, -1), "Ctrl+-", where=where)
    commands.add("zoom-reset", _tr("Text as designed"), partial(zoom, 0), "Ctrl+0", where=where)
    commands.add("settings", _tr("Settings…"), window.show_settings, "Ctrl+,", where=where)
    commands.add("method", _tr("How the figures come about"), window.help.show_method, where=where)
    commands.add("data", _tr("Where is my data?"), window.help.show_data, where=where)
    commands.add("about", _tr("About Readiness"), window.help.show_about, where=where)
    quit_keys = {"Ctrl+Q", QKeySequence(QKeySequence.StandardKey.Quit).toString()} - {""}
    commands.add("quit", _tr("Quit"), window.close, *sorted(quit_keys), where=where)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
