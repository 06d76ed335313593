"""Two small forms under a question: a fact that somebody finds out, and what is parked for elsewhere."""

from datetime import date, timedelta
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.days import parse_day, shown_day
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.panel import Panel

Kind = Literal["fact", "park"]

WORKING_DAYS: Final = 10
"""How long an open fact may take (product.md, the life of an assessment)."""
_SATURDAY: Final = 5


def working_days_after(start: date, days: int) -> date:
    """Return the day so many working days later."""
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day


class LeaveForm(Panel):
    """Enter keeps it, Esc does not. ``kept`` carries what, who and until when."""

    kept = Signal(str, str, str, str)  # kind, text, who, due
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._kind: Kind = "fact"
        self._today = date.min
        self._text = Field(theme, self.tr("What"), self)
        self._text.setObjectName("leave-text")
        self._who = Field(theme, self.tr("Who"), self)
        self._who.setObjectName("leave-who")
        self._due = Field(theme, self.tr("Until"), self)
        self._due.setObjectName("leave-due")
        self._due.setPlaceholderText(self.tr("24 Sep"))
        self._keep = Button(theme, self.tr("Keep"), "plain", self)
        self._keep.setObjectName("leave-keep")
        self._keep.set_key("Enter")
        self._cancel = Button(theme, self.tr("Cancel"), "quiet", self)
        self._cancel.setObjectName("leave-cancel")
        self._what_line = LabelledField(theme, icons, self.tr("What"), self._text, self)
        self._who_line = LabelledField(theme, icons, self.tr("Who"), self._who, self)
        self._due_line = LabelledField(theme, icons, self.tr("Until, as 24 Sep"), self._due, self)
        self._build_form()
        self.hide()

    def ask(self, kind: Kind, *, today: date) -> None:
        """Ask for one of the two."""
        self._kind = kind
        is_fact = kind == "fact"
        self.set_heading(self.tr("A fact to find out") if is_fact else self.tr("Park for another time"))
        self._what_line.set_label(
            self.tr("What has to be found out")
            if is_fact
            else self.tr("What does not belong into this meeting")
        )
        self._who_line.set_label(self.tr("Who finds it out") if is_fact else self.tr("Who takes it on"))
        self._due_line.setVisible(is_fact)
        for field in (self._text, self._who):
            field.setText("")
        self._today = today
        self._due.setText(_written(working_days_after(today, WORKING_DAYS), today) if is_fact else "")
        for line in (self._what_line, self._due_line):
            line.set_error("")
        self.show()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Ask no longer."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, wherever in the form."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_left()
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        text, due = self._text.text().strip(), self._day()
        self._what_line.set_error("" if text else self.tr("Say what, in one line."))
        self._due_line.set_error("" if due is not None else self.tr("Write a day like 24 Sep."))
        if not text:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif due is None:
            self._due.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hide()
            self.kept.emit(self._kind, text, self._who.text().strip(), due)

    def _day(self) -> str | None:
        """Return the day as it is stored, nothing for none; ``None`` where it cannot be read."""
        written = self._due.text().strip()
        try:
            return parse_day(written, self._today).isoformat() if written else ""
        except ValueError:
            return None

    def _on_left(self) -> None:
        self.hide()
        self.left.emit()

    def _build_form(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for line, share in ((self._what_line, 5), (self._who_line, 3), (self._due_line, 3)):
            row.addWidget(line, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.corner.addWidget(self._cancel)
        self.corner.addWidget(self._keep)
        self._keep.clicked.connect(self._on_keep)
        self._cancel.clicked.connect(self._on_left)
        for field in (self._text, self._who, self._due):
            field.returnPressed.connect(self._on_keep)
            field.left.connect(self._on_left)


def _written(day: date, today: date) -> str:
    """Return a day as one would type it."""
    return shown_day(day, today).replace("\u00a0", " ")
