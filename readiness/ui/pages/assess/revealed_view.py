"""After the reveal: where the sides stand, what they wrote, and what both agree on."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.leave_form import LeaveForm
from readiness.ui.pages.assess.offers import offered_level
from readiness.ui.theme import Theme
from readiness.ui.widgets.agree_row import AgreeRow
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.perspective_lane import PerspectiveLane
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.view_note import ViewNote


class RevealedView(QWidget):
    """Stands under the cards. Digits, A, O, G, F, K and U belong to the page; signals are for users only."""

    chosen = Signal(int)
    left_open = Signal()
    guess_kept = Signal()
    fact_asked = Signal()
    park_asked = Signal()
    accepted = Signal()
    because_edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lane = PerspectiveLane(theme, self)
        self._notes = (
            ViewNote(theme, icons, "engineering", self),
            ViewNote(theme, icons, "product", self),
        )
        self.agree = AgreeRow(theme, self)
        self._because = Field(theme, self.tr("Because"), self)
        self._because.setObjectName("because")
        self._because.setPlaceholderText(self.tr("What settled it, in one line"))
        self._because_line = LabelledField(theme, icons, self.tr("Because"), self._because, self)
        self._guess = self._button("keep-guess", self.tr("Keep as a guess"), "G")
        self._fact = self._button("fact-to-find", self.tr("Fact to find…"), "F")
        self._park = self._button("park", self.tr("Park…"), "K")
        self.accept = self._button("accept-undisputed", "", "U")
        self._standing = TextBlock(theme, "", "caption", "ink2", self)
        self._standing.setObjectName("what-counts")
        self._kept = TextBlock(theme, "", "body", "ink2", self)
        self._kept.setObjectName("kept-for-later")
        self.form = LeaveForm(theme, icons, self)
        self._build()
        self._connect()

    def show_views(
        self, assessment: Assessment, id_: str, views: tuple[SideView, ...], *, is_open: bool
    ) -> None:
        """Show what both said to a question, and what is agreed."""
        answer = assessment.agreed.get(id_, NOT_ASKED)
        self.lane.show_views(views)
        for note in self._notes:
            view = next((view for view in views if view.side == note.side), None)
            note.setVisible(view is not None)
            if view is not None:
                note.show_view(view)
        offered = offered_level(assessment, id_)
        self.agree.show_agreed(answer.level, offered=offered, is_open=is_open)
        self._guess.set_chosen(answer.level is not None and answer.confidence == "guess")
        self._guess.setVisible(offered is not None)
        if not self._because.hasFocus() or self._because.text() != answer.because:
            self._because.setText(answer.because)
        self._kept.setText("\n".join(self._left_lines(assessment, id_)))
        self._kept.setVisible(bool(self._kept.text()))

    def show_standing(self, words: str) -> None:
        """Say what counts as it stands."""
        self._standing.setText(words)

    def show_undisputed(self, count: int) -> None:
        """Offer to agree on what nobody disputes in this topic."""
        self.accept.setText(self.tr("Accept {0} undisputed").format(count))
        self.accept.setVisible(bool(count))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show what is agreed without taking anything else."""
        self.agree.set_read_only(read_only)
        self._because.setReadOnly(read_only)
        for button in (self._guess, self._fact, self._park, self.accept):
            button.setEnabled(not read_only)

    def ask(self, kind: str, today: date) -> None:
        """Ask for a fact to find, or for what to park."""
        self.form.ask("fact" if kind == "fact" else "park", today=today)

    def reset(self) -> None:
        """Begin another question: no half-written form stays behind."""
        self.form.dismiss()

    def wipe(self) -> None:
        """Forget what was shown."""
        self.reset()
        self.lane.show_views(())
        self._because.setText("")
        self._kept.setText("")
        self._standing.setText("")

    def _left_lines(self, assessment: Assessment, id_: str) -> list[str]:
        facts = [
            self.tr("To find out: {0}").format(_joined(fact.text, fact.who, fact.due))
            for fact in assessment.facts
            if fact.question == id_ and fact.state == "open"
        ]
        parked = [
            self.tr("Parked: {0}").format(_joined(item.text, item.who))
            for item in assessment.parked
            if item.question == id_ and not item.settled
        ]
        return [*facts, *parked]

    def _button(self, name: str, text: str, key: str) -> Button:
        button = Button(self._theme, text, "plain", self)
        button.setObjectName(name)
        button.set_size("small")
        button.set_key(key)
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.lane)
        notes = QHBoxLayout()
        notes.setSpacing(32)
        for note in self._notes:
            notes.addWidget(note, 1)
        column.addLayout(notes)
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._because_line, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        more = QHBoxLayout()
        more.setSpacing(8)
        for button in (self._guess, self._fact, self._park):
            more.addWidget(button)
        self._standing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        more.addSpacing(12)
        more.addWidget(self._standing, 1)
        column.addLayout(more)
        column.addWidget(self._kept)
        column.addWidget(self.form)

    def _connect(self) -> None:
        self.agree.chosen.connect(self.chosen)
        self.agree.left_open.connect(self.left_open)
        self._guess.clicked.connect(self.guess_kept)
        self._fact.clicked.connect(self.fact_asked)
        self._park.clicked.connect(self.park_asked)
        self.accept.clicked.connect(self.accepted)
        self._because.textEdited.connect(self.because_edited)
        self._because.returnPressed.connect(self.left)
        self._because.left.connect(self.left)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
