"""Two quarters → where each topic stood and stands; pure. Nothing rose within the noise."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.domain.changes import QuestionChange
from readiness.domain.comparison import Comparison, PillarChange
from readiness.domain.figures import POINTS_A_LEVEL
from readiness.reports import change_sentences as told
from readiness.reports import sentences as say
from readiness.ui.quarters import shown_quarter
from readiness.ui.widgets.slope_chart import Slope, SlopeLine

if TYPE_CHECKING:
    from readiness.domain.outcome import Outcome


def slope(
    found: Comparison,
    topics: tuple[PillarChange, ...],
    outcomes: "tuple[Outcome, Outcome]",
    *,
    like_for_like: bool,
) -> Slope:
    """Return the topics that stand in both quarters, over the same questions or as reported."""
    lines = tuple(_alike(found, topics) if like_for_like else _reported(*outcomes))
    note = "Topics, 0 to 100, as reported, whatever was asked"
    if like_for_like:
        note = "Topics, 0 to 100, on the same questions; grey ones moved within the noise"
    return Slope(
        before=shown_quarter(found.before.period, found.before.revision),
        after=shown_quarter(found.after.period, found.after.revision),
        lines=lines,
        finding=_finding(lines, like_for_like=like_for_like),
        note=note,
    )


def _alike(found: Comparison, topics: tuple[PillarChange, ...]) -> Iterator[SlopeLine]:
    rows = {row.id: row for row in found.questions}
    changes = {topic.id: topic for topic in topics}
    for pillar in found.after.questionnaire.pillars:
        for topic in pillar.topics:
            id_ = f"{pillar.id}.{topic.id}"
            matched = [rows[question.id] for question in topic.questions if rows[question.id].is_matched]
            before, after = _mean(matched, is_after=False), _mean(matched, is_after=True)
            change = changes.get(id_)
            if before is None or after is None or change is None or change.noise is None:
                continue
            yield SlopeLine(
                name=topic.name,
                before=before,
                after=after,
                words=f"{told.points(after - before)} {told.VERDICT_WORDS[change.noise.verdict]}",
                is_said=change.noise.may_be_said and before != after,
            )


def _mean(rows: list[QuestionChange], *, is_after: bool) -> float | None:
    weight = sum(row.weight for row in rows)
    if not weight:
        return None
    levels = ((row.after if is_after else row.before) or 0.0 for row in rows)
    total = sum(row.weight * level for row, level in zip(rows, levels, strict=True))
    return POINTS_A_LEVEL * total / weight


def _reported(before: "Outcome", after: "Outcome") -> Iterator[SlopeLine]:
    then = {(pillar.id, topic.id): topic.score for pillar in before.score.pillars for topic in pillar.topics}
    for pillar in after.score.pillars:
        for topic in pillar.topics:
            was, now = then.get((pillar.id, topic.id)), topic.score
            if was is not None and now is not None:
                words = told.points(now - was)
                yield SlopeLine(name=topic.name, before=was, after=now, words=words)


def _finding(lines: tuple[SlopeLine, ...], *, like_for_like: bool) -> str:
    if not lines:
        return "No topic stands in both quarters"
    if not like_for_like:
        return f"{say.capital(say.counted(len(lines), 'topic'))} as reported in both quarters"
    rose = [line.name for line in lines if line.is_said and line.after > line.before]
    fell = [line.name for line in lines if line.is_said and line.after < line.before]
    if not rose and not fell:
        return f"No clear change in any of {say.counted(len(lines), 'topic')}"
    parts = [_moved(names, verb) for names, verb in ((rose, "rose"), (fell, "fell")) if names]
    rest = len(lines) - len(rose) - len(fell)
    return f"{say.capital(', '.join(parts))}; {rest} show no clear change"


def _moved(names: list[str], verb: str) -> str:
    if len(names) == 1:
        return f"{names[0]} {verb}"
    return f"{say.in_words(len(names))} topics {verb}"
