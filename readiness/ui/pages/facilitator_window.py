"""What only the facilitator sees: the room's screen, what comes next, the minutes, what is parked, advice."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from readiness.domain.counting import SIDES
from readiness.domain.minutes import LIVE_MINUTES_EACH
from readiness.domain.settling import tally
from readiness.domain.triage import MINUTES_EACH
from readiness.ui.pages.facilitator.advice import Spent, advice_for
from readiness.ui.pages.facilitator.advice_panel import AdvicePanel
from readiness.ui.pages.facilitator.next_panel import NextPanel
from readiness.ui.pages.facilitator.parking_lot import ParkingLot
from readiness.ui.pages.facilitator.reading import minute_rows, waiting_rows
from readiness.ui.pages.facilitator.room_panel import RoomPanel
from readiness.ui.pages.home.icon_mark import IconMark
from readiness.ui.pages.presenter.meeting_window import MeetingWindow
from readiness.ui.quarters import shown_quarter
from readiness.ui.sides import side_name
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.clock_button import ClockButton
from readiness.ui.widgets.minute_bars import MinuteBars
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.domain.outcome import Outcome
    from readiness.ui.icons import Icons
    from readiness.ui.pages.presenter.conductor import Conductor
    from readiness.ui.pages.presenter_view import PresenterView
    from readiness.ui.session import Session
    from readiness.ui.talk import Talk
    from readiness.ui.theme import Theme

_SMALLEST: Final = QSize(1100, 640)
_HEADER: Final = 64
_GAP: Final = 14
_SHARES: Final = (46, 44, 45)
_ROOMY, _NARROW = 1060, 800


class FacilitatorWindow(MeetingWindow):
    """The keys of the room work here too; score, weights and last quarter are nowhere in it."""

    def __init__(
        self,
        session: "Session",
        talk: "Talk",
        conductor: "Conductor",
        view: "PresenterView",
        theme: "Theme",
        icons: "Icons",
    ) -> None:
        super().__init__(session, conductor, theme)
        self._talk, self._theme, self._icons = talk, theme, icons
        self._across = 0
        self._title = Text(theme, "", "lead", "ink2", self)
        self._screen = Text(theme, "", "body", "ink2", self)
        self._screen.setObjectName("room-screen")
        self._clock = ClockButton(theme, self)
        self.room = RoomPanel(theme, view, self)
        self.waiting = NextPanel(theme, self)
        self.minutes = MinuteBars(theme, self)
        self._minutes_view = ChartView(theme, self.minutes, self)
        self.parking = ParkingLot(theme, self)
        self.advice = AdvicePanel(theme, self)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the meeting as it stands."""
        assessment, outcome = self._session.assessment, self._session.outcome
        if assessment is None or outcome is None:
            return
        self._show_header(assessment)
        self._show_waiting(outcome)
        self.parking.show_parked(assessment.parked)
        self._show_tally(assessment)
        self._clock.show_clock(self._session.meeting_clock, assessment)
        self.room.show_blank(self._conductor.is_blank)
        self.room.set_may_settle(assessment.revealed and bool(self._talk.current))
        self._on_ticked()

    def take_entry(self, entry: str) -> None:
        """Open what is to be written: parked things have a field of their own."""
        if entry == "park":
            self.parking.begin()
        else:
            self.room.entry.begin(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swap the minutes and their table on T, where they have the focus."""
        view, focused = self._minutes_view, QApplication.focusWidget()
        in_minutes = focused is not None and view.isAncestorOf(focused)
        if in_minutes and event.key() == Qt.Key.Key_T and self._session.settings.single_keys:
            view.toggle_table()
            (view.table if view.is_table else self.minutes).setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._spread()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.end()

    def _spread(self) -> None:
        room = self.width() / self._theme.zoom
        across = 3 if room >= _ROOMY else 2 if room >= _NARROW else 1
        if across != self._across:
            self._across = across
            self._arrange(across)

    # Showing

    def _show_header(self, assessment: "Assessment") -> None:
        quarter = shown_quarter(assessment.period, assessment.revision)
        self._title.setText(f"{assessment.system}, {quarter}")
        self.setWindowTitle(self.tr("{0} – Facilitator").format(assessment.system))
        self._screen.setText(self.tr("Room screen: {0}").format(self._screen_words(assessment)))

    def _screen_words(self, assessment: "Assessment") -> str:
        if self._conductor.is_blank:
            return self.tr("blank")
        current = self._talk.current
        if not current:
            return self.tr("end of the list")
        if not assessment.revealed:
            return self.tr("{0}, hidden").format(current)
        if self._talk.is_settled(current):
            is_open = current in self._talk.left_open
            words = self.tr("{0}, left open") if is_open else self.tr("{0}, agreed")
            return words.format(current)
        given = current in assessment.product or current in assessment.engineering
        return self.tr("{0}, revealed").format(current) if given else current

    def _show_waiting(self, outcome: "Outcome") -> None:
        rows, everything = waiting_rows(outcome, self._talk), self._talk.walk.everything
        heading = self.tr("Next, {0} to talk about").format(len(rows))
        if everything:
            heading = self.tr("Next, {0} questions").format(len(rows))
        self.waiting.show_waiting(rows, heading, can_move=not everything)
        other = self.tr("Only the talk list") if everything else self.tr("All questions")
        fits = self.tr("{0} min each, {1} fit").format(f"{MINUTES_EACH:g}", self._talk.walk.fits)
        if everything:
            fits = self.tr("{0} min each").format(f"{LIVE_MINUTES_EACH:g}")
        self.waiting.show_walk(
            other if not everything or self._talk.has_list else "",
            fits,
            self.tr("Nothing is left to talk about."),
        )

    def _show_tally(self, assessment: "Assessment") -> None:
        told = tally(assessment, self._talk.ids, self._talk.left_open)
        lanes = assessment.lanes
        self.advice.show_tally(told, side_name(lanes, "product"), side_name(lanes, "engineering"))
        names = {side: side_name(lanes, side) for side in SIDES if lanes.answers(side)}
        self.advice.spoken.show_spoken(self._session.sitting, names)
        self.advice.spoken.setEnabled(assessment.revealed and not assessment.sealed)

    def _on_ticked(self) -> None:
        assessment, outcome = self._session.assessment, self._session.outcome
        clock = self._session.meeting_clock
        if assessment is None or outcome is None or clock is None:
            return
        self.minutes.show_rows(minute_rows(clock.state))
        question = assessment.questionnaire.by_id.get(self._talk.current)
        if question is None:
            self.advice.show_advice(())
            return
        planned = LIVE_MINUTES_EACH if self._talk.walk.everything else MINUTES_EACH
        spent = Spent(self._talk.seconds(), planned)
        quieter = self._session.sitting.quieter
        self.advice.show_advice(advice_for(assessment, outcome, question, spent, quieter))

    # Slots

    def _on_asked(self, asked: str) -> None:
        if asked == "fact":
            if self._conductor.may_write(asked):
                self.take_entry(asked)
        else:
            self._conductor.do(asked)

    def _on_slot(self, slot: str) -> None:
        clock = self._session.meeting_clock
        if clock is not None:
            clock.turn_to(slot)

    def _on_clock(self) -> None:
        clock = self._session.meeting_clock
        if clock is not None:
            from readiness.ui.dialogs.box_dialog import BoxDialog  # noqa: PLC0415 - when it is asked for

            BoxDialog(clock, self._theme, self._icons, self).open()

    def _on_spoke(self, side: str) -> None:
        self._conductor.do(f"spoke-{side}")

    def _on_added(self, text: str) -> None:
        if self._conductor.may_write("park"):
            self._conductor.keep("park", text, "")

    def _on_parked(self, parked: object) -> None:
        if isinstance(parked, tuple):
            self._session.set_parked(parked)

    def _on_walk(self) -> None:
        self._conductor.do("walk")

    def _take_keys(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        self.setObjectName("facilitator")
        self.setWindowIcon(self._icons.mark())
        self.setMinimumSize(_SMALLEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        rule = QFrame(self)
        rule.setProperty("kind", "line")
        column.addWidget(rule)
        inner = QWidget(self)
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(32, 18, 32, 18)
        self._grid.setSpacing(_GAP)
        self._columns = (
            self._stacked((self.room, 0), (self.waiting, 1)),
            self._stacked((self._minutes_panel(), 0), (self.parking, 1)),
            self._stacked((self.advice, 1)),
        )
        scroller = Scroller(self)
        scroller.set_content(inner)
        column.addWidget(scroller, 1)

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setFixedHeight(self._theme.px(_HEADER))
        row = QHBoxLayout(header)
        row.setContentsMargins(32, 0, 24, 0)
        row.setSpacing(14)
        row.addWidget(Text(self._theme, self.tr("Facilitator"), "section", "ink", self))
        row.addWidget(self._title, 1)
        row.addWidget(IconMark(self._theme, self._icons, "monitor", 20, self))
        row.addWidget(self._screen)
        rule = QFrame(self)
        rule.setProperty("kind", "upright")
        rule.setFixedHeight(self._theme.px(26))
        row.addWidget(rule)
        row.addWidget(self._clock)
        return header

    def _minutes_panel(self) -> Panel:
        panel = Panel(self._theme, self.tr("Minutes, planned and used"), self)
        panel.body.addWidget(self._minutes_view)
        return panel

    def _stacked(self, *parts: tuple[QWidget, int]) -> QWidget:
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part, share in parts:
            column.addWidget(part, share)
        return held

    def _arrange(self, across: int) -> None:
        """Place three columns side by side, or under each other where text is large."""
        for place, column in enumerate(self._columns):
            self._grid.removeWidget(column)
            is_wide = across < len(self._columns) and place == len(self._columns) - 1
            self._grid.addWidget(column, place // across, place % across, 1, across if is_wide else 1)
        for place, share in enumerate(_SHARES):
            self._grid.setColumnStretch(place, share if place < across else 0)

    def _connect(self) -> None:
        session = self._session
        session.assessment_changed.connect(self.refresh)
        session.outcome_changed.connect(self.refresh)
        self._talk.changed.connect(self.refresh)
        self._talk.turned.connect(self.refresh)
        self._conductor.changed.connect(self.refresh)
        if session.meeting_clock is not None:
            session.meeting_clock.ticked.connect(self._on_ticked)
        self.room.asked.connect(self._on_asked)
        self.room.entry.kept.connect(self._conductor.keep)
        self.room.entry.closed.connect(self._take_keys)
        self.waiting.chosen.connect(self._talk.turn_to)
        self.waiting.moved.connect(self._talk.move)
        self.waiting.walk_asked.connect(self._on_walk)
        self.minutes.chosen.connect(self._on_slot)
        self.advice.spoken.spoke.connect(self._on_spoke)
        self.parking.added.connect(self._on_added)
        self.parking.changed.connect(self._on_parked)
        self.parking.left.connect(self._take_keys)
        self._clock.clicked.connect(self._on_clock)
        self._theme.changed.connect(self._spread)
        for button in self.findChildren(QPushButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
