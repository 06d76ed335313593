"""The two sides of a system in words: what they are called, whatever the people called them."""

from PySide6.QtCore import QCoreApplication

from readiness.domain.counting import Side
from readiness.domain.lanes import Lanes


def side_name(lanes: Lanes, side: Side) -> str:
    """Return what a side is called here."""
    return lanes.name(side) or usual_name(side)


def usual_name(side: Side) -> str:
    """Return what a side is called where it has no name of its own."""
    if side == "product":
        return QCoreApplication.translate("Sides", "Product")
    return QCoreApplication.translate("Sides", "Engineering")


def other_side(side: Side) -> Side:
    """Return the side across the table."""
    return "engineering" if side == "product" else "product"
