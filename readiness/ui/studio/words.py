"""The words of the studio: what an edit is called, where a part stands, how long a draft takes."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from readiness.domain.assessment import Assessment
from readiness.domain.minutes import minutes_plan
from readiness.domain.period import Period
from readiness.domain.studio.places import Place, at

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Questionnaire
    from readiness.services.studio import DraftProblem

_ANY = Period(2000, 1)


def edit_name(draft: "Questionnaire", place: Place, field: str) -> str:
    """Return what an edit is called behind “Undo”."""
    part = at(draft, place)
    name, _, item = field.partition(" ")
    told = _field_word(name)
    if item:
        told = _tr("level {0}").format(item) if name == "levels" else f"{told} {item}"
    return _tr("{0} of {1}").format(told, part.id if place else _tr("the questionnaire"))


def where(draft: "Questionnaire", place: Place) -> str:
    """Return where a part stands: “Data › Write contention”."""
    names = [str(getattr(at(draft, place[:depth]), "name", "")) for depth in range(1, min(3, len(place) + 1))]
    return " › ".join(name for name in names if name)


def part_title(draft: "Questionnaire", place: Place) -> str:
    """Return what a part is called in a list."""
    if not place:
        return draft.title
    part = at(draft, place)
    return f"{part.id} {part.prompt}".strip() if len(place) == 3 else str(part.name or part.id)


def problem_place(draft: "Questionnaire", problem: "DraftProblem") -> str:
    """Return the line under a problem: what it is about, and whether it holds up publishing."""
    told = part_title(draft, problem.place)
    if len(problem.place) == 3:
        told = f"{at(draft, problem.place).id}, {at(draft, problem.place[:2]).name}"
    return _tr("{0}. Blocks publishing.").format(told) if problem.blocks else told


def minutes_of(draft: "Questionnaire") -> int:
    """Return about how long it takes to answer a draft together, in steps of five minutes."""
    assessed = Assessment(questionnaire=draft, system="", period=_ANY, mode="live")
    return max(5, 5 * ceil(minutes_plan(assessed).minutes / 5))


def _field_word(field: str) -> str:
    words = {
        "prompt": _tr("prompt"),
        "why": _tr("why"),
        "levels": _tr("levels"),
        "weight": _tr("weight"),
        "asked_of": _tr("asked of"),
        "hurts_at": _tr("growth step"),
        "effort": _tr("effort"),
        "effect": _tr("effect"),
        "gate": _tr("gate"),
        "quick": _tr("quick check"),
        "safety": _tr("safety"),
        "valid_for": _tr("validity"),
        "needs": _tr("needs"),
        "action": _tr("action"),
        "consequence": _tr("consequence"),
        "hint": _tr("hint"),
        "product_prompt": _tr("prompt for product"),
        "product_levels": _tr("product level"),
        "references": _tr("references"),
        "name": _tr("name"),
        "title": _tr("title"),
        "language": _tr("language"),
        "licence": _tr("licence"),
        "id": _tr("id"),
    }
    return words.get(field, field)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Studio", text)
