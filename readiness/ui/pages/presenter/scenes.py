"""An assessment and the walk through it → what the room sees."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.meeting import asks
from readiness.domain.questionnaire import Question
from readiness.domain.settling import tally
from readiness.ui.level_names import level_name
from readiness.ui.pages.assess.views import views_of
from readiness.ui.pages.presenter.again import asked_again, said_again, story_of
from readiness.ui.pages.presenter.claims import answer_of, claims_of, facts_of, gap_of, lines_of, verdict_of
from readiness.ui.pages.presenter.foot_words import foot_words, keys_of
from readiness.ui.pages.presenter.scene import Anchor, Line, Scene, Settled, SideState
from readiness.ui.sides import side_name
from readiness.ui.ticks import shown_practices
from readiness.ui.widgets.practice_row import Shown

if TYPE_CHECKING:
    from readiness.ui.pages.presenter.conductor import Conductor
    from readiness.ui.session import Session
    from readiness.ui.talk import Talk


def scene_of(session: "Session", talk: "Talk", conductor: "Conductor") -> Scene:
    """Return what stands before the room now."""
    assessment = session.assessment
    if assessment is None:
        return Scene()
    scene = (
        _done(session, assessment, talk) if not talk.current else _asked(session, assessment, talk, conductor)
    )
    clock = session.meeting_clock
    if clock is not None and clock.is_begun and clock.pace is not None:
        scene = replace(scene, time=clock.left_text(), is_time_up=clock.pace.over > 0)
    return replace(
        scene,
        words=foot_words(session, talk, conductor, scene),
        keys=keys_of(session, scene),
    )


def place_words(talk: "Talk", *, is_check_in: bool = False) -> str:
    """Return “talk 3 of 18”, or “14 of 74” where all questions are walked, “3 of 21” in a check-in."""
    number, count = talk.number()
    if talk.walk.everything or (is_check_in and number):
        return _tr("{0} of {1}").format(number, count)
    return _tr("talk {0} of {1}").format(number, count) if number else _tr("beside the talk list")


def _asked(session: "Session", assessment: Assessment, talk: "Talk", conductor: "Conductor") -> Scene:
    found = next(found for found in assessment.questionnaire.walk() if found[2].id == talk.current)
    pillar, topic, question = found
    views = views_of(assessment, question.id)
    is_answered = any(answer_of(assessment, question.id, view.side).state != "not_asked" for view in views)
    is_ticked = question.kind == "practices"  # who ticked what stands line by line, and is no duel
    is_duel = is_answered and not conductor.shows_levels and not is_ticked
    verdict = verdict_of(assessment, question)
    return Scene(
        kind="duel" if is_duel else "question",
        pillar=pillar.name,
        topic="" if topic.name == pillar.name else topic.name,
        place=place_words(talk, is_check_in=session.is_check_in),
        prompt=question.prompt,
        why="" if is_duel else story_of(session, question.id) or question.why,
        anchors=() if is_ticked else _anchors(assessment, question),
        sides=() if assessment.revealed else _sides(session, assessment, question),
        claims=claims_of(assessment, question) if is_duel else (),
        views=views,
        gap=gap_of(views),
        lines=lines_of(assessment, question)
        if is_duel
        else (*_practices(assessment, question), *_outside(verdict), *facts_of(assessment, question)),
        settled=_settled(assessment, talk, question),
        can_say_again=said_again(session, question.id) is not None,
    )


def _done(session: "Session", assessment: Assessment, talk: "Talk") -> Scene:
    walk = talk.walk
    within = talk.ids if walk.everything else talk.ids[: walk.fits]
    told = tally(assessment, within, talk.left_open)
    beyond = len(talk.ids) - len(within)
    rest = _tr("{0} more did not fit into the time; they go in as the more cautious answer.")
    lines = (
        Line(lead=str(told.agreed), text=_tr("agreed"), is_large=True),
        Line(lead=str(told.left_open), text=_tr("left open; the lower answer counts"), is_large=True),
        Line(lead=str(told.facts), text=_tr("to find out"), is_large=True),
    )
    return Scene(
        kind="done",
        prompt=_end_words(session, talk),
        why=rest.format(beyond) if beyond else "",
        lines=lines,
    )


def _end_words(session: "Session", talk: "Talk") -> str:
    is_last = talk.walk.everything or asked_again(session)
    return _tr("That was the last question") if is_last else _tr("The talk list is done")


def _anchors(assessment: Assessment, question: Question) -> tuple[Anchor, ...]:
    agreed = assessment.agreed.get(question.id, NOT_ASKED)
    views = views_of(assessment, question.id)
    return tuple(
        Anchor(
            number=number,
            name=level_name(number),
            text=text,
            is_chosen=agreed.level == number,
            views=tuple(view for view in views if view.level == number),
        )
        for number, text in enumerate(question.levels)
    )


def _practices(assessment: Assessment, question: Question) -> tuple[Line, ...]:
    """Return what is ticked line by line, with the keys that tick it; a private tick never."""
    ticked = assessment.agreed.get(question.id, NOT_ASKED).ticked
    views = views_of(assessment, question.id)

    def text(row: Shown) -> str:
        names = ", ".join(view.name for view in views if row.id in view.ticked)
        return f"{row.title} ({names})" if names else row.title

    return tuple(
        Line(lead=row.key, text=text(row), is_verdict=row.id in ticked) for row in shown_practices(question)
    )


def _outside(verdict: Line | None) -> tuple[Line, ...]:
    """A level is tinted where it stands; what is no level is said below."""
    return (verdict,) if verdict is not None and verdict.number is None else ()


def _sides(session: "Session", assessment: Assessment, question: Question) -> tuple[SideState, ...]:
    return tuple(
        _side(session, assessment, question, side)
        for side in SIDES
        if assessment.lanes.answers(side) and asks(question, side)
    )


def _side(session: "Session", assessment: Assessment, question: Question, side: Side) -> SideState:
    has_answered = assessment.lane(side).get(question.id, NOT_ASKED).state != "not_asked"
    is_turn = session.side == side
    words = _tr("answered") if has_answered else _tr("your turn") if is_turn else _tr("has not answered")
    return SideState(
        side=side,
        name=side_name(assessment.lanes, side),
        words=words,
        is_turn=is_turn,
        is_locked=has_answered,
    )


def _settled(assessment: Assessment, talk: "Talk", question: Question) -> Settled:
    state = assessment.agreed.get(question.id, NOT_ASKED).state
    known: dict[str, Settled] = {
        "level": "agreed",
        "unknown": "unknown",
        "not_applicable": "not_applicable",
    }
    return known.get(state, "left_open" if question.id in talk.left_open else "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presenter", text)
