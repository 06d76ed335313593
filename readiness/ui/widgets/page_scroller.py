"""A page that fills its window, and scrolls only where the window is too small for it."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from readiness.ui.widgets.scroller import Scroller


class PageScroller(Scroller):
    """What stretches takes what is left; where the least has no room, as with large text, one scrolls."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the page while there is nothing to scroll."""
        if self.verticalScrollBar().maximum() > 0:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _wanted_height(self, layout: QLayout) -> int:
        width = self.viewport().width()
        if layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(width)
        return layout.minimumSize().height()


def fill(page: QWidget, content: QWidget) -> PageScroller:
    """Make a finished content all of a page."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    scroller = PageScroller(page)
    scroller.set_content(content)
    column.addWidget(scroller)
    return scroller
