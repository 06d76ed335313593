"""Imports are Python's own again, once Qt is loaded.

The Qt binding puts a step of its own behind every import of a process, for switches that we do not use: it
reads the source of each module to see whether that uses Qt, and on the way asks the module for a name. A
module that answers such questions by importing more of itself, as pydantic does, then fails half made,
depending on what was imported before, and in which thread. Without it, starting is a quarter quicker.
"""

import builtins
import sys
from typing import Final

_HOOK: Final = "__feature_import__"
_BEFORE: Final = "__orig_import__"


def unhook() -> None:
    """Put back the import that the binding replaced; where it did not, nothing is done."""
    import PySide6.QtCore  # noqa: F401, PLC0415 - or it would be hooked in again

    names = vars(builtins)
    if getattr(names["__import__"], "__name__", "") == _HOOK and callable(names.get(_BEFORE)):
        names["__import__"] = names[_BEFORE]


def is_hooked() -> bool:
    """Whether imports take the step of the binding."""
    return "PySide6" in sys.modules and vars(builtins)["__import__"].__name__ == _HOOK
