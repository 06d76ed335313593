"""What a lens gets wrong: risks that cannot occur, choices without effect, ticks that make things worse.

Found by truth table over everything that could be ticked; each finding names the question and its rule.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from readiness.domain.practices import Always, Risk
from readiness.domain.truth_table import Verdict, judge_rules
from readiness.errors import Fault
from readiness.exchange.checking import in_order
from readiness.exchange.lens.reading import RISKS, read_lens
from readiness.exchange.lens.values import Lens, LensQuestion

_NAMES: Final[dict[Risk, str]] = {risk: name for name, risk in RISKS.items()}
_WORDS: Final[dict[Risk, str]] = {"none": "no risk", "medium": "a medium risk", "high": "a high risk"}


def check_lens(content: bytes) -> tuple[Fault, ...]:
    """Return everything that is wrong with a lens file, as it stands in it."""
    reading = read_lens(content)
    if reading.lens is None:
        return reading.faults
    return in_order((*reading.faults, *lint_lens(reading.lens, reading.places)))


def lint_lens(lens: Lens, places: Mapping[str, tuple[int, int]]) -> Iterator[Fault]:
    """Yield what the rules of each question get wrong; all of it can be borne."""
    for question in lens.questions:
        line, column = places.get(question.id, (0, 0))
        for code, message in _found(question):
            yield Fault(
                code=code, message=message, severity="warning", line=line, column=column, id=question.id
            )


def verdict_on(question: LensQuestion) -> Verdict:
    """Return what the truth table of a question says."""
    alone = [choice.id for choice in question.choices if choice.stands_alone]
    return judge_rules([choice.id for choice in question.choices], alone, question.rules)


def _found(question: LensQuestion) -> Iterator[tuple[str, str]]:
    told = verdict_on(question)
    here = f"{question.id}: "
    for id_ in told.strangers:
        yield "unknown-choice", f"{here}a rule names “{id_}”, which is no choice"
    if not told.has_default:
        yield "no-default", f"{here}there is no rule for everything else"
    elif not isinstance(question.rules[-1].condition, Always):
        yield (
            "default-not-last",
            f"{here}the rule for everything else is not the last, so later ones never hold",
        )
    if told.has_unrated:
        yield "unrated-selection", f"{here}some selection is rated by no rule"
    if not question.is_informational:
        yield from _misrated(question, told)


def _misrated(question: LensQuestion, told: Verdict) -> Iterator[tuple[str, str]]:
    here = f"{question.id}: "
    for risk in told.unreachable:
        yield "unreachable-risk", f"{here}{_NAMES[risk]} has a rule and can never occur"
    if told.never_high and "high" not in told.unreachable:
        yield "never-high", f"{here}whatever is ticked, the risk is never high"
    if told.none_rated == "medium":
        yield "none-is-medium", f"{here}“none of these” is only {_WORDS['medium']}"
    if told.none_rated == "none":
        yield "none-is-no-risk", f"{here}“none of these” is {_WORDS['none']}"
    for id_ in told.ignored:
        yield "ignored-choice", f"{here}ticking “{id_}” changes nothing: no rule names it"
    for id_ in told.raising:
        yield "raising-tick", f"{here}ticking “{id_}” as well can make the risk higher"
    if told.risky_when_complete is not None:
        left = _WORDS[told.risky_when_complete]
        yield "risky-when-complete", f"{here}with everything ticked there is still {left}"
