"""The screens of the machine: which there are, whether they show the same, and how a window gets onto one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Display:
    """One screen: what the system calls it, what a person calls it, and where it lies."""

    name: str
    title: str
    rect: QRect

    @property
    def size_text(self) -> str:
        """Its size as one reads it."""
        return f"{self.rect.width()} × {self.rect.height()}"


def displays() -> tuple[Display, ...]:
    """Return the screens of now, the primary one first."""
    found = [
        Display(screen.name(), _title(screen), screen.geometry()) for screen in QGuiApplication.screens()
    ]
    return tuple(found)


def are_mirrored(found: Sequence[Display]) -> bool:
    """Say whether two screens show the same: they lie over each other, wholly or in part."""
    return any(one.rect.intersects(other.rect) for one, other in combinations(found, 2))


def under(found: Sequence[Display], window: QWidget) -> Display:
    """Return the screen on which most of a window lies."""
    frame = window.frameGeometry()
    return max(found, key=lambda one: _area(one.rect.intersected(frame)))


def other_than(found: Sequence[Display], here: Display) -> Display:
    """Return the first screen but one; that one itself where there is no other."""
    return next((one for one in found if one.name != here.name), here)


def fill(window: QWidget, display: Display) -> None:
    """Show a window over the whole of a screen."""
    _move(window, display)
    window.showFullScreen()


def stand_on(window: QWidget, display: Display) -> None:
    """Show a window as large as a screen lets it be."""
    _move(window, display)
    window.showMaximized()


def _move(window: QWidget, display: Display) -> None:
    for screen in QGuiApplication.screens():
        if screen.name() == display.name:
            window.setScreen(screen)
    window.setGeometry(display.rect)


def _title(screen: QScreen) -> str:
    known = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    return known or screen.name()


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
