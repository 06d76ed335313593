"""How long the window stands still while a report is made, over how long it does while nothing happens."""

import os
from collections.abc import Callable
from time import perf_counter

from bench_measure import ROUNDS, Pair

from readiness.domain.assessment import Assessment

MOST_MS = 16.0
"""Over an idle window: one frame."""


def measure(assessment: Assessment) -> Pair:
    """Return the worst gap between two turns of the event loop, while a report is made and without one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the other rows need no window

    from readiness.reports.options import ReportOptions  # noqa: PLC0415 - see above
    from readiness.services.reporting import FIRST_QUARTER  # noqa: PLC0415 - see above
    from readiness.ui.backend import Backend  # noqa: PLC0415 - see above
    from readiness.ui.tasks import TaskRunner  # noqa: PLC0415 - see above

    application = QApplication.instance() or QApplication([])
    backend, tasks = Backend(), TaskRunner()

    def made() -> bytes:
        return backend.render_pdf(assessment, ReportOptions(), FIRST_QUARTER)

    made()  # the process that makes it is started beforehand, as the window does
    pairs = []
    for _ in range(ROUNDS):
        done: list[object] = []
        begun = perf_counter()
        tasks.run(made, done.append)
        busy = _worst(application.processEvents, lambda done=done: bool(done))  # type: ignore[misc]
        ends = perf_counter() + (perf_counter() - begun)
        idle = _worst(application.processEvents, lambda ends=ends: perf_counter() >= ends)  # type: ignore[misc]
        pairs.append((busy, idle))
    tasks.wait()
    backend.close()
    over = sorted((busy - idle) * 1000 for busy, idle in pairs)[len(pairs) // 2]
    ratios = sorted(busy / idle for busy, idle in pairs)
    verdict = "pass" if over <= MOST_MS else "MISS"
    return Pair(
        name="window beside a report",
        ours="worst stall while it is made",
        floor="worst stall while idle",
        target=None,
        ratio=ratios[len(ratios) // 2],
        lowest=ratios[0],
        highest=ratios[-1],
        ours_ms=sorted(busy for busy, _ in pairs)[len(pairs) // 2] * 1000,
        floor_ms=sorted(idle for _, idle in pairs)[len(pairs) // 2] * 1000,
        notes=[f"{over:.1f} ms over idle, hoped for ≤ {MOST_MS:g}: {verdict}"],
    )


def _worst(turn: Callable[[], object], is_over: Callable[[], bool]) -> float:
    worst, last = 0.0, perf_counter()
    while not is_over():
        turn()
        now = perf_counter()
        worst, last = max(worst, now - last), now
    return worst
