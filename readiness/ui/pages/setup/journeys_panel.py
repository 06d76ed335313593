"""The critical journeys, ranked: what “critical” means to both sides."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.assessment import MOST_JOURNEYS
from readiness.domain.journeys import Journey
from readiness.ui.pages.setup.standing_button import StandingButton
from readiness.ui.theme import Theme
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.row_field import RowField
from readiness.ui.widgets.text import Text

_LONGEST = 120
_WIDE = 480
_LEAST = 3
_PRESSES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class JourneysPanel(Panel):
    """Up to five lines; Alt+↑ and Alt+↓ move one, Alt+P says that it may pause."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._fields: list[RowField] = []
        self._standings: list[StandingButton] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        for place in range(MOST_JOURNEYS):
            self._add_row(place)
        self.body.addLayout(self._column)
        self.body.addStretch()
        self.corner.addWidget(KeyHint(theme, "Alt ↑ ↓", self))
        self._reorders = Text(theme, self.tr("reorders"), "caption", "ink2", self)
        self.corner.addWidget(self._reorders)
        self._head_up(is_wide=True)
        self._show_rows()

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The lines that say something, in order."""
        return tuple(self._journey(place) for place in range(MOST_JOURNEYS) if self._is_given(place))

    def fill(self, journeys: tuple[Journey, ...]) -> None:
        """Show journeys."""
        for place in range(MOST_JOURNEYS):
            self._show(place, journeys[place] if place < len(journeys) else Journey(""))
        self._show_rows()

    def focus_first(self) -> None:
        """Put the cursor into the first line."""
        self._fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less beside heading and key where they need the room."""
        super().resizeEvent(event)
        self._head_up(is_wide=self.width() >= self._theme.px(_WIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move a line with Alt+↑ and Alt+↓, and turn its standing over with Alt+P."""
        if event.type() in _PRESSES and isinstance(event, QKeyEvent) and isinstance(watched, RowField):
            place = self._fields.index(watched)
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and self._takes(event, place):
                return True
        return super().eventFilter(watched, event)

    def _head_up(self, *, is_wide: bool) -> None:
        note = self.tr("first is what must stay alive") if is_wide else self.tr("first must stay alive")
        self.set_heading(self.tr("Critical journeys"), note)
        self._reorders.setVisible(is_wide)

    def _add_row(self, place: int) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        number = Text(self._theme, str(place + 1), "bodyStrong", "ink", row)
        number.setMinimumWidth(18)
        number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field = RowField(self._theme, self.tr("Journey {0}").format(place + 1), _LONGEST, row)
        field.setObjectName(f"journey-{place + 1}")
        examples = (self.tr("Place an order"), self.tr("Pay by card"), self.tr("See it confirmed"))
        field.setPlaceholderText(
            examples[place] if place < len(examples) else self.tr("One more, five at most")
        )
        field.installEventFilter(self)
        field.textEdited.connect(self._on_edited)
        standing = StandingButton(self._theme, self.tr("journey {0}").format(place + 1), row)
        standing.setObjectName(f"standing-{place + 1}")
        standing.setToolTip(self.tr("Alt P turns it over"))
        standing.turned.connect(self.edited)
        line.addWidget(number)
        line.addWidget(field, 1)
        line.addWidget(standing)
        self._column.addWidget(row)
        self._fields.append(field)
        self._standings.append(standing)
        self._rows.append(row)

    def _takes(self, event: QKeyEvent, place: int) -> bool:
        """Do what a key with Alt says to a line; say whether it says anything."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None and event.key() != Qt.Key.Key_P:
            return False
        event.accept()
        if event.type() != QEvent.Type.KeyPress:
            return True
        if step is not None:
            self._move(place, step)
        elif self._is_given(place):
            self._standings[place].turn()
        return True

    def _move(self, place: int, step: int) -> None:
        other = place + step
        if not (0 <= other < len(self._fields) and self._is_given(other)):
            return
        mine, theirs = self._journey(place), self._journey(other)
        self._show(place, theirs)
        self._show(other, mine)
        self._fields[other].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edited.emit()

    def _is_given(self, place: int) -> bool:
        return bool(self._fields[place].text().strip())

    def _journey(self, place: int) -> Journey:
        return Journey(self._fields[place].text().strip(), may_pause=self._standings[place].may_pause)

    def _show(self, place: int, journey: Journey) -> None:
        self._fields[place].show_text(journey.name)
        self._standings[place].show_standing(may_pause=journey.may_pause)

    def _show_rows(self) -> None:
        """Show the lines that say something, and one to go on with."""
        last = max((place for place in range(MOST_JOURNEYS) if self._is_given(place)), default=-1)
        for place, row in enumerate(self._rows):
            row.setVisible(place <= max(_LEAST - 1, last + 1))
            self._standings[place].setVisible(self._is_given(place))

    def _on_edited(self, _text: str) -> None:
        self._show_rows()
        self.edited.emit()
