"""Home and Portfolio over 1,000 systems and 40 quarters, against one scan of the 3.2 million answers."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from bench_many import LAST, write_many
from bench_measure import Pair, Sample, compare, take_turns, timed

from readiness.services.assessing import Assessing
from readiness.services.first_look import OpenFile
from readiness.services.portfolio import Asked, Order, Portfolio, portfolio

JUMPS = 60
SHOWN = 80
SCAN = "one scan, sum(level) of 3.2M answers"


def measure() -> list[Pair]:
    """Return the rows of many systems."""
    with TemporaryDirectory(prefix="readiness-bench-") as name:
        path = Path(name) / "many.readiness"
        write_many(path)
        with closing(OpenFile.open(path)) as file:
            desk = Assessing.over(file.database)
            return [*_opening(file, desk), *_scrolling(portfolio(desk.workspace, Asked(), LAST))]


def _opening(file: OpenFile, desk: Assessing) -> list[Pair]:
    workspace = desk.workspace

    def scan() -> None:
        workspace.connection.execute("SELECT sum(level) FROM answers").fetchone()

    def opens(asked: Asked) -> Callable[[], object]:
        return lambda: portfolio(workspace, asked, LAST)

    by_pillar = Order(by="DAT", is_pillar=True, descending=True)
    work: dict[str, Callable[[], object]] = {
        SCAN: scan,
        "Home opens": file.first_home,
        "Portfolio opens": opens(Asked(most=SHOWN)),
        "Portfolio, sorted by a pillar": opens(Asked(most=SHOWN, order=by_pillar)),
        "all rows of the Portfolio, behind it": opens(Asked()),
        "every assessment, behind Home": file.home,
    }
    taken = take_turns({name: _sample(one) for name, one in work.items()})
    name = "1,000 systems × 40 quarters"
    return [
        *(compare(taken, name, ours, SCAN, 0.05) for ours in ("Home opens", "Portfolio opens")),
        *(compare(taken, name, ours, SCAN) for ours in list(work)[3:]),
    ]


def _sample(work: Callable[[], object]) -> Sample:
    return lambda: timed(work)


def _scrolling(found: Portfolio) -> list[Pair]:
    """Measure the slowest of twenty jumps through the table: all rows against the few of one screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the other sections need no window

    from readiness.ui.models.portfolio_model import PortfolioModel  # noqa: PLC0415 - likewise
    from readiness.ui.pages.portfolio.systems_table import SystemsTable  # noqa: PLC0415 - likewise
    from readiness.ui.theme import Theme  # noqa: PLC0415 - likewise

    application = QApplication.instance() or QApplication([])
    theme = Theme("light")
    samples: dict[str, Sample] = {}
    kept = []
    for count in (24, len(found.systems)):
        model = PortfolioModel()
        model.show(found, found.systems[:count], date(2026, 9, 10), with_score=True)
        table = SystemsTable(model, theme)
        table.resize(1290, 480)
        table.show()
        application.processEvents()
        kept.append((model, table))
        samples[f"p95 of a jump, {count} rows"] = partial(_p95, table)
    taken = take_turns(samples)
    few, many = samples
    return [compare(taken, "scrolling the Portfolio", many, few, 1.5)]


def _p95(table: object) -> float:
    from PySide6.QtWidgets import QTableView  # noqa: PLC0415 - likewise

    assert isinstance(table, QTableView)  # noqa: S101 - made above
    random = Random(7)  # noqa: S311 - the same jumps every time
    bar, spent = table.verticalScrollBar(), []
    for _ in range(JUMPS):
        begun = perf_counter()
        bar.setValue(random.randint(0, bar.maximum()))
        table.viewport().repaint()
        spent.append(perf_counter() - begun)
    return sorted(spent)[int(JUMPS * 0.95) - 1]
