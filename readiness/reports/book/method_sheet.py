"""How the figures come about: our own method page, a paragraph a row."""

import re
from collections.abc import Iterator
from typing import Final

from readiness.paths import bundled
from readiness.reports.book.values import Column, Row, Sheet

_TITLE: Final = re.compile(r"#+ (.*)")
_RULE: Final = re.compile(r"\|[-| ]+\|")
_ITEM: Final = re.compile(r"(?:- |[0-9]+\. )")
_MARKS: Final = re.compile(r"\*+|^> |^- ")


def method_sheet() -> Sheet:
    """Return the sheet; it keeps the page as it is for what can show it."""
    page = bundled("questionnaires", "method.md").read_text(encoding="utf-8")
    columns = (Column("Section", 30, "group"), Column("Text", 110))
    return Sheet(name="Method", layout="page", columns=columns, rows=tuple(_page(page)), page=page)


def _page(page: str) -> Iterator[Row]:
    """Yield the paragraphs of the page without its marks."""
    section = ""
    for block in page.split("\n\n"):
        title = _TITLE.fullmatch(block.strip())
        if title:
            section = title[1]
            continue
        for paragraph in _paragraphs(block.strip().splitlines()):
            yield section, _MARKS.sub("", paragraph)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join the lines of a paragraph or of an item; a row of a table is one of its own."""
    joined = ""
    for line in lines:
        if _RULE.fullmatch(line):
            continue
        starts = line.startswith("|") or _ITEM.match(line)
        if starts and joined:
            yield joined
            joined = ""
        cells = (
            [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else [line.strip()]
        )
        joined = f"{joined} {' · '.join(cells)}".strip()
    if joined:
        yield joined
