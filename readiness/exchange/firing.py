"""Can a combination ever fire? What it asks of answers, held against what answers can be (domain §2.6)."""

from collections.abc import Mapping
from typing import Any, Final

from readiness.domain.questionnaire import Question

_LOWEST: Final = 0
_HIGHEST: Final = 4
Span = tuple[int, int]


def impossible(
    combination: Mapping[str, Any], own: Mapping[str, Mapping[str, Any]], outside: Mapping[str, Question]
) -> str:
    """Return why no answers can match all conditions, or nothing.

    ``own`` holds the questions of the file as they stand in it, ``outside`` those of the core it extends.
    """
    spans: dict[tuple[str, str], Span] = {}
    for condition in combination.get("when") or ():
        if not isinstance(condition, Mapping) or not isinstance(condition.get("question"), str):
            continue
        id_, lane = condition["question"], str(condition.get("lane") or "")
        if lane and not _is_ever_asked(lane, own.get(id_), outside.get(id_)):
            return f"{id_} is never asked of {lane}"
        low, high = _narrowed(spans.get((id_, lane), (_LOWEST, _HIGHEST)), condition)
        if low > high:
            return f"no level of {id_} is at least {low} and at most {high}"
        spans[id_, lane] = (low, high)
    return ""


def _narrowed(span: Span, condition: Mapping[str, Any]) -> Span:
    low, high = span
    least, most = condition.get("at_least"), condition.get("at_most")
    return (
        max(low, least) if isinstance(least, int) else low,
        min(high, most) if isinstance(most, int) else high,
    )


def _is_ever_asked(lane: str, entry: Mapping[str, Any] | None, core: Question | None) -> bool:
    """Say whether a side is asked: by ``asked_of``, or through a gate’s wording for product."""
    if core is not None:
        asked_of, has_wording = core.asked_of, bool(core.product_prompt)
    else:
        stands = entry or {}
        asked_of, has_wording = stands.get("asked_of", "both"), bool(stands.get("product_prompt"))
    return asked_of in {"both", lane} or (lane == "product" and has_wording)
