"""Small exported reviews of our own, as the files that they are."""

from collections.abc import Sequence
from typing import Final

NONE: Final = "None of the above."
HEAD: Final = (
    '"Shop review - Nov 17, 2025 - 2:38:53 AM",,,,,,,,,',
    ",,,,,,,,,",
    "Recommendations for your workload,,,,,,,,,",
    "Your overall results,Moderate,'61/164',,,,,,,",
    "Reliability,Critical,'23/100',,,,,,,",
    "Security,Not assessed,,,,,,,,",
    ",,,,,,,,,",
    "Next Steps,,,,,,,,,",
    "Learn more.,https://example.org/more,,,,,,,,",
    ",,,,,,,,,",
)
RECOMMENDED: Final = (
    "Category,Link-Text,Link,Priority,ReportingCategory,ReportingSubcategory,Weight,Context,CompleteY/N,Note",
    "Reliability,RE:01 - Test restores.,https://example.org/restore,High,RE:01,,80,,N,",
)
RULE: Final = ("-----------,,,,,,,,,", ",,,,,,,,,")
ASKED: Final = "Category,Question,Answers,Selected Answer,Note,,,,,"
BACKUPS: Final = (
    "Backups are taken.",
    "Backups leave the site.",
    "Restores are timed.",
    "Restores are drilled.",
)


def answer(category: str, question: str, text: str, *, selected: bool = False, note: str = "") -> str:
    """Return the row of one possible answer."""
    return f"{category},{question},{text},{text if selected else ''},{note}"


def asked(
    question: str,
    *selected: str,
    category: str = "Reliability",
    answers: Sequence[str] = BACKUPS,
    note: str = "",
) -> tuple[str, ...]:
    """Return the rows of one question with “none of the above”."""
    every = (*answers, NONE)
    return tuple(
        answer(category, question, text, selected=text in selected, note=note if text == every[0] else "")
        for text in every
    )


def one_of(question: str, *selected: str) -> tuple[str, ...]:
    """Return the rows of a question that has one answer and no “none of the above”."""
    texts = ("One product", "A couple", "Dozens")
    return tuple(answer("Security", question, text, selected=text in selected) for text in texts)


def a_review(
    *rows: Sequence[str],
    head: Sequence[str] = HEAD,
    recommended: Sequence[str] = RECOMMENDED,
    header: str = ASKED,
    end: str = "\n",
) -> bytes:
    """Return an export of some questions."""
    lines = [*head, *recommended, *RULE, *([header] if header else []), *(row for one in rows for row in one)]
    return (end.join(lines) + end).encode()


USUAL: Final = a_review(
    asked("How are backups made?", *BACKUPS[:2], note="Since May"),
    asked("How is load shed?", NONE, answers=("Queues are bounded.", "Retries back off.")),
    one_of("How many products?", "A couple"),
)
