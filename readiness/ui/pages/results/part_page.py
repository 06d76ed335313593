"""One pillar or topic in full: its questions, what was answered, and what each is worth."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.outcome import Outcome
from readiness.ui.icons import Icons
from readiness.ui.pages.results.part_table import PartTable
from readiness.ui.part_facts import PartDetail, QuestionLine, TopicLine, part_detail
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.page_scroller import fill
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class PartPage(QWidget):
    """Enter on a question goes to where it is answered; Esc goes back to where one came from."""

    back_asked = Signal()
    why_asked = Signal()
    part_asked = Signal(str)
    question_asked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcome: Outcome | None = None
        self._is_stale = False
        self.key = ""
        self.setObjectName("results-part")
        self._back = Button(theme, self.tr("Results"), "quiet", self)
        self._back.setObjectName("back-to-results")
        self._back.setAccessibleName(self.tr("Back"))
        self._back.set_icon(icons, "chevron-left")
        self._back.set_key("Esc")
        self._trail = Text(theme, "", "body", "ink2", self)
        self._panel = Panel(theme, "", self)
        self._panel.set_heading_style("title")
        self._note = TextBlock(theme, "", "body", "ink2", self)
        self._why = Button(theme, "", "plain", self)
        self._why.setObjectName("why-this-part")
        self._why.set_key("W")
        self._why.set_size("small")
        self.table = PartTable(theme, self)
        self.setFocusProxy(self.table)
        self._build()
        self._back.clicked.connect(self.back_asked)
        self._why.clicked.connect(self.why_asked)
        self.table.opened.connect(self._on_opened)

    def show_part(self, key: str, at: str = "") -> bool:
        """Show a pillar or topic, standing at one of its questions; say whether it is there."""
        detail = None if self._outcome is None else part_detail(self._outcome, key)
        if detail is None:
            return False
        self.key = key
        self._show(detail, at)
        return True

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what an assessment says now; while nobody looks it only waits."""
        self._outcome = outcome
        self._is_stale = bool(self.key)
        if self.isVisible():
            self._show_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed in the meantime."""
        self._show_again()
        super().showEvent(event)

    def _show_again(self) -> None:
        if self._is_stale and self._outcome is not None:
            detail = part_detail(self._outcome, self.key)
            if detail is not None:
                self._show(detail, self.table.current_key)

    def _show(self, detail: PartDetail, at: str) -> None:
        self._is_stale = False
        self._panel.set_heading(detail.heading)
        self._note.setText(detail.note)
        self._note.setVisible(bool(detail.note))
        self._why.setText(detail.why)
        self._trail.setText(" › ".join(detail.trail))
        self.table.setAccessibleName(detail.heading)
        self.table.set_lines(detail.lines, at)

    def _on_opened(self, line: object) -> None:
        if isinstance(line, QuestionLine):
            self.question_asked.emit(line.key)
        elif isinstance(line, TopicLine):
            self.part_asked.emit(line.key)

    def _build(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(32, 12, 32, 20)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._back)
        row.addWidget(self._trail, 1)
        column.addLayout(row)
        self._panel.corner.addWidget(self._why)
        self._panel.body.setSpacing(10)
        self._panel.body.addWidget(self._note)
        self._panel.body.addWidget(self.table, 1)
        column.addWidget(self._panel, 1)
        Measure(self._theme, self.table, least_height=180)
        fill(self, whole)
