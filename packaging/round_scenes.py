"""The pictures of a round: twenty systems, awkward ones, one, none, a date being typed, the sheets."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import round_systems
from PySide6.QtWidgets import QAbstractButton

from readiness.services.assessing import Assessing, Draft
from readiness.ui.pages.round.round_view import RoundView

if TYPE_CHECKING:
    from shots import Studio

Go = Callable[["Studio"], None]

NONE: Final = "round-none"
ONE: Final = "round-one"
MANY: Final = "round-many"
AWKWARD: Final = "round-awkward"


def write_rounds(folder: Path) -> None:
    """Write the workspaces that the pictures show, and a package to take in."""
    Assessing.create(folder / f"{NONE}.readiness").close()
    one = Assessing.create(folder / f"{ONE}.readiness")
    one.start(Draft(system="Checkout API", period=round_systems.QUARTER, mode="private"))
    one.close()
    round_systems.write_round(folder / f"{MANY}.readiness")
    round_systems.write_awkward_round(folder / f"{AWKWARD}.readiness")
    with TemporaryDirectory() as temporary:
        round_systems.write_packages(Path(temporary), folder)


def show(name: str) -> Go:
    """Return the way to a round."""

    def go(studio: "Studio") -> None:
        studio.open(studio.places.sample.with_name(f"{name}.readiness"))
        studio.window.go_portfolio()
        studio.settle()
        button = studio.window.findChild(QAbstractButton, "option-round")
        if button is not None:
            button.click()
        studio.settle()
        _view(studio).take_focus()

    return go


def typing(studio: "Studio") -> None:
    """Type a date in its place."""
    show(MANY)(studio)
    table = _view(studio).table
    table.select(2)
    table.edit_due(2)


def leaving(studio: "Studio") -> None:
    """Ask why a system leaves."""
    show(MANY)(studio)
    _view(studio).acts.leave_or_return(4)


def taking_in(studio: "Studio") -> None:
    """Look at what a package would bring."""
    show(ONE)(studio)
    _view(studio).ways.look_at(studio.places.sample.with_name("Mobile gateway.readiness-package"))
    studio.settle()


def _view(studio: "Studio") -> RoundView:
    found = studio.window.findChild(RoundView)
    if found is None:
        raise LookupError
    return found


SCENES: Final = (
    ("21-round", show(MANY)),
    ("21-round-awkward", show(AWKWARD)),
    ("21-round-one", show(ONE)),
    ("21-round-none", show(NONE)),
    ("21-round-date", typing),
    ("21-round-leaving", leaving),
    ("21-round-package", taking_in),
)
