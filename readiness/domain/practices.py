"""Questions that are answered by ticking practices, and the rules that make a risk of what is ticked.

Rules are tried in their order and the first true one decides. A practice that does not apply is neutral: it
never fails an “and”, never carries an “or”, and stays neutral under a “not”; of a share it is no part.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal

Risk = Literal["high", "raised", "medium", "low", "none"]
Rating = Literal["unanswered", "high", "raised", "medium", "low", "none", "unrated"]

LEVEL_OF: Final[dict[Risk, int]] = {"none": 4, "low": 3, "medium": 2, "raised": 1, "high": 0}
"""The level that a risk counts as; a custom lens knows none, medium and high, a share all five."""
RANK: Final[dict[Risk, int]] = {risk: 4 - level for risk, level in LEVEL_OF.items()}
QUARTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Ticked:
    """True where a practice is ticked."""

    id: str


@dataclass(frozen=True, slots=True)
class Not:
    """True where the other is false."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """True where all are."""

    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True where one is."""

    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Share:
    """True where at least so many quarters of some practices are ticked."""

    quarters: int
    of: tuple[str, ...]

    def needed(self, applying: int) -> int:
        """Return how many ticks that is among the practices that apply."""
        return -(-self.quarters * applying // QUARTERS)


@dataclass(frozen=True, slots=True)
class Always:
    """The rule for everything else."""


Condition = Ticked | Not | AllOf | AnyOf | Share | Always


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A risk, and when it holds."""

    condition: Condition
    risk: Risk


def rate(rules: tuple[Rule, ...], ticked: Collection[str], left_out: Collection[str] = ()) -> Rating:
    """Return the risk of what is ticked.

    Nothing ticked and not everything left out is *unanswered*, never the default's risk; no true rule makes
    it *unrated*. ``left_out`` are practices that do not apply.
    """
    if not ticked and not left_out:
        return "unanswered"
    for rule in rules:
        if _holds(rule.condition, ticked, left_out) is not False:
            return rule.risk
    return "unrated"


def _holds(condition: Condition, ticked: Collection[str], left_out: Collection[str]) -> bool | None:
    """Return whether a condition holds; ``None`` where it is neutral."""
    match condition:
        case Always():
            return True
        case Ticked(id=id_):
            return None if id_ in left_out else id_ in ticked
        case Not(of=inner):
            found = _holds(inner, ticked, left_out)
            return None if found is None else not found
        case AllOf(of=parts):
            told = [_holds(part, ticked, left_out) for part in parts]
            return None if all(one is None for one in told) else False not in told
        case AnyOf(of=parts):
            told = [_holds(part, ticked, left_out) for part in parts]
            return None if all(one is None for one in told) else True in told
        case Share(of=ids):
            applying = [id_ for id_ in ids if id_ not in left_out]
            count = sum(id_ in ticked for id_ in applying)
            return count >= condition.needed(len(applying)) if applying else None


def practices_in(condition: Condition) -> Iterator[str]:
    """Yield the practices that a condition names."""
    match condition:
        case Ticked(id=id_):
            yield id_
        case Not(of=inner):
            yield from practices_in(inner)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from practices_in(part)
        case Share(of=ids):
            yield from ids
        case Always():
            return


def written(condition: Condition) -> str:
    """Return a condition in the form that is read back, with every bracket that could be doubted."""
    match condition:
        case Always():
            return "default"
        case Ticked(id=id_):
            return id_
        case Not(of=inner):
            return f"!{_bracketed(inner)}"
        case AllOf(of=parts):
            return " && ".join(map(_bracketed, parts))
        case AnyOf(of=parts):
            return " || ".join(map(_bracketed, parts))
        case Share(quarters=quarters, of=ids):
            return f"{quarters}/{QUARTERS} of ({', '.join(ids)})"


def _bracketed(condition: Condition) -> str:
    text = written(condition)
    return f"({text})" if isinstance(condition, AllOf | AnyOf) else text
