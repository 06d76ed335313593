"""Two views in words: what the answers of product and engineering are apart, and what that asks for.

Nothing is said before the reveal, not even how many have answered (domain §2.7).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from readiness.domain.alignment import Alignment, Gap, Verdict
from readiness.domain.assessment import Answer, Assessment
from readiness.domain.outcome import Outcome
from readiness.reports import sentences as say

Views = Literal["hidden", "none", "product", "engineering", "nothing common", "both"]

_WIDE: Final = 2
_VERDICTS: Final[Mapping[Verdict, str]] = {
    "aligned": "aligned",
    "discuss": "discuss",
    "agenda": "an agenda item",
}
_NOTHING_TO_HOLD: Final[Mapping[Views, tuple[str, str]]] = {
    "hidden": (
        "Hidden until the reveal",
        "Each side answers alone. How far the two are apart stands here once both are revealed together.",
    ),
    "none": ("One view only", "Everything was answered together, so there are no two views to hold apart."),
    "product": ("One view only", "Only product has answered; what engineering knows is not here."),
    "engineering": ("One view only", "Only engineering has answered; what product sees is not here."),
    "nothing common": (
        "No answer in common",
        "Both sides have answered, but no question has a level from each of them.",
    ),
}


def views(outcome: Outcome) -> Views:
    """Return whose answers can be held against each other."""
    given = outcome.assessment
    if not given.revealed:
        return "hidden"
    if outcome.alignment.questions:
        return "both"
    return _one_sided(given)


def without_two_views(outcome: Outcome) -> tuple[str, str]:
    """Return heading and sentence where there are no two views to compare; empty where there are."""
    return _NOTHING_TO_HOLD.get(views(outcome), ("", ""))


def widest_first(outcome: Outcome) -> tuple[Gap, ...]:
    """Return every common answer, the widest gap first; then by weight, then in questionnaire order."""
    by_id = outcome.assessment.questionnaire.by_id
    return tuple(
        sorted(outcome.alignment.questions, key=lambda gap: (-abs(gap.gap), -by_id[gap.id].weight)),
    )


def alignment_title(alignment: Alignment) -> str:
    """Say how far the answers are apart: “Four answers two apart”."""
    apart = [abs(gap.gap) for gap in alignment.questions if gap.gap]
    if not apart:
        count = len(alignment.questions)
        return (
            "The one common answer is the same" if count == 1 else f"All {count} common answers are the same"
        )
    wide = [gap for gap in apart if gap >= _WIDE]
    counted = wide or apart
    widest = max(counted)
    more = " or more" if min(counted) < widest else ""
    answers = f"{say.in_words(len(counted))} {'answer' if len(counted) == 1 else 'answers'}"
    return f"{say.capital(answers)} {say.in_words(min(counted))}{more} apart"


def index_words(alignment: Alignment) -> str:
    """Return “index 0.14, discuss”; with more decimals where rounding would claim another verdict."""
    if alignment.index is None or alignment.verdict is None:
        return ""
    shown = next(
        text
        for places in (2, 3, 4, 17)
        if replace(alignment, index=float(text := f"{alignment.index:.{places}f}")).verdict
        == alignment.verdict
    )
    return f"index {shown}, {_VERDICTS[alignment.verdict]}"


def directions(alignment: Alignment) -> str:
    """Say who is higher where: “Product is higher on 5, engineering on 1; 16 of 22 are the same”."""
    product = sum(gap.gap > 0 for gap in alignment.questions)
    engineering = sum(gap.gap < 0 for gap in alignment.questions)
    count = len(alignment.questions)
    same = count - product - engineering
    if not product and not engineering:
        return ""
    higher = [f"product is higher on {product}"] if product else []
    if engineering:
        higher.append(
            f"engineering on {engineering}" if product else f"engineering is higher on {engineering}"
        )
    rest = "none is the same" if not same else f"{same} of {count} {'is' if same == 1 else 'are'} the same"
    return f"{say.capital(', '.join(higher))}; {rest}."


def apart_words(gap: Gap) -> str:
    """Return “2 apart” or “same”."""
    return f"{abs(gap.gap)} apart" if gap.gap else "same"


def _one_sided(given: Assessment) -> Views:
    product, engineering = _has_answered(given.product), _has_answered(given.engineering)
    if product and engineering:
        return "nothing common"
    return "product" if product else "engineering" if engineering else "none"


def _has_answered(lane: Mapping[str, Answer]) -> bool:
    return any(answer.state != "not_asked" for answer in lane.values())
