"""Home: the systems of a workspace, and the way back to what was left open."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from readiness.ui.icons import Icons
from readiness.ui.models.home_model import HomeModel
from readiness.ui.models.home_rows import HomeRow, archived_rows, home_rows, matching
from readiness.ui.months import current_quarter
from readiness.ui.pages.home.carry_on_card import CarryOnCard
from readiness.ui.pages.home.due_card import DueCard
from readiness.ui.pages.home.empty_home import EmptyHome
from readiness.ui.pages.home.home_foot import HomeFoot
from readiness.ui.pages.home.recent_card import RecentCard
from readiness.ui.pages.home.row_menu import RowMenu
from readiness.ui.pages.home.safe_line import SafeLine
from readiness.ui.pages.home.systems_view import SystemsView
from readiness.ui.pages.home.table_head import TableHead
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.page_scroller import PageScroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.tooltip import plain_tooltip

if TYPE_CHECKING:
    from readiness.services.assessing import SystemLine

_SIDE, _NARROW_SIDE, _NARROW, _STACKED = 316, 268, 1240, 980
_FEW = 7
_AROUND_SIDE, _GAP, _CARD, _SIDE_ROW, _DUE_ROW = 186, 16, 92, 60, 84
_LEAST_DUE, _MOST_DUE = 2, 5
_LEAST_TABLE = 200


class HomePage(QWidget):
    """Nothing while the workspace is read, then the systems, or how to begin."""

    new_asked = Signal(str)  # the system that is selected, or none
    open_asked = Signal()
    library_asked = Signal()
    restore_asked = Signal()
    sample_asked = Signal()
    recent_chosen = Signal(str)
    revision_asked = Signal(int)  # assessment id
    version_asked = Signal(int)  # assessment id
    delete_asked = Signal(int)  # assessment id
    trash_asked = Signal()
    change_asked = Signal(str, int)  # what, system id

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._now = now
        self._rows: tuple[HomeRow, ...] = ()
        self._archived: tuple[HomeRow, ...] = ()
        self._is_unfolded = False
        self._model = HomeModel(self)
        self._view = SystemsView(self._model, theme, icons, self)
        self._find = Field(theme, self.tr("Find a system"), self)
        self._file = Text(theme, "", "body", "ink2", self)
        self._foot = HomeFoot(theme, self)
        self.safe = SafeLine(theme, now, self)
        self._new = Button(theme, self.tr("New assessment"), "primary", self)
        self._carry_on = CarryOnCard(theme, self)
        self.due = DueCard(session, theme, icons, now, self)
        self._recent = RecentCard(theme, icons, self)
        self._empty = EmptyHome(theme, icons, self)
        self._stack = QStackedLayout(self)
        self._side = QWidget(self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def resume(self) -> None:
        """Do what Enter does here: go on with what was left open, or try the sample."""
        if self._stack.currentWidget() is self._empty:
            self._empty.sample.click()
        else:
            self._carry_on.resume()

    def ask_for_new(self) -> None:
        """Ask for a new assessment of the system that is selected, or of a new one."""
        self.new_asked.emit(self.selected_system)

    @property
    def selected_system(self) -> str:
        """The name of the system that is selected; empty for none."""
        rows = self._view.selectionModel().selectedRows()
        row = self._model.row(rows[0].row()) if rows else None
        return "" if row is None else row.name

    def take_focus(self) -> None:
        """Put the focus where the next key should go."""
        if self._stack.currentWidget() is self._empty:
            self._empty.sample.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._carry_on.isHidden():
            self._carry_on.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press what has the focus, and else resume."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self.resume()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table what it needs."""
        super().resizeEvent(event)
        self._set_side_width()
        self._share_height()

    def _build(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(32, 24, 32, 20)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(24)
        self._halves.setSpacing(24)
        self._halves.addLayout(self._table(), 1)
        self._build_side()
        self._halves.addWidget(self._side)
        column.addLayout(self._halves, 1)
        scroller = PageScroller(self)
        scroller.set_content(whole)
        for page in (QWidget(self), self._empty, scroller):
            self._stack.addWidget(page)
        self._whole = scroller

    def _head(self) -> QBoxLayout:
        """The tools stand beside the title, or under it where text is large."""
        head, row = self._top, QHBoxLayout()
        head.setSpacing(16)
        row.setSpacing(16)
        title = Text(self._theme, self.tr("Systems"), "page", "ink", self)
        title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        head.addWidget(title)
        head.addStretch(1)
        head.addLayout(row)
        self._find.setObjectName("find-system")
        self._find.setPlaceholderText(self.tr("Find a system"))
        row.addWidget(self._find)
        row.addWidget(IconMark(self._theme, self._icons, "file", 18, self))
        row.addWidget(self._file)
        open_button = Button(self._theme, self.tr("Open…"), "plain", self)
        open_button.setObjectName("open-workspace")
        open_button.clicked.connect(self.open_asked)
        row.addWidget(open_button)
        self._new.setObjectName("new-assessment")
        self._new.set_icon(self._icons, "plus")
        self._new.set_key("N")
        row.addWidget(self._new)
        return head

    def _table(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(14)
        panel = QFrame(self)
        panel.setProperty("kind", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 6)
        inside.setSpacing(0)
        inside.addWidget(TableHead(self._model, self._view, self._theme, panel))
        inside.addWidget(self._view, 1)
        self._panel = panel
        column.addWidget(panel, 0)
        column.addWidget(self._foot)
        column.addStretch(1)
        column.setStretchFactor(panel, 1000)
        return column

    def _build_side(self) -> None:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._carry_on)
        column.addWidget(self.due)
        column.addWidget(self._recent)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(12)
        mark = IconMark(self._theme, self._icons, "check", 18, self._side, "accent")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.safe, 1)
        column.addLayout(row)
        column.addStretch()

    def _connect(self) -> None:
        self._session.home_changed.connect(self._on_home_changed)
        self._session.backed_up.connect(self.safe.show_backup)
        self._session.workspace_opened.connect(self._on_workspace_opened)
        self._session.settings_changed.connect(self._on_settings_changed)
        self._session.failed.connect(self._on_failed)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._view.opened.connect(self._on_row_opened)
        self._view.menu_asked.connect(self._on_menu_asked)
        self._view.delete_asked.connect(self._on_delete_asked)
        self._view.letters_typed.connect(self._on_letters_typed)
        self._find.textChanged.connect(self._on_find_changed)
        self._find.returnPressed.connect(self._on_find_entered)
        self._find.left.connect(self._on_find_left)
        self._new.clicked.connect(self.ask_for_new)
        self.due.filled.connect(self._share_height)
        self._foot.folded.connect(self._on_folded)
        self._foot.library_asked.connect(self.library_asked)
        self._empty.library_asked.connect(self.library_asked)
        self._carry_on.resumed.connect(self._session.open_assessment)
        self._recent.chosen.connect(self.recent_chosen)
        self._empty.new_asked.connect(self.ask_for_new)
        self._empty.open_asked.connect(self.open_asked)
        self._empty.restore_asked.connect(self.restore_asked)
        self._empty.sample_asked.connect(self.sample_asked)

    def _on_workspace_opened(self, path: str) -> None:
        self._file.setText(Path(path).name)
        self._file.setToolTip(plain_tooltip(path))
        self._find.clear()
        self._show_recent()

    def _on_settings_changed(self, _settings: object) -> None:
        self._show_recent()
        if self._rows:
            self._on_home_changed(self._session.home)

    def _on_failed(self, _error: object) -> None:
        if not self._session.path:
            self._stack.setCurrentWidget(self._empty)
            self.take_focus()

    def _on_home_changed(self, home: "tuple[SystemLine, ...]") -> None:
        now = self._now()
        start = self._session.settings.fiscal_year_start
        place = self._stack.currentIndex()
        today = current_quarter(now.year, now.month, start)
        self._rows, self._archived = home_rows(home, today), archived_rows(home, today)
        self._show_fold()
        self._show_rows()
        self._find.setVisible(len(self._rows) > _FEW)
        left_open = _left_open_last(self._rows)
        self._carry_on.show_row(left_open)
        self._new.set_kind("primary" if left_open is None else "plain")
        self._new.setEnabled(not self._session.read_only)
        self.safe.show_backup(self._session.last_backup or "")
        self._stack.setCurrentWidget(self._whole if self._rows or self._archived else self._empty)
        if not place or (self.isVisible() and self._stack.currentIndex() != place):
            self.take_focus()

    def _show_rows(self) -> None:
        selected = self.selected_system
        whole = self._rows + (self._archived if self._is_unfolded else ())
        shown = matching(whole, self._find.text())
        self._model.set_rows(shown, whole=whole)
        self._view.select(next((i for i, row in enumerate(shown) if row.name == selected), -1))
        self._set_table_height()
        self._foot.say_count(self._count_words(len(shown)))

    def _count_words(self, shown: int) -> str:
        whole = len(self._rows) + len(self._archived) * self._is_unfolded
        if shown != whole:
            return self.tr("{0} of {1} systems").format(shown, whole)
        one, more = self.tr("1 system in this file"), self.tr("{0} systems in this file")
        return one if whole == 1 else more.format(whole)

    def _show_recent(self) -> None:
        others = [path for path in self._session.settings.recent if path != self._session.path]
        self._recent.show_files(others, self._session.missing)
        self._share_height()

    def _on_theme_changed(self) -> None:
        self._find.setFixedWidth(self._theme.px(220))
        self._set_side_width()
        self._set_table_height()

    def _set_table_height(self) -> None:
        wished = self._view.wished_height()
        self._view.setMinimumHeight(min(wished, self._theme.px(_LEAST_TABLE)))
        self._panel.setMaximumHeight(wished + self._theme.px(44) + 10)

    def _set_side_width(self) -> None:
        """Share the width out; where there is too little, as with very large text, stack the halves."""
        side = _NARROW_SIDE if self.width() < self._theme.px(_NARROW) else _SIDE
        stacked = self.width() < self._theme.px(_STACKED)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if stacked else across)
        self._top.setDirection(down if stacked else across)
        self._side.setMinimumWidth(0 if stacked else self._theme.px(side))
        self._side.setMaximumWidth(16_777_215 if stacked else self._theme.px(side))

    def _share_height(self) -> None:
        """Let what is due and the files of before have what room there is beside the table."""
        px = self._theme.px
        room = self.height() - px(_AROUND_SIDE)
        if not self._carry_on.isHidden():
            room -= self._carry_on.sizeHint().height() + px(_GAP)
        least = px(_CARD + _SIDE_ROW) if self._recent.count else 0
        most = min(max((room - px(_CARD) - least) // px(_DUE_ROW), _LEAST_DUE), _MOST_DUE)
        self.due.set_most(most)
        room -= px(_CARD + _DUE_ROW * min(most, len(self.due.due))) if not self.due.isHidden() else 0
        self._recent.set_most(max(0, (room - px(_CARD)) // px(_SIDE_ROW)))

    def _show_fold(self) -> None:
        """Say how many systems are archived, and what a click does with them."""
        count = len(self._archived)
        self._is_unfolded = self._is_unfolded and bool(count)
        shown = self.tr("1 archived system") if count == 1 else self.tr("{0} archived systems").format(count)
        words = self.tr("Hide what is archived") if self._is_unfolded else shown
        self._foot.offer_fold(words, shown=bool(count))

    def _on_folded(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_fold()
        self._show_rows()

    def _on_row_opened(self, number: int) -> None:
        row = self._model.row(number)
        if row is None:
            return
        if row.assessment_id is None:
            self.new_asked.emit(row.name)
        else:
            self._session.open_assessment(row.assessment_id)

    def _on_menu_asked(self, number: int, at: QPoint) -> None:
        row = self._model.row(number)
        system = next((one for one in self._session.home if row and one.id == row.system_id), None)
        if system is None:
            return
        menu = RowMenu(system, self, read_only=self._session.read_only)
        menu.opened.connect(self._session.open_assessment)
        menu.new_asked.connect(self.ask_for_new)
        menu.revision_asked.connect(self.revision_asked)
        menu.version_asked.connect(self.version_asked)
        menu.delete_asked.connect(self.delete_asked)
        menu.trash_asked.connect(self.trash_asked)
        menu.change_asked.connect(self.change_asked)
        menu.popup(at)

    def _on_delete_asked(self, number: int) -> None:
        row = self._model.row(number)
        if row is not None and row.assessment_id is not None and not self._session.read_only:
            self.delete_asked.emit(row.assessment_id)

    def _on_letters_typed(self, letters: str) -> None:
        self._find.show()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.insert(letters)

    def _on_find_changed(self, _text: str) -> None:
        self._show_rows()

    def _on_find_entered(self) -> None:
        if self._model.rows:
            self._on_row_opened(0)

    def _on_find_left(self) -> None:
        self._find.clear()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)


def _left_open_last(rows: tuple[HomeRow, ...]) -> HomeRow | None:
    return max((row for row in rows if row.is_open), key=lambda row: row.touched_at, default=None)
