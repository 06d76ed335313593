"""Where a part of a draft stands, and how parts are changed, added, removed and moved.

A place is ``()`` for the questionnaire, then the number of the pillar, of the topic in it, of the question.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from readiness.domain.questionnaire import Pillar, Question, Questionnaire, Topic

Place = tuple[int, ...]
Part = Questionnaire | Pillar | Topic | Question

HEAD: Final[Place] = ()
_INNER: Final[dict[type, str]] = {Questionnaire: "pillars", Pillar: "topics", Topic: "questions"}


def members(part: Part) -> tuple[Any, ...]:
    """Return the pillars, topics or questions of a part; a question has none."""
    name = _INNER.get(type(part))
    found: tuple[Any, ...] = getattr(part, name) if name is not None else ()
    return found


def at(draft: Questionnaire, place: Place) -> Any:
    """Return the part at a place.

    Raises:
        IndexError: there is none.
    """
    part: Any = draft
    for index in place:
        part = members(part)[index]
    return part


def exists(draft: Questionnaire, place: Place) -> bool:
    """Whether there is a part at a place."""
    part: Any = draft
    for index in place:
        inner = members(part)
        if not 0 <= index < len(inner):
            return False
        part = inner[index]
    return True


def put(draft: Questionnaire, place: Place, part: Part) -> Questionnaire:
    """Return the draft with another part at a place."""
    changed: Questionnaire = _put(draft, place, part)
    return changed


def with_fields(draft: Questionnaire, place: Place, **fields: Any) -> Questionnaire:
    """Return the draft with fields of one part changed."""
    return put(draft, place, replace(at(draft, place), **fields))


def insert(draft: Questionnaire, place: Place, part: Part) -> Questionnaire:
    """Return the draft with a part more, which then stands at the place."""
    return _with_members(draft, place[:-1], lambda inner: (*inner[: place[-1]], part, *inner[place[-1] :]))


def remove(draft: Questionnaire, place: Place) -> Questionnaire:
    """Return the draft without a part."""
    return _with_members(draft, place[:-1], lambda inner: (*inner[: place[-1]], *inner[place[-1] + 1 :]))


def move(draft: Questionnaire, place: Place, to: Place) -> tuple[Questionnaire, Place]:
    """Return the draft with a part before what stands at ``to`` now, or last in there, and its new place."""
    part = at(draft, place)
    if place[:-1] == to[:-1] and place[-1] < to[-1]:
        to = (*to[:-1], to[-1] - 1)
    return insert(remove(draft, place), to, part), to


def beside(draft: Questionnaire, place: Place, step: int) -> Place | None:
    """Return where a part goes when it steps up or down: past its neighbour, then into the next group."""
    if not place:
        return None
    count = len(members(at(draft, place[:-1])))
    wanted = place[-1] + step
    if 0 <= wanted < count:
        return (*place[:-1], wanted + (1 if step > 0 else 0))
    groups = groups_at(draft, len(place) - 1)
    index = groups.index(place[:-1]) + step
    if len(place) == 1 or not 0 <= index < len(groups):
        return None
    group = groups[index]
    return (*group, 0 if step > 0 else len(members(at(draft, group))))


def groups_at(draft: Questionnaire, depth: int) -> list[Place]:
    """Return the places of all parts of a depth, in order: 0 is the questionnaire, 1 its pillars."""
    places: list[Place] = [HEAD]
    for _ in range(depth):
        places = [(*place, i) for place in places for i in range(len(members(at(draft, place))))]
    return places


def place_of(draft: Questionnaire, id_: str) -> Place | None:
    """Return where a question stands."""
    return next((place for place in groups_at(draft, 3) if at(draft, place).id == id_), None)


def _put(part: Any, place: Place, new: Part) -> Any:
    if not place:
        return new
    inner = list(members(part))
    inner[place[0]] = _put(inner[place[0]], place[1:], new)
    return replace(part, **{_INNER[type(part)]: tuple(inner)})


def _with_members(
    draft: Questionnaire, place: Place, change: Callable[[Sequence[Any]], tuple[Any, ...]]
) -> Questionnaire:
    part = at(draft, place)
    return put(draft, place, replace(part, **{_INNER[type(part)]: change(members(part))}))
