"""The preview: the PDF itself, page by page, so that what one sees is what is sent."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.report.drawing import Outline, PageDrawer, Picture
from readiness.ui.pages.report.paper import Paper
from readiness.ui.pages.report.thumbnails import WIDTH as THUMBNAIL
from readiness.ui.pages.report.thumbnails import Thumbnails
from readiness.ui.tasks import TaskRunner
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text

_SETTLED_MS = 120
_BATCH = 8
_ROOM_FOR_THUMBNAILS = 620
_ROOM_FOR_SIZES = 420


class Preview(QWidget):
    """Pager above, paper below, thumbnails beside; drawn off the window's thread."""

    outlined = Signal(object)  # Outline of the report that is shown

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = TaskRunner(self)
        self._drawer = PageDrawer()
        self._content = b""
        self._page = 0
        self._pages = 0
        self._parts: tuple[tuple[str, int], ...] = ()
        self._paper = Paper(theme, self)
        self._scroll = QScrollArea(self)
        self._small = Thumbnails(theme, self)
        self._before = Button(theme, "", "plain", self)
        self._after = Button(theme, "", "plain", self)
        self._fit = Button(theme, self.tr("Fit page"), "plain", self)
        self._whole = Button(theme, self.tr("100%"), "plain", self)
        self._words = Text(theme, "", "body", "ink2", self)
        self._words.setObjectName("page-count")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._draw)
        self.setProperty("surface", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(icons)

    @property
    def pages(self) -> int:
        """How many pages the report has."""
        return self._pages

    @property
    def content(self) -> bytes:
        """The report that is shown."""
        return self._content

    def say(self, words: str) -> None:
        """Say what is happening; the old page stays, veiled."""
        self._words.setText(words)
        self._paper.set_stale()

    def show_pdf(self, content: bytes) -> None:
        """Show another report, at the page that was looked at."""
        self._content = content
        self._tasks.run(partial(self._drawer.outline, content), partial(self._on_outline, content))
        self._draw()

    def say_page(self) -> None:
        """Say which page is shown."""
        self._words.setText(self._page_words())
        self._paper.set_ready()

    def clear(self) -> None:
        """Take the pages away: they are somebody else's."""
        self._content = b""
        self._page = self._pages = 0
        self._parts = ()
        self._paper.clear()
        self._small.show_pages(0)
        self._show_place()

    def turn(self, step: int) -> None:
        """Turn pages."""
        self.go_to(min(max(0, self._page + step), max(0, self._pages - 1)))

    def go_to(self, page: int) -> None:
        """Show another page."""
        if page != self._page:
            self._page = page
            self._scroll.verticalScrollBar().setValue(0)
            self._draw()

    def fit(self) -> None:
        """Show the page as large as there is room."""
        self._scale(is_fitted=True)

    def show_whole(self) -> None:
        """Show the page in its own size."""
        self._scale(is_fitted=False)

    def wait(self) -> None:
        """Wait for what is being drawn; only for the end of the program."""
        self._tasks.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size has settled; thumbnails and sizes need room of their own."""
        super().resizeEvent(event)
        self._small.setVisible(self.width() >= self._theme.px(_ROOM_FOR_THUMBNAILS))
        for button in (self._fit, self._whole):
            button.setVisible(self.width() >= self._theme.px(_ROOM_FOR_SIZES))
        self._settle.start()

    def _scale(self, *, is_fitted: bool) -> None:
        self._paper.is_fitted = is_fitted
        self._scroll.setWidgetResizable(is_fitted)
        if not is_fitted:
            self._paper.resize(self._paper.own_size())
        self._fit.setEnabled(not is_fitted)
        self._whole.setEnabled(is_fitted)
        self._settle.start()

    def _draw(self) -> None:
        if self._content:
            work = partial(self._drawer.draw, self._content, self._page, self._paper.wanted_width)
            self._tasks.run(work, partial(self._on_drawn, self._content))

    def _on_drawn(self, content: bytes, picture: Picture) -> None:
        if content is self._content:  # what was drawn for an earlier report comes too late
            self._page, self._pages = picture.page, picture.pages
            self._paper.show_picture(picture, self._part())
            if not self._paper.is_fitted:
                self._paper.resize(self._paper.own_size())
            self._show_place()

    def _on_outline(self, content: bytes, outline: Outline) -> None:
        if content is not self._content:
            return
        self._parts = outline.places
        self._small.show_pages(outline.pages)
        self._small.show_current(self._page)
        self.outlined.emit(outline)
        self._draw_small(content, 0)

    def _draw_small(self, content: bytes, first: int) -> None:
        width = round(THUMBNAIL * self.devicePixelRatioF() * 2)
        work = partial(self._drawer.draw_some, content, first, _BATCH, width)
        self._tasks.run(work, partial(self._on_small, content, first))

    def _on_small(self, content: bytes, first: int, pictures: tuple[Picture, ...]) -> None:
        if content is not self._content:
            return
        for picture in pictures:
            self._small.show_picture(picture)
        if len(pictures) == _BATCH:
            self._draw_small(content, first + _BATCH)

    def _part(self) -> str:
        """Return the name of the part that the shown page belongs to."""
        begun = [title for title, first in self._parts if first <= self._page]
        return begun[-1] if begun else ""

    def _show_place(self) -> None:
        self.say_page()
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page < self._pages - 1)
        self._small.show_current(self._page)

    def _page_words(self) -> str:
        return self.tr("Page {0} of {1}").format(self._page + 1, self._pages) if self._pages else ""

    def _build(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(self._pager(icons))
        self._scroll.setWidget(self._paper)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._paper.setAutoFillBackground(False)
        self._paper.setProperty("surface", "none")
        self._scroll.setObjectName("page-desk")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._small)
        column.addLayout(row, 1)
        self._small.chosen.connect(self.go_to)
        shortcut = QShortcut(QKeySequence("Ctrl+0"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.fit)

    def _pager(self, icons: Icons) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for button, icon, name, key in (
            (self._before, "chevron-left", self.tr("Page before"), "page-before"),
            (self._after, "chevron-right", self.tr("Page after"), "page-after"),
        ):
            button.set_icon(icons, icon)
            button.set_size("small")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setObjectName(key)
            button.setEnabled(False)
        self._before.clicked.connect(partial(self.turn, -1))
        self._after.clicked.connect(partial(self.turn, 1))
        self._fit.setObjectName("fit-page")
        self._fit.setEnabled(False)
        self._fit.clicked.connect(self.fit)
        self._whole.setObjectName("whole-size")
        self._whole.setAccessibleName(self.tr("Page in its own size"))
        self._whole.clicked.connect(self.show_whole)
        for button in (self._fit, self._whole):
            button.set_size("small")
        row.addStretch()
        row.addWidget(self._before)
        row.addWidget(self._words)
        row.addWidget(self._after)
        row.addSpacing(16)
        row.addWidget(self._fit)
        row.addWidget(self._whole)
        row.addStretch()
        return row
