"""How the last report was made, so that the next one is offered the same way; light, for the first paint."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, cast, get_args

from readiness.reports.options import EVERY_PAGE, FIRST, PAGES_FOR, Audience, Page, Paper

_PAGES: Final = frozenset(get_args(Page))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """The choices that are kept: ``order`` holds every page, ``on`` those that are printed.

    ``accent`` is a colour ``#rrggbb``, ``logo`` the path of a picture, ``folder`` where the last report went.
    ``since`` is the quarter that a report is held against, where it has that one; else the one before.
    """

    audience: Audience = "planning"
    order: tuple[Page, ...] = EVERY_PAGE
    on: tuple[Page, ...] = PAGES_FOR["planning"]
    paper: Paper = "A4"
    grey: bool = False
    room_notes: bool = False
    accent: str = ""
    logo: str = ""
    folder: str = ""
    since: str = ""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that are printed, in their order."""
        return tuple(page for page in self.order if page in self.on)

    def read_by(self, audience: Audience) -> "ReportChoices":
        """Return the choices for other readers, with the pages that are meant for them."""
        return replace(self, audience=audience, on=PAGES_FOR[audience])

    def switched(self, page: Page, *, on: bool) -> "ReportChoices":
        """Return the same with one page on or off; the summary always stays."""
        rest = tuple(one for one in self.on if one != page)
        return replace(self, on=(*rest, page) if on or page == "summary" else rest)

    def moved(self, page: Page, step: int) -> "ReportChoices":
        """Return the same with a page moved up or down; cover and summary stay first."""
        order = list(self.order)
        place = order.index(page)
        other = place + step
        if page in FIRST or not len(FIRST) <= other < len(order):
            return self
        order[place], order[other] = order[other], order[place]
        return replace(self, order=tuple(order))


AS_DESIGNED: Final = ReportChoices()
"""What is offered until somebody chooses."""


def choices_from(tree: object) -> ReportChoices:
    """Read choices from a settings file; whatever is wrong there costs its own default."""
    if not isinstance(tree, Mapping):
        return AS_DESIGNED
    plain = AS_DESIGNED
    audience = tree.get("audience")
    return ReportChoices(
        audience=cast("Audience", audience) if audience in PAGES_FOR else plain.audience,
        order=_order(tree.get("order")),
        on=_pages(tree.get("on")) if isinstance(tree.get("on"), list) else plain.on,
        paper="Letter" if tree.get("paper") == "Letter" else "A4",
        grey=tree.get("grey") is True,
        room_notes=tree.get("room_notes") is True,
        accent=_text(tree.get("accent")),
        logo=_text(tree.get("logo")),
        folder=_text(tree.get("folder")),
        since=_text(tree.get("since")),
    )


def _order(value: object) -> tuple[Page, ...]:
    """Return every page once: those that are named first, then what a newer program has added."""
    named = [page for page in _pages(value) if page not in FIRST]
    return (*FIRST, *named, *(page for page in EVERY_PAGE if page not in FIRST and page not in named))


def _pages(value: object) -> tuple[Page, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(cast("Page", page) for page in value if page in _PAGES))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
