"""What moving an assessment to a newer version keeps, clears and adds, before it happens."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.services.moving_words import (
    beside_lines,
    cleared_lines,
    guessed_lines,
    new_lines,
    renamed_lines,
    summary,
)
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.quarters import shown_reference
from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.moving import Move

_WIDTH: Final = 760
_AROUND: Final = 390
_OFFERED: Final = 4


class MoveDialog(Sheet):
    """The newest version is shown first; ``chosen`` brings the move that was wanted."""

    chosen = Signal(object)  # Move

    def __init__(self, moves: "Sequence[Move]", theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Move to a newer version"), parent)
        self.setObjectName("move-dialog")
        window = parent.window()
        self.setMinimumWidth(min(theme.px(_WIDTH), window.width() - theme.px(48)))
        self._moves = {_version(move): move for move in moves[:_OFFERED]}
        self._move = moves[0]
        self._room = max(window.height() - theme.px(_AROUND), theme.px(140))
        self._versions = Segmented(theme, self.tr("Version"), [(one, one) for one in self._moves], self)
        self._versions.setObjectName("move-version")
        self._versions.set_value(_version(self._move))
        self._versions.setVisible(len(self._moves) > 1)
        self._versions.chosen.connect(self._on_version)
        self._from = TextBlock(theme, "", "body", "ink2", self)
        self._summary = TextBlock(theme, "", "bodyStrong", "ink", self)
        self._summary.setObjectName("move-summary")
        self._scroller = Scroller(self)
        self._scroller.setObjectName("move-list")
        self._scroller.setAccessibleName(self.tr("What becomes of the answers"))
        self._scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        safe = self.tr("A backup is made first. What is cleared stays on the trail, and Undo takes it back.")
        for part in (self._versions, self._from, self._summary, self._scroller):
            self.body.addWidget(part)
        self.body.addWidget(TextBlock(theme, safe, "caption", "ink2", self))
        cancel = self.add_button("move-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        self._accept = self.add_button("move-accept", "", "primary")
        self._accept.clicked.connect(self._on_accepted)
        self._show()
        self._accept.setFocus()

    def _on_version(self, version: str) -> None:
        self._move = self._moves[version]
        self._show()

    def _show(self) -> None:
        move = self._move
        name = shown_reference(move.before.reference)
        asked, asks = move.before.questionnaire.reference, move.after.questionnaire.reference
        self._from.setText(self.tr("{0} asks {1} and would ask {2}.").format(name, asked, asks))
        self._summary.setText(summary(move))
        self._accept.setText(self.tr("Move to {0}").format(_version(move)))
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, self._theme.px(14), 0)
        column.setSpacing(self._theme.px(4))
        for title, lines in (
            (self.tr("Cleared"), cleared_lines(move)),
            (self.tr("Kept as guesses"), guessed_lines(move)),
            (self.tr("Called otherwise"), renamed_lines(move)),
            (self.tr("New questions"), new_lines(move)),
            (self.tr("Beside the answers"), beside_lines(move)),
        ):
            self._add_part(column, content, title, lines)
        column.addStretch()
        self._scroller.set_content(content)
        wanted = column.totalHeightForWidth(self.minimumWidth() - self._theme.px(80))
        self._scroller.setVisible(column.count() > 1)
        self._scroller.setFixedHeight(max(0, min(wanted, self._room)))
        self.adjustSize()

    def _add_part(self, column: QVBoxLayout, content: QWidget, title: str, lines: Iterable[str]) -> None:
        told = "\n".join(lines)
        if not told:
            return
        if column.count():
            column.addSpacing(self._theme.px(10))
        column.addWidget(Text(self._theme, title, "label", "ink", content))
        column.addWidget(TextBlock(self._theme, told, "body", "ink2", content))

    def _on_accepted(self) -> None:
        self.accept()
        self.chosen.emit(self._move)


def _version(move: "Move") -> str:
    core = move.after.questionnaire.reference.partition("+")[0]
    id_, _, version = core.partition("@")
    return version if move.before.questionnaire.id == id_ else core
