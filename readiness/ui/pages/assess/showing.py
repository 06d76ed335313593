"""What the page shows: the question and its answer, the rail, the foot, the end of the list."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import Side
from readiness.domain.hindsight import hindsight
from readiness.domain.meeting import asks, side_progress
from readiness.domain.questionnaire import Lane
from readiness.ui.displays import are_mirrored, displays
from readiness.ui.pages.assess.bench import Bench
from readiness.ui.pages.assess.finish_words import next_words, prompts_of, side_end
from readiness.ui.pages.assess.handover_words import progress_words, reveal_reason
from readiness.ui.pages.assess.offers import undisputed_here
from readiness.ui.pages.assess.progress import Course, pillar_lines, progress_of
from readiness.ui.pages.assess.question_view import Asking
from readiness.ui.pages.assess.side_row import Alone
from readiness.ui.pages.assess.stage import is_disputable, switchable
from readiness.ui.pages.assess.views import side_view, standing_words, views_of
from readiness.ui.pages.assess.walk import Walk
from readiness.ui.session import Session
from readiness.ui.sides import side_name
from readiness.ui.widgets.perspective_switch import LanePart, State
from readiness.ui.widgets.side_view import SideView

_LANES: tuple[Lane, ...] = ("agreed", "engineering", "product")


class Showing:
    """Fills the widgets from the assessment and the walk; while answers are hidden, from one side alone."""

    def __init__(self, session: Session, walk: Walk, bench: Bench) -> None:
        self._session = session
        self._walk = walk
        self._bench = bench
        self._view, self._column, self._foot = bench.view, bench.column, bench.foot

    def _is_agreeing(self, assessment: Assessment) -> bool:
        """Whether the question is one that the sides have answered and both now agree on."""
        return self._walk.lane == "agreed" and is_disputable(assessment, self._walk.current)

    def show(self, assessment: Assessment, course: Course) -> None:
        """Show the question one is at."""
        id_, lane = self._walk.current, self._walk.lane
        can_change = self._can_change(assessment)
        agreeing = self._is_agreeing(assessment)
        self._view.show_both(shown=agreeing)
        self._view.show_question(
            assessment, id_, Asking(lane=lane, course=course, expects=self._expects(assessment))
        )
        self._view.set_read_only(not can_change)
        views = self._views(assessment)
        self._view.show_answer(assessment.lane(lane).get(id_, NOT_ASKED), lane, views)
        self._show_past(assessment)
        if agreeing:
            is_open = id_ in self._walk.left_open
            self._view.both.show_views(assessment, id_, views, is_open=is_open)
            self._view.both.strip.show_standing(standing_words(assessment, id_, views))
        self._show_sides(assessment, can_change=can_change)
        self._show_around(assessment, course, can_change=can_change)
        self._foot.lead_on(leads=agreeing and can_change and not self._walk.is_at_end)
        self._bench.show_part(is_at_end=self._walk.is_at_end, is_agreeing=agreeing)
        if self._walk.is_at_end:
            self._show_end(assessment, course)

    def _show_past(self, assessment: Assessment) -> None:
        """Show last quarter’s level where everybody may see it: never beside a private answer."""
        last, id_ = self._session.last_quarter, self._walk.current
        seen = None
        if last is not None and self._session.settings.last_quarters_mark and self._walk.lane == "agreed":
            seen = hindsight(assessment, last.start, id_)
        is_agreed = self._walk.lane == "agreed"
        self._view.show_past(assessment.agreed.get(id_, NOT_ASKED) if is_agreed else NOT_ASKED, seen)

    def show_talk(self) -> None:
        """Show what is worth talking about, and what nobody disputes here."""
        self._column.show_talk(len(self._walk.to_talk), chosen=self._walk.is_talk_only)
        is_shown = self._walk.lane == "agreed" and not self._walk.is_at_end
        pairs = undisputed_here(self._session.outcome, self._walk.current) if is_shown else ()
        self._view.both.show_undisputed(len(pairs))

    def _show_end(self, assessment: Assessment, course: Course) -> None:
        finish = self._bench.finish
        progress, lane = progress_of(course), self._walk.lane
        prompts = prompts_of(assessment, lane)
        if lane != "agreed" and not assessment.revealed:
            finish.show_side(progress, self._walk.later, prompts, side_end(assessment, lane))
            return
        can_close = self._can_change(assessment)
        words = next_words(assessment, progress, can_close=can_close)
        finish.show_progress(
            progress,
            self._walk.later,
            prompts,
            words=words,
            can_close=can_close,
            left_open=self._walk.left_open if self._walk.is_met_about else None,
        )

    def tell_not_asked(self, assessment: Assessment, id_: str) -> None:
        """Say that a side is not asked a question."""
        lane = self._walk.lane
        if lane != "agreed":
            said = _tr("{0} is not asked {1}")
            self._foot.show_state(said.format(side_name(assessment.lanes, lane), id_))

    def _views(self, assessment: Assessment) -> tuple[SideView, ...]:
        lane = self._walk.lane
        if lane != "agreed" and not assessment.revealed:
            # On a mirrored screen the whole room looks on, so nothing tints what is chosen.
            return () if are_mirrored(displays()) else (side_view(assessment, self._walk.current, lane),)
        return views_of(assessment, self._walk.current)

    def _expects(self, assessment: Assessment) -> str:
        """Say whose expectation is asked for, where it is one."""
        lane = self._walk.lane
        if lane == "agreed":
            return ""
        question = assessment.questionnaire.by_id[self._walk.current]
        if asks(question, lane) != "expectation":
            return ""
        return _tr("what {0} expects; question {{0}} of {{1}}").format(side_name(assessment.lanes, lane))

    def _show_sides(self, assessment: Assessment, *, can_change: bool) -> None:
        lane = self._walk.lane
        if lane != "agreed" and not assessment.revealed:
            self._view.sides.show_alone(self._alone(assessment, lane))
        else:
            self._view.sides.show_live(self._parts(assessment) if can_change else ())

    def _alone(self, assessment: Assessment, side: Side) -> Alone:
        return Alone(
            side=side,
            name=side_name(assessment.lanes, side),
            who=self._session.who,
            progress=progress_words(side_progress(assessment, side)),
            reason=reveal_reason(assessment),
            is_one_view=assessment.lanes.alone is not None,
        )

    def _parts(self, assessment: Assessment) -> tuple[LanePart, ...]:
        if assessment.mode != "live" or assessment.lanes.alone is not None:
            return ()
        return tuple(self._part(assessment, lane) for lane in _LANES)

    def _part(self, assessment: Assessment, lane: Lane) -> LanePart:
        name = _tr("Together") if lane == "agreed" else side_name(assessment.lanes, lane)
        state: State = "waiting"
        words = _tr("not answered")
        if assessment.lane(lane).get(self._walk.current, NOT_ASKED).state != "not_asked":
            state, words = "answered", _tr("agreed") if lane == "agreed" else _tr("answered")
        if lane not in switchable(assessment, self._walk.current):
            state, words = "not_asked", _tr("not asked")
        if lane == self._walk.lane:
            state, words = "answering", _tr("answering now")
        return LanePart(lane=lane, name=name, words=words, state=state)

    def _show_around(self, assessment: Assessment, course: Course, *, can_change: bool) -> None:
        walk, current = self._walk, "" if self._walk.is_at_end else self._walk.current
        lines = pillar_lines(assessment.questionnaire, course, current, walk.later)
        self._column.rail.set_pillars(lines)
        self._column.show_legend(shown=bool(course.apart))
        path = walk.path(course)
        place = path.index(current) if current in path else -1
        self._foot.show_place(
            _place_words(course, path, current),
            may_go_back=place != 0,
            may_go_on=bool(current),
        )
        self._foot.offer_later(offered=bool(current) and can_change)
        self._foot.show_state(self._state_words(assessment, current))

    def _state_words(self, assessment: Assessment, current: str) -> str:
        if assessment.sealed:
            return _tr("Sealed: answers can be read, not changed")
        if self._session.read_only:
            return _tr("This file can be read, not changed")
        if not assessment.revealed and are_mirrored(displays()):
            return _tr("Mirrored screen: choices are kept, not shown")
        return _tr("Later") if current in self._walk.later else ""

    def _can_change(self, assessment: Assessment) -> bool:
        return not assessment.sealed and not self._session.read_only


def _place_words(course: Course, path: tuple[str, ...], current: str) -> str:
    """Say where one is on the way one walks; off the talk list, where among all questions."""
    if current in path and path is not course.ids:
        return _tr("talk {0} of {1}").format(path.index(current) + 1, len(path))
    if current not in course.ids:
        return ""
    return _tr("{0} of {1}").format(course.ids.index(current) + 1, len(course.ids))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Assess", text)
