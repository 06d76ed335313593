"""What was deleted, each with the way back."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.errors import ReadinessError
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.months import moment
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.assessing import TrashLine

_HIGHEST = 380


class TrashDialog(Sheet):
    """One row an assessment, deleted last first; a restored one leaves the list."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Deleted assessments"), parent)
        self.setObjectName("trash-dialog")
        self._session = session
        self._words = TextBlock(theme, "", "body", "ink2", self)
        self._words.setObjectName("trash-words")
        self._fault = TextBlock(theme, "", "label", "error", self)
        self._fault.setObjectName("trash-fault")
        self._fault.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._scroll = Scroller(self)
        self._scroll.hide()
        self._build_body()
        session.restored.connect(self._on_restored)
        session.failed.connect(self._on_failed)
        session.read_trash(self.show_lines)

    def show_lines(self, lines: "tuple[TrashLine, ...]") -> None:
        """Show what is in the trash now."""
        kept = self.tr("They stay in the file, for a year at least, with every answer.")
        self._words.setText(kept if lines else self.tr("Nothing was deleted in this file."))
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = [self._row(line) for line in lines]
        for row in rows:
            self._rows.addWidget(row)
        self._scroll.setVisible(bool(rows))
        height = sum(row.sizeHint().height() for row in rows) + 4
        self._scroll.setFixedHeight(min(height, self._theme.px(_HIGHEST)))
        self._focus(rows)
        self.adjustSize()

    def _build_body(self) -> None:
        inner = QWidget(self)
        inner.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._scroll.set_content(inner)
        self.body.addWidget(self._words)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._fault)
        close = self.add_button("trash-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self._close = close

    def _row(self, line: "TrashLine") -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 6, 0, 6)
        across.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = f"{line.system}, {shown_quarter(line.period, line.revision)}"
        words.addWidget(Text(self._theme, name, "bodyStrong", "ink", row))
        words.addWidget(Text(self._theme, self._detail(line), "caption", "ink2", row))
        across.addLayout(words, 1)
        restore = Button(self._theme, self.tr("Restore"), "plain", row)
        restore.setObjectName(f"restore-{line.id}")
        restore.setAccessibleName(self.tr("Restore {0}").format(name))
        restore.setAutoDefault(False)
        restore.set_size("medium")
        restore.setProperty("assessment", line.id)
        restore.clicked.connect(self._on_restore)
        across.addWidget(restore, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _detail(self, line: "TrashLine") -> str:
        now = self._session.now().astimezone()
        at = moment(datetime.fromisoformat(line.trashed_at).isoformat(), now)
        state = self.tr("sealed") if line.state == "closed" else self.tr("in progress")
        return self.tr("{0}, deleted {1}").format(state, at)

    def _focus(self, rows: list[QWidget]) -> None:
        first = rows[0].findChild(Button) if rows else self._close
        if isinstance(first, Button):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_restore(self) -> None:
        self._fault.hide()
        self._session.restore_assessment(int(self.sender().property("assessment")))

    def _on_restored(self, _assessment_id: int, _reference: str) -> None:
        self._session.read_trash(self.show_lines)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, ReadinessError):
            self._fault.setText(error.sentence())
            self._fault.show()
            self.adjustSize()
