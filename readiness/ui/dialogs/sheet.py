"""The base of the dialogs: a title, a body, a row of buttons, and the window behind it dimmed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button, Kind
from readiness.ui.widgets.focus_ring import FocusRing
from readiness.ui.widgets.page_scroller import PageScroller
from readiness.ui.widgets.text import Text

_WIDTH = 560


class Scrim(QWidget):
    """A flat veil over the window behind a dialog."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setGeometry(window.rect())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("scrim"))
        painter.end()


class Sheet(QDialog):
    """A dialog 560 wide; Enter is the primary button, Esc leaves, and the focus goes back where it was."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._theme = theme
        self._opener = parent.window().focusWidget()
        self._scrim: Scrim | None = None
        self._page_scroller: PageScroller | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addStretch()
        self._build(title)
        self._ring = FocusRing(theme, self)

    def add_button(self, name: str, text: str, kind: Kind = "plain") -> Button:
        """Add a button at the foot; the primary one answers to Enter."""
        button = Button(self._theme, text, kind, self)
        button.setObjectName(name)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        self.foot.addWidget(button)
        return button

    def open(self) -> None:
        """Show the dialog over its dimmed window."""
        window = self.parentWidget()
        if window is not None:
            self._scrim = Scrim(self._theme, window)
            self._fit_into(window.size())
        self.finished.connect(self._on_finished)
        super().open()

    def _fit_into(self, room: QSize) -> None:
        """Let the body scroll where large text makes it higher or wider than the window behind it."""
        self.setMinimumWidth(min(self.minimumWidth(), room.width()))
        wanted = self._whole.totalSizeHint()
        if self._whole.hasHeightForWidth():
            across = min(wanted.width(), room.width())
            wanted = QSize(wanted.width(), self._whole.totalHeightForWidth(across))
        if wanted.height() > room.height() or wanted.width() > room.width():
            self._let_scroll(wanted.boundedTo(room))

    def refit(self) -> None:
        """Be as high as what is shown now wants, and scroll what the window behind has no room for."""
        window = self.parentWidget()
        if window is None or not self.isVisible():
            return
        room = window.height()
        for layout in (self.body, self._whole):
            layout.invalidate()  # what was shown or hidden just now is not laid out yet
        if self._page_scroller is None and self._whole.totalMinimumHeightForWidth(self.width()) > room:
            self._let_scroll(QSize(self.width(), room))
        self._whole.activate()  # else the dialog stays as high as a text that is gone wanted it
        self.resize(self.width(), min(room, self._wanted_height()))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())

    def _wanted_height(self) -> int:
        if self._page_scroller is None:
            return self._whole.totalHeightForWidth(self.width())
        rest = self._whole.totalMinimumSize().height() - self._page_scroller.minimumSizeHint().height()
        return rest + self.body.totalHeightForWidth(self._page_scroller.viewport().width())

    def _let_scroll(self, size: QSize) -> None:
        place = self._whole.indexOf(self.body)
        self._whole.takeAt(place)
        self.body.setParent(None)
        content = QWidget(self)
        content.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 16, 0)
        scroller = self._page_scroller = PageScroller(self)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroller.set_content(content)
        self._whole.insertWidget(place, scroller, 1)
        self.resize(size)

    def _build(self, title: str) -> None:
        column = self._whole = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(20)
        column.addWidget(Text(self._theme, title, "title", "ink", self))
        column.addLayout(self.body, 1)
        column.addLayout(self.foot)
        self.setMinimumWidth(self._theme.px(_WIDTH))

    def _on_finished(self, _result: int) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        if self._opener is not None:
            self._opener.window().activateWindow()
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
