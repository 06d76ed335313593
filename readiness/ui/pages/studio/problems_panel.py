"""What is wrong or weak in the draft, errors first, each with the way there."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.studio.problem_row import ProblemRow
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.studio.words import problem_place
from readiness.ui.theme import Theme
from readiness.ui.widgets.rule import rule
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.studio import DraftProblem

_MOST: Final = 40


class ProblemsPanel(QWidget):
    """F8 walks through the list, Shift+F8 back."""

    def __init__(self, table: DraftTable, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._theme = theme
        self._icons = icons
        self._shown: tuple[DraftProblem, ...] = ()
        self._current: DraftProblem | None = None
        self._heading = Text(theme, "", "section", "ink", self)
        self._heading.setObjectName("problems-heading")
        self._rows = QVBoxLayout()
        self._scroll = Scroller(self)
        self._build()
        table.problems_changed.connect(self.show_problems)
        table.opened.connect(self.show_problems)

    def show_problems(self) -> None:
        """Show what there is now."""
        problems = self._table.problems
        self._heading.setText(self._words())
        if problems == self._shown and self._rows.count():
            return
        self._shown = problems
        self._clear()
        draft = self._table.draft
        if draft is None:
            return
        for index, problem in enumerate(problems[:_MOST]):
            self._rows.addWidget(rule(self, "line"))
            row = ProblemRow(self._theme, self._icons, problem, problem_place(draft, problem), index, self)
            row.go_asked.connect(self._on_go)
            self._rows.addWidget(row)
        told = self._rest(len(problems))
        if told:
            self._rows.addWidget(TextBlock(self._theme, told, "caption", "ink2", self))
        self._scroll.measure_soon()

    def step(self, by: int) -> None:
        """Go to the next problem, or to the one before."""
        problems = self._table.problems
        if not problems:
            return
        now = problems.index(self._current) if self._current in problems else (-1 if by > 0 else 0)
        self._go(problems[(now + by) % len(problems)])

    def _go(self, problem: "DraftProblem") -> None:
        self._current = problem
        field = "same" if problem.code == "anchors-changed" else problem.field
        self._table.go_to(problem.place, field, problem.item)

    def _on_go(self, index: int) -> None:
        if index < len(self._shown):
            self._go(self._shown[index])

    def _words(self) -> str:
        if not self._table.is_checked:
            return self.tr("Looking for problems…")
        errors = len(self._table.blocking)
        others = len(self._table.problems) - errors
        told = [_count(self.tr("1 problem"), self.tr("{0} problems"), errors)] if errors else []
        told += [_count(self.tr("1 suggestion"), self.tr("{0} suggestions"), others)] if others else []
        if not errors:
            return self.tr("Ready to publish") + (f", {told[0]}" if told else "")
        return ", ".join(told)

    def _rest(self, count: int) -> str:
        if count > _MOST:
            return self.tr("And {0} more, shown once these are mended.").format(count - _MOST)
        return ""

    def _clear(self) -> None:
        content = self._scroll.widget()
        if content is not None:
            content.setMinimumHeight(0)  # what is empty asks for no height of its own
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                for inner in (widget, *widget.findChildren(QWidget)):
                    inner.setObjectName("")
                widget.deleteLater()

    def _build(self) -> None:
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 8, 8)
        inner.setSpacing(0)
        self._rows.setSpacing(0)
        inner.addLayout(self._rows)
        inner.addStretch()
        self._scroll.set_content(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._scroll, 1)


def _count(one: str, many: str, count: int) -> str:
    return one if count == 1 else many.format(count)
