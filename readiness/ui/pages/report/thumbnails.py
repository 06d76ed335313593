"""The pages small, one under another: where one is, and a way to any other."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.pages.report.drawing import Picture
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.scroller import Scroller

WIDTH: Final = 68
_HIGH: Final = 96
_FRAME: Final = 6
_NUMBER: Final = 30
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Thumbnail(PaintedButton):
    """One page, small; checked where it is the one that is shown."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, page: int, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.page = page
        self._image = QImage()
        self.setCheckable(True)
        self.setObjectName(f"thumbnail-{page + 1}")
        self.setAccessibleName(self.tr("Page {0}").format(page + 1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture) -> None:
        """Show the drawn page."""
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        )
        self._image = image.copy()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The page, its frame and its number."""
        return QSize(WIDTH + 2 * _FRAME + _NUMBER, _HIGH + 2 * _FRAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page above or below."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page in its frame, and its number beside it."""
        color = self._theme.color
        with drawing.painting(self) as painter:
            place = QRectF(_FRAME, _FRAME, WIDTH, _HIGH)
            if not self._image.isNull():
                ratio = self._image.width() / self._image.height()
                place.setWidth(min(WIDTH, _HIGH * ratio))
                place.setHeight(place.width() / ratio)
                painter.drawImage(place, self._image)
            drawing.box(painter, place, 1, line=color("line2"), width=1)
            if self.isChecked():
                around = place.adjusted(-4, -4, 4, 4)
                drawing.box(painter, around, 4, line=color("accent"), width=2)
            font = self._theme.font("bodyStrong" if self.isChecked() else "caption")
            at = QPointF(WIDTH + 2 * _FRAME + 2, place.bottom())
            drawing.words(painter, at, str(self.page + 1), font, color("ink" if self.isChecked() else "ink2"))


class Thumbnails(Scroller):
    """All pages; one of them is shown."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: list[Thumbnail] = []
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Pages, small"))
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 6, 6, 6)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.set_content(self._inner)
        self.setFixedWidth(WIDTH + 2 * _FRAME + _NUMBER + 22)

    def show_pages(self, count: int) -> None:
        """Make room for so many pages; what was drawn stays until it is drawn anew."""
        while len(self._pages) > count:
            gone = self._pages.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self._pages) < count:
            made = Thumbnail(self._theme, len(self._pages), self._inner)
            made.clicked.connect(self._on_clicked)
            made.stepped.connect(self._on_stepped)
            self._pages.append(made)
            self._column.insertWidget(len(self._pages) - 1, made)
        self.measure_soon()

    def show_picture(self, picture: Picture) -> None:
        """Show one page that was drawn."""
        if picture.page < len(self._pages):
            self._pages[picture.page].show_picture(picture)

    def show_current(self, page: int) -> None:
        """Mark the page that is shown, and bring it into sight."""
        for thumbnail in self._pages:
            thumbnail.setChecked(thumbnail.page == page)
            thumbnail.update()
        if page < len(self._pages):
            self.ensureWidgetVisible(self._pages[page], 0, 20)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Thumbnail):
            self.chosen.emit(sender.page)

    def _on_stepped(self, step: int) -> None:
        sender = self.sender()
        if isinstance(sender, Thumbnail) and 0 <= sender.page + step < len(self._pages):
            self._pages[sender.page + step].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(sender.page + step)
