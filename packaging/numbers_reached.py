"""Write what the heavy tests reached into the table of SECURITY.md; ``make soak`` calls it at its end.

Rows that this run did not try stay as they were: a part of the tests can be run again alone. Each row says
whether its counts are those of a release or of a submission.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

BEGIN = "<!-- numbers reached: written by make soak -->"
END = "<!-- end of the numbers -->"
HEAD = ("| Promise | What was tried | Tries | Lost or wrong | Counts of a |", "|---:|---|---:|---:|---|")
_ROW = re.compile(r"\| (\d+) \| (.+) \| ([\d,]+) \| ([\d,]+) \| (release|submission) \|")

Rows = dict[tuple[int, str], tuple[int, int, str]]


def rows_of(lines: Iterable[dict[str, Any]]) -> Rows:
    """Return what was told, one row for each thing that was tried; parts of it are added up."""
    rows: Rows = {}
    for line in lines:
        key = line["promise"], line["what"]
        tried, lost, _ = rows.get(key, (0, 0, ""))
        rows[key] = tried + line["tried"], lost + line["lost"], line["counts"]
    return rows


def rows_in(document: str) -> Rows:
    """Return the rows that a document has."""
    return {
        (int(promise), what): (int(tried.replace(",", "")), int(lost.replace(",", "")), counts)
        for promise, what, tried, lost, counts in _ROW.findall(document)
    }


def table(rows: Rows) -> str:
    """Return the table, by promise."""
    lines = [
        f"| {promise} | {what} | {tried:,} | {lost:,} | {counts} |"
        for (promise, what), (tried, lost, counts) in sorted(rows.items())
    ]
    return "\n".join([*HEAD, *lines])


def with_table(document: str, made: str) -> str:
    """Return a document with another table between its two marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not rest or not after:
        sys.exit(f"the marks {BEGIN} and {END} are missing")
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def main() -> None:
    tally, target = Path(sys.argv[1]), Path(sys.argv[2])
    told = rows_of(json.loads(line) for line in tally.read_text("utf-8").splitlines())
    document = target.read_text("utf-8")
    target.write_text(with_table(document, table({**rows_in(document), **told})), "utf-8")


if __name__ == "__main__":
    main()
