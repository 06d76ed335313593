"""The studio before there is a questionnaire of one’s own: what it is for, and the ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class EmptyStudio(QWidget):
    """Four ways: from a shipped one, empty, a file, an import."""

    shipped_asked = Signal(str)
    empty_asked = Signal()
    file_asked = Signal()
    import_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._fault = TextBlock(theme, "", "body", "error", self)
        self._fault.setObjectName("studio-fault")
        self._shipped = Select(theme, self.tr("Shipped questionnaire"), self)
        self._shipped.setObjectName("studio-shipped")
        self._begin = Button(theme, self.tr("Begin with a copy"), "primary", self)
        self._begin.setObjectName("studio-begin")
        self._build()
        self._begin.clicked.connect(self._on_begin)

    def set_shipped(self, offered: list[tuple[str, str]]) -> None:
        """Offer what can be copied."""
        self._shipped.set_options(offered)
        self._begin.setEnabled(bool(offered))

    def show_fault(self, text: str) -> None:
        """Say why a file could not be opened; an empty text says nothing."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def take_focus(self) -> None:
        """Put the focus on the way that most people take."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_begin(self) -> None:
        self.shipped_asked.emit(self._shipped.key)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 32)
        column.setSpacing(16)
        column.addWidget(Text(self._theme, self.tr("Studio"), "page", "ink", self))
        panel = Panel(self._theme, self.tr("Write the questions that fit your systems"), self)
        panel.set_heading_style("title")
        words = self.tr(
            "A questionnaire of your own is a YAML file that you keep. Begin with a copy of one that"
            " comes with the program: its answers stay comparable, and you change what does not fit."
        )
        panel.body.addWidget(TextBlock(self._theme, words, "lead", "ink2", panel))
        panel.body.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(12)
        Measure(self._theme, self._shipped, height=40)
        row.addWidget(self._shipped)
        row.addWidget(self._begin)
        row.addStretch()
        panel.body.addLayout(row)
        panel.body.addSpacing(20)
        panel.body.addWidget(Text(self._theme, self.tr("Or"), "label", "ink2", panel))
        panel.body.addSpacing(6)
        panel.body.addLayout(self._other_ways(panel))
        panel.body.addSpacing(12)
        self._fault.hide()
        panel.body.addWidget(self._fault)
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column.addWidget(panel)
        column.addStretch()

    def _other_ways(self, panel: Panel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        ways = (
            ("studio-empty", self.tr("Start empty"), "file-plus", self.empty_asked),
            ("studio-open", self.tr("Open a file…"), "folder-open", self.file_asked),
            ("studio-import", self.tr("Take in a questionnaire…"), "download", self.import_asked),
        )
        for name, text, icon, told in ways:
            button = Button(self._theme, text, "plain", panel)
            button.setObjectName(name)
            button.set_icon(self._icons, icon)
            button.clicked.connect(told)
            row.addWidget(button)
        row.addStretch()
        return row
