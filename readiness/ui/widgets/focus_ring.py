"""The ring around what has the focus, for people at the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted

_REACH = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_OWN_SIGN = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


class FocusRing(Painted):
    """An overlay on one window: 2 px ring, 2 px gap. It follows the focus while the keyboard moves it.

    A widget says its ``radius`` and, where the ring should stand inside it, an ``inset`` as dynamic
    properties. Text fields show the focus in their own line and get no ring.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        """What the ring stands around; nothing while it is hidden."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves, and go when the mouse takes over."""
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and watched is self._target:
            self._leave()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        if self._target is None:
            return
        radius = self._target.property("radius")
        corner = float(radius if radius is not None else 6) + _REACH
        rect = QRectF(self._ring().translated(-self.pos()))
        with drawing.painting(self) as painter:
            drawing.box(painter, rect, corner, line=self._theme.color("focus"), width=2)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if now is None or now.window() is not self._window or isinstance(now, _OWN_SIGN):
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        if self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._stand_around(now)

    def _stand_around(self, target: QWidget) -> None:
        self._target = target
        widget: QWidget | None = target
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget is self._window else widget.parentWidget()
        self._place()
        self.raise_()

    def _leave(self) -> None:
        for widget in filter(isValid, self._watched):  # a widget may go while it has the focus
            widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()

    def _place(self) -> None:
        if self._target is None:
            return
        shown = self._ring().intersected(self._sight())
        self.setVisible(self._target.isVisible() and not shown.isEmpty())
        self.setGeometry(shown)
        self.update()

    def _ring(self) -> QRect:
        """Return the ring's rectangle in the window."""
        if self._target is None:
            return QRect()
        inset = int(self._target.property("inset") or 0)
        rect = self._target.rect().adjusted(0, inset, 0, -inset)
        reach = _REACH
        placed = QRect(self._target.mapTo(self._window, rect.topLeft()), rect.size())
        return placed.adjusted(-reach, -reach, reach, reach)

    def _sight(self) -> QRect:
        """Return what of the window the target's scroll areas let through."""
        sight = self._window.rect()
        widget = self._target.parentWidget() if self._target else None
        while widget is not None and widget is not self._window:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                sight = sight.intersected(QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size()))
            widget = area
        return sight
