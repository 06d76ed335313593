"""What one can do with an action or an accepted risk, as a menu: the same as by its keys."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from readiness.domain.promises import ActionState
from readiness.ui.action_words import state_words

STATES: Final[tuple[ActionState, ...]] = ("planned", "under_way", "done", "slipped", "dropped")
"""In the order of the keys 1 to 5."""

Ask = Callable[[str, str], object]
"""Takes a wish and the key of the action."""


def card_menu(parent: QWidget, key: str, state: str, ask: Ask, *, is_placed: bool) -> QMenu:
    """Return the menu of an action; what is not placed can be put into the plan."""
    menu = _menu(parent)
    _add(menu, _tr("Edit…"), "Enter", partial(ask, "edit", key)).setObjectName("menu-edit")
    menu.addSeparator()
    group = QActionGroup(menu)
    for number, one in enumerate(STATES, start=1):
        action = _add(menu, state_words(one), str(number), partial(ask, f"state-{one}", key))
        action.setObjectName(f"menu-state-{one}")
        action.setCheckable(True)
        action.setChecked(one == state)
        group.addAction(action)
    menu.addSeparator()
    for words, keys, wish in _moves(is_placed=is_placed):
        _add(menu, words, keys, partial(ask, wish, key)).setObjectName(f"menu-{wish}")
    menu.addSeparator()
    _add(menu, _tr("Accept the risk…"), "A", partial(ask, "accept", key)).setObjectName("menu-accept")
    return menu


def risk_menu(parent: QWidget, key: str, ask: Ask) -> QMenu:
    """Return the menu of an accepted risk."""
    menu = _menu(parent)
    _add(menu, _tr("Edit…"), "Enter", partial(ask, "risk", key)).setObjectName("menu-risk")
    withdraw = _add(menu, _tr("Withdraw the acceptance"), "Del", partial(ask, "withdraw", key))
    withdraw.setObjectName("menu-withdraw")
    return menu


def _moves(*, is_placed: bool) -> Iterator[tuple[str, str, str]]:
    if not is_placed:
        yield _tr("Put it into the plan"), "Alt ←", "sooner"
        return
    yield _tr("A quarter sooner"), "Alt ←", "sooner"
    yield _tr("A quarter later"), "Alt →", "later"
    yield _tr("Fix it where it stands"), "Alt ↓", "fix"
    yield _tr("Let the plan find its quarter"), "Alt ↑", "release"
    yield _tr("Try without it"), "Space", "try"
    yield _tr("Take it out of the plan"), "Del", "drop"


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName("action-menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, words: str, keys: str, run: Callable[[], object]) -> QAction:
    """Add an action with its keys in words: as shortcuts they would work twice."""
    action = menu.addAction(f"{words}\t{keys}")
    action.triggered.connect(_Run(run))
    return action


class _Run:
    """Runs without the flag that Qt sends along."""

    def __init__(self, run: Callable[[], object]) -> None:
        self._run = run

    def __call__(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt sends it so
        self._run()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roadmap", text)
