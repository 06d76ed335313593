"""An assessment → the agenda of its meeting, word for word (domain §5.3).

Of answers that are still hidden nothing is said but how many there are.
"""

from collections.abc import Iterator
from typing import Final

from readiness.domain.assessment import Assessment, Driver
from readiness.domain.counting import SIDES, Side
from readiness.domain.meeting import asks, side_progress
from readiness.domain.minutes import MeetingPlan, Slot, kind_of, minutes_plan
from readiness.domain.open_facts import OpenFact
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Question
from readiness.domain.scoring import half_up
from readiness.domain.triage import TALK_MINUTES, Reason, Triage, triage
from readiness.reports import sentences as say
from readiness.reports.agenda_facts import Agenda, AgendaSession, AgendaSlot

_USUAL: Final[dict[Side, str]] = {"product": "Product", "engineering": "Engineering"}
_LANES: Final = ("product", "engineering", "facilitator", "guest", "agreed")
_EVERYBODY: Final = "everybody"
_REASONS: Final[dict[Reason, str]] = {
    "gate": "open gate",
    "gap": "levels apart",
    "unknown": "nobody knows",
    "combination": "dangerous together",
    "heavy_guess": "a guess that weighs most",
}
_PARTS: Final[dict[str, tuple[str, str]]] = {
    "frame": (
        "The frame",
        "No blame: the system is judged, not people. Agree scope, growth target and date.",
    ),
    "breaks_first": ("What breaks first", "Read it out and confirm it."),
    "plan": ("The plan", "What-if under the capacity, the first quarter, owners, and the next date."),
}
_QUICK_PARTS: Final[dict[str, tuple[str, str]]] = {
    "frame": ("The frame", "No blame. What is in, what is out, how much growth."),
    "plan": ("What next", "The one thing to look into first, with a name and a date."),
}


def agenda(outcome: Outcome) -> Agenda:
    """Say everything that the agenda says."""
    given = outcome.assessment
    talk = _talk(outcome)
    plan = minutes_plan(given, talk)
    return Agenda(
        headline=_headline(outcome),
        length=_length(plan),
        frame=tuple(_frame(given)),
        before=tuple(_before(given)),
        sessions=tuple(_sessions(given, plan, talk)),
        rest=_rest(talk),
        bring=tuple(_bring(given)),
    )


def _talk(outcome: Outcome) -> Triage | None:
    """Return what is worth the room's time; nothing before the reveal, nor in a live meeting."""
    given = outcome.assessment
    if not given.revealed or kind_of(given) != "private":
        return None
    return triage(given, outcome, TALK_MINUTES)


def _headline(outcome: Outcome) -> str:
    given, growth = outcome.assessment, outcome.growth
    if say.is_unaimed(outcome):
        return f"How much growth can {given.system} take?"
    by = f" by {growth.target_by}" if growth.target_by else ""
    return f"Will {given.system} carry {say.times(growth.target_factor)}{by}?"


def _length(plan: MeetingPlan) -> str:
    how = {
        "private": "after private answers, apart and hidden",
        "live": "everything answered in the room",
        "quick": "a quick check: orientation, no growth step",
    }[plan.kind]
    if plan.sessions > 1:
        return f"{say.capital(say.in_words(plan.sessions))} sessions of {plan.box} minutes, {how}."
    return f"{half_up(plan.minutes)} minutes, {how}."


def _frame(given: Assessment) -> Iterator[tuple[str, str]]:
    if given.scope_in:
        yield "In", given.scope_in
    if given.scope_out:
        yield "Out, and why", given.scope_out
    if given.journeys:
        ranked = (f"{place}. {journey}" for place, journey in enumerate(given.journeys, 1))
        yield "Critical journeys", "  ".join(ranked)
    yield "Growth", _growth(given)
    people = tuple(_people(given))
    if people:
        yield "In the room", "; ".join(people)


def _growth(given: Assessment) -> str:
    if not given.load:
        if given.target is None:
            return "No number yet. Without one the plan is judged at 10×."
        return f"{say.times(given.target.factor)}; no load is written beside it. {_signed(given)}"
    by = given.target.by if given.target and given.target.by else ""
    drivers = "; ".join(_driver(driver, by) for driver in given.load)
    return f"{drivers}. {_signed(given)}"


def _driver(driver: Driver, by: str) -> str:
    seen = f" ({driver.peak})" if driver.peak else ""
    tested = f"tested to {say.amount(driver.tested)}" if driver.tested else "untested"
    until = f" by {by}" if by else ""
    return (
        f"{driver.unit}: {say.amount(driver.today)} today{seen}, {say.amount(driver.target)}{until},"
        f" {say.times(driver.factor)}, {tested}"
    )


def _signed(given: Assessment) -> str:
    return "Engineering’s assumption, to be signed." if given.assumed else "Signed by both leads."


def _people(given: Assessment) -> Iterator[str]:
    for lane in _LANES:
        names = [f"{p.name}, {p.role}" if p.name else p.role for p in given.participants if p.lane == lane]
        if names:
            called = _lane(given, lane)
            yield f"{called}: {' and '.join(names)}" if called else " and ".join(names)


def _lane(given: Assessment, lane: str) -> str:
    named = next((side for side in SIDES if side == lane), None)
    if named is not None:
        return _side(given, named)
    return given.lanes.guest or "Guest" if lane == "guest" else ""


def _side(given: Assessment, side: Side) -> str:
    return given.lanes.name(side) or _USUAL[side]


def _before(given: Assessment) -> Iterator[str]:
    """Say what each side does alone, while its answers are still to come."""
    if given.mode != "private" or given.revealed:
        return
    for side in SIDES:
        if given.lanes.answers(side):
            progress = side_progress(given, side)
            done = f"; {progress.answered} answered" if progress.answered else ""
            questions = say.counted(progress.asked, "question")
            yield f"{_side(given, side)}: {questions} alone, about {progress.minutes} minutes{done}."


def _sessions(given: Assessment, plan: MeetingPlan, talk: Triage | None) -> Iterator[AgendaSession]:
    for number in range(1, plan.sessions + 1):
        slots = [slot for slot in plan.slots if slot.session == number and slot.minutes > 0]
        title = f"Session {number}" if plan.sessions > 1 else ""
        yield AgendaSession(title=title, slots=tuple(_slots(given, slots, plan, talk)))


def _slots(
    given: Assessment, slots: list[Slot], plan: MeetingPlan, talk: Triage | None
) -> Iterator[AgendaSlot]:
    """Say the parts of one sitting; whole minutes add up to the whole."""
    spent = 0.0
    for slot in slots:
        start, end = half_up(spent), half_up(spent + slot.minutes)
        spent += slot.minutes
        at, minutes = f"{start // 60}:{start % 60:02}", f"{end - start} min"
        if slot.kind == "pillar":
            yield _pillar(given, slot, talk, (at, minutes))
        else:
            what, detail = (_QUICK_PARTS if plan.kind == "quick" else _PARTS)[slot.kind]
            yield AgendaSlot(at=at, minutes=minutes, what=what, detail=detail, who=_EVERYBODY)


def _pillar(given: Assessment, slot: Slot, talk: Triage | None, when: tuple[str, str]) -> AgendaSlot:
    pillar = next(p for p in given.questionnaire.pillars if p.id == slot.pillar)
    questions = {question.id: question for question in pillar.questions}
    if talk is None:
        hidden = kind_of(given) == "private"
        count = say.counted(len(questions), "question")
        detail = f"What the reveal shows of {count}." if hidden else f"{say.capital(count)}."
        topics: tuple[str, ...] = ()
    else:
        chosen = [item for item in talk.talk if item.question in questions]
        detail = f"{say.counted(len(chosen), 'question')} worth the room’s time."
        topics = tuple(_topic(questions[item.question], item.reasons) for item in chosen)
        questions = {item.question: questions[item.question] for item in chosen}
    return AgendaSlot(
        at=when[0],
        minutes=when[1],
        what=slot.name,
        detail=detail,
        who=_asked(given, tuple(questions.values())),
        topics=topics,
    )


def _topic(question: Question, reasons: tuple[Reason, ...]) -> str:
    return f"{question.id} {question.prompt} ({', '.join(_REASONS[reason] for reason in reasons)})"


def _asked(given: Assessment, questions: tuple[Question, ...]) -> str:
    """Say how many of the questions are each side's own."""
    counts = {
        side: sum(asks(question, side) == "own" for question in questions)
        for side in SIDES
        if given.lanes.answers(side)
    }
    told = (f"{_side(given, side)} {count}" for side, count in counts.items() if count)
    return ", ".join(told) or _EVERYBODY


def _rest(talk: Triage | None) -> str:
    if talk is None or not talk.rest:
        return ""
    count = len(talk.rest)
    goes = "goes in as the more cautious answer" if count == 1 else "go in as the more cautious answer"
    return f"{count} more {goes} and can be taken up again until the seal."


def _bring(given: Assessment) -> Iterator[str]:
    if not given.load:
        yield "Today’s peak and when it was seen, the load the plan must carry, and by when."
    elif given.assumed:
        yield "The plan behind the growth target: until product signs it, it is an assumption."
    for driver in given.load:
        tested = f"to {say.amount(driver.tested)} {driver.unit}" if driver.tested else "if there is one"
        yield f"{say.capital(driver.unit)}: the last load test, {tested}."
    yield from _limits(given)
    for fact in given.facts:
        if fact.state == "open":
            yield _fact(fact)
    yield "Links to dashboards, test reports and runbooks: an answer counts in full only with evidence."


def _limits(given: Assessment) -> Iterator[str]:
    if not given.limits:
        yield "The resources that could give out first, each with its use at today’s peak and its limit."
    for limit in given.limits:
        missing = (
            *(("its use at peak",) if limit.used is None else ()),
            *(("its limit",) if limit.limit is None else ()),
        )
        if missing:
            yield f"{say.capital(limit.resource)}: {say.listed(missing)}."


def _fact(fact: OpenFact) -> str:
    text = f" {fact.text.rstrip('.')}" if fact.text.strip() else " what is to be found out"
    return f"{fact.question}:{text}{f' ({fact.who})' if fact.who else ''}."
