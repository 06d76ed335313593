"""A page that scrolls down, and whose height follows its width."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

_MARGIN = 40
"""Left free above and below what comes into sight, so that its label and its note come along."""


class Scroller(QScrollArea):
    """Gives what wraps the height it asks for: Qt's scroll area knows only heights without a width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._measure)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        self._follow.timeout.connect(self._on_settled)
        self._wanted: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def set_content(self, content: QWidget) -> None:
        """Show a widget whose layout is finished."""
        content.setProperty("surface", "none")
        self.setWidget(content)
        content.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure for the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure when the content has changed."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Measure anew: what changed while the page was hidden told nobody."""
        super().showEvent(event)
        self._measure()
        self._settle.start()

    def measure_soon(self) -> None:
        """Measure anew once what has just been filled in knows its width."""
        self._settle.start()

    def go_to_top(self) -> None:
        """Show the top, whatever was just on its way into sight."""
        self._wanted = None
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of the content: at once, and again where it is just growing."""
        self._scroll_to(part)
        self._wanted = part
        self._follow.start()

    def _scroll_to(self, part: QWidget) -> None:
        """Show the whole of it, its top at last; Qt's own way shows no more of a text than its cursor."""
        content = self.widget()
        if content is not None:
            for y in (part.height(), 0):
                self.ensureVisible(0, part.mapTo(content, QPoint(0, y)).y(), 0, _MARGIN)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Follow the focus: Qt does it for Tab, not for a key that leads to a field."""
        content = self.widget()
        if content is not None and now is not None and content.isAncestorOf(now):
            self.bring_into_sight(now)

    def _on_settled(self) -> None:
        content, part = self.widget(), self._wanted
        self._wanted = None
        if content is not None and part is not None and isValid(part) and content.isAncestorOf(part):
            self._fit()
            self._scroll_to(part)

    def _measure(self) -> None:
        content = self.widget()
        if content is not None:
            for layout in content.findChildren(QLayout):
                layout.invalidate()
            self._fit()

    def _wanted_height(self, layout: QLayout) -> int:
        """Return how high the content must be; -1 leaves it to Qt."""
        if not layout.hasHeightForWidth():
            return -1
        width = self.viewport().width()
        # What ignores its hint still has a least height.
        return max(layout.totalHeightForWidth(width), layout.minimumHeightForWidth(width))

    def _fit(self) -> None:
        content = self.widget()
        if content is None:
            return
        layout = content.layout()
        if layout is None:
            return
        height = self._wanted_height(layout)
        if height >= 0 and content.minimumHeight() != height:
            content.setMinimumHeight(height)
            self._on_focus_changed(None, QApplication.focusWidget())
