"""What a plan leaves out, each with the reason; what is done, accepted, or open again; pure."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from readiness.domain.accepting import holding
from readiness.domain.actions import Action
from readiness.domain.assessment import Assessment
from readiness.domain.offering import stem
from readiness.domain.roadmap import Roadmap
from readiness.reports import plan_sentences as say
from readiness.reports.sentences import capital, counted
from readiness.ui.action_words import gain_of, plus, title_of
from readiness.ui.risk_facts import RiskLine, accepted_lines, reopened_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftFacts:
    """An action that is not planned or is done, or a risk that is accepted: then ``note`` says by whom."""

    key: str
    title: str
    gain: str
    spoken: str
    note: str = ""
    is_risk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftGroup:
    """Actions that are left out for one reason."""

    heading: str
    rows: tuple[LeftFacts, ...]


def left_groups(roadmap: Roadmap, assessment: Assessment) -> tuple[LeftGroup, ...]:
    """Return everything beside the board: accepted risks first, then why actions are not done."""
    return tuple(_groups(roadmap, assessment))


def _groups(roadmap: Roadmap, assessment: Assessment) -> Iterator[LeftGroup]:
    accepted = holding(assessment.accepted, assessment.period)
    for heading, lines in (
        (_tr("Accepted"), accepted_lines(assessment)),
        (_tr("Open again"), reopened_lines(assessment)),
    ):
        if lines:
            yield LeftGroup(heading=heading, rows=tuple(map(_risk, lines)))
    for why, undone in say.reasons_left(roadmap):
        rows = tuple(_left(one.action, why) for one in undone if not _is_accepted(one.action, accepted))
        if rows:
            yield LeftGroup(heading=capital(why), rows=rows)
    known = {one.action.id for one in roadmap.undone}
    out = tuple(_taken_out(assessment, known))
    if out:
        yield LeftGroup(heading=_tr("Taken out"), rows=out)
    done = tuple(_done(assessment, id_) for id_ in roadmap.done)
    if done:
        yield LeftGroup(heading=_tr("Done"), rows=done)


def _is_accepted(action: Action, accepted: Container[str]) -> bool:
    return bool(action.questions) and all(id_ in accepted for id_ in action.questions)


def _risk(line: RiskLine) -> LeftFacts:
    spoken = _tr("{0}, {1}. {2}").format(line.prompt, line.question, line.words)
    return LeftFacts(
        key=line.question, title=line.prompt, gain="", spoken=spoken, note=line.words, is_risk=True
    )


def _taken_out(assessment: Assessment, known: set[str]) -> Iterator[LeftFacts]:
    """Yield what was taken out and the plan does not name any more, such as a talk about the facts."""
    for promise in assessment.actions:
        gone = promise.excluded or promise.state == "dropped"
        if gone and not known & {promise.id, stem(promise.id)}:
            question = assessment.questionnaire.by_id.get(stem(promise.id))
            title = promise.title or (question.prompt if question else promise.id)
            spoken = _tr("{0}, taken out").format(title)
            yield LeftFacts(key=promise.id, title=title, gain="", spoken=spoken)


def _done(assessment: Assessment, id_: str) -> LeftFacts:
    promise = next((one for one in assessment.actions if one.id == id_), None)
    question = assessment.questionnaire.by_id.get(stem(id_))
    title = (promise.title if promise else "") or (question.prompt if question else id_)
    return LeftFacts(key=id_, title=title, gain="", spoken=_tr("{0}, done").format(title))


def _left(action: Action, why: str) -> LeftFacts:
    title, gain = title_of(action), gain_of(action)
    weeks = counted(1, "person-week") if action.price.weeks == 1 else say.weeks(action.price.weeks)
    spoken = ", ".join(part for part in (title, action.id, weeks, plus(gain), why) if part)
    return LeftFacts(key=action.id, title=title, gain=gain, spoken=spoken)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
