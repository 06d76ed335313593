"""A table and what its columns are taken for → a questionnaire of levels, and the answers that stand in it.

A row with a question is one. An empty pillar or topic is that of the row above. Five anchors are five
columns, or one with five choices from the lowest to the highest, in lines or between semicolons or bars;
where no column has any, the levels keep their own names. A level is its number, its name, its anchor, don't
know, or not applicable.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from readiness.domain.assessment import Answer, Confidence
from readiness.domain.questionnaire import LEVEL_NAMES, Pillar, Question, Questionnaire, Topic
from readiness.errors import Fault, Severity
from readiness.exchange.naming import Names, code_of, plainly, slug_of
from readiness.exchange.rows import Row, cell_name
from readiness.exchange.spreadsheet.fields import BY_KEY, LEVEL_KEYS
from readiness.exchange.spreadsheet.mapping import Mapping, headers_of
from readiness.exchange.spreadsheet.xlsx import Sheet
from readiness.exchange.wording import the_same

FIRST: Final = "1.0"
ONE_PILLAR: Final = "Questions"
_ID: Final = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_NUMBER: Final = re.compile(r"[0-9]{1,3}([.,][0-9]{1,6})?")
_HIGHEST_WEIGHT: Final = 100
_LEVEL: Final = re.compile(
    r"(?:level |l)?([0-4])(?:[.,]0+(?![0-9]))?"
    r"(?![.,]?[0-9])(?! ?%)"  # a part of a level, or of a whole
    r"(?! ?/ ?(?!4\b)[0-9])(?! (?:out )?of (?!4\b)[0-9])"  # a scale of another height
    r"(?! ?(?:-|–|to) ?[0-4]\b)"  # between two
    r"(?:[ /.:].*)?"
)
_UNKNOWN: Final = frozenset({"?", "unknown", "don't know", "dont know", "don’t know", "not known", "tbd"})
_NOT_APPLICABLE: Final = frozenset({"n/a", "na", "not applicable", "does not apply", "n.a"})
_NOT_ASKED: Final = frozenset({"", "-", "–", "not asked"})
_CONFIDENCES: Final[tuple[Confidence, ...]] = ("evidenced", "informed", "guess")
_REASON: Final = "Not applicable, by the spreadsheet."
_MOST_LISTED: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What a table says under a mapping; ``told`` are sentences about what was taken for what.

    ``lines`` are the rows that ask something, even where faults keep the whole from being taken.
    """

    questionnaire: Questionnaire | None
    answers: dict[str, Answer]
    faults: tuple[Fault, ...]
    told: tuple[str, ...]
    lines: "tuple[Line, ...]" = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What keeps the table out."""
        return tuple(fault for fault in self.faults if fault.severity == "error")

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What the table can be used with."""
        return tuple(fault for fault in self.faults if fault.severity == "warning")


def convert(sheet: Sheet, mapping: Mapping, title: str) -> Converted:
    """Read a sheet; with an error there is no questionnaire."""
    reader = _Reader(sheet, mapping)
    lines = tuple(reader.lines())
    reader.refuse_nothing(lines)
    faults = (*_of_what_is_read(sheet, mapping), *reader.faults)
    is_usable = not any(fault.severity == "error" for fault in faults)
    questionnaire = _questionnaire(lines, title) if is_usable and lines else None
    answers = {line.id: line.answer for line in lines if line.answer != Answer()}
    return Converted(
        questionnaire=questionnaire,
        answers=answers,
        faults=faults,
        told=tuple(_told(sheet, mapping)),
        lines=lines,
    )


def _of_what_is_read(sheet: Sheet, mapping: Mapping) -> Iterator[Fault]:
    """Yield what is odd about cells that are read: an error beside the table keeps nothing out."""
    columns = {place + 1 for place in mapping.columns.values()}
    for fault in sheet.faults:
        is_read = fault.line > mapping.header and fault.column in columns
        if is_read or "question" not in mapping.columns:
            yield fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row that asks something."""

    id: str
    pillar: str
    topic: str
    question: Question
    answer: Answer


class _Reader:
    """Goes through the rows under the header, and gathers what is wrong with them."""

    def __init__(self, sheet: Sheet, mapping: Mapping) -> None:
        self.faults: list[Fault] = []
        self._sheet = sheet
        self._columns = mapping.columns
        self._rows = sheet.rows[mapping.header :]
        self._header = mapping.header
        self._ids: dict[str, int] = {}
        self._names = Names()
        self._pillar = self._topic = ""

    def lines(self) -> Iterator[Line]:
        """Yield every row that asks something."""
        if "question" not in self._columns:
            return
        for row in self._rows:
            if not row.is_empty:
                line = self._line(row)
                if line is not None:
                    yield line

    def refuse_nothing(self, lines: tuple[Line, ...]) -> None:
        """Say what keeps the table from being a questionnaire at all."""
        if "question" not in self._columns:
            headers = ", ".join(f"“{header}”" for header in headers_of(self._sheet, self._header) if header)
            found = f"the headers in row {self._header} are {headers or 'empty'}"
            told = f"no column is taken for the question; {found}"
            self._tell_row(self._header, "no-question-column", told)
        elif not lines and not self.faults:
            self._tell_row(self._header, "no-questions", f"there is no question under row {self._header}")
        elif lines and not any(line.question.weight for line in lines):
            told = "every question has weight 0, so nothing can be scored"
            self._tell_row(self._header, "no-weight", told)

    def _line(self, row: Row) -> Line | None:
        pillar, topic = self._said(row, "pillar"), self._said(row, "topic")
        if pillar and pillar != self._pillar:
            self._pillar, self._topic = pillar, ""
        self._topic = topic or self._topic
        prompt = self._said(row, "question")
        if not prompt:
            if any(self._said(row, key) for key in self._columns if key not in {"pillar", "topic"}):
                self._tell(row, "question", "missing-cell", "the row has no question", "warning")
            return None
        levels = self._levels(row)
        question = Question(
            id=self._id(row, prompt),
            prompt=prompt,
            levels=levels,
            why=self._said(row, "why"),
            weight=self._weight(row),
            action=self._said(row, "action"),
            consequence=self._said(row, "consequence"),
        )
        name = self._pillar or ONE_PILLAR
        return Line(
            id=question.id,
            pillar=name,
            topic=self._topic or name,
            question=question,
            answer=self._answer(row, question),
        )

    def _id(self, row: Row, prompt: str) -> str:
        given = self._said(row, "id")
        if not given:
            return self._names.of_words(f"{code_of(self._pillar or ONE_PILLAR)}-", self._pillar, prompt)
        id_ = re.sub(r"\s+", "-", given)
        if not _ID.fullmatch(id_):
            told = f"an id has letters, digits, dots, hyphens and underscores, and not “{given[:64]}”"
            self._tell(row, "id", "not-an-id", told)
            return self._names.of_words("X-", str(row.number))
        before = self._ids.setdefault(id_.casefold(), row.number)
        if before != row.number:
            self._tell(row, "id", "duplicate-id", f"the id “{id_}” stands in row {before} already")
        return self._names.unlike(id_)

    def _weight(self, row: Row) -> float:
        given = self._said(row, "weight")
        if not given:
            return 3.0
        number = float(given.replace(",", ".")) if _NUMBER.fullmatch(given) else -1.0
        if not 0 <= number <= _HIGHEST_WEIGHT:
            self._tell(
                row, "weight", "not-a-number", f"a weight is a number from 0 to 100, not “{given[:40]}”"
            )
            return 3.0
        return number

    def _levels(self, row: Row) -> tuple[str, ...]:
        keys = [key for key in LEVEL_KEYS if key in self._columns]
        if keys:
            return self._level_columns(row, keys)
        given = self._said(row, "choices")
        if not given:
            if "choices" in self._columns:
                self._tell(row, "choices", "missing-cell", "the row has no answer choices")
            return LEVEL_NAMES
        choices = _choices(given)
        if len(choices) != len(LEVEL_NAMES):
            told = f"the cell has {len(choices)} choices; five are needed, one for each level from 0 to 4"
            self._tell(row, "choices", "too-few" if len(choices) < len(LEVEL_NAMES) else "too-many", told)
            return LEVEL_NAMES
        self._refuse_same(row, choices, ("choices",) * len(choices))
        return choices

    def _level_columns(self, row: Row, keys: list[str]) -> tuple[str, ...]:
        anchors = {key: self._said(row, key) for key in keys}
        if not any(anchors.values()):
            return LEVEL_NAMES
        for key in (key for key, anchor in anchors.items() if not anchor):
            self._tell(
                row, key, "missing-cell", f"the row has no anchor for {BY_KEY[key].name.lower()}", "warning"
            )
        levels = tuple(anchors.get(key) or LEVEL_NAMES[number] for number, key in enumerate(LEVEL_KEYS))
        self._refuse_same(row, levels, LEVEL_KEYS)
        return levels

    def _refuse_same(self, row: Row, levels: tuple[str, ...], keys: Sequence[str]) -> None:
        """Refuse two levels between which nobody could choose."""
        for first, later in the_same(dict(enumerate(levels))):
            told = f"levels {first} and {later} say the same, so nobody could choose between them"
            self._tell(row, keys[later], "same-anchor", told)

    def _answer(self, row: Row, question: Question) -> Answer:
        note = self._said(row, "note")
        links = tuple(part for part in re.split(r"[\s;]+", self._said(row, "evidence")) if part)
        plain = Answer(note=note, evidence=links)
        state = self._state(row, question, note)
        if state is None:
            return plain if note or links else Answer()
        return replace(state, note=note, evidence=links, confidence=self._confidence(row))

    def _state(self, row: Row, question: Question, note: str) -> Answer | None:
        given = " ".join(self._said(row, "given").split())
        plain = given.casefold().rstrip(".")
        if plain in _NOT_ASKED:
            return None
        if plain in _UNKNOWN:
            return Answer(unknown=True)
        if plain in _NOT_APPLICABLE:
            return Answer(not_applicable=note or _REASON)
        level = _level_of(given, question)
        if level is None:
            told = (
                f"“{given[:60]}” is no level: write 0 to 4, the words of an anchor, “don’t know” or "
                "“not applicable”"
            )
            self._tell(row, "given", "not-a-level", told)
        return Answer(level=level)

    def _confidence(self, row: Row) -> Confidence | None:
        given = self._said(row, "confidence").casefold()
        found = next((one for one in _CONFIDENCES if one == given), None)
        if given and found is None:
            told = f"“{given[:40]}” is none of {', '.join(_CONFIDENCES)}"
            self._tell(row, "confidence", "not-one-of", told, "warning")
        return found

    def _said(self, row: Row, key: str) -> str:
        return row.cell(self._columns.get(key, -1))

    def _tell(self, row: Row, key: str, code: str, message: str, severity: Severity = "error") -> None:
        place = self._columns.get(key, 0)
        told = f"{cell_name(row.number, place)}: {message}"
        self.faults.append(Fault(code=code, message=told, severity=severity, line=row.line, column=place + 1))

    def _tell_row(self, number: int, code: str, message: str) -> None:
        self.faults.append(Fault(code=code, message=message, line=number, column=1))


def _level_of(given: str, question: Question) -> int | None:
    wanted = plainly(given)
    for names in (question.levels, LEVEL_NAMES):
        found = [number for number, name in enumerate(names) if plainly(name) == wanted]
        if found:
            return found[0] if len(found) == 1 else None  # of two that read alike nobody knows which
    written = _LEVEL.fullmatch(given.casefold())
    return int(written[1]) if written else None


def _choices(given: str) -> tuple[str, ...]:
    mark = next((mark for mark in ("\n", "|", ";") if mark in given), "\n")
    return tuple(part.strip() for part in given.split(mark) if part.strip())


def _questionnaire(lines: tuple[Line, ...], title: str) -> Questionnaire:
    by_pillar: dict[str, dict[str, list[Question]]] = {}
    for line in lines:
        by_pillar.setdefault(line.pillar, {}).setdefault(line.topic, []).append(line.question)
    names = Names()
    return Questionnaire(
        id=slug_of(title) or "spreadsheet",
        version=FIRST,
        title=title,
        pillars=tuple(_pillar(name, topics, names) for name, topics in by_pillar.items()),
    )


def _pillar(name: str, topics: dict[str, list[Question]], names: Names) -> Pillar:
    inner = Names()
    return Pillar(
        id=names.unlike(code_of(name)),
        name=name,
        topics=tuple(
            Topic(id=inner.unlike(code_of(topic)), name=topic, questions=tuple(questions))
            for topic, questions in topics.items()
        ),
    )


def _told(sheet: Sheet, mapping: Mapping) -> Iterator[str]:
    headers = headers_of(sheet, mapping.header)
    where = f"sheet “{sheet.name}”, " if sheet.name else ""
    yield f"Headers are in {where}row {mapping.header}."
    taken = [
        f"{BY_KEY[key].name} from {cell_name(mapping.header, place)}"
        f"{f' “{headers[place]}”' if place < len(headers) and headers[place] else ''}"
        for key, place in mapping.columns.items()
    ]
    yield f"Taken for: {'; '.join(taken)}." if taken else "No column is taken for anything."
    left = [
        header for place, header in enumerate(headers) if header and place not in mapping.columns.values()
    ]
    if left:
        yield f"Not read: {', '.join(f'“{header}”' for header in left[:_MOST_LISTED])}."
    if "pillar" not in mapping.columns:
        yield "No column has the pillar, so all questions stand in one."
    if not any(key in mapping.columns for key in (*LEVEL_KEYS, "choices")):
        yield f"No column has anchors, so the levels are called {', '.join(LEVEL_NAMES)}."
    if "weight" not in mapping.columns:
        yield "No column has the weight, so every question weighs 3."
