"""Handing over: whose turn it is, what is hidden, who sits down; and at last the reveal."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.domain.counting import SIDES, Side
from readiness.ui.icons import Icons
from readiness.ui.pages.assess.handover_words import Handing, handing
from readiness.ui.pages.assess.pack_row import PackRow
from readiness.ui.pages.assess.passing import Passing
from readiness.ui.pages.assess.who_panel import WhoPanel
from readiness.ui.quarters import shown_quarter
from readiness.ui.session import Session
from readiness.ui.sides import side_name, usual_name
from readiness.ui.theme import Theme
from readiness.ui.widgets.blank_screen import BlankScreen
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.hold_button import HoldButton
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.saved_indicator import SavedIndicator
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_CARD: Final = 680
_ROOMY: Final = 1080
_SIDES: Final = 48
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HandoverPage(QStackedWidget):
    """Fills the screen and shows no answer of anybody. Enter goes on, R is held to reveal, B blanks."""

    taken = Signal(str, str)  # side, who
    revealed = Signal()
    left = Signal()
    pack_asked = Signal(str)  # a page for a side that is somewhere else

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._to: Side | None = None
        self._passing = Passing(theme, icons, self)
        self._heading = TextBlock(theme, "", "presentPrompt", "ink", self)
        self._heading.setObjectName("handover-heading")
        self._text = TextBlock(theme, "", "why", "ink2", self)
        self._text.setObjectName("handover-text")
        self._who = WhoPanel(theme, self)
        self._pack = PackRow(theme, icons, self)
        self._reveal_panel = Panel(theme, "", self)
        self._reveal_text = TextBlock(theme, "", "body", "ink2", self)
        self._reveal_text.setObjectName("reveal-text")
        self._reveal = HoldButton(theme, self.tr("Hold to reveal both"), "plain", self)
        self._reveal.setObjectName("reveal-now")
        self._reveal.set_icon(icons, "eye")
        self._reveal.set_key("R")
        self._reveal.set_size("large")
        self._system = Text(theme, "", "section", "ink", self)
        self._quarter = Text(theme, "", "lead", "ink3", self)
        self._saved = SavedIndicator(theme, icons, self)
        self._home = Button(theme, "", "quiet", self)
        self._home.setObjectName("handover-home")
        self._home.set_icon(icons, "chevron-left")
        self._home.setAccessibleName(self.tr("Back to the systems"))
        self._backs: dict[Side, Button] = {side: self._back_button(side, icons) for side in SIDES}
        self._blank_button = Button(theme, self.tr("Blank screen"), "quiet", self)
        self._blank_button.setObjectName("blank")
        self._blank_button.set_key("B")
        self._blank = BlankScreen(theme, self)
        self._page = QWidget(self)
        self._build()
        self._connect()

    def show_turn(self, assessment: Assessment, to: Side | None) -> None:
        """Ask to hand the laptop to a side; to nobody, offer the reveal."""
        self._to = to
        said = handing(assessment, to)
        self._system.setText(assessment.system)
        self._quarter.setText(shown_quarter(assessment.period, assessment.revision))
        self._heading.setText(said.heading)
        self._text.setText(said.text)
        self._passing.show_sides(said.left, said.right, is_passing=said.is_passing)
        self._show_who(assessment)
        self._show_reveal(said)
        for side, button in self._backs.items():
            button.setVisible(side != to and assessment.lanes.answers(side))
            name = side_name(assessment.lanes, side)
            has_answered = bool(assessment.lane(side))
            button.setText(
                self.tr("Back to {0}").format(name)
                if has_answered
                else self.tr("{0} answers first").format(name)
            )
        self.setCurrentWidget(self._page)
        self.setAccessibleName(said.heading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep cards and heading within the window, however large the text is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        for card in (self._who, self._pack, self._reveal_panel):
            card.setFixedWidth(min(self._theme.px(_CARD), max(width - 2 * _SIDES, 1)))
        is_roomy = width >= self._theme.px(_ROOMY)
        self._heading.set_look("presentPrompt" if is_roomy else "page", "ink")

    def take_focus(self) -> None:
        """Offer the next step."""
        if self.currentWidget() is self._blank:
            self._blank.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._to is not None:
            self._who.take_focus()
        else:
            self._reveal.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, blank the screen, or begin to reveal; anything else means nothing here."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        single = plain and self._session.settings.single_keys
        if plain and event.key() in _ENTER and self._to is not None:
            self._who.go_on()
        elif single and event.key() == Qt.Key.Key_B:
            self.blank()
        elif single and event.key() == Qt.Key.Key_R:
            if not event.isAutoRepeat():
                self._reveal.begin()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the reveal."""
        if event.key() == Qt.Key.Key_R and not event.isAutoRepeat():
            self._reveal.end()
        else:
            super().keyReleaseEvent(event)

    def blank(self) -> None:
        """Show nothing."""
        self._reveal.end()
        self.setCurrentWidget(self._blank)
        self.take_focus()

    def _show_who(self, assessment: Assessment) -> None:
        people = [person for person in assessment.participants if person.lane == self._to]
        self._who.show_people("" if self._to is None else side_name(assessment.lanes, self._to), people)
        self._who.setVisible(self._to is not None)
        self._pack.setVisible(self._to is not None and not assessment.lane(self._to))
        if self._to is not None:
            self._pack.show_side(side_name(assessment.lanes, self._to))

    def _show_reveal(self, said: Handing) -> None:
        is_next = self._to is None
        self._reveal_panel.setVisible(is_next or not said.reason)
        self._reveal_panel.set_accented(is_next)
        self._reveal_panel.set_heading(said.reason or said.reveal_heading)
        self._reveal_text.setText(said.reveal_text)
        self._reveal_text.setVisible(is_next)
        self._reveal.set_reason(said.reason)
        self._reveal.set_kind("primary" if is_next else "plain")

    def _on_gone_on(self, who: str) -> None:
        if self._to is not None:
            self.taken.emit(self._to, who)

    def _on_pack_asked(self) -> None:
        self.pack_asked.emit(self._to or "")

    def _on_back(self) -> None:
        assessment, side = self._session.assessment, str(self.sender().property("side"))
        if assessment is not None:
            self.show_turn(assessment, "product" if side == "product" else "engineering")
            self.take_focus()

    def _on_unblanked(self) -> None:
        self.setCurrentWidget(self._page)
        self.take_focus()

    def _back_button(self, side: Side, icons: Icons) -> Button:
        button = Button(self._theme, usual_name(side), "quiet", self)
        button.setObjectName(f"back-to-{side}")
        button.set_icon(icons, "undo")
        button.setProperty("side", side)
        return button

    def _build(self) -> None:
        scroller, inner = Scroller(self._page), QWidget(self._page)
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 16, 40, 16)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._passing)
        column.addSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        for words in (self._heading, self._text):
            words.setAlignment(middle | Qt.AlignmentFlag.AlignTop)
            column.addWidget(words)
        column.addSpacing(8)
        for card in (self._who, self._pack, self._reveal_panel):
            column.addWidget(card, 0, middle)
        column.addStretch(3)
        self._reveal_panel.body.addWidget(self._reveal_text)
        self._reveal_panel.corner.addWidget(self._reveal)
        scroller.set_content(inner)
        whole = QVBoxLayout(self._page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top())
        whole.addWidget(scroller, 1)
        whole.addLayout(self._foot())
        self.addWidget(self._page)
        self.addWidget(self._blank)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 24, 40, 0)
        row.setSpacing(10)
        row.addWidget(self._home)
        row.addWidget(self._system)
        row.addWidget(self._quarter)
        row.addStretch(1)
        row.addWidget(self._saved)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 28, 20)
        row.setSpacing(12)
        for side in ("engineering", "product"):
            row.addWidget(self._backs["product" if side == "product" else "engineering"])
        row.addStretch(1)
        row.addWidget(self._blank_button)
        return row

    def _connect(self) -> None:
        session = self._session
        self._theme.changed.connect(self._fit)
        session.saved.connect(self._saved.show_saved)
        session.saving.connect(self._saved.show_saving)
        session.not_saved.connect(self._on_not_saved)
        self._who.gone_on.connect(self._on_gone_on)
        self._reveal.held.connect(self.revealed)
        self._pack.asked.connect(self._on_pack_asked)
        self._home.clicked.connect(self.left)
        self._blank_button.clicked.connect(self.blank)
        self._blank.left.connect(self._on_unblanked)
        for button in self._backs.values():
            button.clicked.connect(self._on_back)

    def _on_not_saved(self, _error: object, since: str) -> None:
        self._saved.show_unsaved(since)
