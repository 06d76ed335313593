"""What keys and controls of a question do: each word of the key map, and each signal of the view."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from readiness.ui.pages.assess.giving import Giving
from readiness.ui.pages.assess.going import Going
from readiness.ui.pages.assess.question_view import QuestionView
from readiness.ui.pages.assess.stage import is_disputable, switchable
from readiness.ui.pages.assess.walk import Walk
from readiness.ui.session import Session

Ways = dict[str, Callable[[], object]]

_MOVES: Final = frozenset({"previous", "next", "topic-before", "topic-after", "talk-before", "talk-after"})


class Doing(QObject):
    """Does what is asked for where it means something; digits may move on, arrows only move."""

    focus_wanted = Signal()
    refresh_wanted = Signal()
    lane_wanted = Signal(str)

    def __init__(
        self, session: Session, walk: Walk, going: Going, view: QuestionView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._walk = walk
        self._going = going
        self._view = view
        self._giving = Giving(session, walk)
        self.is_accepting = False
        self._connect()

    def do(self, asked: str) -> bool:
        """Do what a word of the key map asks for; say whether it means anything here."""
        word, _, number = asked.partition("-")
        is_asking = not self._walk.is_at_end and self._going.stage != "hand_over"
        if word in {"level", "guess"} and number.isdigit():
            return is_asking and self._answer_digit(int(number), guess=word == "guess")
        way = {**self._moves(), **self._answers(), **self._together()}.get(asked)
        if way is None or not (is_asking or asked in _MOVES):
            return False
        way()
        return True

    def _moves(self) -> Ways:
        going = self._going
        return {
            "previous": going.back,
            "next": going.on,
            "topic-before": going.topic_before,
            "topic-after": going.topic_after,
            "later": self.come_back_later,
        }

    def _answers(self) -> Ways:
        return {
            "unknown": self._answer_unknown,
            "not-applicable": self._ask_reason,
            "clear": self._giving.clear,
            "note": self._view.note.take_focus,
            "evidence": self._view.evidence.take_focus,
            "sureness": self._next_sureness,
            "hint": self._view.aside.toggle_hint,
            "restate": self._view.past.toggle,
        }

    def _together(self) -> Ways:
        """Return what can be done only where everybody sees everything."""
        assessment = self._session.assessment
        if assessment is None or self._going.stage != "meeting":
            return {}
        ways: Ways = {
            "perspective": self._switch,
            "talk-before": self._going.talk_before,
            "talk-after": self._going.talk_after,
        }
        if self._walk.lane == "agreed":
            ways["undisputed"] = self._accept
        if self._walk.lane != "agreed" or not is_disputable(assessment, self._walk.current):
            return ways
        return ways | {
            "agree": self._view.practices.take_focus
            if self._view.ticks
            else self._view.both.strip.agree.take_focus,
            "leave-open": self._leave_open,
            "keep-guess": self._keep_guess,
            "fact": self._ask_fact,
            "park": self._ask_park,
        }

    def come_back_later(self) -> None:
        """Put the question off and go on."""
        if self._walk.current:
            self._session.put_off(self._walk.lane, self._walk.current)
        self._going.on()

    def _answer_digit(self, digit: int, *, guess: bool) -> bool:
        is_meant = self._giving.digit(digit, guess=guess)
        if is_meant and not self._view.ticks:
            self._advance()  # several practices may be ticked, one level alone is chosen
        return is_meant

    def _on_practice_toggled(self, id_: str) -> None:
        self._giving.practice(id_)

    def _on_practice_left_out(self, id_: str) -> None:
        self._giving.practice(id_, apart=True)

    def _answer_level(self, level: int, *, guess: bool) -> None:
        self._giving.level(level, guess=guess)
        self._advance()

    def _answer_unknown(self) -> None:
        self._giving.unknown()
        self._advance()

    def _leave_open(self) -> None:
        if self._giving.can_change:
            self._giving.leave_open()
            self.refresh_wanted.emit()
            self._advance()

    def _keep_guess(self) -> None:
        self._giving.keep_guess()
        self._advance()

    def _accept(self) -> None:
        self.is_accepting = True
        self._giving.accept_topic()
        self.is_accepting = False
        self.focus_wanted.emit()

    def _ask_reason(self) -> None:
        if self._giving.can_change:
            self._view.not_known.ask_reason()

    def _ask_fact(self) -> None:
        self._ask_to_leave("fact")

    def _ask_park(self) -> None:
        self._ask_to_leave("park")

    def _ask_to_leave(self, kind: str) -> None:
        if self._giving.can_change:
            self._view.both.strip.ask(kind, self._session.now().date())
            form = self._view.both.strip.form
            if self._view.isAncestorOf(form):  # where it is docked it is in sight
                self._view.bring_into_sight(form)

    def _next_sureness(self) -> None:
        following = self._view.evidence.next_sureness()
        if following:
            self._giving.sureness(following)

    def _switch(self) -> None:
        assessment = self._session.assessment
        if assessment is not None and self._giving.can_change:
            lanes = switchable(assessment, self._walk.current)
            place = lanes.index(self._walk.lane) if self._walk.lane in lanes else 0
            self.lane_wanted.emit(lanes[(place + 1) % len(lanes)])

    def _advance(self) -> None:
        self.focus_wanted.emit()
        if self._session.settings.auto_advance and self._giving.can_change:
            self._going.on()

    def _on_level_chosen(self, level: int) -> None:
        self._answer_level(level, guess=False)

    def _on_restated(self, level: int) -> None:
        self._giving.hindsight(level if level >= 0 else None)

    def _on_kept(self, kind: str, text: str, who: str, due: str) -> None:
        if kind == "fact":
            self._giving.add_fact(text, who, due)
        else:
            self._giving.park(text, who)
        self.focus_wanted.emit()

    def _on_left(self) -> None:
        self._session.flush()
        self.focus_wanted.emit()

    def _connect(self) -> None:
        view, giving, both, strip = self._view, self._giving, self._view.both, self._view.both.strip
        view.levels.chosen.connect(self._on_level_chosen)
        view.practices.toggled.connect(self._on_practice_toggled)
        view.practices.left_out.connect(self._on_practice_left_out)
        view.not_known.unknown_chosen.connect(self._answer_unknown)
        view.not_known.reason_given.connect(giving.reason)
        view.past.restated.connect(self._on_restated)
        view.note.edited.connect(giving.note)
        view.note.audience_chosen.connect(giving.audience)
        view.evidence.edited.connect(giving.evidence)
        view.evidence.sureness_chosen.connect(giving.sureness)
        view.sides.lane_chosen.connect(self.lane_wanted)
        strip.chosen.connect(self._on_level_chosen)
        strip.left_open.connect(self._leave_open)
        strip.guess_kept.connect(self._keep_guess)
        strip.fact_asked.connect(self._ask_fact)
        strip.park_asked.connect(self._ask_park)
        both.accepted.connect(self._accept)
        strip.because_edited.connect(giving.because)
        strip.form.kept.connect(self._on_kept)
        for left in (view.not_known.left, view.note.left, view.evidence.left, strip.left, strip.form.left):
            left.connect(self._on_left)
