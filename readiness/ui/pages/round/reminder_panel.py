"""The reminder, as a text to copy: the program itself sends nothing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.button_row import ButtonRow
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_area import TextArea
from readiness.ui.widgets.text_block import TextBlock

_MOST_ROWS = 18


class ReminderPanel(Panel):
    """What is due and who has what left; copied with one key, saved as a file, never sent."""

    save_asked = Signal(str)
    pages_asked = Signal()
    copied = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setObjectName("round-reminder")
        self._text = TextArea(theme, self.tr("Reminder, as text"), self)
        self._text.setObjectName("reminder-text")
        self._text.setReadOnly(True)
        self._nothing = TextBlock(theme, "", "body", "ink2", self)
        self._buttons = ButtonRow(self)
        self.copy_button = self._button("copy-reminder", self.tr("Copy text"), "primary")
        self.copy_button.set_icon(icons, "copy")
        self.copy_button.setToolTip(self.tr("Ctrl C"))
        self.copy_button.clicked.connect(self.copy)
        self._save = self._button("save-reminder", self.tr("Save as .txt"), "plain")
        self._save.clicked.connect(self._on_save)
        self._pages = Button(theme, "", "plain", self)
        self._pages.setObjectName("round-pages")
        self._pages.set_icon(icons, "file-plus")
        self._pages.set_size("small")
        self._pages.clicked.connect(self.pages_asked)
        self._sends_nothing = TextBlock(
            theme, self.tr("Readiness sends nothing; it has no network."), "caption", "ink2", self
        )
        self._fill_body()

    @property
    def text(self) -> str:
        """The reminder; empty for nothing to remind of."""
        return self._text.toPlainText()

    def show_reminder(self, text: str, due: int, pages: int) -> None:
        """Show another reminder: how many systems are due, how many wait for pages."""
        note = self.tr("{0} due first").format(due) if due else ""
        self.set_heading(self.tr("Reminder, as text"), note)
        self._text.set_text(text.rstrip())
        self._fit()
        self._nothing.setText(self.tr("Nobody is waited for: there is nothing to remind of."))
        self._nothing.setVisible(not text)
        for part in (self._text, self._buttons, self._sends_nothing):
            part.setVisible(bool(text))
        one, more = self.tr("Pages for 1 system…"), self.tr("Pages for {0} systems…").format(pages)
        self._pages.setText(one if pages == 1 else more)
        self._pages.setAccessibleDescription(
            self.tr("Makes a page for everybody who has questions left, into a folder")
        )
        self._pages.setToolTip(self._pages.accessibleDescription())
        self._pages.setVisible(bool(pages))
        self._buttons.arrange()

    def copy(self) -> None:
        """Put the reminder where it can be pasted."""
        if self.text:
            QGuiApplication.clipboard().setText(self.text)
            self.copied.emit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the key on the button only where there is room for it."""
        self.copy_button.set_key("" if narrow else "Ctrl C")
        for button in (self.copy_button, self._save):
            button.set_size("small" if narrow else "normal")
        self._buttons.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take as many lines as the text has, up to a limit; the document counts its height in lines."""
        lines = round(self._text.document().size().height())
        self._text.set_rows(min(_MOST_ROWS, max(1, lines)))

    def _button(self, name: str, text: str, kind: str) -> Button:
        button = Button(self._theme, text, "primary" if kind == "primary" else "plain", self)
        button.setObjectName(name)
        self._buttons.add(button)
        return button

    def _fill_body(self) -> None:
        self.body.setSpacing(12)
        for part in (self._nothing, self._text, self._buttons, self._sends_nothing, self._pages):
            self.body.addWidget(part)

    def _on_save(self) -> None:
        self.save_asked.emit(self.text)
