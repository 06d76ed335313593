"""One question that reads differently: both wordings beside each other, and whether they mean the same."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.word_changes import wordings
from readiness.ui.theme import Theme
from readiness.ui.widgets.marked_text import MarkedText
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.publishing import Reworded

_LABEL: Final = 128


class MeaningRow(QWidget):
    """Yes keeps the trend, No lets it restart; nothing is chosen before somebody chooses."""

    decided = Signal(str, bool)  # question, whether it means the same

    def __init__(self, one: "Reworded", theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._one = one
        self._theme = theme
        name = self.tr("{0}: same meaning?").format(one.id)
        options = [("yes", self.tr("Yes")), ("no", self.tr("No"))]
        self.choice = Segmented(theme, name, options, self)
        self.choice.setObjectName(f"meaning-{one.id.lower()}")
        self.choice.set_value("" if one.same is None else "yes" if one.same else "no")
        self.choice.chosen.connect(self._on_chosen)
        self._told = TextBlock(theme, "", "caption", "ink2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(self._head())
        column.addLayout(self._texts())
        column.addWidget(self._told)
        self._tell()

    @property
    def value(self) -> bool | None:
        """What was chosen; ``None`` for nothing yet."""
        return {"yes": True, "no": False}.get(self.choice.value)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        named = self._one.id if self._one.old.id == self._one.id else f"{self._one.old.id} → {self._one.id}"
        head.addWidget(Text(self._theme, named, "bodyStrong", "ink", self))
        head.addStretch()
        head.addWidget(Text(self._theme, self.tr("Same meaning?"), "label", "ink2", self))
        head.addWidget(self.choice)
        return head

    def _texts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(20))
        grid.setVerticalSpacing(self._theme.px(6))
        grid.setColumnMinimumWidth(0, self._theme.px(_LABEL))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, text in ((1, self.tr("As published")), (2, self.tr("In this draft"))):
            grid.addWidget(Text(self._theme, text, "caption", "ink2", self), 0, column)
        for row, wording in enumerate(wordings(self._one.old, self._one.new), 1):
            grid.addWidget(TextBlock(self._theme, wording.what, "caption", "ink2", self), row, 0)
            grid.addWidget(MarkedText(self._theme, wording.old, "went", self), row, 1)
            grid.addWidget(MarkedText(self._theme, wording.new, "came", self), row, 2)
        return grid

    def _on_chosen(self, key: str) -> None:
        self._tell()
        self.decided.emit(self._one.id, key == "yes")

    def _tell(self) -> None:
        told = {
            True: self.tr("The trend is kept: old and new answers are compared."),
            False: self.tr("The trend restarts: old and new answers are not compared like for like."),
            None: self.tr("Not said yet."),
        }
        self._told.setText(told[self.value])
