"""A file that was changed outside beside what was written here: the lines that differ."""

from difflib import unified_diff

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.text_area import TextArea
from readiness.ui.widgets.text_block import TextBlock

_WIDTH = 900
_ROWS = 18


class CompareDialog(Sheet):
    """Lines with − stand in the file, lines with + were written here."""

    def __init__(self, theirs: str, mine: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Theirs and yours"), parent)
        self.setObjectName("compare-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        words = self.tr("Lines with − stand in the file now; lines with + were written here.")
        self.body.addWidget(TextBlock(theme, words, "body", "ink2", self))
        self._lines = TextArea(theme, self.tr("The lines that differ"), self)
        self._lines.setObjectName("compare-lines")
        self._lines.setReadOnly(True)
        self._lines.set_rows(_ROWS)
        self._lines.setFont(theme.font("caption"))
        self._show(theirs, mine)
        self.body.addWidget(self._lines)
        close = self.add_button("compare-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, theirs: str, mine: str) -> None:
        found = list(unified_diff(theirs.splitlines(), mine.splitlines(), lineterm="", n=2))[2:]
        cursor = QTextCursor(self._lines.document())
        for line in found or [self.tr("Both say the same.")]:
            is_place = line.startswith("@@")
            cursor.insertText(
                "…" if is_place else line.replace("-", "−", 1) if line[:1] == "-" else line, self._look(line)
            )
            cursor.insertText("\n", QTextCharFormat())
        self._lines.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, line: str) -> QTextCharFormat:
        look = QTextCharFormat()
        tones = {"-": "ink2", "+": "accent"}
        look.setForeground(QColor(self._theme.color(tones.get(line[:1], "ink3"))))
        if line[:1] == "+":
            look.setFontWeight(600)
        return look
