"""Agreeing, at the foot of a revealed question: always on the screen, however far one has scrolled."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Answer
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.leave_form import LeaveForm
from readiness.ui.theme import Theme
from readiness.ui.widgets.agree_row import AgreeRow
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip


class AgreeStrip(QWidget):
    """Digits, A, O, G, F and K belong to the page; signals are for users only.

    Brief, it has no labels above, so that a low window keeps its room for the question.
    """

    chosen = Signal(int)
    left_open = Signal()
    guess_kept = Signal()
    fact_asked = Signal()
    park_asked = Signal()
    because_edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_brief: bool | None = None
        self.agree = AgreeRow(theme, self)
        self._because = Field(theme, self.tr("Because"), self)
        self._because.setObjectName("because")
        self._because_line = LabelledField(theme, icons, self.tr("Because"), self._because, self)
        self._guess = self._button("keep-guess", self.tr("Keep as a guess"), "G")
        self._fact = self._button("fact-to-find", self.tr("Fact to find…"), "F")
        self._park = self._button("park", self.tr("Park…"), "K")
        self._standing = TextBlock(theme, "", "caption", "ink2", self)
        self._standing.setObjectName("what-counts")
        self._standing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.form = LeaveForm(theme, icons, self)
        self._second = QWidget(self)
        self._rows = (QHBoxLayout(), QHBoxLayout(self._second))
        self._buttons = QHBoxLayout()
        self._build()
        self.set_brief(False)
        self._connect()

    def show_agreed(self, answer: Answer, *, offered: int | None, is_open: bool) -> None:
        """Show what is agreed; ``offered`` is the level that counts while nothing is."""
        self.agree.show_agreed(answer.level, offered=offered, is_open=is_open)
        self._guess.set_chosen(answer.level is not None and answer.confidence == "guess")
        self._guess.setVisible(offered is not None)
        if not self._because.hasFocus() or self._because.text() != answer.because:
            self._because.setText(answer.because)

    def show_standing(self, words: str) -> None:
        """Say what counts as it stands."""
        self._standing.setText(words)
        self._standing.setToolTip(plain_tooltip(words))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show what is agreed without taking anything else."""
        self.agree.set_read_only(read_only)
        self._because.setReadOnly(read_only)
        for button in (self._guess, self._fact, self._park):
            button.setEnabled(not read_only)

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001 - as above
        """Take two low lines in a low window."""
        if brief == self._is_brief:
            return
        self._is_brief = brief
        self.agree.set_beside(beside=brief)
        self._because_line.show_label(shown=not brief)
        what = self.tr("What settled it, in one line")
        self._because.setPlaceholderText(self.tr("Because, in one line") if brief else what)
        self._standing.max_lines = 1 if brief else 0
        first, second = self._rows
        first.removeWidget(self._because_line)
        second.removeWidget(self._standing)
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        first.addWidget(self._because_line, 1, middle if brief else top)
        second.addWidget(self._standing, 1)

    def ask(self, kind: str, today: date) -> None:
        """Ask for a fact to find, or for what to park."""
        self.form.ask("fact" if kind == "fact" else "park", today=today)
        self._second.setVisible(not self._is_brief)  # a low window keeps its room for the question

    def reset(self) -> None:
        """Ask for nothing any longer."""
        self.form.dismiss()
        self._second.show()

    def wipe(self) -> None:
        """Forget what was shown."""
        self.reset()
        self._because.setText("")
        self._standing.setText("")

    def _button(self, name: str, text: str, key: str) -> Button:
        button = Button(self._theme, text, "plain", self)
        button.setObjectName(name)
        button.set_size("small")
        button.set_key(key)
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        first, second = self._rows
        first.setSpacing(28)
        first.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignTop)
        second.setSpacing(20)
        self._buttons.setSpacing(8)
        for button in (self._guess, self._fact, self._park):
            self._buttons.addWidget(button)
        second.addLayout(self._buttons)
        column.addLayout(first)
        second.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._second)
        column.addWidget(self.form)

    def _connect(self) -> None:
        self.agree.chosen.connect(self.chosen)
        self.agree.left_open.connect(self.left_open)
        self._guess.clicked.connect(self.guess_kept)
        self._fact.clicked.connect(self.fact_asked)
        self._park.clicked.connect(self.park_asked)
        self._because.textEdited.connect(self.because_edited)
        self._because.returnPressed.connect(self.left)
        self._because.left.connect(self.left)
        self.form.kept.connect(self.reset)
        self.form.left.connect(self.reset)
