"""A heading that opens and closes what stands under it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton

_ICON = 20


class Disclosure(PaintedButton):
    """Space and Enter open and close; ``opened`` tells which."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, icons: Icons, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._icons = icons
        self._note = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(opened=False)

    def set_note(self, note: str) -> None:
        """Say beside the heading what is under it."""
        self._note = note
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a small button."""
        width = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(self.words)
        return QSize(round(width) + self._theme.px(_ICON) + 24, self._theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint chevron, words and note."""
        rect = QRectF(self.rect())
        color = self._theme.color
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect, 8, fill=color("hover"))
            side = self._theme.px(_ICON)
            place = QRectF(2, (rect.height() - side) / 2, side, side)
            name = "chevron-down" if self.isChecked() else "chevron-right"
            self._icons.paint(painter, place, name, color("ink2"))
            font = self._theme.font("bodyStrong")
            at = QPointF(side + 10, drawing.baseline(font, 0, rect.height()))
            wide = drawing.words(painter, at, self.words, font, color("ink"), room=rect.width() - at.x())
            note = self._theme.font("caption")
            left = at.x() + wide + 12
            at = QPointF(left, drawing.baseline(note, 0, rect.height()))
            drawing.words(painter, at, self._note, note, color("ink3"), room=max(0, rect.width() - left - 8))

    def _on_toggled(self, opened: bool) -> None:  # noqa: FBT001 - Qt sends it so
        self.setAccessibleDescription(self.tr("open") if opened else self.tr("closed"))
        self.update()
        self.opened.emit(opened)
