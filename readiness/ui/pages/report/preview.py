"""The preview: the PDF itself, page by page, so that what one sees is what is sent."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.report.drawing import PageDrawer, Picture
from readiness.ui.tasks import TaskRunner
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text

_SETTLED_MS = 120
_A4 = 210 / 297


class Paper(QWidget):
    """One page on the desk, fitted; an old page stays until the new one is drawn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("page-preview")

    def show_picture(self, picture: Picture) -> None:
        """Show a drawn page."""
        drawn = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        )
        self._image = drawn.copy()
        self.setAccessibleName(self.tr("Page {0} of {1}").format(picture.page + 1, picture.pages))
        self.update()

    def clear(self) -> None:
        """Show no page."""
        self._image = QImage()
        self.setAccessibleName("")
        self.update()

    @property
    def wanted_width(self) -> int:
        """How many pixels wide a page should be drawn to fill the room."""
        room = self.size()
        width = min(room.width() - 32, (room.height() - 32) * self._ratio())
        return max(64, round(width * self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        """Room for an A4 page."""
        return QSize(560, 790)

    def minimumSizeHint(self) -> QSize:
        """A page one can still make out."""
        return QSize(280, 380)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper in the middle, with the line around it."""
        if self._image.isNull():
            return
        ratio = self._image.width() / self._image.height()
        height = min(self.height() - 32.0, (self.width() - 32.0) / ratio)
        width = height * ratio
        place = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.setPen(self._theme.color("line"))
        painter.drawRect(place)
        painter.end()

    def _ratio(self) -> float:
        return _A4 if self._image.isNull() else self._image.width() / self._image.height()


class Preview(QWidget):
    """Pager above, paper below; drawn off the window's thread."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(self)
        self._drawer = PageDrawer()
        self._content = b""
        self._page = 0
        self._pages = 0
        self._paper = Paper(theme, self)
        self._before = Button(theme, "", "plain", self)
        self._after = Button(theme, "", "plain", self)
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

    def say(self, words: str) -> None:
        """Say what is happening; the old page stays."""
        self._words.setText(words)

    def show_pdf(self, content: bytes) -> None:
        """Show another report, at the page that was looked at."""
        self._content = content
        self._draw()

    def say_page(self) -> None:
        """Say which page is shown."""
        self._words.setText(self._page_words())

    def clear(self) -> None:
        """Take the pages away: they are somebody else's."""
        self._content = b""
        self._page = self._pages = 0
        self._paper.clear()
        self._show_place()

    def turn(self, step: int) -> None:
        """Turn pages."""
        wanted = min(max(0, self._page + step), max(0, self._pages - 1))
        if wanted != self._page:
            self._page = wanted
            self._draw()

    def wait(self) -> None:
        """Wait for what is being drawn; only for the end of the program."""
        self._tasks.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size has settled."""
        super().resizeEvent(event)
        self._settle.start()

    def _draw(self) -> None:
        if self._content:
            work = partial(self._drawer.draw, self._content, self._page, self._paper.wanted_width)
            self._tasks.run(work, partial(self._on_drawn, self._content))

    def _on_drawn(self, content: bytes, picture: Picture) -> None:
        if content is self._content:  # what was drawn for an earlier report comes too late
            self._page, self._pages = picture.page, picture.pages
            self._paper.show_picture(picture)
            self._show_place()

    def _show_place(self) -> None:
        self.say_page()
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page < self._pages - 1)

    def _page_words(self) -> str:
        return self.tr("Page {0} of {1}").format(self._page + 1, self._pages) if self._pages else ""

    def _build(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
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
        row.addStretch()
        row.addWidget(self._before)
        row.addWidget(self._words)
        row.addWidget(self._after)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._paper, 1)
