"""Letters jump among ids: to the next pillar that begins with one, or within it to the next question."""

from collections.abc import Sequence


def jump(ids: Sequence[str], at: int, letter: str) -> int:
    """Return the place to jump to from ``at``; −1 where no id begins with the letter."""
    wanted = letter.casefold()
    count = len(ids)
    around = [(at + step) % count for step in range(1, count + 1)] if count else []
    found = [place for place in around if ids[place].casefold().startswith(wanted)]
    if not found:
        return -1
    here = _part(ids[at]) if 0 <= at < count else ""
    return next((place for place in found if _part(ids[place]) != here), found[0])


def _part(id_: str) -> str:
    return id_.rpartition("-")[0]
