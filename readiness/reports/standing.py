"""How one question stands, in words: what counts, what a growth step asks of it."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.assessment import Answer
from readiness.domain.attaining import attained
from readiness.domain.cheapest import next_practices, practice_words
from readiness.domain.counting import Counted
from readiness.domain.counting import standing as standing_answers
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import LEVEL_NAMES, Question, Tier, requirement
from readiness.domain.ticking import goes_by_share, titles

HIGHEST: Final = len(LEVEL_NAMES) - 1

RISK_WORDS: Final[Mapping[int, str]] = {0: "high risk", 2: "medium risk", 4: "no risk"}
"""What levels are called that follow from ticked practices."""
SHARE_WORDS: Final = (
    "less than a quarter ticked",
    "a quarter ticked",
    "half ticked",
    "three quarters ticked",
    "all ticked",
)
"""What they are called where the share of the practices makes them."""


def stands(fact: Counted) -> str:
    """Return “1 Ad hoc”, “unknown”, “does not apply” or “not asked”, with what a doubt takes away."""
    reason = doubt(fact)
    return f"{plainly(fact)}, {reason}: counts as {fact.effective}" if reason else plainly(fact)


def plainly(fact: Counted) -> str:
    """Return the same without the doubt."""
    if fact.level is None:
        return {"unknown": "unknown", "not_applicable": "does not apply"}.get(fact.state, "not asked")
    return named(fact.level)


def doubt(fact: Counted) -> str:
    """Return why a level counts less towards growth than it says; nothing where it counts in full."""
    if fact.level is None or fact.effective == fact.level:
        return ""
    return "a guess" if fact.sureness == "guess" else "without evidence"


def named(level: int) -> str:
    """Return “2 Partial”."""
    return f"{level} {LEVEL_NAMES[level]}"


def asks(question: Question, step: Tier) -> str:
    """Return “10× asks 2 Partial”; nothing where the step asks nothing of the question."""
    level = asked_level(question, step)
    if level is None:
        return ""
    return f"{step}× asks {at_least(question, level) if question.kind == 'practices' else named(level)}"


def at_least(question: Question, level: int) -> str:
    """Return the risk that a level asks for: a lens has none between medium and none."""
    if goes_by_share(question):
        return SHARE_WORDS[attained(question, level)]
    return next(words for reached, words in RISK_WORDS.items() if reached >= level)


def called(question: Question, fact: Counted) -> str:
    """Return what counts, as the question calls it: “1 Ad hoc”, or “medium risk”."""
    if question.kind == "practices" and fact.level is not None:
        if goes_by_share(question):
            return SHARE_WORDS[fact.level]
        return RISK_WORDS.get(fact.level, named(fact.level))
    return plainly(fact)


def meaning(outcome: Outcome, question: Question) -> str:
    """Return what the level means: its anchor, or the practices that are ticked and those left out."""
    fact = outcome.counted[question.id]
    if fact.level is None:
        return ""
    if question.kind == "levels":
        return question.levels[fact.level]
    told = min(standing_answers(question, outcome.assessment), key=level_or_none)
    ticked, left_out = (
        "; ".join(title.rstrip(".") for title in titles(question, ids))
        for ids in (told.ticked, told.left_out)
    )
    parts = (f"Ticked: {ticked or 'nothing'}", f"Does not apply: {left_out}" if left_out else "")
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def level_or_none(answer: Answer) -> int:
    """Return a level to sort by; an answer without one comes last."""
    return HIGHEST + 1 if answer.level is None else answer.level


def asked_level(question: Question, step: Tier) -> int | None:
    """Return the level that a step asks; ``None`` where it asks nothing of the question."""
    return requirement(step, question.hurts_at) if question.weight else None


def standing(outcome: Outcome, question: Question) -> str:
    """Return “ARC-11, gate. 1 Ad hoc; 10× asks 2 Partial”."""
    gate = ", gate" if question.gate else ""
    asked = asks(question, outcome.growth.target_step)
    if question.kind == "practices":
        return f"{question.id}: {_risk(outcome, question)}"
    parts = [stands(outcome.counted[question.id]), *([asked] if asked else [])]
    return f"{question.id}{gate}: {'; '.join(parts)}"


def _risk(outcome: Outcome, question: Question) -> str:
    """Return “high risk; least to do: …”: the fewest practices that lower it."""
    fact = outcome.counted[question.id]
    if fact.level is None:
        return plainly(fact)
    added = practice_words(next_practices(outcome.assessment, question.id, fact.level + 1))
    risk = called(question, fact)
    return f"{risk}; least to do: {added}" if added else risk


def felt(question: Question) -> str:
    """Return what the business feels; a questionnaire without that line has the prompt."""
    return question.consequence or question.prompt
