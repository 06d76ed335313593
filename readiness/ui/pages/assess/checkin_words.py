"""What a check-in says of a question: what stood before, how old that is, and why it is asked; pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Answer
from readiness.domain.carrying import given_in
from readiness.domain.check_in import Asking, Group
from readiness.domain.period import Period
from readiness.domain.questionnaire import Question
from readiness.services.beginning import LastQuarter
from readiness.ui.level_names import answer_name
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.carry_age import Age, CarryAgeValue

_LEAST_QUARTERS = 4
_MOST_QUARTERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWords:
    """What a group is called, and what holds for it."""

    title: str
    note: str


def group_words(group: Group) -> GroupWords:
    """Return what a group of questions is called."""
    words: dict[Group, tuple[str, str]] = {
        "gate": (_tr("Gates"), _tr("every quarter")),
        "guess": (_tr("Guesses"), _tr("a guess is never carried")),
        "unknown": (_tr("Unknown"), _tr("asked until known")),
        "expired": (_tr("Expired"), _tr("past the time they hold")),
        "action": (_tr("Changed by an action"), _tr("did the level move?")),
        "views": (_tr("Two views"), _tr("apart, or not agreed")),
        "new": (_tr("New or changed"), _tr("not asked like this before")),
        "anyway": (_tr("Taken up"), _tr("carried, and asked all the same")),
    }
    title, note = words[group]
    return GroupWords(title=title, note=note)


def since(stood: Answer | None, last: LastQuarter) -> Period | None:
    """Return the quarter in which an earlier answer was given."""
    return None if stood is None else given_in(stood, last.assessment.period)


def story(asking: Asking | None, question: Question, last: LastQuarter) -> str:
    """Say what stood before and why it is asked: “Agreed on 2 in 2026-Q3. It was a guess, …”."""
    stood = last.start.stood.get(question.id)
    is_provisional = "provisional" in (asking.reasons if asking else ())
    before = _before(question, stood, last, is_provisional=is_provisional)
    why = _tr("It is carried; answering it here asks it anew.") if asking is None else _why(asking)
    return f"{before} {why}" if before else why


def age_of(
    question: Question, stood: Answer | None, last: LastQuarter, now: Period, *, is_asked: bool = True
) -> CarryAgeValue | None:
    """Return the quarters from when an answer was given to now; nothing where there is none."""
    given = since(stood, last)
    if stood is None or given is None or stood.state == "not_asked":
        return None
    span = max(_LEAST_QUARTERS, min(_MOST_QUARTERS, now.ordinal - given.ordinal + 2))
    quarters = [now.plus(step) for step in range(1 - span, 1)]
    return CarryAgeValue(
        quarters=tuple((_label(q, quarters[0], now), _age(q, given, now)) for q in quarters),
        finding=_spoken(question, stood, given, now, is_asked=is_asked),
    )


def in_short(question: Question, answer: Answer, now: Period) -> str:
    """Return “2, one quarter” of a carried answer, “2” of one of this quarter; of ticks the risk they are."""
    if answer.state == "not_asked":
        return _tr("not answered")
    word = _level(question, answer.level) if answer.level is not None else _absent(answer)
    if answer.carried_from is None:
        return word
    quarters = now.ordinal - given_in(answer, now).ordinal
    aged = _tr("one quarter") if quarters == 1 else _tr("{0} quarters").format(quarters)
    return f"{word}, {aged}"


def progress_words(done: int, asked: int, carried: int) -> str:
    """Return “9 of 28 asked, 46 carried”."""
    return _tr("{0} of {1} asked, {2} carried").format(done, asked, carried)


def _before(question: Question, stood: Answer | None, last: LastQuarter, *, is_provisional: bool) -> str:
    given = since(stood, last)
    if stood is None or given is None or stood.state == "not_asked":
        return ""
    if stood.unknown:
        return _tr("Nobody knew in {0}.").format(shown_quarter(given))
    if stood.level is None:
        return _tr("It did not apply in {0}.").format(shown_quarter(given))
    said = _tr("The lower answer counted, {0}, in {1}") if is_provisional else _tr("Agreed on {0} in {1}")
    words = said.format(_level(question, stood.level), shown_quarter(given))
    if given < last.assessment.period:
        words = _tr("{0}, carried in {1}").format(words, _beside(last.assessment.period, given))
    return f"{words}."


def _why(asking: Asking) -> str:
    words = {
        "gate": _tr("It is a gate, so it is asked every quarter."),
        "guess": _tr("It was a guess, so it is asked."),
        "unknown": _tr("It is asked until somebody knows."),
        "not_asked": _tr("It was not asked then, so it is asked now."),
        "expired": _tr("That is too long ago, so it is asked."),
        "gap": _tr("The two sides were two levels apart or more, so it is asked."),
        "provisional": _tr("Nothing was agreed, so it is asked."),
        "new": _tr("It is new in this questionnaire."),
        "changed": _tr("It asks something else now."),
    }
    acted = _tr("An action was to raise it: did the level move?")
    if asking.group == "action":
        return acted
    first = next((words[reason] for reason in _ORDER if reason in asking.reasons), "")
    if not first:
        return _tr("It was carried, and is asked all the same.")
    return f"{first} {acted}" if asking.acted else first


_ORDER = ("gate", "guess", "unknown", "not_asked", "expired", "gap", "provisional", "new", "changed")


def _level(question: Question, level: int) -> str:
    return str(level) if question.kind == "levels" else answer_name(question, level).lower()


def _absent(answer: Answer) -> str:
    return _tr("don’t know") if answer.unknown else _tr("does not apply")


def _age(quarter: Period, given: Period, now: Period) -> Age:
    if quarter == now:
        return "now"
    if quarter == given:
        return "given"
    return "carried" if quarter > given else "before"


def _label(quarter: Period, first: Period, now: Period) -> str:
    if quarter == now:
        return _tr("now")
    is_whole = quarter == first or (quarter.quarter == 1)
    return shown_quarter(quarter) if is_whole else f"Q{quarter.quarter}"


def _beside(quarter: Period, given: Period) -> str:
    return f"Q{quarter.quarter}" if quarter.year == given.year else shown_quarter(quarter)


def _spoken(question: Question, stood: Answer, given: Period, now: Period, *, is_asked: bool) -> str:
    what = _level(question, stood.level) if stood.level is not None else _absent(stood)
    carried = now.ordinal - given.ordinal - 1
    told = _tr("Said {0} in {1}").format(what, shown_quarter(given))
    if carried > 0:
        between = ", ".join(_beside(given.plus(step), given) for step in range(1, carried + 1))
        told = _tr("{0}, carried in {1}").format(told, between)
    return (_tr("{0}, now asked") if is_asked else _tr("{0}, carried now")).format(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckIn", text)
