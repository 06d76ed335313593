"""What a column of a spreadsheet can be taken for, and by which headers it is known."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Field:
    """Something a column can be: its key in a mapping file, what it is called, the headers that mean it."""

    key: str
    name: str
    headers: tuple[str, ...]


FIELDS: Final = (
    Field("pillar", "Pillar", ("pillar", "category", "area", "domain", "section", "theme", "capability")),
    Field("topic", "Topic", ("topic", "subcategory", "subsection", "subject", "group", "focus area")),
    Field(
        "id",
        "Id",
        ("id", "no", "nr", "number", "ref", "reference", "key", "code", "question id", "control id"),
    ),
    Field(
        "question",
        "Question",
        ("question", "prompt", "control", "requirement", "criterion", "statement", "item", "check"),
    ),
    Field("why", "Why it matters", ("why", "rationale", "explanation", "description", "guidance", "details")),
    Field("weight", "Weight", ("weight", "weighting", "importance", "points")),
    Field("level_0", "Level 0", ("level 0", "0", "l0", "score 0", "absent", "0 absent")),
    Field("level_1", "Level 1", ("level 1", "1", "l1", "score 1", "ad hoc", "1 ad hoc")),
    Field("level_2", "Level 2", ("level 2", "2", "l2", "score 2", "partial", "2 partial")),
    Field("level_3", "Level 3", ("level 3", "3", "l3", "score 3", "in place", "3 in place")),
    Field("level_4", "Level 4", ("level 4", "4", "l4", "score 4", "proven", "4 proven")),
    Field(
        "choices",
        "Answer choices",
        ("choices", "answers", "answer choices", "options", "levels", "possible answers"),
    ),
    Field(
        "given",
        "Level given",
        (
            "level given",
            "level",
            "answer",
            "score",
            "rating",
            "current level",
            "current",
            "maturity",
            "status",
            "result",
            "response",
        ),
    ),
    Field("confidence", "Confidence", ("confidence", "sure", "certainty")),
    Field("note", "Note", ("note", "notes", "comment", "comments", "remark", "remarks")),
    Field("evidence", "Evidence", ("evidence", "link", "links", "url", "proof", "source")),
    Field("action", "Action", ("action", "recommendation", "next step", "improvement", "remediation")),
    Field("consequence", "Consequence", ("consequence", "impact", "risk", "business impact")),
)
"""In the order in which they are offered; of two columns that could be one of them the first is taken."""

BY_KEY: Final = {field.key: field for field in FIELDS}
LEVEL_KEYS: Final = tuple(f"level_{number}" for number in range(5))
_MARKS: Final = re.compile(r"[^a-z0-9]+")


def plain_header(header: str) -> str:
    """Return a header as it is held against those that are known."""
    return _MARKS.sub(" ", header.casefold()).strip()


def guess_columns(headers: tuple[str, ...]) -> dict[str, int]:
    """Return which column is taken for what: by its very header, each column and each field once."""
    plain = [plain_header(header) for header in headers]
    found: dict[str, int] = {}
    for rank in range(max(len(field.headers) for field in FIELDS)):
        for field in FIELDS:
            wanted = field.headers[rank] if rank < len(field.headers) else ""
            free = [n for n, header in enumerate(plain) if header == wanted and n not in found.values()]
            if wanted and free and field.key not in found:
                found[field.key] = free[0]
    return {field.key: found[field.key] for field in FIELDS if field.key in found}
