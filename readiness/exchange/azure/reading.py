"""An exported review → its parts, and everything that is wrong with it.

A row on top says which review it is and when it was taken; then come the results, the recommendations under
their header, a row of hyphens, and a row for each possible answer, where a selected one stands twice. Older
files have no header over the answers, and fewer columns of recommendations; rows are as long as they like.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from readiness.domain.period import Period
from readiness.domain.questionnaire import MOST_PRACTICES
from readiness.errors import Fault, Severity
from readiness.exchange.azure.values import Asked, Possible, Recommendation, Result, Review
from readiness.exchange.rows import Row, read_rows

OVERALL: Final = "your overall results"
_COLUMNS: Final = ("category", "question", "answers", "selected answer", "note")
_RECOMMENDED: Final = ("category", "link-text", "link", "weight")
_RULE: Final = re.compile(r"-{3,}")
_SCORE: Final = re.compile(r"'?(\d+(?:\.\d+)?/\d+(?:\.\d+)?)'?")
_TAKEN: Final = re.compile(r"(?P<title>.+?) - (?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4})(?: - .*)?")
_ALL_OF_IT: Final = (1, 1)


def means_review(head: bytes) -> bool:
    """Whether a file means to be an exported review."""
    plain = head.replace(b"\0", b"").lower()  # UTF-16 has a NUL beside every letter
    return OVERALL.encode() in plain or (b"link-text" in plain and b"reportingcategory" in plain)


def read_review(text: str) -> tuple[Review, tuple[Fault, ...]]:
    """Read an exported review.

    Raises:
        RefusedError: it is no table, or a larger one than is taken.
    """
    reader = _Reader([row for row in read_rows(text) if not row.is_empty])
    return reader.review(), tuple(reader.faults)


class _Reader:
    """Goes through the rows section by section, and gathers what is wrong with them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.faults: list[Fault] = []
        self._rows = rows

    def review(self) -> Review:
        head, recommended, answers = self._sections()
        title, taken, period = self._title(head)
        return Review(
            title=title,
            taken=taken,
            period=period,
            results=tuple(self._results(head)),
            recommendations=tuple(self._recommendations(recommended)),
            questions=tuple(self._questions(answers)),
        )

    def _sections(self) -> tuple[Sequence[Row], Sequence[Row], Sequence[Row]]:
        """Return what stands on top, the recommendations with their header, and the answers."""
        start = next((n for n, row in enumerate(self._rows) if _is_recommended(row)), None)
        rule = next((n for n, row in enumerate(self._rows) if _RULE.fullmatch(row.cell(0))), None)
        if rule is None:
            told = "there is no row of hyphens, after which the questions and their answers stand"
            self._tell(*_ALL_OF_IT, "no-answers", told)
            return self._rows[:start], self._rows[start:] if start is not None else (), ()
        start = rule if start is None else min(start, rule)
        return self._rows[:start], self._rows[start:rule], self._rows[rule + 1 :]

    def _title(self, head: Sequence[Row]) -> tuple[str, str, Period | None]:
        if not head or head[0].cell(0).casefold().startswith(OVERALL):
            self._tell(*_ALL_OF_IT, "missing-title", "no row on top says which review this is", "warning")
            return "Azure review", "", None
        found = _TAKEN.fullmatch(head[0].cell(0))
        if found is None:
            return head[0].cell(0), "", None
        day = _day(found["day"])
        if day is None:
            told = f"“{found['day']}” is no day"
            self._tell(head[0].line, 1, "not-a-day", told, "warning")
            return found["title"], "", None
        return found["title"], found["day"], Period(day.year, (day.month + 2) // 3)

    def _results(self, head: Sequence[Row]) -> Iterator[Result]:
        start = next((n for n, row in enumerate(head) if row.cell(0).casefold().startswith(OVERALL)), None)
        last = 0 if start is None else head[start].line
        for row in head[start:] if start is not None else ():
            if row.line > last + 1:
                return  # an empty row ends them
            last = row.line
            score = _SCORE.fullmatch(row.cell(2))
            if row.cell(2) and score is None:
                told = f"“{row.cell(2)[:40]}” is no score; one reads like '23/100'"
                self._tell(row.line, 3, "not-a-score", told, "warning")
            yield Result(name=row.cell(0), band=row.cell(1), score=score[1] if score else "")

    def _recommendations(self, rows: Sequence[Row]) -> Iterator[Recommendation]:
        if not rows:
            return
        names = [cell.strip().casefold() for cell in rows[0].cells]
        category, text, link, weight = (names.index(n) if n in names else -1 for n in _RECOMMENDED)
        for row in rows[1:]:
            yield Recommendation(
                category=row.cell(category),
                text=row.cell(text),
                link=row.cell(link),
                weight=self._weight(row, weight),
                line=row.line,
            )

    def _weight(self, row: Row, place: int) -> float | None:
        given = row.cell(place)
        if not given:
            return None
        if not re.fullmatch(r"\d{1,3}(\.\d+)?", given) or float(given) > 100:  # noqa: PLR2004 - their own bound
            told = f"the weight is a number up to 100, not “{given[:40]}”"
            self._tell(row.line, place + 1, "not-a-number", told, "warning")
            return None
        return float(given)

    def _questions(self, rows: Sequence[Row]) -> Iterator[Asked]:
        gathered: dict[tuple[str, str], dict[str, Possible]] = {}
        for row in rows[1:] if rows and _is_header(rows[0]) else rows:
            if self._has_gap(row):
                continue
            answers = gathered.setdefault((row.cell(0), row.cell(1)), {})
            self._add(answers, row)
        if not gathered and not any(fault.code == "no-answers" for fault in self.faults):
            line = rows[0].line if rows else self._rows[-1].line
            self._tell(line, 1, "no-answers", "there is no row with a question and an answer")
        for (category, text), answers in gathered.items():
            asked = Asked(category=category, text=text, answers=tuple(answers.values()))
            self._judge(asked)
            yield asked

    def _has_gap(self, row: Row) -> bool:
        missing = [(place, _COLUMNS[place]) for place in range(3) if not row.cell(place)]
        for place, name in missing:
            told = f"the row of an answer has no {name.removesuffix('s')}"
            self._tell(row.line, place + 1, "missing-cell", told)
        beyond = next((n for n in range(len(_COLUMNS), len(row.cells)) if row.cell(n)), None)
        if beyond is not None:
            told = f"“{row.cell(beyond)[:40]}” stands beyond the {len(_COLUMNS)} columns of an answer"
            self._tell(row.line, beyond + 1, "extra-cell", told, "warning")
        return bool(missing)

    def _add(self, answers: dict[str, Possible], row: Row) -> None:
        text, selected = row.cell(2), row.cell(3)
        if selected and selected != text:
            told = f"the selected answer is that of its row or nothing, and not “{selected[:40]}”"
            self._tell(row.line, 4, "not-the-answer", told)
        before = answers.get(text)
        if before is not None:
            told = f"this answer stands in line {before.line} already; it counts once"
            self._tell(row.line, 3, "duplicate-answer", told, "warning")
        notes = dict.fromkeys(note for note in (before.note if before else "", row.cell(4)) if note)
        answers[text] = Possible(
            text=text,
            selected=bool(selected) or (before is not None and before.selected),
            note="\n".join(notes),
            line=before.line if before else row.line,
        )

    def _judge(self, asked: Asked) -> None:
        if len(asked.answers) > MOST_PRACTICES:
            told = f"a question with {len(asked.answers)} answers; {MOST_PRACTICES} are the most"
            self._tell(asked.line, 2, "too-many", told)
        selected = [answer for answer in asked.answers if answer.selected]
        alone = [answer for answer in selected if answer.stands_alone]
        if alone and len(selected) > len(alone):
            told = f"“{alone[0].text}” is selected beside others; only those count"
            self._tell(alone[0].line, 4, "none-and-others", told, "warning")

    def _tell(self, line: int, column: int, code: str, message: str, severity: Severity = "error") -> None:
        self.faults.append(Fault(code=code, message=message, severity=severity, line=line, column=column))


def _is_recommended(row: Row) -> bool:
    names = {cell.strip().casefold() for cell in row.cells}
    return {"category", "link-text"} <= names


def _is_header(row: Row) -> bool:
    return tuple(row.cell(place).casefold() for place in range(2)) == _COLUMNS[:2]


def _day(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%b %d, %Y")  # noqa: DTZ007 - a day, not a moment
    except ValueError:
        return None
