"""How the table review shares its width out: what matters least goes first where there is little room."""

from collections.abc import Collection, Mapping
from typing import Final

from readiness.ui.models.review_model import (
    AGREED,
    COMMENTS,
    ENGINEERING,
    ID,
    PRODUCT,
    QUESTION,
    SURE,
    WHY,
)

_ROOMY: Final = {ID: 96, PRODUCT: 74, ENGINEERING: 74, AGREED: 112, SURE: 122, WHY: 162, COMMENTS: 66}
_TIGHT: Final = {ID: 88, PRODUCT: 62, ENGINEERING: 62, AGREED: 100, SURE: 96, WHY: 148, COMMENTS: 54}
_STEPS: Final[tuple[tuple[int, Mapping[int, int]], ...]] = (
    (1200, _ROOMY),
    (940, _TIGHT),
    (760, {**_TIGHT, SURE: 0}),
    (600, {**_TIGHT, SURE: 0, COMMENTS: 0}),
    (0, {**_TIGHT, PRODUCT: 54, ENGINEERING: 54, AGREED: 88, SURE: 0, COMMENTS: 0, WHY: 0}),
)
"""From which width, before zoom, which columns are how wide; 0 is not shown."""

ONE_LINE: Final = 400
"""The width of a question, before zoom, under which it is written in two lines."""


def shared_out(width: float, hidden: Collection[int]) -> dict[int, int]:
    """Return the width of every column, before zoom; those hidden have none, the question takes the rest."""
    widths = next(widths for least, widths in _STEPS if width >= least)
    given = {column: 0 if column in hidden else wide for column, wide in widths.items()}
    return {**given, QUESTION: max(120, round(width) - sum(given.values()))}
