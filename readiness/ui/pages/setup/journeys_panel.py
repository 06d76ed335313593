"""The critical journeys, ranked: what “critical” means to both sides."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from readiness.domain.assessment import MOST_JOURNEYS
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text

_LONGEST = 120
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class JourneysPanel(Panel):
    """Up to five lines; Alt+↑ and Alt+↓ move one."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.set_heading(self.tr("Critical journeys"), self.tr("first is what must stay alive"))
        self._fields: list[Field] = []
        self._rows: list[QWidget] = []
        self.body.setSpacing(6)
        for place in range(MOST_JOURNEYS):
            self._add_row(place)
        self.body.addSpacing(4)
        self._add_foot()
        self.body.addStretch()
        self._show_rows()

    @property
    def journeys(self) -> tuple[str, ...]:
        """The lines that say something, in order."""
        return tuple(text for field in self._fields if (text := field.text().strip()))

    def fill(self, journeys: tuple[str, ...]) -> None:
        """Show journeys."""
        for place, field in enumerate(self._fields):
            field.setText(journeys[place] if place < len(journeys) else "")
            field.setCursorPosition(0)
        self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move a line with Alt+↑ and Alt+↓."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, Field)
        ):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(self._fields.index(watched), step)
                return True
        return super().eventFilter(watched, event)

    def _add_row(self, place: int) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        number = Text(self._theme, str(place + 1), "bodyStrong", "ink", row)
        number.setMinimumWidth(18)
        number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field = Field(self._theme, self.tr("Journey {0}").format(place + 1), row)
        field.setObjectName(f"journey-{place + 1}")
        field.setMaxLength(_LONGEST)
        field.setPlaceholderText(
            self.tr("Place an order") if place == 0 else self.tr("One more, five at most")
        )
        field.installEventFilter(self)
        field.textEdited.connect(self._on_edited)
        line.addWidget(number)
        line.addWidget(field, 1)
        self.body.addWidget(row)
        self._fields.append(field)
        self._rows.append(row)

    def _add_foot(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(KeyHint(self._theme, "Alt ↑ ↓", self))
        foot.addWidget(Text(self._theme, self.tr("reorders"), "caption", "ink2", self))
        self.body.addLayout(foot)

    def _move(self, place: int, step: int) -> None:
        other = place + step
        if not (0 <= other < len(self._fields) and self._fields[other].text().strip()):
            return
        mine, theirs = self._fields[place].text(), self._fields[other].text()
        self._fields[place].setText(theirs)
        self._fields[other].setText(mine)
        self._fields[other].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edited.emit()

    def _show_rows(self) -> None:
        """Show the lines that say something, and one to go on with."""
        last = max((place for place, field in enumerate(self._fields) if field.text().strip()), default=-1)
        for place, row in enumerate(self._rows):
            row.setVisible(place <= last + 1)

    def _on_edited(self, _text: str) -> None:
        self._show_rows()
        self.edited.emit()
