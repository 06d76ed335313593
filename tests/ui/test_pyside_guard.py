"""The guard against a Qt binding that ends the process after a few thousand calls.

PySide6 6.12.0 on CPython 3.11 drops one reference to ``None`` with every call that returns nothing. About
5,700 such calls later the interpreter dies with ``none_dealloc``. This runs 20,000 of them in a process of
its own, so that a bad binding fails one test and not the whole run.
"""

import subprocess
import sys

import pytest

_CALLS = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
application = QCoreApplication([])
thing = QObject()
{extra}
for _ in range(100):
    thing.setObjectName("warm")
before = sys.getrefcount(None)
for turn in range(5000):
    thing.setObjectName("a")
    thing.blockSignals(False)
    QCoreApplication.processEvents()
    thing.findChild(QObject, "nobody")
    {drop}
print(sys.getrefcount(None) - before)
"""


def _references_lost(*, extra: str = "", drop: str = "pass") -> int:
    script = _CALLS.format(extra=extra, drop=drop)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=90, check=True
    )
    return -int(done.stdout)


def test_qt_calls_do_not_eat_references_to_none() -> None:
    assert _references_lost() < 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no reference count to lose from 3.12 on")
def test_the_guard_notices_lost_references() -> None:
    steal = "import ctypes; drop = ctypes.pythonapi.Py_DecRef; drop.argtypes = [ctypes.py_object]"
    lost = _references_lost(extra=steal, drop="turn < 1000 and drop(None)")
    assert lost >= 900
