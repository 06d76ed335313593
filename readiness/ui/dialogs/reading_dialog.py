"""A page of our own in plain prose: to be read with arrows and wheel, searched by eye, copied."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme

_WIDTH: Final = 880
_HEIGHT: Final = 680
_GAP: Final = 16
_LINE: Final = 145
"""Line height of the text, in per cent."""
_STYLES: Final = {1: "page", 2: "title"}


class ReadingDialog(Sheet):
    """Shows a shipped file, without its first line, which is the title. ``name`` is what it is called."""

    def __init__(self, name: str, title: str, page: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, title, parent)
        self.setObjectName(f"{name}-dialog")
        self._text = QTextBrowser(self)
        self._text.setObjectName(name)
        self._text.setAccessibleName(title)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll at once, without a caret
        self._text.setViewportMargins(0, 0, theme.px(_GAP), 0)
        self._text.setDocument(self._document(page))
        self.body.addWidget(self._text)
        close = self.add_button(f"{name}-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        room = parent.window().size()
        self.setMinimumSize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))
        self._text.setFocus()

    def _document(self, page: Path) -> QTextDocument:
        # Our own file, never a user's text, so that its marks may mean something.
        words = page.read_text(encoding="utf-8")
        document = QTextDocument(self._text)
        document.setDefaultFont(self._theme.font("body"))
        document.setMarkdown(words.partition("\n")[2])
        self._set_blocks(document)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)
        document.setDocumentMargin(0)
        return document

    def _set_blocks(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            spacing = QTextBlockFormat()
            spacing.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            spacing.setBottomMargin(self._theme.px(8))
            if level:
                spacing.setTopMargin(self._theme.px(22))
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                face = QTextCharFormat()
                face.setFont(self._theme.font(_STYLES.get(level, "bodyStrong")))
                cursor.mergeCharFormat(face)
            cursor.mergeBlockFormat(spacing)
            block = block.next()

    def _set_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setCellPadding(self._theme.px(6))
        shape.setCellSpacing(0)
        shape.setBorder(0)
        table.setFormat(shape)
