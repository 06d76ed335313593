"""Quarters as they stand on the screen: a hyphen in them never breaks the line."""

from typing import Final

NO_BREAK_HYPHEN: Final = "\u2011"


def shown_quarter(period: object, revision: int = 1) -> str:
    """Return a period, with its revision where that is not the first."""
    shown = str(period).replace("-", NO_BREAK_HYPHEN)
    return f"{shown} #{revision}" if revision > 1 else shown
