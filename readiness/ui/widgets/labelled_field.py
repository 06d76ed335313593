"""A field with its label above, and the way to mend it below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.restyle import restyle
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class _Warning(Painted):
    """The sign before the sentence that says how to mend a field."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self.setFixedSize(theme.px(16), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        side = float(self.width())
        place = QRectF(0, (self.height() - side) / 2, side, side)
        with drawing.painting(self) as painter:
            self._icons.paint(painter, place, "warning", self._theme.color("error"))


class LabelledField(QWidget):
    """Label, field, and under it a note or an error, which is also the field's description for readers."""

    def __init__(
        self, theme: Theme, icons: Icons, label: str, field: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = field
        self._label = Text(theme, label, "label", "ink2", self)
        self._label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(self._label, 1)
        self._sign = _Warning(theme, icons, self)
        self._note = TextBlock(theme, "", "caption", "ink3", self)
        self._note_text = ""
        self._is_laid_out = False
        self._build()

    def set_key(self, *keys: str) -> None:
        """Show which keys lead here."""
        for key in keys:
            self._head.addWidget(KeyHint(self._theme, key, self))

    def set_label(self, label: str) -> None:
        """Change the label and the field's name."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def show_label(self, *, shown: bool) -> None:
        """Show the label above the field, or leave it to the field's placeholder."""
        self._label.setVisible(shown)

    def set_note(self, text: str) -> None:
        """Say something below the field; an error replaces it while it lasts."""
        self._note_text = text
        if not self.error:
            self._show(text, faulty=False)

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._note.text() if not self._sign.isHidden() else ""

    def set_error(self, text: str) -> None:
        """Say how to mend the field; an empty text says that it is well."""
        self._show(text or self._note_text, faulty=bool(text))

    def sizeHint(self) -> QSize:
        """As high as the note asks for at the width of now: what is never to grow takes no more than this."""
        hint, height = super().sizeHint(), self.heightForWidth(self.width())
        return QSize(hint.width(), height) if self._is_laid_out and height > 0 else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._is_laid_out = True
            self.updateGeometry()

    def _show(self, text: str, *, faulty: bool) -> None:
        self._sign.setVisible(faulty)
        self._note.setText(text)
        self._note.set_look("label" if faulty else "caption", "error" if faulty else "ink3")
        self._note.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        restyle(self.field, "faulty", faulty)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head)
        column.addWidget(self.field)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._note, 1)
        column.addLayout(foot)
        self._sign.hide()
        self._note.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
