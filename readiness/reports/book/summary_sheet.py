"""What page 1 and the scorecard say, one fact a row: a number where there is one, and the words."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from readiness.domain.growth import StepResult
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import Effect
from readiness.domain.risks import RiskKind
from readiness.reports import sentences as say
from readiness.reports.background import NOTHING
from readiness.reports.book.values import Cell, Column, Row, Sheet, figure, shown_score
from readiness.reports.facts import Consequence, ReportContent, Scorecard, Summary
from readiness.reports.summary_content import more_of, open_first, short_limits, used_of
from readiness.reports.written_content import written

_COLUMNS: Final = (
    Column("Section", 22, "group"),
    Column("Item", 44, "id"),
    Column("Number", 12),
    Column("Unit", 16),
    Column("In words", 90),
)
_KINDS: Final[dict[RiskKind, str]] = {
    "gate": "Open gate",
    "unknown": "Unknown, and heavy",
    "divergence": "The sides differ",
    "unsupported": "High level on a guess",
    "combination": "Dangerous together",
    "safety": "Safety",
    "limit": "Limit below the target",
}

_IN_IT: Final = (
    "Every question with the answer that counts, and each side’s own level once answers are revealed. Notes "
    "are here only where they were meant for the report. Notes for the room, hidden answers and the names "
    "of people stay out; the answers file (YAML or JSON) is for the archive and has the names."
)
_TEXTS: Final = (
    "Nothing is cut. A text too long for one cell goes on in the row beneath, and both say so. Characters "
    "that cannot be seen are written as codes, such as ⟨U+0000⟩. What was typed is text, neither a formula "
    "nor a link."
)
_FIGURES: Final = (
    "A number is kept unrounded where the format has numbers. A score is empty where too little is answered "
    "for one figure; its plausible range stands."
)
_ABOUT: Final = (("What is in it", _IN_IT), ("Texts", _TEXTS), ("Numbers", _FIGURES))

Fact = tuple[str, Cell, str, str]
"""Item, number, unit, words."""


def summary_sheet(outcome: Outcome, said: ReportContent) -> Sheet:
    """Return the sheet."""
    rows = chain.from_iterable(_sections(outcome, said))
    return Sheet(name="Summary", layout="facts", columns=_COLUMNS, rows=tuple(rows))


def _sections(outcome: Outcome, said: ReportContent) -> Iterator[Iterator[Row]]:
    yield _under("Assessment", _frame(said))
    if said.summary is not None:
        yield _under("Score", _score(outcome, said.summary))
        yield _under("Growth", _growth(outcome, said.summary))
    yield _under("Load", _load(outcome))
    yield _under("Limits", _limits(outcome))
    if said.summary is not None:
        yield _under("What breaks first", _breaks(outcome, said.summary))
        yield _under("What we would not see", _consequences(outcome, "blinds", said.summary.unseen))
        yield _under("What keeps us slow", _consequences(outcome, "slows", said.summary.slow))
    if said.scorecard is not None:
        yield _under("Gates", _gates(said.scorecard))
        yield _under("Beside the verdict", (_words(c.title, c.text) for c in said.scorecard.cautions))
    yield _under("Risk flags", _risks(outcome))
    yield _under("Written beside the answers", _beside(outcome))
    yield _under("Product and engineering", _alignment(outcome))
    if said.scorecard is not None:
        yield _under("How to read it", (_words(*line) for line in said.scorecard.reading))
    yield _under("About this file", (_words(*line) for line in _ABOUT))


def _under(section: str, facts: Iterator[Fact]) -> Iterator[Row]:
    return (
        (section, item, number, unit if number is not None else "", words)
        for item, number, unit, words in facts
    )


def _words(item: str, words: str) -> Fact:
    return item, None, "", words


def _frame(said: ReportContent) -> Iterator[Fact]:
    yield _words("System", said.system)
    yield _words("Period", said.period)
    yield _words("State", said.draft or "Closed and sealed")
    if said.date:
        yield _words("Last answered", said.date)
    for label, text in () if said.answers is None else said.answers.frame:
        yield _words(label, text)


def _beside(outcome: Outcome) -> Iterator[Fact]:
    """Yield decisions, actions, accepted risks and open facts, with nobody’s name."""
    return (_words(label, text) for label, text in written(outcome, NOTHING, names=False))


def _score(outcome: Outcome, said: Summary) -> Iterator[Fact]:
    score = outcome.score
    yield _words("Verdict", said.headline)
    yield "Score", shown_score(score), "of 100", said.score.finding
    if score.range is not None:
        yield "Plausible from", figure(score.range.low, "score"), "of 100", ""
        yield "Plausible to", figure(score.range.high, "score"), "of 100", ""
    yield "Mark for the target", figure(score.needed, "score"), "of 100", said.score.mark
    if score.displayed is not None:
        yield (
            "Strict score",
            figure(score.strict_score, "score"),
            "of 100",
            "What does not apply counts as 0.",
        )
        yield "Best case", figure(score.best_case, "score"), "of 100", "What is unknown counts as 100."
    if outcome.core is not None:
        yield "Core alone", shown_score(outcome.core), "of 100", say.core(outcome)
    yield "Coverage", figure(score.coverage, "share"), "", "Weight answered with a level, of what applies."
    yield "Evidenced", figure(score.evidenced_share, "share"), "", said.sure.finding
    for sentence in said.sure.sentences:
        yield _words("How sure", sentence)


def _growth(outcome: Outcome, said: Summary) -> Iterator[Fact]:
    growth, ladder = outcome.growth, said.ladder
    limit, way = growth.first_known_limit, growth.distance
    untested = say.tested(growth) if growth.tested_ceiling is None else ""
    yield "Tested to", figure(growth.tested_ceiling, "times"), "today’s peak", untested
    factor = None if limit is None else limit.factor
    resource = say.first_limit(growth) if limit is None else say.capital(limit.resource)
    yield "First known limit", figure(factor, "times"), "today’s peak", resource
    reached = growth.practice_ceiling if ladder.judged else None
    yield "Practices support", figure(reached, "step"), "today’s peak", say.practices(outcome)
    plan = f"{say.capital(say.need(outcome))}."
    yield "The plan needs", figure(growth.target_factor, "times"), "today’s peak", plan
    yield "Judged at", figure(growth.target_step, "step"), "today’s peak", ""
    if way is not None and ladder.judged:
        yield "To the next step", figure(way.effort), "person-weeks", f"{say.capital(say.distance(growth))}."
    for step in growth.tiers:
        yield _step(step, judged=ladder.judged)


def _step(step: StepResult, *, judged: bool) -> Fact:
    return (
        f"{step.factor}×, attainment",
        figure(step.attainment, "share"),
        "",
        " ".join(_step_words(step, judged=judged)),
    )


def _step_words(step: StepResult, *, judged: bool) -> Iterator[str]:
    if step.passes is None:
        yield "Nothing that applies asks for it."
        return
    if judged:
        yield "Passes on its own." if step.passes else "Does not pass."
    for label, ids in (
        ("Gates open", step.failing_gates),
        ("Topics with less than half", step.weak_topics),
        ("Limits below it", step.blocking_limits),
    ):
        if ids:
            yield f"{label}: {', '.join(ids)}."


def _load(outcome: Outcome) -> Iterator[Fact]:
    for driver in outcome.assessment.load:
        yield f"{driver.id}, today’s peak", figure(driver.today), driver.unit, driver.peak
        yield f"{driver.id}, target", figure(driver.target), driver.unit, say.times(driver.factor)
        tested = "" if driver.tested is not None else "Untested."
        yield f"{driver.id}, tested to", figure(driver.tested), driver.unit, tested


def _limits(outcome: Outcome) -> Iterator[Fact]:
    for limit in outcome.assessment.limits:
        name = say.capital(limit.resource)
        measured = ", ".join(part for part in (limit.source, limit.measured_on) if part)
        yield f"{name}: factor", figure(limit.factor, "times"), "today’s peak", say.capital(used_of(limit))
        yield f"{name}: used", figure(limit.used), limit.unit, measured
        yield f"{name}: limit", figure(limit.limit), limit.unit, more_of(limit)


def _breaks(outcome: Outcome, said: Summary) -> Iterator[Fact]:
    by_id = outcome.assessment.questionnaire.by_id
    for (factor, _), row in zip(short_limits(outcome), said.limits, strict=True):
        yield row.felt, figure(factor, "times"), "today’s peak", f"{row.what} {row.stands}"
    for id_, row in zip(open_first(outcome, outcome.growth.breaks_first), said.failures, strict=True):
        words = f"{row.what} {row.stands}".strip()
        yield row.felt, figure(by_id[id_].hurts_at, "step"), "today’s peak", words
    if said.nothing_breaks:
        yield _words("Nothing", said.nothing_breaks)


def _consequences(outcome: Outcome, effect: Effect, rows: tuple[Consequence, ...]) -> Iterator[Fact]:
    by_id = outcome.assessment.questionnaire.by_id
    ids = open_first(outcome, outcome.growth.shortfalls)
    short = [by_id[id_] for id_ in ids if by_id[id_].effect == effect]
    for question, row in zip(short, rows, strict=True):
        yield row.felt, figure(question.hurts_at, "step"), "today’s peak", row.question


def _gates(said: Scorecard) -> Iterator[Fact]:
    yield _words("All", f"{said.gates_title}.")
    for gate in said.gates:
        yield _words(
            f"{gate.id} {gate.prompt}", f"{say.capital(gate.state)}. {gate.stands}; asked: {gate.asks}."
        )


def _risks(outcome: Outcome) -> Iterator[Fact]:
    by_id = outcome.assessment.questionnaire.by_id
    resources = {limit.id: say.capital(limit.resource) for limit in outcome.assessment.limits}
    for risk in outcome.risks:
        asked = (f"{id_} {by_id[id_].prompt}" for id_ in risk.questions)
        about = (f"{risk.id}: {risk.says}" if risk.says else resources.get(risk.id, ""), *asked)
        yield _words(_KINDS[risk.kind], "\n".join(part for part in about if part))


def _alignment(outcome: Outcome) -> Iterator[Fact]:
    found = outcome.alignment
    if found.index is None:
        return
    words = {"aligned": "Aligned.", "discuss": "Worth a talk.", "agenda": "An item for the agenda."}
    verdict = "" if found.verdict is None else words[found.verdict]
    yield "Index of divergence", figure(found.index), "0 to 1", verdict
    yield "Bias", figure(found.bias), "−1 to 1", "Above 0 product sees things rosier."
