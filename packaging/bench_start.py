"""Start-up: spawn to the first painted window, ours with systems in it against a bare one.

As a program, ``bench_start.py bare`` or ``bench_start.py ours WORKSPACE`` says “ready” when it has painted.
"""

import json
import os
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench_measure import Child, Pair, compare, take_turns

if TYPE_CHECKING:
    from collections.abc import Callable

HEAVY = ("sqlalchemy", "sqlmodel", "pydantic", "alembic", "matplotlib", "reportlab")


def measure() -> list[Pair]:
    """Return the rows of start-up."""
    from readiness.services.sample import write_sample  # noqa: PLC0415 - the child must not pay for it

    with TemporaryDirectory(prefix="readiness-bench-") as folder:
        workspace = Path(folder) / "sample.readiness"
        write_sample(workspace)
        folders = {f"XDG_{name}_HOME": folder for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        bare = Child("bench_start.py", "bare", environment=folders)
        ours = Child("bench_start.py", "ours", str(workspace), environment=folders)
        taken = take_turns({"bare PySide6 window": bare, "Home with the sample's systems": ours})
    loaded = ours.told[-1]["loaded"]
    notes = [f"peak {bare.peak_mb:.0f} MB bare", f"heavy modules at the first paint: {loaded or 'none'}"]
    return [
        compare(
            taken,
            "first useful window",
            "Home with the sample's systems",
            "bare PySide6 window",
            1.5,
            peak_mb=ours.peak_mb,
            notes=notes,
        )
    ]


def say_ready() -> None:
    """Tell the parent, then leave at once: ending is not what is measured."""
    os.write(1, b"ready\n")
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    loaded = [name for name in HEAVY if name in sys.modules]
    os.write(1, json.dumps({"peak_mb": peak, "loaded": loaded}).encode())
    os._exit(0)


def show_bare() -> int:
    """Show an empty window of the same size."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - its cost is what is measured
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - see above

    class Window(QMainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() == QEvent.Type.Paint:
                say_ready()
            return done

    application = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    return application.exec()


def show_ours(workspace: str) -> int:
    """Show the program as a user starts it; ready when Home has painted its systems."""
    from readiness import app  # noqa: PLC0415 - its cost is what is measured

    made: Callable[..., app.Program] = app.Program

    def watched(*arguments: object) -> app.Program:
        program = made(*arguments)
        program.window.painted.connect(say_ready)
        return program

    app.Program = watched  # type: ignore[assignment,misc]  # the program is watched, not changed
    return app.run([workspace])


if __name__ == "__main__":
    sys.exit(show_bare() if sys.argv[1] == "bare" else show_ours(sys.argv[2]))
