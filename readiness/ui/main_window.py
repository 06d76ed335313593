"""The window: rail, message bar, pages, and the ways between them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from readiness.services.preferences import MOST_RECENT, Settings
from readiness.ui.assessment_ways import AssessmentWays
from readiness.ui.commands import Commands
from readiness.ui.due_ways import DueWays
from readiness.ui.file_opening import dropped, is_workspace
from readiness.ui.first_place import FirstPlace
from readiness.ui.geometry import Geometry
from readiness.ui.help_ways import HelpWays
from readiness.ui.icons import Icons
from readiness.ui.key_help import page_keys
from readiness.ui.messages import Messages
from readiness.ui.moving_ways import MovingWays
from readiness.ui.page_stack import PageStack
from readiness.ui.palette_entries import palette_entries
from readiness.ui.places import Places
from readiness.ui.portfolio_report_ways import PortfolioReportWays
from readiness.ui.portfolio_ways import PortfolioWays
from readiness.ui.presenting import Presenting
from readiness.ui.publishing_ways import PublishingWays
from readiness.ui.questionnaire_ways import QuestionnaireWays
from readiness.ui.response_packs import ResponsePacks
from readiness.ui.restore_ways import RestoreWays
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.studio_ways import StudioWays
from readiness.ui.system_ways import SystemWays
from readiness.ui.theme import Theme
from readiness.ui.unsaved_question import UnsavedQuestion
from readiness.ui.watching import Watching
from readiness.ui.widgets.app_rail import AppRail
from readiness.ui.widgets.focus_ring import FocusRing
from readiness.ui.widgets.message_bar import MessageBar
from readiness.ui.window_commands import add_commands
from readiness.ui.workspace_ways import WorkspaceWays

if TYPE_CHECKING:
    from readiness.ui.pages.setup_page import SetupPage
    from readiness.ui.pages.system_page import SystemPage


class MainWindow(QMainWindow):
    """Shows one page at a time; it closes only when everything is saved, or when the user says so."""

    painted = Signal()  # once: Home has painted its first content

    def __init__(
        self, session: Session, theme: Theme, icons: Icons, places: Places, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._places = places
        self._geometry = Geometry(places.geometry)
        self._may_close = False
        self._rail = AppRail(theme, icons, self)
        self._bar = MessageBar(theme, icons, self)
        self._pages = PageStack(session, theme, icons, now, self)
        self._icons = icons
        self.home = self._pages.home
        self.messages = Messages(session, self._bar, places.log_folder, self)
        self.safekeeping = Safekeeping(session, places, self)
        self.first_place = FirstPlace(session, self.safekeeping, places, theme, self)
        self.watching = Watching(session, self)
        self.backups = RestoreWays(session, self.safekeeping, self.messages, theme, self)
        self.packs = ResponsePacks(session, theme, self)
        self.questionnaires = QuestionnaireWays(session, theme, self)
        self.ways = AssessmentWays(session, theme, self)
        self.moving = MovingWays(session, theme, self)
        self.publishing = PublishingWays(session, theme, icons, self)
        self.due = DueWays(session, self._pages, self)
        self.help = HelpWays(session, theme, places, self.show_keys, self)
        self.system_ways = SystemWays(session, theme, icons, self)
        self.portfolio_report = PortfolioReportWays(session, theme, icons, self)
        self.presenting = Presenting(session, theme, icons, self)
        self.studio = StudioWays(session, self._pages, theme, icons, self)
        self.files = WorkspaceWays(session, places, self.first_place, self.messages, self)
        self._unsaved = UnsavedQuestion(session, theme, self.files.save_elsewhere, self.messages.remind, self)
        self.commands = Commands(self)
        self._build()
        self._connect()
        add_commands(self, self.commands, self.studio.undo_group)
        self._take_settings(session.settings)
        self._show_page(self.home)
        self._geometry.restore(self)
        self._ring = FocusRing(theme, self)

    @property
    def setup(self) -> "SetupPage":
        """New assessment."""
        return self._pages.setup

    @property
    def system(self) -> "SystemPage":
        """The page of the system that is open."""
        return self._pages.system

    # Ways

    def new_assessment(self, system: str = "", asked: str = "") -> None:
        """Begin a new assessment, of a system where one is given; ``asked`` names a questionnaire."""
        if self.first_place.is_open:
            self.first_place.ask(partial(self.new_assessment, system, asked))
        elif not self._session.read_only:
            self._session.leave_assessment()
            self.setup.begin(system, asked)
            self._show_page(self.setup)

    def edit_frame(self) -> None:
        """Show the set-up of the open assessment, to change it."""
        self._session.flush()
        self.setup.edit()
        self._show_page(self.setup)

    def go_home(self) -> None:
        """Leave what is open and show the systems."""
        self._session.leave_assessment()
        self._show_page(self.home)

    def go_portfolio(self) -> None:
        """Leave what is open and show many systems at once."""
        if self._session.path:
            self._show_page(self._pages.portfolio)
            self._pages.portfolio.take_focus()
            if self._session.assessment is not None:
                self._session.leave_assessment()

    def go_studio(self) -> None:
        """Leave what is open and show the questionnaire that is being written."""
        if self._session.path:
            self._session.leave_assessment()
            self._show_page(self.studio.page(self._places.questionnaires))

    def show_settings(self) -> None:
        """Show the preferences."""
        self._mark_place()
        from readiness.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - when it is asked for

        dialog = SettingsDialog(self._session, self._theme, self._icons, self)
        dialog.backups_asked.connect(self.backups.show_places)
        dialog.people_asked.connect(self.backups.show_people)
        dialog.open()

    def show_keys(self) -> None:
        """Show the keys that work on this screen."""
        from readiness.ui.dialogs.keys_dialog import KeysDialog  # noqa: PLC0415 - when it is asked for

        KeysDialog((*page_keys(self._page_name()), *self.commands.key_help()), self._theme, self).open()

    def show_palette(self) -> None:
        """Offer everything by a few letters."""
        page = self._pages.currentWidget()
        own = [] if page is None else page.findChildren(QAction)
        here = self.commands.of_place("studio") if self._page_name() == "studio" else ()
        actions = (*own, *here, *self.commands.everywhere())
        entries = palette_entries(self._session, actions, self._go_to_question)
        from readiness.ui.dialogs.palette_dialog import PaletteDialog  # noqa: PLC0415 - when it is asked for

        PaletteDialog(entries, self._theme, self).open()

    def resume(self) -> None:
        """Go on with what was left open."""
        self.home.resume()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def zoom(self, step: int) -> None:
        """Make text larger or smaller, or as designed for 0."""
        {1: self._theme.zoom_in, -1: self._theme.zoom_out, 0: self._theme.zoom_reset}[step]()
        self._session.change_settings(replace(self._session.settings, zoom=self._theme.zoom))

    def end(self) -> None:
        """Save what waits and close, whatever the state; for when the system ends the program."""
        self._session.finished.connect(self._close_now)
        self._session.unfinished.connect(self._close_now)
        self._session.unbacked.connect(self._close_now)
        self._session.finish()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until everything is saved: what raises here must not take answers along."""
        event.ignore()
        if not self._may_close:
            if self.studio.may_close():
                self._session.finish()
            return
        self._geometry.keep(self)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged here, a workspace or a questionnaire of any format."""
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the workspace that was dropped, or show what the file would bring."""
        path = dropped(event)
        if path is not None:
            event.acceptProposedAction()
            (self._session.open_workspace if is_workspace(path) else self.questionnaires.look_at)(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint of Home's content."""
        if event.type() == QEvent.Type.Paint and self._session.path:
            self.home.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    # Building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Readiness"))
        self.setAcceptDrops(True)
        self.setWindowIcon(self._icons.mark())
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._rail.add_item("home", self.tr("Home"), "home")
        self._rail.add_item("portfolio", self.tr("Portfolio"), "table")
        self._rail.add_item("studio", self.tr("Studio"), "studio")
        self._rail.add_item("help", self.tr("Help"), "help", bottom=True)
        self._rail.add_item("settings", self.tr("Settings"), "settings", bottom=True)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        held = QHBoxLayout()
        held.setContentsMargins(16, 0, 16, 0)
        held.addWidget(self._bar)
        column.addLayout(held)
        column.addWidget(self._pages, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.home.installEventFilter(self)

    def _connect(self) -> None:
        session = self._session
        session.workspace_opened.connect(self._on_workspace_opened)
        session.assessment_opened.connect(self._on_assessment_opened)
        session.settings_changed.connect(self._take_settings)
        session.finished.connect(self._close_now)
        self._rail.chosen.connect(self._on_place_chosen)
        self.home.new_asked.connect(self.new_assessment)
        self.home.open_asked.connect(self.files.open_file)
        self.home.library_asked.connect(self.questionnaires.show_library)
        self.home.sample_asked.connect(self.files.open_sample)
        self.home.recent_chosen.connect(self.files.open_path)
        self.due.new_asked.connect(self.new_assessment)
        self.home.revision_asked.connect(self.ways.ask_for_revision)
        self.home.version_asked.connect(self.moving.ask)
        self.home.delete_asked.connect(session.delete_assessment)
        self.home.trash_asked.connect(self.ways.show_trash)
        self.home.change_asked.connect(self.system_ways.change)
        self._pages.portfolio_made.connect(self._on_portfolio_made)
        self._pages.setup_made.connect(self._on_setup_made)
        self._pages.system_made.connect(self._on_system_made)
        self.painted.connect(self._on_painted)
        self.help.restore_asked.connect(self.backups.show)

    # Slots

    def _on_painted(self) -> None:
        """Build what will be needed next, a page at a time, behind the first paint."""
        QTimer.singleShot(0, self, self._build_setup)

    def _build_setup(self) -> None:
        self._pages.build_setup()
        QTimer.singleShot(0, self, self._pages.build_system)

    def _on_portfolio_made(self) -> None:
        self.portfolio_ways = PortfolioWays(self._session, self._pages.portfolio, self)
        self._pages.portfolio.report_asked.connect(self.portfolio_report.ask_for)

    def _on_setup_made(self) -> None:
        self.setup.cancelled.connect(self.go_home)
        self.setup.framed.connect(self._on_framed)

    def _on_system_made(self) -> None:
        self.system.home_asked.connect(self.go_home)
        self.system.pack_asked.connect(self.packs.save_page)
        self.system.rail_wanted.connect(self._rail.setVisible)
        self.system.closing.waited.connect(self.messages.tell_waiting)
        self.system.present_asked.connect(self.presenting.start)
        self.system.actions_of_page.revision_asked.connect(self.ways.ask_for_revision)
        self.system.menu.version_asked.connect(self.moving.ask_open)
        self.system.menu.frame_asked.connect(self.edit_frame)
        self.system.menu.agenda_asked.connect(self.ways.print_agenda)
        self.system.menu.delete_asked.connect(self.ways.delete_open)
        self.system.menu.delete_asked.connect(self.go_home)

    def _on_framed(self) -> None:
        self._show_page(self.system)
        self.system.take_focus()

    def _on_place_chosen(self, key: str) -> None:
        ways = {"home": self.go_home, "portfolio": self.go_portfolio, "studio": self.go_studio}
        ways["help"] = self.help.show
        ways.get(key, self.show_settings)()
        self._mark_place()

    def _on_workspace_opened(self, path: str) -> None:
        self._title(Path(path).stem)
        if not self._session.backup_of:  # a backup is looked at in a copy that goes when the program ends
            others = [known for known in self._session.settings.recent if known != path]
            recent = (path, *others)[:MOST_RECENT]
            self._session.change_settings(replace(self._session.settings, recent=recent))
        self._show_page(self.home)

    def _on_assessment_opened(self, _assessment: object) -> None:
        if self._pages.has_system:
            self._show_page(self.system)
            self.due.arrive()
        else:
            # A page that is built only now has not heard of the assessment, so it is said once more.
            self._pages.build_system()
            self._session.announce()

    def _close_now(self) -> None:
        self._may_close = True
        self.close()

    def _take_settings(self, settings: Settings) -> None:
        self._theme.set_choice(settings.theme)
        self._theme.set_zoom(settings.zoom)
        self._theme.set_single_keys(work=settings.single_keys)
        self._theme.set_motion(settings.motion)
        self.commands.set_single_keys(work=settings.single_keys)

    def _go_to_question(self, question: str) -> None:
        self._show_page(self.system)
        self.system.go_to_question(question)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._rail.setVisible(self._pages.wants_rail())
        self.commands.set_place(self._page_name())
        self._mark_place()
        self.studio.turn(page)
        if page is self.home:
            self.home.take_focus()

    def _mark_place(self) -> None:
        name = self._page_name()
        self._rail.set_current(name if name in {"portfolio", "studio"} else "home")

    def _page_name(self) -> str:
        return self._pages.name()

    def _title(self, workspace: str) -> None:
        self.setWindowTitle(self.tr("{0} – Readiness").format(workspace))
