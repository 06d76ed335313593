"""A meeting's clock: runs while the window lives, says how it stands, moves only when it is told or ticks."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from readiness.domain.minutes import MeetingPlan
    from readiness.domain.pacing import ClockState, Pace

Seconds = Callable[[], float]
"""Seconds since some moment, never going back."""

TICK_MS: Final = 1000


class MeetingClock(QObject):
    """Counts the minutes of one meeting by its parts. ``is_paused``: somebody let it stand by hand.

    ``seconds`` is asked at every tick; a test says ``elapse`` instead and waits for nothing.
    """

    ticked = Signal()  # what it says may have changed

    def __init__(self, plan: "MeetingPlan", seconds: Seconds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from readiness.domain.pacing import ClockState  # noqa: PLC0415 - not before the first paint

        self.state: ClockState = ClockState(plan=plan, box=plan.box)
        self._seconds = seconds
        self._last = 0.0
        self._is_resting = False
        self.is_paused = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_running(self) -> bool:
        """Whether time counts."""
        return self._timer.isActive()

    @property
    def is_begun(self) -> bool:
        """Whether time counts, or has counted."""
        return self.is_running or self.state.seconds > 0

    @property
    def is_touched(self) -> bool:
        """Whether anything of it is worth keeping: it has begun, or its box was set by hand."""
        return self.is_begun or self.state.box != self.state.plan.box

    @property
    def pace(self) -> "Pace | None":
        """Where the meeting stands; nothing where no box is set."""
        from readiness.domain.pacing import pace  # noqa: PLC0415 - not before the first paint

        return pace(self.state)

    def start(self) -> None:
        """Let time count."""
        self.is_paused = self._is_resting = False
        if not self.is_running:
            self._last = self._seconds()
            self._timer.start()
            self.ticked.emit()

    def pause(self) -> None:
        """Let time stand, until somebody lets it go on."""
        self.is_paused = True
        self._stop()

    def rest(self) -> None:
        """Let time stand while its assessment is not open."""
        self._is_resting = self.is_running
        self._stop()

    def wake(self) -> None:
        """Go on after a rest."""
        if self._is_resting:
            self.start()

    def resume(self, box: int | None, used: "Mapping[str, float]") -> None:
        """Stand where it stood when the program was left."""
        self._set(replace(self.state, box=box, used=dict(used)))

    def turn_to(self, slot: str) -> None:
        """Count towards another part of the meeting: ``Slot.id``, empty for none."""
        if self.is_running:
            self._on_tick()
        self._set(replace(self.state, at=slot))

    def replan(self, plan: "MeetingPlan", *, takes_box: bool = False) -> None:
        """Take another plan, with its box where nobody has set another; what was used stays."""
        is_own = self.state.box != self.state.plan.box
        box = plan.box if takes_box and not is_own else self.state.box
        self._set(replace(self.state, plan=plan, box=box))

    def set_box(self, minutes: int | None) -> None:
        """Set the time box in minutes, or none."""
        self._set(replace(self.state, box=minutes))

    def elapse(self, seconds: float) -> None:
        """Count some seconds."""
        from readiness.domain.pacing import elapsed  # noqa: PLC0415 - not before the first paint

        self._set(elapsed(self.state, seconds))

    def left_text(self) -> str:
        """Return “52 min left”, “6 min over”; nothing where no box is set."""
        pace = self.pace
        if pace is None:
            return ""
        if pace.over:
            return self.tr("{minutes} min over").format(minutes=pace.over)
        return self.tr("{minutes} min left").format(minutes=pace.left)

    def pace_text(self) -> str:
        """Return “on pace” or “3 min behind”; nothing where no box is set, or where it is over."""
        pace = self.pace
        if pace is None or pace.over:
            return ""
        if pace.behind:
            return self.tr("{minutes} min behind").format(minutes=pace.behind)
        return self.tr("on pace")

    def spoken(self) -> str:
        """Return what is read out: “57 minutes left of 75, on pace”."""
        pace = self.pace
        if pace is None:
            return self.tr("No time box")
        if pace.over:
            text = self.tr("{minutes} minutes over the {box} planned")
            return text.format(minutes=pace.over, box=pace.box)
        text = self.tr("{minutes} minutes left of {box}, {pace}")
        behind = self.tr("{minutes} minutes behind").format(minutes=pace.behind)
        how = behind if pace.behind else self.tr("on pace")
        return text.format(minutes=pace.left, box=pace.box, pace=how)

    def _stop(self) -> None:
        if self.is_running:
            self._on_tick()
            self._timer.stop()
            self.ticked.emit()

    def _on_tick(self) -> None:
        now = self._seconds()
        gone, self._last = now - self._last, now
        self.elapse(gone)

    def _set(self, state: "ClockState") -> None:
        if state != self.state:
            self.state = state
            self.ticked.emit()


class MeetingClocks(QObject):
    """One clock for each assessment that was met about since the window opened."""

    def __init__(self, seconds: Seconds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._clocks: dict[Hashable, MeetingClock] = {}

    def of(self, key: Hashable, plan: "Callable[[], MeetingPlan]") -> MeetingClock:
        """Return the clock of an assessment, made with a plan when it is first asked for."""
        if key not in self._clocks:
            self._clocks[key] = MeetingClock(plan(), self.seconds, self)
        return self._clocks[key]
