"""A check-in as its rail and its list near by show it; pure."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import NOT_ASKED, Assessment
from readiness.domain.check_in import GROUPS, Asking, CheckIn, Group, is_carried
from readiness.ui.pages.assess.checkin_neighbours import MOST, Neighbour
from readiness.ui.pages.assess.checkin_rail import RailLine, RailSection
from readiness.ui.pages.assess.checkin_words import group_words, in_short
from readiness.ui.widgets.question_strip import Mark

OPENING: Final = "opening"
FINISH: Final = "finish"
"""Where one is besides at a question."""

_ALWAYS: tuple[Group, ...] = ("gate", "guess", "unknown", "expired", "action")
_CARRIED = ("fresh", "guesses", "absent")


def step_from(check: CheckIn, here: str, step: int) -> str:
    """Return where one step leads from a question, ``OPENING`` or ``FINISH``; at an end, to where one is."""
    asked = [one.id for one in check.asked]
    if here == FINISH:
        order = (OPENING, *asked, FINISH)
    else:
        order = (OPENING, *(asked if here == OPENING else order_of(check, here)), FINISH)
    place = order.index(here) + step
    return order[max(0, min(place, len(order) - 1))]


def group_from(check: CheckIn, here: str, step: int) -> str:
    """Return the group before or after; at an end, the one that one is in."""
    keys = [OPENING, *keys_of(check)]
    own = OPENING if here in {OPENING, FINISH} else group_of(check, here)
    place = keys.index(own) + step if own in keys else 0
    return keys[max(0, min(place, len(keys) - 1))]


def order_of(check: CheckIn, current: str) -> tuple[str, ...]:
    """Return the questions as one goes through them: those asked, or the carried ones one is among."""
    if check.asking(current) is None:
        for key in _CARRIED:
            if current in carried_in(check, key):
                return carried_in(check, key)
    return tuple(one.id for one in check.asked)


def carried_in(check: CheckIn, key: str) -> tuple[str, ...]:
    """Return the carried questions of one group."""
    return {"fresh": check.fresh, "guesses": check.guesses, "absent": check.absent}.get(key, ())


def first_in(check: CheckIn, key: str) -> str:
    """Return the first open question of a group, else its first; nothing for an empty one."""
    asked = [one for one in check.asked if one.group == key]
    if asked:
        return next((one.id for one in asked if not one.done), asked[0].id)
    return next(iter(carried_in(check, key)), "")


def group_of(check: CheckIn, current: str) -> str:
    """Return the group one is in."""
    asking = check.asking(current)
    if asking is not None:
        return asking.group
    return next((key for key in _CARRIED if current in carried_in(check, key)), "")


def keys_of(check: CheckIn) -> list[str]:
    """Return the groups that have questions, in the order of the rail."""
    keys = [group for group in GROUPS if check.of(group)]
    return [*keys, *(key for key in _CARRIED if carried_in(check, key))]


def sections(check: CheckIn, current: str, promised: int, limits: int) -> tuple[RailSection, ...]:
    """Return the rail; ``current`` is a question, or ``OPENING``."""
    here = current if current == OPENING else group_of(check, current)
    note = _tr("{0} promised, {1} limits to look at").format(promised, limits)
    first = RailLine(
        key=OPENING,
        title=_tr("Promises and limits"),
        note=note if limits != 1 else _tr("{0} promised, 1 limit to look at").format(promised),
        count=promised + limits,
        current=here == OPENING,
    )
    asked = tuple(_asked_line(check, group, here) for group in GROUPS if _is_shown(check, group))
    return (
        RailSection(key="first", title=_tr("Check-in"), count=None, lines=(first,)),
        RailSection(key="asked", title=_tr("Asked again"), count=len(check.asked), lines=asked),
        RailSection(key="carried", title=_tr("Carried"), count=check.carried, lines=_carried(check, here)),
    )


def marks(check: CheckIn, assessment: Assessment) -> tuple[Mark, ...]:
    """Return a square for each question that is asked."""
    return tuple(_mark(one, assessment) for one in check.asked)


def neighbours(assessment: Assessment, check: CheckIn, current: str) -> tuple[Neighbour, ...]:
    """Return the question before and the one after in the questionnaire, and the one that is asked next."""
    ids = [question.id for question in assessment.questionnaire.questions]
    at = ids.index(current)
    around = [*ids[max(0, at - 1) : at], *ids[at + 1 : at + 2]]
    following = _following(check, current)
    near = [*around, *([following] if following and following not in around else [])][:MOST]
    return tuple(_neighbour(assessment, check, id_, following) for id_ in near)


def _following(check: CheckIn, current: str) -> str:
    asked = [one.id for one in check.asked]
    at = asked.index(current) + 1 if current in asked else 0
    return next((id_ for id_ in asked[at:] if id_ in check.open), "")


def _neighbour(assessment: Assessment, check: CheckIn, id_: str, following: str) -> Neighbour:
    answer, question = assessment.agreed.get(id_, NOT_ASKED), assessment.questionnaire.by_id[id_]
    if id_ == following:
        state = _tr("asked next")
    elif id_ in check.open:
        state = _tr("asked")
    else:
        state = _tr("carried") if is_carried(answer) else _tr("answered")
    return Neighbour(
        id=id_,
        prompt=question.prompt,
        stands=in_short(question, answer, assessment.period),
        state=state,
    )


def _is_shown(check: CheckIn, group: Group) -> bool:
    return group in _ALWAYS or bool(check.of(group))


def _asked_line(check: CheckIn, group: Group, here: str) -> RailLine:
    words = group_words(group)
    return RailLine(
        key=group, title=words.title, note=words.note, count=len(check.of(group)), current=group == here
    )


def _carried(check: CheckIn, here: str) -> tuple[RailLine, ...]:
    return tuple(_carried_lines(check, here))


def _carried_lines(check: CheckIn, here: str) -> Iterator[RailLine]:
    words = {
        "fresh": (_tr("Recent"), _tr("counts as it was")),
        "guesses": (_tr("Now a guess"), _tr("counts, widens the range")),
        "absent": (_tr("Does not apply"), _tr("with its reason")),
    }
    for key, (title, note) in words.items():
        count = len(carried_in(check, key))
        if count or key != "absent":
            yield RailLine(key=key, title=title, note=note, count=count, current=key == here)


def _mark(one: Asking, assessment: Assessment) -> Mark:
    if not one.done:
        return "todo"
    return "unknown" if assessment.agreed.get(one.id, NOT_ASKED).unknown else "done"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckIn", text)
