"""A new version → what it does to the trends that are there, and which open assessments ask the old one.

A question that asks something else begins anew, one that is asked no more ends; both are left out of what is
compared like for like. Parts of a split, and what was merged, are compared, yet draw a line of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from readiness.domain.lineage import Link, links, majors
from readiness.domain.questionnaire import Questionnaire

Turn = Literal["redefined", "split", "merged", "retired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An assessment that asks the version before, or an earlier one.

    ``levels`` are the questions that have a level in it, as the version before calls them.
    """

    reference: str
    system: str
    is_open: bool
    levels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendTurn:
    """A question whose trends do not go on, the questions in its place, and the systems that have one."""

    question: str
    turn: Turn
    becomes: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What a version does to trends. ``goes_on`` says that the line of the whole score goes on over it.

    ``open_ones`` are the open assessments that ask the version before; they stay as they are.
    """

    before: Questionnaire
    after: Questionnaire
    turns: tuple[TrendTurn, ...]
    systems: tuple[str, ...]
    open_ones: tuple[str, ...]
    goes_on: bool

    @property
    def restarts(self) -> int:
        """How many trends of a question in a system begin anew."""
        return sum(len(one.systems) for one in self.turns if one.turn != "retired")

    @property
    def ends(self) -> int:
        """How many trends of a question in a system end."""
        return sum(len(one.systems) for one in self.turns if one.turn == "retired")

    def of_system(self, system: str) -> tuple[TrendTurn, ...]:
        """Return the trends of one system that do not go on."""
        return tuple(one for one in self.turns if system in one.systems)


def effects(before: Questionnaire, after: Questionnaire, uses: Iterable[Use]) -> Effects:
    """Return what a version does to the trends of those who asked the one before."""
    known = tuple(uses)
    turns = tuple(
        TrendTurn(question=question, turn=turn, becomes=becomes, systems=_with_level(known, question))
        for question, turn, becomes in _turns(before, after)
    )
    return Effects(
        before=before,
        after=after,
        turns=turns,
        systems=tuple(dict.fromkeys(use.system for use in known if use.levels)),
        open_ones=tuple(use.reference for use in known if use.is_open),
        goes_on=majors(before) == majors(after),
    )


def _with_level(uses: tuple[Use, ...], question: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.system for use in uses if question in use.levels))


def _turns(before: Questionnaire, after: Questionnaire) -> Iterator[tuple[str, Turn, tuple[str, ...]]]:
    linked = {id_: link for link in links(before, after) for id_ in link.old}
    for question in before.questions:
        link = linked.get(question.id)
        turn = _turn_of(link, is_asked=question.id in after.by_id)
        if turn is not None:
            yield question.id, turn, () if link is None else link.new


def _turn_of(link: Link | None, *, is_asked: bool) -> Turn | None:
    if link is None:
        return "redefined" if is_asked else "retired"
    if link.kind == "split":
        return "split"
    return "merged" if link.kind == "merged" else None
