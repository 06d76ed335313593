"""What was deleted, each with the way back."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.errors import ReadinessError
from readiness.ui.days import shown_day
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

_WIDTH, _HIGHEST = 680, 380
_KEPT = 365


class TrashDialog(Sheet):
    """One row an assessment, deleted last first; a restored one leaves the list."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Deleted assessments"), parent)
        self.setObjectName("trash-dialog")
        self.setMinimumWidth(theme.px(_WIDTH))
        self._session = session
        self._lines: dict[int, TrashLine] = {}
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
        session.purged.connect(self._on_purged)
        session.failed.connect(self._on_failed)
        session.read_trash(self.show_lines)

    def show_lines(self, lines: "tuple[TrashLine, ...]") -> None:
        """Show what is in the trash now."""
        self._lines = {line.id: line for line in lines}
        kept = self.tr(
            "They stay in the file, for a year at least, with every answer. What was sealed or answered "
            "stays for good: its history is never deleted. What nobody answered can go after a year."
        )
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
        if self._can_go(line):
            across.addWidget(self._way_out(line, name, row), 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(restore, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _way_out(self, line: "TrashLine", name: str, row: QWidget) -> Button:
        button = Button(self._theme, self.tr("Delete for good…"), "quiet", row)
        button.setObjectName(f"purge-{line.id}")
        button.setAccessibleName(self.tr("Delete {0} for good").format(name))
        button.setAutoDefault(False)
        button.set_size("medium")
        button.setProperty("assessment", line.id)
        button.clicked.connect(self._on_purge)
        return button

    def _can_go(self, line: "TrashLine") -> bool:
        """Whether nobody answered it and it has been here for a year."""
        is_history = line.state == "closed" or line.is_answered
        return not is_history and not self._session.read_only and self._goes_on(line) <= self._today()

    def _goes_on(self, line: "TrashLine") -> date:
        return datetime.fromisoformat(line.trashed_at).date() + timedelta(days=_KEPT + 1)

    def _today(self) -> date:
        return self._session.now().astimezone(UTC).date()

    def _detail(self, line: "TrashLine") -> str:
        now = self._session.now().astimezone()
        at = moment(datetime.fromisoformat(line.trashed_at).isoformat(), now)
        if line.state == "closed":
            return self.tr("sealed, deleted {0}; stays, its seal is part of the history").format(at)
        if line.is_answered:
            return self.tr("in progress, deleted {0}; stays, its answers are on the trail").format(at)
        until = shown_day(self._goes_on(line), self._today())
        if self._can_go(line):
            return self.tr("never answered, deleted {0}").format(at)
        return self.tr("never answered, deleted {0}; can go from {1}").format(at, until)

    def _focus(self, rows: list[QWidget]) -> None:
        found = rows[0].findChildren(Button) if rows else [self._close]
        first = found[-1] if found else self._close
        if isinstance(first, Button):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_restore(self) -> None:
        self._fault.hide()
        self._session.restore_assessment(int(self.sender().property("assessment")))

    def _on_purge(self) -> None:
        from readiness.ui.dialogs.purge_dialog import PurgeDialog  # noqa: PLC0415 - when it is asked for

        self._fault.hide()
        line = self._lines[int(self.sender().property("assessment"))]
        dialog = PurgeDialog(line, self._theme, self)
        dialog.named.connect(self._session.purge_assessment)
        dialog.open()

    def _on_purged(self, _assessment_id: int) -> None:
        self._session.read_trash(self.show_lines)

    def _on_restored(self, _assessment_id: int, _reference: str) -> None:
        self._session.read_trash(self.show_lines)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, ReadinessError):
            self._fault.setText(error.sentence())
            self._fault.show()
            self.adjustSize()
