"""One problem: its sign, what it is, where, and the way there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.studio import DraftProblem


class ProblemRow(QWidget):
    """Errors have the crimson sign, suggestions a quiet one."""

    go_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        problem: "DraftProblem",
        where: str,
        index: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._index = index
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(10)
        sign = IconMark(theme, icons, "warning", theme.px(20), self, "error" if problem.blocks else "ink2")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(TextBlock(theme, problem.text, "bodyStrong", "ink", self))
        words.addWidget(TextBlock(theme, where, "caption", "ink2", self))
        row.addLayout(words, 1)
        go = Button(theme, self.tr("Go"), "link", self)
        go.setObjectName(f"go-{index + 1}")
        kind = self.tr("Problem") if problem.blocks else self.tr("Suggestion")
        go.setAccessibleName(f"{kind}: {problem.text} {where} {self.tr('Go')}")
        go.set_size("small")
        go.clicked.connect(self._on_go)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)

    def _on_go(self) -> None:
        self.go_asked.emit(self._index)
