"""What a page of the portfolio says of the part it has room for, and of the rest; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from readiness.reports import sentences as say
from readiness.reports.portfolio_facts import SystemRow, TeamAsk, Undone

_THOUSAND: Final = 1000
_MOST_WORDS: Final = 14
_LEAST_WORDS: Final = 3
"""Words that are left of an action that is cut short."""

ELSEWHERE: Final = "in the workspace"


@dataclass(frozen=True, slots=True)
class Said:
    """How many systems and actions a team’s row names."""

    systems: int
    actions: int


FEWER: Final = (
    *(Said(4, actions) for actions in (6, 5, 4, 3)),
    *(Said(3, 3), Said(3, 2), Said(2, 2), Said(2, 1), Said(1, 1), Said(1, 0), Said(0, 0)),
)
"""From much to little; the row takes the first that it has room for."""


def more(count: int, one: str, many: str = "") -> str:
    """Return “and 12 more systems, in the workspace”; nothing where nothing is left."""
    if count <= 0:
        return ""
    return f"and {count:,} more {one if count == 1 else many or f'{one}s'}, {ELSEWHERE}"


def buys(ask: TeamAsk, said: Said) -> str:
    """Return what a team’s person-weeks buy: the steps that are reached, then the actions."""
    steps = ", ".join(part for part in (_reached(ask, said.systems), _stay(ask)) if part)
    actions = _some(ask.actions, said.actions, "action", "; ", ask.count)
    return say.capital(f"{': '.join(part for part in (steps, actions) if part)}.")


def bought(ask: TeamAsk) -> Iterator[str]:
    """Yield what a team’s weeks buy, from much to little; one action is cut short before none is named."""
    for said in FEWER:
        if not said.actions and said.systems:
            yield from (buys(replace(ask, actions=cut), Said(said.systems, 1)) for cut in _cut(ask.actions))
        yield buys(ask, said)


def _cut(actions: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the actions with ever fewer words of the first."""
    words = actions[0].split(" ") if actions else []
    for count in range(min(len(words) - 1, _MOST_WORDS), _LEAST_WORDS - 1, -1):
        first = " ".join(words[:count]).rstrip(",;:.")
        yield (f"{first}…", *actions[1:])


def undone_words(undone: Undone) -> Iterator[str]:
    """Yield what is not done, from much to little, in the same way."""
    for said in FEWER:
        if not said.actions and said.systems:
            yield from (
                left_undone(replace(undone, actions=cut), Said(said.systems, 1))
                for cut in _cut(undone.actions)
            )
        yield left_undone(undone, said)


def left_undone(undone: Undone, said: Said) -> str:
    """Return what is not done, and which systems stay short of their target."""
    actions = _some(undone.actions, said.actions, "", "; ", undone.count)
    told = f"{': '.join(part for part in (undone.lead, actions) if part)}." if undone.lead else ""
    short = _some(undone.short, said.systems, "system", ", ")
    if not short:
        return told
    return f"{told} Short of the target: {short}.".strip()


def rest_of(teams: Sequence[TeamAsk]) -> TeamAsk:
    """Return the teams that there is no room for as one row, with their sums."""
    return joined(teams, say.capital(more(len(teams), "team")))


def joined(teams: Sequence[TeamAsk], name: str) -> TeamAsk:
    """Return several teams as one row, with their sums."""
    columns = range(len(teams[0].weeks)) if teams else ()
    return TeamAsk(
        team=name,
        weeks=tuple(sum(team.weeks[column] for team in teams) for column in columns),
        reaches=tuple(words for team in teams for words in team.reaches),
        stay=sum(team.stay for team in teams),
        actions=tuple(dict.fromkeys(words for team in teams for words in team.actions)),
        count=sum(team.count for team in teams),
    )


def weeks(value: float) -> str:
    """Return person-weeks in a cell: “12”, “0.5”, whole ones from a thousand on, a dash for none."""
    shown = round(value, 0 if value >= _THOUSAND else 1)
    return f"{shown:,.10g}" if shown else "–"


def shown_rows(rows: Sequence[SystemRow], most: int) -> tuple[SystemRow, ...]:
    """Return so many systems at most: where most pillars are weak, but always in order of name."""
    if len(rows) <= most:
        return tuple(rows)
    chosen = sorted(range(len(rows)), key=lambda place: -rows[place].weak)[:most]
    return tuple(rows[place] for place in sorted(chosen))


def _reached(ask: TeamAsk, most: int) -> str:
    if most or not ask.reaches:
        return _some(ask.reaches, most, "system", ", ")
    count = len(ask.reaches)
    return f"{say.counted(count, 'system reaches', 'systems reach')} a further step"


def _stay(ask: TeamAsk) -> str:
    if not ask.stay:
        return ""
    if not ask.reaches:
        return "no further step" if ask.stay == 1 else f"no further step for {ask.stay:,} systems"
    return f"{say.counted(ask.stay, 'system')} to no further step"


def _some(texts: Sequence[str], most: int, one: str, between: str, count: int | None = None) -> str:
    """Return the first few, and how many more there are; ``count`` is how many they are, said once each."""
    left = (len(texts) if count is None else count) - min(most, len(texts))
    if left <= 0:
        return between.join(texts)
    if not most:
        return say.counted(left, one) if one else ""
    rest = say.counted(left, f"more {one}") if one else f"{left:,} more"
    return f"{between.join(texts[:most])}{between}and {rest}"
