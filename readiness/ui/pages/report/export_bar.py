"""Out as a file: export, stop, and what can be done with what was written."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip


class ExportBar(QWidget):
    """The foot of the left column."""

    export_wanted = Signal()
    others_wanted = Signal()
    print_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._exported = ""
        self._said = TextBlock(theme, "", "body", "ink2", self)
        self._said.setObjectName("export-state")
        self._said.max_lines = 2
        self._warning = Text(theme, self.tr("Before you send it"), "label", "ink", self)
        self._warning_words = TextBlock(theme, "", "caption", "ink2", self)
        self._warning_words.setObjectName("before-you-send")
        self._warning_words.max_lines = 4
        self.export = Button(theme, self.tr("Export PDF"), "primary", self)
        self.export.setObjectName("export-pdf")
        self.export.set_icon(icons, "export")
        self.export.set_key("Ctrl E")
        self.export.set_size("large")
        self._stop = self._button(theme, "stop-export", self.tr("Stop"), "quiet")
        self._others = self._button(theme, "export-answers", self.tr("Other formats…"))
        self._others.setAccessibleName(self.tr("Export in another format"))
        self._print = self._button(theme, "print-report", self.tr("Print…"))
        self._open = self._button(theme, "open-exported", self.tr("Open"))
        self._folder = self._button(theme, "show-exported", self.tr("Show in folder"))
        self._build()
        self.show_done("")
        self.warn("")

    def warn(self, told: str) -> None:
        """Say what one should know before the report goes out."""
        self._warning_words.setText(told)
        self._warning_words.setToolTip(plain_tooltip(told))
        for part in (self._warning, self._warning_words):
            part.setVisible(bool(told))

    @property
    def is_busy(self) -> bool:
        """Whether a file is being made."""
        return not self._stop.isHidden()

    def begin(self) -> None:
        """Show that a file is being made."""
        self.show_done("")
        self._stop.show()

    def end(self) -> None:
        """Show that none is being made any more."""
        self._stop.hide()

    def say(self, words: str) -> None:
        """Say how it goes."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def show_done(self, path: str) -> None:
        """Say what was written, and offer it."""
        self._stop.hide()
        self._exported = path
        self.say(self.tr("Written: {0}").format(Path(path).name) if path else "")
        self._said.setAccessibleName(self.tr("Written: {0}").format(path) if path else "")
        self._said.setToolTip(plain_tooltip(path))
        self._open.setVisible(path.endswith(".pdf"))
        self._folder.setVisible(bool(path))

    def _button(self, theme: Theme, name: str, text: str, kind: str = "plain") -> Button:
        made = Button(theme, text, "quiet" if kind == "quiet" else "plain", self)
        made.setObjectName(name)
        made.set_size("medium")
        return made

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._exported))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._exported).parent)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 10, 28, 20)
        column.setSpacing(8)
        column.addWidget(self._warning)
        column.addWidget(self._warning_words)
        column.addWidget(self._said)
        done = QHBoxLayout()
        done.setSpacing(10)
        for button in (self._open, self._folder, self._stop):
            done.addWidget(button)
        done.addStretch()
        column.addLayout(done)
        column.addWidget(self.export)
        others = QHBoxLayout()
        others.setSpacing(10)
        others.addWidget(self._others, 1)
        others.addWidget(self._print)
        column.addLayout(others)
        self.export.clicked.connect(self.export_wanted)
        self._others.clicked.connect(self.others_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self._open.clicked.connect(self._on_open)
        self._folder.clicked.connect(self._on_folder)
