"""After the reveal: where the sides stand, what they wrote, and what both agree on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.ui.days import shown_day
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.agree_strip import AgreeStrip
from readiness.ui.pages.assess.offers import offered_level
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.perspective_lane import PerspectiveLane
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.view_note import ViewNote


class RevealedView(QWidget):
    """Stands under the cards; ``strip`` is placed by the bench, so that agreeing needs no scrolling."""

    accepted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = PerspectiveLane(theme, self)
        self._notes = (
            ViewNote(theme, icons, "engineering", self),
            ViewNote(theme, icons, "product", self),
        )
        self.strip = AgreeStrip(theme, icons, self)
        self.accept = Button(theme, "", "plain", self)
        self.accept.setObjectName("accept-undisputed")
        self.accept.set_size("small")
        self.accept.set_key("U")
        self._kept = TextBlock(theme, "", "body", "ink2", self)
        self._kept.setObjectName("kept-for-later")
        self._column = QVBoxLayout(self)
        self._build()
        self.accept.clicked.connect(self.accepted)

    def show_views(
        self, assessment: Assessment, id_: str, views: tuple[SideView, ...], *, is_open: bool
    ) -> None:
        """Show what both said to a question, and what is agreed."""
        self.lane.show_views(views)
        for note in self._notes:
            view = next((view for view in views if view.side == note.side), None)
            note.setVisible(view is not None)
            if view is not None:
                note.show_view(view)
        answer = assessment.agreed.get(id_, NOT_ASKED)
        self.strip.show_agreed(answer, offered=offered_level(assessment, id_), is_open=is_open)
        self._kept.setText("\n".join(self._left_lines(assessment, id_)))
        self._kept.setVisible(bool(self._kept.text()))

    def show_undisputed(self, count: int) -> None:
        """Offer to agree on what nobody disputes in this topic."""
        self.accept.setText(self.tr("Accept {0} undisputed").format(count))
        self.accept.setVisible(bool(count))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show what is agreed without taking anything else."""
        self.strip.set_read_only(read_only)
        self.accept.setEnabled(not read_only)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - as above
        """Take less height, so that what both said is seen without scrolling."""
        self._column.setSpacing(4 if low else 10)
        self.lane.set_low(low)
        for note in self._notes:
            note.set_low(low)

    def hold_strip(self) -> None:
        """Take the strip among the rest, where the window is too low to dock it."""
        self._column.addWidget(self.strip)

    def reset(self) -> None:
        """Begin another question: no half-written form stays behind."""
        self.strip.reset()

    def wipe(self) -> None:
        """Forget what was shown."""
        self.strip.wipe()
        self.lane.show_views(())
        self._kept.setText("")

    def _left_lines(self, assessment: Assessment, id_: str) -> list[str]:
        facts = [
            self.tr("To find out: {0}").format(_joined(fact.text, fact.who, _day(fact.due)))
            for fact in assessment.facts
            if fact.question == id_ and fact.state == "open"
        ]
        parked = [
            self.tr("Parked: {0}").format(_joined(item.text, item.who))
            for item in assessment.parked
            if item.question == id_ and not item.settled
        ]
        return [*facts, *parked]

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.lane)
        notes = QHBoxLayout()
        notes.setSpacing(32)
        for note in self._notes:
            notes.addWidget(note, 1)
        column.addLayout(notes)
        column.addWidget(self._kept)
        column.addWidget(self.strip)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(due: str) -> str:
    """Return a day as the closing page shows it; what is none stays as it was written."""
    try:
        day = date.fromisoformat(due)
    except ValueError:
        return due
    return shown_day(day, day)
