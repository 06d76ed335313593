"""Write what the heavy tests reached into the table of SECURITY.md; ``make soak`` calls it at its end."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

BEGIN = "<!-- numbers reached: written by make soak -->"
END = "<!-- end of the numbers -->"
HEAD = ("| Promise | What was tried | Tries | Lost or wrong |", "|---:|---|---:|---:|")


def table(lines: Iterable[dict[str, Any]]) -> str:
    """Return the table, one row for each thing that was tried; parts of it are added up."""
    summed: dict[tuple[int, str], list[int]] = {}
    for line in lines:
        found = summed.setdefault((line["promise"], line["what"]), [0, 0])
        found[0] += line["tried"]
        found[1] += line["lost"]
    rows = [
        f"| {promise} | {what} | {tried:,} | {lost:,} |"
        for (promise, what), (tried, lost) in sorted(summed.items())
    ]
    return "\n".join([*HEAD, *rows])


def with_table(document: str, made: str) -> str:
    """Return a document with another table between its two marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not rest or not after:
        sys.exit(f"the marks {BEGIN} and {END} are missing")
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def main() -> None:
    tally, target = Path(sys.argv[1]), Path(sys.argv[2])
    lines = [json.loads(line) for line in tally.read_text("utf-8").splitlines()]
    target.write_text(with_table(target.read_text("utf-8"), table(lines)), "utf-8")


if __name__ == "__main__":
    main()
