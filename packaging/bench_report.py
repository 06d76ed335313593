"""The report: built warm and in a new process, against its drawing floor: the same strings, raw, no charts.

As a program, ``bench_report.py ours FILE`` or ``bench_report.py floor FILE`` says “ready” when it is made.
"""

import json
import pickle
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bench_peers
import bench_stall
from bench_measure import Child, Pair, compare, take_turns, timed
from bench_start import say_ready

from readiness import paths
from readiness.domain.assessment import Assessment

Page = list[tuple[str, float, float, float, str]]
"""The strings of a page: face, size, left, base, text."""


def measure() -> list[Pair]:
    """Return the rows of the report."""
    from readiness.services.sample import chapters  # noqa: PLC0415 - the children must not pay for it

    assessment = next(c.assessment for c in chapters() if c.assessment.reference == "Checkout API@2026-Q3")
    document = build(assessment)
    strings = strings_of(assessment)
    warm = take_turns(
        {
            "the same strings, raw canvas": lambda: timed(lambda: draw(strings)),
            "the whole report": lambda: timed(lambda: build(assessment)),
        }
    )
    with TemporaryDirectory(prefix="readiness-bench-") as folder:
        (Path(folder) / "assessment").write_bytes(pickle.dumps(assessment))
        (Path(folder) / "strings").write_text(json.dumps(strings), encoding="utf-8")
        ours = Child("bench_report.py", "ours", str(Path(folder) / "assessment"))
        floor = Child("bench_report.py", "floor", str(Path(folder) / "strings"))
        cold = take_turns({"the same strings, raw canvas": floor, "the whole report": ours})
        peers = list(bench_peers.measure(assessment, strings, ours, Path(folder)))
    size = f"{len(strings)} pages, {len(document) / 1000:.0f} KB; floor {len(draw(strings)) / 1000:.0f} KB"
    what, against = "the whole report", "the same strings, raw canvas"
    notes = [f"peak {floor.peak_mb:.0f} MB for the floor"]
    return [
        compare(warm, "report, warm", what, against, 2.5, notes=[size]),
        compare(cold, "report, new process", what, against, 2.2, peak_mb=ours.peak_mb, notes=notes),
        *peers,
        bench_stall.measure(assessment),
    ]


def build(assessment: Assessment) -> bytes:
    """Return the report of an assessment, from its answers to its bytes."""
    from readiness.domain.outcome import evaluate  # noqa: PLC0415 - its cost is measured
    from readiness.reports.content import describe  # noqa: PLC0415 - see above
    from readiness.reports.options import ReportOptions  # noqa: PLC0415 - see above
    from readiness.reports.pdf import build_pdf  # noqa: PLC0415 - see above

    options = ReportOptions()
    return build_pdf(describe(evaluate(assessment), options), options)


def strings_of(assessment: Assessment) -> list[Page]:
    """Return every string that the report writes, page by page, with its face and place."""
    from readiness.reports.ink import Ink  # noqa: PLC0415 - its cost is measured elsewhere

    pages: dict[int, Page] = {}
    write = Ink.text

    def noted(self: Any, *given: Any) -> None:
        name, size, _, text, x, y = given
        pages.setdefault(self._canvas.getPageNumber(), []).append((name, size, x, y, text))
        write(self, *given)

    Ink.text = noted  # type: ignore[method-assign, assignment]  # put back below
    try:
        build(assessment)
    finally:
        Ink.text = write  # type: ignore[method-assign]  # as it was
    return [pages[number] for number in sorted(pages)]


def draw(pages: list[Page]) -> bytes:
    """Draw the strings where they were, in the same embedded faces, and nothing else."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - its cost is measured
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - see above
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - see above

    known = set(pdfmetrics.getRegisteredFontNames())
    for name in sorted({face for page in pages for face, *_ in page} - known):
        pdfmetrics.registerFont(TTFont(name, str(paths.bundled("assets", "fonts", f"{name}.ttf"))))
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for page in pages:
        for face, size, left, base, text in page:
            canvas.setFont(face, size)
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


if __name__ == "__main__":
    given = Path(sys.argv[2]).read_bytes()
    if sys.argv[1] == "ours":
        build(pickle.loads(given))  # noqa: S301 - written by the parent a moment ago
    else:
        draw(json.loads(given))
    say_ready()
