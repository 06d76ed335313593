"""One decision of leadership: what is asked, until when, what was said, when, and why."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.promises import Decision, Verdict
from readiness.ui.days import parse_day
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text_area import TextArea

_VERDICTS: Final[tuple[Verdict, ...]] = ("open", "approved", "declined", "deferred")


class DecisionDialog(Sheet):
    """``kept`` carries the decision once it says what is asked."""

    kept = Signal(object)  # Decision
    removed = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, decision: Decision | None, today: date, parent: QWidget
    ) -> None:
        super().__init__(theme, _title(decision), parent)
        self.setObjectName("decision-dialog")
        self._icons = icons
        self._today = today
        self._given = decision or Decision(text="–")
        self._is_new = decision is None
        self._text = TextArea(theme, self.tr("What leadership is asked"), self)
        self._reason = TextArea(theme, self.tr("Reason"), self)
        self._due = Field(theme, self.tr("Due"), self)
        self._at = Field(theme, self.tr("Decided on"), self)
        words = (
            self.tr("Not decided"),
            self.tr("Approved"),
            self.tr("Declined"),
            self.tr("Deferred"),
        )
        options = tuple(zip(_VERDICTS, words, strict=True))
        self._verdict = Segmented(theme, self.tr("What was said"), options, self)
        self._lines = {
            field: LabelledField(theme, icons, field.accessibleName(), field, self)
            for field in (self._text, self._reason, self._due, self._at)
        }
        self._fill()
        self._build_form()

    def _fill(self) -> None:
        for name, field in (
            ("text", self._text),
            ("reason", self._reason),
            ("due", self._due),
            ("at", self._at),
            ("verdict", self._verdict),
        ):
            field.setObjectName(f"decision-{name}")
        given = self._given
        self._text.set_text("" if self._is_new else given.text)
        self._reason.set_text(given.reason)
        self._text.set_rows(2)
        self._reason.set_rows(2)
        self._due.setText(given.due)
        self._at.setText(given.at)
        self._verdict.set_value(given.verdict)

    def _build_form(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._lines[self._text], 0, 0, 1, 2)
        grid.addWidget(self._verdict, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._lines[self._reason], 2, 0, 1, 2)
        grid.addWidget(self._lines[self._due], 3, 0, top)
        grid.addWidget(self._lines[self._at], 3, 1, top)
        self.body.addLayout(grid)
        if not self._is_new:
            remove = self.add_button("remove-decision", self.tr("Remove"), "plain")
            remove.clicked.connect(self._on_remove)
        cancel = self.add_button("cancel-decision", self.tr("Cancel"), "quiet")
        keep = self.add_button("keep-decision", self.tr("Keep"), "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        if self._is_new:
            self._text.setFocus()
        else:
            self._verdict.focus_chosen()

    def _on_remove(self) -> None:
        self.accept()
        self.removed.emit()

    def _on_keep(self) -> None:
        due, at, text = self._day(self._due), self._day(self._at), self._text.toPlainText().strip()
        self._lines[self._text].set_error("" if text else self.tr("Write what is asked."))
        if due is None or at is None or not text:
            return
        verdict = next(one for one in _VERDICTS if one == self._verdict.value)
        reason = self._reason.toPlainText().strip()
        self.accept()
        self.kept.emit(Decision(text=text, verdict=verdict, reason=reason, due=due, at=at))

    def _day(self, field: Field) -> str | None:
        """Return the day to store, empty for none; nothing where it cannot be read."""
        text, line = field.text().strip(), self._lines[field]
        try:
            day = parse_day(text, self._today).isoformat() if text else ""
        except ValueError:
            line.set_error(self.tr("Write a day like 22 Sep or 2026-09-22."))
            field.setFocus()
            return None
        line.set_error("")
        return day


def _title(decision: Decision | None) -> str:
    words = "New decision" if decision is None else "Decision of leadership"
    return QCoreApplication.translate("DecisionDialog", words)
