"""The figures of many systems → the matrix of systems and pillars, with the beginning of each seal."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from readiness.domain.period import Period
from readiness.domain.scoring import label_of
from readiness.reports import sentences as say
from readiness.reports.portfolio_facts import Matrix, PillarCell, SystemRow
from readiness.reports.portfolio_weighing import Weighed
from readiness.reports.portfolio_words import more

MOST_PILLARS: Final = 6
_SEAL_SHOWN: Final = 8
_ALL_SHOWN: Final = 16
_WEAK: Final = ("Fragile", "Exposed")


def matrix(systems: Sequence[Weighed], period: Period) -> Matrix:
    """Say how every pillar of every system stands; the systems come in order of name."""
    names = _pillars(systems)
    columns = tuple(names)[:MOST_PILLARS]
    rows = tuple(_row(one, columns, period) for one in systems)
    weak, scored = _counts(rows, len(columns))
    return Matrix(
        title=_title(tuple(names[id_] for id_ in columns), rows, weak, scored),
        columns=tuple(names[id_] for id_ in columns),
        more_pillars=more(len(names) - len(columns), "pillar"),
        rows=rows,
        sums=tuple(f"{low:,} of {of:,}" if of else "none" for low, of in zip(weak, scored, strict=True)),
        seal=together(systems)[:_SEAL_SHOWN] or "–",
    )


def together(systems: Sequence[Weighed]) -> str:
    """Return the beginning of one hash over every seal, by reference, one a line; nothing without any."""
    seals = sorted(f"{one.reference} {one.seal}" for one in systems if one.seal)
    lines = "\n".join(seals).encode("utf-8", "surrogatepass")
    return sha256(lines).hexdigest()[:_ALL_SHOWN] if seals else ""


def _pillars(systems: Sequence[Weighed]) -> dict[str, str]:
    """Return the pillars by id, those of the questions that most systems were asked first."""
    uses = Counter(one.questionnaire for one in systems if one.questionnaire)
    found: dict[str, str] = {}
    for one in sorted(systems, key=lambda one: (-uses[one.questionnaire], one.questionnaire)):
        for pillar in one.pillars:
            found.setdefault(pillar.id, pillar.name)
    return found


def _row(one: Weighed, columns: Sequence[str], period: Period) -> SystemRow:
    shown = {pillar.id: pillar.shown for pillar in one.pillars}
    cells = tuple(_cell(shown, id_) for id_ in columns)
    return SystemRow(
        system=one.system,
        since="" if one.period in {"", str(period)} else one.period,
        step=_step(one),
        cells=cells,
        seal=_seal(one),
        weak=sum(bool(cell.word) for cell in cells),
    )


def _cell(shown: dict[str, int | None], id_: str) -> PillarCell:
    if id_ not in shown:
        return PillarCell(shown="none", band=None)
    score = shown[id_]
    if score is None:
        return PillarCell(shown="unknown", band=None)
    label = label_of(score)
    return PillarCell(shown=str(score), band=min(score // 20, 4), word=label if label in _WEAK else "")


def _step(one: Weighed) -> str:
    if one.basis == "none":
        return "not assessed"
    if one.is_quick:
        return "quick check"
    if one.stand is None:
        return f"{one.asked:,}/{one.total:,} asked" if one.asked < one.total else "no step"
    return f"{one.stand.practice}× of {one.stand.target_step}×"


def _seal(one: Weighed) -> str:
    if one.basis == "sealed":
        return one.seal[:_SEAL_SHOWN]
    return "open" if one.is_open else "–"


def _counts(rows: Sequence[SystemRow], columns: int) -> tuple[list[int], list[int]]:
    """Return of each pillar how many systems are weak in it, and of how many that is known."""
    by_pillar = [[row.cells[place] for row in rows] for place in range(columns)]
    weak = [sum(bool(cell.word) for cell in cells) for cells in by_pillar]
    return weak, [sum(cell.band is not None for cell in cells) for cells in by_pillar]


def _title(
    names: Sequence[str], rows: Sequence[SystemRow], weak: Sequence[int], scored: Sequence[int]
) -> str:
    if not any(scored):
        return "Systems by pillar: no score yet"
    if len(rows) == 1:
        return (
            f"{sum(weak):,} of {say.counted(sum(scored), 'pillar')} {'is' if sum(weak) == 1 else 'are'} weak"
        )
    place = max(range(len(names)), key=lambda place: weak[place])
    if not weak[place]:
        return "No pillar is weak anywhere"
    where = say.counted(scored[place], "system")
    return f"{names[place]} is weak most often: in {weak[place]:,} of {where}"
