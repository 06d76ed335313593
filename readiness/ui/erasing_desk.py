"""What erasing a person is for the window: whole errands of the database thread."""

from functools import partial
from typing import TYPE_CHECKING

from readiness.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.services.erasing import Erased, Standing


def people_in(desk: Desk) -> "tuple[Standing, ...]":
    """Return every person who is named in the workspace."""
    from readiness.services.erasing import people_in as people  # noqa: PLC0415 - when it is asked for

    return people(desk.assessing)


def erase(name: str) -> "Callable[[Desk], Erased]":
    """Return the errand that takes a name out for good."""
    return partial(_erase, name)


def _erase(name: str, desk: Desk) -> "Erased":
    from readiness.services.erasing import erase as erase_person  # noqa: PLC0415 - when it is asked for

    return erase_person(desk.assessing, name)
