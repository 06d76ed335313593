"""The quarter an assessment belongs to; alone, so that the first paint of the window loads nothing else."""

import re
from dataclasses import dataclass
from typing import Self

_PERIOD = re.compile(r"([0-9]{4})-Q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A quarter, ``2026-Q3``. Stored as chosen, never computed from a clock afterwards."""

    year: int
    quarter: int

    def __post_init__(self) -> None:
        if not (1 <= self.quarter <= 4 and 1000 <= self.year <= 9999):  # noqa: PLR2004 - a calendar's bounds
            msg = f"{self.year}-Q{self.quarter} is no quarter"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY-Qn``.

        Raises:
            ValueError: the text has another form.
        """
        found = _PERIOD.fullmatch(text)
        if found is None:
            msg = f"“{text}” is no quarter; write it like 2026-Q3"
            raise ValueError(msg)
        return cls(int(found[1]), int(found[2]))

    @property
    def ordinal(self) -> int:
        """Quarters since year 0: the difference of two is their distance."""
        return self.year * 4 + self.quarter - 1

    def plus(self, quarters: int) -> "Period":
        """Return the period so many quarters later."""
        year, rest = divmod(self.ordinal + quarters, 4)
        return Period(year, rest + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.quarter}"
