"""The ways into the studio and out of it: files are asked for here, and what needs a dialog."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QUndoGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from readiness.domain.studio.places import at, groups_at
from readiness.ui.page_stack import PageStack
from readiness.ui.publishing_ways import PublishingWays
from readiness.ui.session import Session
from readiness.ui.studio import calls
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Combination, Questionnaire
    from readiness.services.own_files import OwnFile
    from readiness.ui.desk import Desk
    from readiness.ui.icons import Icons
    from readiness.ui.main_window import MainWindow
    from readiness.ui.pages.studio_page import StudioPage


class StudioWays(QObject):
    """Lives as long as the window; its page is built when somebody first looks."""

    def __init__(
        self, session: Session, pages: PageStack, theme: Theme, icons: "Icons", window: "MainWindow"
    ) -> None:
        super().__init__(window)
        self._session = session
        self._pages = pages
        self._theme = theme
        self._icons = icons
        self._window = window
        self.undo_group = QUndoGroup(self)
        self.undo_group.addStack(session.undo_stack)
        session.undo_stack.setActive()
        self._publishing = PublishingWays(session, theme, icons, window)
        self._publishing.published.connect(self._on_published)

    # The page

    def page(self, folder: Path) -> "StudioPage":
        """Return the studio over a folder of questionnaires."""
        is_new = self._pages.studio is None
        page = self._pages.build_studio(folder)
        if is_new:
            self._connect(page)
            self._read_shipped()
        return page

    def turn(self, page: QWidget) -> None:
        """Undo what belongs to the page that is shown."""
        studio = self._pages.studio
        if studio is not None and page is studio:
            studio.undo_stack.setActive()
            studio.take_focus()
        else:
            self._session.undo_stack.setActive()
            self.flush()

    def may_close(self) -> bool:
        """Whether all is written; what waits is written first, and then the window closes or it is asked."""
        studio = self._pages.studio
        if studio is None:
            return True
        studio.finish_line()
        if not studio.table.is_dirty:
            return True
        if studio.table.is_stuck or not self._session.path:
            self._ask_what_becomes_of_it(studio)
        else:
            studio.table.put_away()
            self._session.run_errand(_nothing, self._on_put_away)
        return False

    def end(self) -> None:
        """Write what waits, for when nobody can be asked any more."""
        studio = self._pages.studio
        if studio is not None:
            studio.finish_line()
            studio.table.put_away()

    def _on_put_away(self, _nothing: None) -> None:
        """Close now that it is written, or ask: the file could not be written for the first time."""
        studio = self._pages.studio
        if studio is not None and studio.table.is_stuck:
            self._ask_what_becomes_of_it(studio)
        else:
            self._window.close()

    def _ask_what_becomes_of_it(self, studio: "StudioPage") -> None:
        from readiness.ui.dialogs.question_dialog import QuestionDialog  # noqa: PLC0415 - when it is asked

        text = self.tr("The questionnaire in the studio could not be written, so it is in memory only.")
        if studio.table.error is not None:
            text = f"{text} {studio.table.error.sentence()}"
        dialog = QuestionDialog(self._theme, self.tr("A draft is not saved"), text, self._window)
        dialog.add_way("let-go", self.tr("Close without it"), "quiet")
        dialog.add_way("elsewhere", self.tr("Save elsewhere…"))
        dialog.add_way("stay", self.tr("Stay"), "primary")
        dialog.chosen.connect(self._on_not_saved)
        dialog.open()

    def _on_not_saved(self, way: str) -> None:
        studio = self._pages.studio
        if studio is None:
            return
        if way == "let-go":
            studio.table.forget()
            self._window.close()
        elif way == "elsewhere":
            self._save_elsewhere(studio)

    def _save_elsewhere(self, studio: "StudioPage") -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save elsewhere"), "", self.tr("Questionnaires (*.yaml *.yml)")
        )
        if path:
            studio.table.save_as(Path(path))

    def flush(self) -> None:
        """Write what waits."""
        if self._pages.studio is not None:
            self._pages.studio.table.flush()

    def edit_version(self, reference: str) -> None:
        """Show the draft that follows a version; of a shipped one, a copy."""
        self._window.go_studio()
        if self._pages.studio is not None:
            self._pages.studio.table.edit_version(reference)

    def connect_library(self) -> None:
        """Let the library lead here."""
        self._window.questionnaires.edit_asked.connect(self.edit_version)

    # Acts

    def find(self) -> None:
        """Find a question."""
        if self._pages.studio is not None:
            self._pages.studio.start_finding()

    def add(self, kind: str) -> None:
        """Add a question, topic or pillar."""
        if self._pages.studio is not None:
            self._pages.studio.editing.add(kind)

    def act(self, act: str) -> None:
        """Move, copy, delete or split what is selected."""
        if self._pages.studio is not None:
            self._pages.studio.editing.act(act)

    def step(self, by: int) -> None:
        """Go to the next question, or to the one before, in the field that is being written."""
        studio = self._pages.studio
        draft = None if studio is None else studio.table.draft
        if studio is None or draft is None:
            return
        asked = groups_at(draft, 3)
        now = studio.table.place
        later = [place for place in asked if (place > now if by > 0 else place < now)]
        if later:
            studio.table.select(later[0] if by > 0 else later[-1])
            studio.editor.take_focus()

    def problem(self, by: int) -> None:
        """Go to the next problem, or to the one before."""
        if self._pages.studio is not None:
            self._pages.studio.problems.step(by)

    def publish(self) -> None:
        """Publish the draft, with its file as it is written."""
        studio = self._pages.studio
        if studio is None:
            return
        studio.finish_line()
        if studio.table.draft is not None and not studio.table.blocking:
            studio.table.flush()
            studio.table.read_both(self._on_text)

    def _on_text(self, _theirs: str, mine: str) -> None:
        studio, draft = self._pages.studio, self._draft()
        if studio is not None and draft is not None:
            self._publishing.publish(studio.table.before, draft, mine)

    def _on_published(self, version: "Questionnaire") -> None:
        if self._pages.studio is not None:
            self._pages.studio.table.settle(version)

    def try_it(self) -> None:
        """Answer the draft in memory."""
        if self._pages.studio is not None:
            self._pages.studio.finish_line()
        draft = self._draft()
        if draft is not None:
            from readiness.ui.dialogs.try_dialog import TryDialog  # noqa: PLC0415 - when it is asked for

            TryDialog(draft, self._place(draft), self._theme, self._icons, self._window).open()

    # Files

    def open_file(self) -> None:
        """Ask for a questionnaire file and open it."""
        studio = self._pages.studio
        if studio is not None:
            path, _ = QFileDialog.getOpenFileName(
                self._window,
                self.tr("Open a questionnaire"),
                str(studio.table.folder),
                self.tr("Questionnaires (*.yaml *.yml)"),
            )
            if path:
                studio.table.open_file(Path(path))

    def start_empty(self) -> None:
        """Ask for a title and begin with one empty question."""
        from readiness.ui.dialogs.title_dialog import TitleDialog  # noqa: PLC0415 - when it is asked for

        dialog = TitleDialog(self._theme, self._icons, self._window)
        dialog.titled.connect(self._on_titled)
        dialog.open()

    def _on_titled(self, title: str) -> None:
        if self._pages.studio is not None:
            self._pages.studio.table.start_empty(title)

    def _read_shipped(self) -> None:
        self._session.run_errand(calls.list_shipped, self._on_shipped)

    def _on_shipped(self, shipped: "tuple[Questionnaire, ...]") -> None:
        studio = self._pages.studio
        if studio is not None:
            newest = {one.id: one for one in shipped}
            named = [(one.reference, f"{one.title} {one.version}") for one in newest.values()]
            core = sorted(named, key=lambda one: "scalability@" not in one[0])
            studio.empty.set_shipped(core)

    def _on_files(self, at_point: QPoint) -> None:
        studio = self._pages.studio
        if studio is not None:
            work = partial(calls.list_files, folder=studio.table.folder)
            self._session.run_errand(work, partial(self._show_files, at_point))

    def _show_files(self, at_point: QPoint, files: "tuple[OwnFile, ...]") -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Questionnaires of your own"))
        studio = self._pages.studio
        drafting = None if studio is None else studio.table.drafting
        for file in files:
            action = menu.addAction(f"{file.title} {file.version}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(drafting is not None and drafting.path == file.path)
            action.setData(str(file.path))
        menu.addSeparator()
        for text, slot in (
            (self.tr("Open a file…"), self.open_file),
            (self.tr("Start empty…"), self.start_empty),
            (self.tr("Questionnaires…"), self._window.questionnaires.show_library),
        ):
            menu.addAction(text).triggered.connect(slot)
        menu.triggered.connect(self._on_file)
        menu.popup(at_point)

    def _on_file(self, action: QAction) -> None:
        studio = self._pages.studio
        if studio is not None and action.data():
            studio.table.open_file(Path(str(action.data())))

    # Dialogs

    def ask_needs(self) -> None:
        """Ask what the selected question needs."""
        studio, draft = self._pages.studio, self._draft()
        if studio is None or draft is None or len(studio.table.place) != 3:
            return
        from readiness.ui.dialogs.needs_dialog import NeedsDialog  # noqa: PLC0415 - when it is asked for

        asked = at(draft, studio.table.place)
        dialog = NeedsDialog(asked, draft.questions, self._theme, self._window)
        dialog.chosen.connect(studio.editing.set_needs)
        dialog.open()

    def ask_merge(self) -> None:
        """Ask with which question the selected one becomes one."""
        studio, draft = self._pages.studio, self._draft()
        if studio is None or draft is None or len(studio.table.place) != 3:
            return
        from readiness.ui.dialogs.merge_dialog import MergeDialog  # noqa: PLC0415 - when it is asked for

        asked = at(draft, studio.table.place)
        dialog = MergeDialog(asked, draft.questions, self._theme, self._window)
        dialog.chosen.connect(studio.editing.merge)
        dialog.open()

    def ask_combination(self, index: int) -> None:
        """Ask for a combination: a new one for −1."""
        studio, draft = self._pages.studio, self._draft()
        if studio is None or draft is None:
            return
        from readiness.ui.dialogs.combination_dialog import CombinationDialog  # noqa: PLC0415 - when it is asked for

        held: Combination | None = draft.combinations[index] if index >= 0 else None
        dialog = CombinationDialog(draft, held, self._theme, self._icons, self._window)
        dialog.kept.connect(partial(studio.editing.set_combination, index))
        dialog.open()

    def compare(self) -> None:
        """Show what the file says beside what was written here."""
        studio = self._pages.studio
        if studio is not None and studio.table.draft is not None:
            studio.table.read_both(self._show_both)

    def _show_both(self, theirs: str, mine: str) -> None:
        from readiness.ui.dialogs.compare_dialog import CompareDialog  # noqa: PLC0415 - when it is asked for

        CompareDialog(theirs, mine, self._theme, self._window).open()

    def _draft(self) -> "Questionnaire | None":
        return self._pages.studio.table.draft if self._pages.studio is not None else None

    def _place(self, draft: "Questionnaire") -> str:
        studio = self._pages.studio
        place = () if studio is None else studio.table.place
        inside = next((one for one in groups_at(draft, 3) if one[: len(place)] == place), None)
        return str(at(draft, inside).id) if inside is not None else ""

    def _connect(self, page: "StudioPage") -> None:
        self.undo_group.addStack(page.undo_stack)
        page.files_asked.connect(self._on_files)
        page.empty_asked.connect(self.start_empty)
        page.file_asked.connect(self.open_file)
        page.import_asked.connect(self._window.questionnaires.take_in)
        page.try_asked.connect(self.try_it)
        page.publish_asked.connect(self.publish)
        page.compare_asked.connect(self.compare)
        page.needs_asked.connect(self.ask_needs)
        page.merge_asked.connect(self.ask_merge)
        page.combination_asked.connect(self.ask_combination)


def _nothing(_desk: "Desk") -> None:
    """Wait for what was queued before: the database thread works in order."""
