"""Measure Readiness against its floors, in one run, and print the ratios with what was hoped for.

Absolute times move with the machine and what else it does; quote the ratios. No test depends on them.
"""

import argparse
import json
import platform
import sys
from importlib import import_module
from pathlib import Path

from bench_measure import ROUNDS, Pair

SECTIONS = ("start", "storage", "portfolio", "scoring", "planning", "questionnaire", "report")
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    options = _options()
    rows: list[Pair] = []
    for section in options.sections or SECTIONS:
        print(f"measuring: {section} …", file=sys.stderr, flush=True)
        rows.extend(import_module(f"bench_{section}").measure())
    print("\n".join(_table(rows)))
    _write(options.json, rows)
    print(f"\nThe same as JSON: {options.json}", file=sys.stderr)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all by default"
    )
    parser.add_argument("--json", type=Path, default=ROOT / "out" / "bench.json")
    return parser.parse_args()


def _table(rows: list[Pair]) -> list[str]:
    head = (
        "what",
        "ours",
        "against",
        "ratio",
        "lowest–highest",
        "target",
        "",
        "ours ms",
        "floor ms",
        "peak MB",
    )
    body = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in body) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in body
    ]
    notes = [f"  {row.name}, {row.ours}: {note}" for row in rows for note in row.notes]
    return [
        f"{ROUNDS} rounds in turn after one to warm up; the ratio is the median of the rounds' ratios.",
        "",
        lines[0],
        "-" * len(lines[0]),
        *lines[1:],
        *(["", *notes] if notes else []),
    ]


def _cells(row: Pair) -> tuple[str, ...]:
    return (
        row.name,
        row.ours,
        row.floor,
        f"{row.ratio:.2f}×",
        f"{row.lowest:.2f}–{row.highest:.2f}",
        "" if row.target is None else f"≤ {row.target:g}×",
        row.verdict,
        f"{row.ours_ms:.3f}",
        f"{row.floor_ms:.3f}",
        "" if row.peak_mb is None else f"{row.peak_mb:.0f}",
    )


def _write(path: Path, rows: list[Pair]) -> None:
    machine = {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {"rounds": ROUNDS, **machine, "rows": [row.as_json() for row in rows]}
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
