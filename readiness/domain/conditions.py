"""The text of a rule → its condition: words, “!”, “&&”, “||” and brackets, and nothing that is ever run.

condition := "default" | or
or        := and ("||" and)*
and       := not ("&&" not)*
not       := "!" not | "(" or ")" | practice

The rule of a question may count instead: 3/4 of (a, b, c). No lens does, and in none is it read.
"""

import re
from typing import Final

from readiness.domain.practices import AllOf, Always, AnyOf, Condition, Not, Share, Ticked

MOST_TOKENS: Final = 200
MOST_DEPTH: Final = 10
MOST_CHARACTERS: Final = 20_000

_SHARE: Final = re.compile(r"([1-4])/4 of \(([A-Za-z0-9_]+(?:, [A-Za-z0-9_]+)*)\)")
_TOKEN: Final = re.compile(r"\s*(?:(&&|\|\||[!()])|([A-Za-z0-9_]+))")


class ConditionError(ValueError):
    """The text is no condition; says where, counted in characters from 1."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(f"{message}, at character {place + 1}")


def parse_condition(text: str) -> Condition:
    """Read a condition.

    Raises:
        ConditionError: it is none.
    """
    if text.strip() == "default":
        return Always()
    reader = _Reader(_tokens(text), len(text))
    found = reader.any_of(0)
    reader.expect_end()
    return found


def parse_rule(text: str) -> Condition:
    """Read what makes a risk of ticks: a condition, or a share of practices.

    Raises:
        ConditionError: it is neither.
    """
    share = _SHARE.fullmatch(text) if len(text) <= MOST_CHARACTERS else None
    if share is None:
        return parse_condition(text)
    return Share(quarters=int(share[1]), of=tuple(share[2].split(", ")))


Token = tuple[str, int]


def _tokens(text: str) -> list[Token]:
    if len(text) > MOST_CHARACTERS:
        raise ConditionError(f"a rule of {len(text):,} characters; {MOST_CHARACTERS:,} are the most", 0)
    found: list[Token] = []
    place, end = 0, len(text.rstrip())
    while place < end:
        token = _TOKEN.match(text, place, end)
        if token is None:
            at = place + len(text[place:end]) - len(text[place:end].lstrip())
            raise ConditionError(f"“{text[at]}” means nothing here", at)
        found.append((token[1] or token[2], token.end() - len(token[1] or token[2])))
        if len(found) > MOST_TOKENS:
            raise ConditionError(f"a rule of more than {MOST_TOKENS} words and signs", place)
        place = token.end()
    return found


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[Token], end: int) -> None:
        self._tokens = tokens
        self._at = 0
        self._end = end

    def any_of(self, depth: int) -> Condition:
        parts = [self._all_of(depth)]
        while self._take("||"):
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def expect_end(self) -> None:
        if self._at < len(self._tokens):
            word, place = self._tokens[self._at]
            raise ConditionError(f"“{word}” was not expected", place)

    def _all_of(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._take("&&"):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _one(self, depth: int) -> Condition:
        if depth > MOST_DEPTH:
            raise ConditionError(f"brackets nest deeper than {MOST_DEPTH}", self._place)
        if self._take("!"):
            return Not(self._one(depth + 1))
        if self._take("("):
            inner = self.any_of(depth + 1)
            if not self._take(")"):
                raise ConditionError("a bracket is not closed", self._place)
            return inner
        return Ticked(self._word())

    def _word(self) -> str:
        if self._at >= len(self._tokens):
            raise ConditionError("the rule ends too early", self._end)
        word, place = self._tokens[self._at]
        if not word[0].isalnum() and word[0] != "_":
            raise ConditionError(f"“{word}” was not expected", place)
        self._at += 1
        return word

    def _take(self, sign: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at][0] == sign:
            self._at += 1
            return True
        return False

    @property
    def _place(self) -> int:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else self._end
