"""What a version does, in sentences: minor or major and why, which trends restart, who asks the old one."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.bearing import Reason
from readiness.domain.publishing import Publication, publication, version_fault
from readiness.domain.trend_effects import Effects, TrendTurn

_LISTED: Final = 5

_MEANS: Final = {
    "major": "it can score the same answers differently",
    "minor": "no score and no growth step can change",
    "first": "it has another name",
}
_OF_QUESTIONS: Final = {
    "redefined": ("1 question asks something else", "{0} questions ask something else"),
    "added": ("1 question is new", "{0} questions are new"),
    "retired": ("1 question is asked no more", "{0} questions are asked no more"),
    "split": ("1 question is split", "{0} questions are split"),
    "merged": ("1 question is merged of others", "{0} questions are merged of others"),
    "moved": ("1 question stands in another topic", "{0} questions stand in another topic"),
    "practices": ("1 question has other practices or rules", "{0} questions have other practices or rules"),
    "weight": ("1 question weighs something else", "{0} questions weigh something else"),
    "hurts_at": ("1 question hurts at another growth factor", "{0} questions hurt at another growth factor"),
    "gate": ("1 question began or ceased to be a gate", "{0} questions began or ceased to be gates"),
    "effect": ("1 question has another effect", "{0} questions have another effect"),
    "safety": ("1 question began or ceased to be about safety", "{0} questions differ in safety"),
    "quick": ("1 question joined or left the quick check", "{0} questions joined or left the quick check"),
    "asked_of": ("1 question is asked of somebody else", "{0} questions are asked of somebody else"),
    "parts": ("1 pillar or topic weighs something else", "{0} pillars and topics weigh something else"),
}
_OTHERS: Final = {
    "combinations": "Dangerous combinations differ",
    "extends": "It goes with another questionnaire",
}
_TURNS: Final = {
    "redefined": "asks something else, so its trend restarts",
    "split": "is split into {0}, which begin their own trends",
    "merged": "goes into {0}, which begins its own trend",
    "retired": "is asked no more, so its trend ends",
}


def headline(effects: Effects) -> str:
    """Return the one thing to know first: “24 trends restart.”."""
    if not effects.systems:
        return f"No trend restarts: nothing has been sealed under {effects.before.reference} yet."
    told = [
        _counted(effects.restarts, "1 trend restarts", "{0} trends restart") if effects.restarts else "",
        _counted(effects.ends, "1 trend ends", "{0} trends end") if effects.ends else "",
    ]
    said = " and ".join(one for one in told if one)
    return f"{said}." if said else "No trend restarts: every question keeps its own."


def about_trends(effects: Effects) -> Iterator[str]:
    """Yield what the count means: how many questions and systems, and the line of the whole score."""
    if effects.restarts or effects.ends:
        systems = {system for one in effects.turns for system in one.systems}
        questions = sum(bool(one.systems) for one in effects.turns)
        yield (
            f"One for each question and system: {_counted(questions, '1 question', '{0} questions')} in "
            f"{_counted(len(systems), '1 system', '{0} systems')}."
        )
    if effects.systems:
        yield (
            "The line of the whole score goes on, with a mark where the version changed."
            if effects.goes_on
            else "The line of the whole score begins anew; the bridge still explains the step."
        )
    if effects.open_ones:
        yield _open_ones(effects)


def step_over(effects: Effects) -> Iterator[str]:
    """Yield what kind of step a version is that came as a file, and why."""
    found = publication(effects.before, effects.after)
    words = {"major": "A major version", "minor": "A minor version"}.get(found.step, "A version")
    yield f"{words} after {effects.before.reference}: {_MEANS.get(found.step, 'it says the same')}."
    if version_fault(found, effects.after.version):
        yield f"It calls itself {effects.after.version}; by what it changes it would be {found.lowest}."
    yield from reason_words(found)


def all_of(effects: Effects) -> Iterator[str]:
    """Yield everything that a version does to trends."""
    yield headline(effects)
    yield from about_trends(effects)
    yield from turns(effects)


def turns(effects: Effects) -> Iterator[str]:
    """Yield each question whose trend does not go on, and the systems that have one."""
    for one in effects.turns:
        if one.systems:
            yield f"{_turn(one)} ({listed(one.systems)})."


def step_words(found: Publication) -> str:
    """Return what kind of step a version is."""
    if found.step in {"major", "minor"}:
        return f"{found.step.title()}: {_MEANS[found.step]}."
    return "Nothing differs from the version before." if found.step == "same" else "The first version."


def reason_words(found: Publication) -> Iterator[str]:
    """Yield why a version is major, and what a minor one still changes."""
    yield from map(_reason, found.reasons)
    if found.planning:
        yield (
            f"Effort, needs or validity differ, which plans depend on and scores do not: "
            f"{listed(found.planning)}."
        )


def listed(names: tuple[str, ...]) -> str:
    """Return some names, and how many more there are."""
    shown = names if len(names) <= _LISTED + 1 else names[:_LISTED]
    more = len(names) - len(shown)
    return f"{', '.join(shown)}{f' and {more} more' if more else ''}"


def _reason(reason: Reason) -> str:
    if reason.kind in _OTHERS:
        return f"{_OTHERS[reason.kind]}."
    one, several = _OF_QUESTIONS.get(reason.kind, ("1 question differs", "{0} questions differ"))
    return f"{_counted(len(reason.named), one, several)}: {listed(reason.named)}."


def _turn(one: TrendTurn) -> str:
    return f"{one.question} {_TURNS[one.turn].format(listed(one.becomes))}"


def _open_ones(effects: Effects) -> str:
    asked = effects.before.reference
    named = listed(effects.open_ones)
    if len(effects.open_ones) == 1:
        return f"1 open assessment asks {asked} or an earlier version and stays as it is: {named}."
    count = len(effects.open_ones)
    return f"{count} open assessments ask {asked} or an earlier version and stay as they are: {named}."


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count)
