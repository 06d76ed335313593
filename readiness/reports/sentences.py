"""What a result says in words: one place for the report, the window and the command line.

Pure, and light to import: the domain alone. Factors carry U+00D7, ranges an en dash, quarters a plain
hyphen so that a search for 2026-Q3 finds them.
"""

from math import floor
from typing import Final, Literal

from readiness.domain.check_in import is_carried
from readiness.domain.combining import parts_of
from readiness.domain.growth import DEFAULT_TARGET, Distance, Growth, StepResult
from readiness.domain.matching import is_re_asked
from readiness.domain.outcome import Outcome
from readiness.domain.scoring import LEAST_COVERAGE, Range, half_up

Stage = Literal["nothing", "quick", "too-little", "not-applicable", "unconfirmed", "short", "met"]

_WORDS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_WHOLE: Final = 10
"""Factors from here on are printed without a decimal."""


def times(factor: float) -> str:
    """Return a factor as people read it: “1.3×”, “12×”; half up, once."""
    if factor >= _WHOLE:
        return f"{half_up(factor):,}×"
    tenths = floor(round(factor * 10, 9) + 0.5)
    return f"{tenths // 10}×" if tenths % 10 == 0 else f"{tenths / 10:.1f}×"


def amount(value: float) -> str:
    """Return a measured number: “1,200”, “0.35”."""
    return f"{value:,.0f}" if value >= 100 or value == floor(value) else f"{value:,.3g}"


def in_words(count: int) -> str:
    """Return a small count as a word, a large one in digits."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return “1 gate”, “3 gates”."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def listed(items: tuple[str, ...]) -> str:
    """Return “a, b and c”."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def capital(text: str) -> str:
    """Return a sentence with its first letter large, and nothing else changed."""
    return text[:1].upper() + text[1:]


def spread(plausible: Range | None) -> str:
    """Return “33–59”, the plausible range; nothing where there is none."""
    return "" if plausible is None else f"{half_up(plausible.low)}–{half_up(plausible.high)}"


def weeks(effort: float, *, at_least: bool = False) -> str:
    """Return “4 person-weeks”, or the least it can be while something is unknown."""
    plain = f"{effort:g} person-week{'' if effort == 1 else 's'}"
    return f"at least {plain}" if at_least else plain


def stage(outcome: Outcome) -> Stage:
    """Return how far a verdict can be given at all, and how it falls.

    While much is not asked no step is named (ruling 2); what is asked and unknown counts as 0 and can be.
    """
    score, growth = outcome.score, outcome.growth
    if score.counts.asked == 0:
        return "nothing"
    if outcome.assessment.scope == "quick":
        return "quick"
    if growth.practice_ceiling is None:
        return "not-applicable"
    if score.counts.not_asked and (score.coverage or 0.0) < LEAST_COVERAGE:
        return "too-little"
    if growth.practice_ceiling >= growth.target_step:
        return "met"
    return "unconfirmed" if growth.practice_ceiling == 1 else "short"


def headline(outcome: Outcome) -> str:
    """Return the verdict in the order it is always said: tested, first known limit, practices."""
    if stage(outcome) == "nothing":
        return f"Nothing answered yet: 0 of {outcome.score.counts.total} questions asked."
    return f"{tested(outcome.growth)} {first_limit(outcome.growth)} {practices(outcome)}"


def tested(growth: Growth) -> str:
    """Say what load was actually tested."""
    return "Untested." if growth.tested_ceiling is None else f"Tested to {times(growth.tested_ceiling)}."


def first_limit(growth: Growth) -> str:
    """Say where the first measured limit lies."""
    known = growth.first_known_limit
    return "No limit measured." if known is None else f"First known limit {times(known.factor)}."


def practices(outcome: Outcome) -> str:
    """Say which growth step the practices support, with its distance, or why none can be named."""
    growth, needed = outcome.growth, need(outcome)
    match stage(outcome):
        case "nothing" | "too-little":
            return _too_little(outcome)
        case "quick":
            return f"A quick check{_asked_so_far(outcome)} is orientation, no growth step{_seen(outcome)}."
        case "not-applicable":
            return "No question that applies asks anything of a growth step."
        case "met":
            return f"Practices support {growth.practice_ceiling}×, {enough(outcome)}."
        case "unconfirmed":
            return f"No growth step confirmed yet: {_way(growth.distance)}. {capital(needed)}."
        case _:
            return f"Practices support {growth.practice_ceiling}×; {needed} and {blocks(growth)}."


def need(outcome: Outcome) -> str:
    """Say what the plan asks for: “the plan needs 3× by 2027-Q2, judged at the 10× step”."""
    growth = outcome.growth
    if growth.at_target:
        return "the plan asks for no growth"
    by = f" by {growth.target_by}" if growth.target_by else ""
    if is_unaimed(outcome):
        return f"no target is set, so it is held against {growth.target_step}×"
    exact = growth.target_factor == growth.target_step
    judged = "" if exact else f", judged at the {growth.target_step}× step"
    return f"the plan needs {times(growth.target_factor)}{by}{judged}"


def enough(outcome: Outcome) -> str:
    """Say that the practices carry the plan, only where they do."""
    growth = outcome.growth
    if growth.at_target:
        return "and the plan asks for no growth"
    if is_unaimed(outcome):
        return "and no target is set"
    by = f" by {growth.target_by}" if growth.target_by else ""
    return f"enough for the plan of {times(growth.target_factor)}{by}"


def is_unaimed(outcome: Outcome) -> bool:
    """Say whether nobody has set a target, so that the default stands in for it."""
    given = outcome.assessment
    return given.target is None and not given.load and outcome.growth.target_factor == DEFAULT_TARGET


def blocking_step(growth: Growth) -> StepResult:
    """Return the step that stands in the way: the target's, or a smaller one that it rests on."""
    aimed = growth.step(growth.target_step)
    if aimed.passes and growth.distance is not None:
        return growth.step(growth.distance.step)
    return aimed


def blocks(growth: Growth) -> str:
    """Say how many things block the way: gates if any is open, else weak topics, else the whole."""
    step = blocking_step(growth)
    if step.failing_gates:
        count = len(step.failing_gates)
        return f"{in_words(count)} {'thing blocks' if count == 1 else 'things block'} it"
    if step.weak_topics:
        count = len(step.weak_topics)
        return f"{in_words(count)} {'topic falls' if count == 1 else 'topics fall'} short of it"
    return "the practices as a whole fall short of it"


def distance(growth: Growth) -> str:
    """Return “next 10×: 3 of 13 gates open, 11 person-weeks”; nothing where no step is above."""
    way = growth.distance
    return "" if way is None else f"next {way.step}×: {gates_open(way)}{_price(way)}"


def distance_in_short(growth: Growth) -> tuple[str, ...]:
    """Return the distance at several lengths, longest first; nothing where no step is above."""
    way = growth.distance
    if way is None:
        return ()
    return distance(growth), f"{gates_open(way)}{_price(way)}", gates_open(way)


def gates_open(way: Distance) -> str:
    """Return “3 of 13 gates open”, or that what is missing is no gate."""
    if not way.gates_open:
        return "no gate open"
    return f"{way.gates_open} of {counted(way.gates, 'gate')} open"


def mark(outcome: Outcome) -> str:
    """Return what the score is held against: “mark for 10×: 57”, and whether that is enough."""
    score, growth = outcome.score, outcome.growth
    if score.needed is None:
        return ""
    plain = f"mark for {growth.target_step}×: {half_up(score.needed)}"
    if score.displayed is None or score.score is None or stage(outcome) == "quick":
        return plain
    if stage(outcome) == "met":
        return f"{plain}, enough for the plan"
    if score.score < score.needed:
        return plain
    gates = len(growth.open_gates)
    rest = f"{counted(gates, 'gate')} open" if gates else "the step is not reached"
    return f"past the mark for {growth.target_step}× ({half_up(score.needed)}), {rest}"


def re_asked(outcome: Outcome) -> str:
    """Say how much was answered anew where some is carried: “21 of 74 re-asked, 53 carried”; else nothing."""
    given = outcome.assessment
    carried = sum(is_carried(answer) for answer in given.agreed.values())
    if not carried:
        return ""
    questions = given.questionnaire.questions
    again = sum(is_re_asked(question, given) for question in questions)
    return f"{again} of {len(questions)} re-asked, {carried} carried"


def core(outcome: Outcome) -> str:
    """Return the core’s own score where specialised questionnaires were asked with it, else nothing."""
    alone = outcome.core
    if alone is None or alone.score is None or alone.needed is None:
        return ""
    shown = spread(alone.range) if alone.displayed is None else str(alone.displayed)
    reference = parts_of(outcome.assessment.questionnaire.reference)[0]
    return f"{reference} alone {shown}, mark {half_up(alone.needed)}"


def label(outcome: Outcome) -> str:
    """Return the score's word with the open gates of the target step: “Solid, 2 gates open”."""
    word = outcome.score.label
    if word is None:
        return ""
    gates = len(outcome.growth.open_gates)
    return f"{word}, {counted(gates, 'gate')} open" if gates else word


def _way(way: Distance | None) -> str:
    if way is None:
        return ""
    towards = "for" if way.effort is None else "to"
    return f"{gates_open(way)}{_price(way)} {towards} {way.step}×"


def _price(way: Distance) -> str:
    return "" if way.effort is None else f", {weeks(way.effort, at_least=way.conditional)}"


def _too_little(outcome: Outcome) -> str:
    counts = outcome.score.counts
    return f"{counts.asked} of {counts.total} questions asked: too few for a growth step."


def _asked_so_far(outcome: Outcome) -> str:
    counts = outcome.score.counts
    return f", {counts.asked} of {counts.total} asked," if counts.not_asked else ""


def _seen(outcome: Outcome) -> str:
    failing = outcome.growth.step(2).failing_gates
    seen = sum(outcome.counted[id_].state != "not_asked" for id_ in failing)
    if not seen:
        return ""
    return f"; {counted(seen, 'gate')} of 2× {'is' if seen == 1 else 'are'} open, so none is confirmed"
