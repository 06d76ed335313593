"""The studio: the tree at the left, the form in the middle, preview and problems at the right."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.studio.editor_panel import EditorPanel
from readiness.ui.pages.studio.empty_studio import EmptyStudio
from readiness.ui.pages.studio.outline_panel import OutlinePanel
from readiness.ui.pages.studio.outside_bar import OutsideBar
from readiness.ui.pages.studio.preview_panel import PreviewPanel
from readiness.ui.pages.studio.problems_panel import ProblemsPanel
from readiness.ui.pages.studio.studio_header import StudioHeader
from readiness.ui.session import Session
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.studio.editing import Editing
from readiness.ui.studio.words import minutes_of
from readiness.ui.theme import Theme
from readiness.ui.widgets.draft_field import DraftField
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.rule import rule
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from readiness.errors import ReadinessError

_TREE, _RIGHT = 316, 386
_NARROW_TREE, _NARROW_RIGHT = 284, 296
_EDITOR = 400
_ROOMY = 1240
_SHARE = 0.4


class StudioPage(QWidget):
    """Everything that is written here is undone here; dialogs and files are asked for.

    With large text the right column gives way: F8 still leads to the problems, and the header counts them.
    """

    files_asked = Signal(QPoint)
    empty_asked = Signal()
    file_asked = Signal()
    import_asked = Signal()
    try_asked = Signal()
    publish_asked = Signal()
    compare_asked = Signal()
    needs_asked = Signal()
    merge_asked = Signal()
    combination_asked = Signal(int)

    def __init__(
        self, session: Session, folder: Path, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setObjectName("studio")
        self.table = DraftTable(session, folder, self)
        self.editing = Editing(self.table, self)
        self._header = StudioHeader(self.table, theme, icons, self)
        self._bar = OutsideBar(theme, icons, self)
        self.outline = OutlinePanel(self.table, theme, icons, self)
        self.editor = EditorPanel(self.table, theme, icons, self)
        self.preview = PreviewPanel(self.table, theme, self)
        self.problems = ProblemsPanel(self.table, theme, icons, self)
        self.empty = EmptyStudio(theme, icons, self)
        self._saved = Text(theme, "", "caption", "ink2", self)
        self._saved.setObjectName("studio-saved")
        self._tick = IconMark(theme, icons, "check", 16, self, "accent")
        self._right = QWidget(self)
        self._stack = QStackedWidget(self)
        self._whole = QWidget(self)
        self._saved_at = ""
        self._build()
        self._connect()

    @property
    def undo_stack(self) -> "QUndoStack":
        """The edits of the draft."""
        return self.table.stack

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        if self._stack.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.outline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_line(self) -> None:
        """Take what stands in the line being written: a dialog or the window’s end do not leave it."""
        line = self.focusWidget()
        if isinstance(line, DraftField):
            line.editingFinished.emit()

    def start_finding(self) -> None:
        """Find a question."""
        self.outline.start_finding()

    def showEvent(self, event: QShowEvent) -> None:
        """Open what was worked on last; see whether its file was changed meanwhile."""
        super().showEvent(event)
        if self.table.draft is None:
            self.table.open_newest()
        else:
            self.table.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give tree and preview less where the window is small."""
        super().resizeEvent(event)
        self._share_out()

    # Slots

    def _on_opened(self) -> None:
        self._stack.setCurrentWidget(self._whole)
        self._bar.hide()
        self.empty.show_fault("")
        self._saved_at = ""
        self._show_saved()
        if self.isVisible():
            self.outline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_empty(self) -> None:
        self._stack.setCurrentWidget(self.empty)
        self.empty.take_focus()

    def _on_refused(self, error: "ReadinessError") -> None:
        if self.table.draft is None:
            self._stack.setCurrentWidget(self.empty)
            self.empty.show_fault("\n".join(part for part in (error.sentence(), error.details) if part))
        else:
            self._session.failed.emit(error)

    def _on_saved(self, at: str) -> None:
        self._saved_at = at
        self._show_saved()

    def _on_not_saved(self, error: "ReadinessError") -> None:
        self._saved.setText(self.tr("Not saved"))
        self._saved.set_look("label", "error")
        self._tick.hide()
        self._session.failed.emit(error)

    def _on_outside(self, _outcome: object) -> None:
        self._bar.show()

    def _on_way(self, way: str) -> None:
        ways = {"reload": self.table.reload, "keep": self.table.keep_mine, "compare": self.compare_asked.emit}
        ways[way]()

    def _on_head(self) -> None:
        self.table.select(())
        self.editor.take_focus()

    def _show_saved(self) -> None:
        draft = self.table.draft
        if draft is None:
            return
        about = self.tr("about {0} min").format(minutes_of(draft))
        self._saved.set_look("caption", "ink2")
        self._tick.setVisible(bool(self._saved_at))
        told = self.tr("Draft saved {0}").format(self._saved_at) if self._saved_at else self.tr("Draft")
        self._saved.setText(f"{told}, {about}")

    def _on_changed(self) -> None:
        self._show_saved()

    # Building

    def _share_out(self) -> None:
        px, width = self._theme.px, self.width()
        roomy = width >= px(_ROOMY)
        self.outline.setFixedWidth(min(px(_TREE if roomy else _NARROW_TREE), round(width * _SHARE)))
        self._right.setFixedWidth(px(_RIGHT if roomy else _NARROW_RIGHT))
        self._right.setVisible(width >= px(_NARROW_TREE + _NARROW_RIGHT + _EDITOR))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(rule(self, "line"))
        held = QHBoxLayout()
        held.setContentsMargins(16, 0, 16, 0)
        held.addWidget(self._bar)
        whole.addLayout(held)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.outline)
        across.addWidget(rule(self, "upright"))
        across.addWidget(self.editor, 1)
        across.addWidget(rule(self, "upright"))
        across.addWidget(self._right)
        whole.addLayout(across, 1)
        self._build_right()
        self._share_out()

    def _build_right(self) -> None:
        right = QVBoxLayout(self._right)
        right.setContentsMargins(24, 16, 24, 16)
        right.setSpacing(18)
        right.addWidget(self.preview)
        right.addWidget(self.problems, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._tick)
        foot.addWidget(self._saved, 1)
        right.addLayout(foot)

    def _connect(self) -> None:
        table = self.table
        table.opened.connect(self._on_opened)
        table.empty.connect(self._on_empty)
        table.refused.connect(self._on_refused)
        table.saved.connect(self._on_saved)
        table.not_saved.connect(self._on_not_saved)
        table.changed_outside.connect(self._on_outside)
        table.changed.connect(self._on_changed)
        self._bar.chosen.connect(self._on_way)
        self._theme.changed.connect(self._share_out)
        self._connect_parts()
        self._connect_asking()

    def _connect_parts(self) -> None:
        self.outline.add_asked.connect(self.editing.add)
        self.outline.edit_asked.connect(self.editor.take_focus)
        self.outline.delete_asked.connect(self.editing.delete)
        self.outline.move_asked.connect(self.editing.move)
        self.editor.edited.connect(self.editing.write)
        self.editor.left.connect(self.take_focus)
        self.editor.act_asked.connect(self._on_act)
        self.editor.question.same.said.connect(self.editing.say_meaning)
        self.editor.head.combination_removed.connect(self.editing.remove_combination)
        self.editor.head.change_removed.connect(self.editing.drop_change)
        self.editing.writing_asked.connect(self.editor.take_focus)

    def _connect_asking(self) -> None:
        self._header.files_asked.connect(self.files_asked)
        self._header.head_asked.connect(self._on_head)
        self._header.try_asked.connect(self.try_asked)
        self._header.publish_asked.connect(self.publish_asked)
        self.editor.question.more.needs_asked.connect(self.needs_asked)
        self.editor.head.combination_asked.connect(self.combination_asked)
        self.empty.shipped_asked.connect(self.table.edit_version)
        self.empty.empty_asked.connect(self.empty_asked)
        self.empty.file_asked.connect(self.file_asked)
        self.empty.import_asked.connect(self.import_asked)

    def _on_act(self, act: str) -> None:
        if act == "merge":
            self.merge_asked.emit()
        else:
            self.editing.act(act)
