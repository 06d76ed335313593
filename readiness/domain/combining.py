"""Core and specialised questionnaires asked as one (domain §6, ruling 8).

A specialised questionnaire is one pillar; combining appends it with its combinations. The whole is named
after its parts, ``scalability@1.0+saas@1.0``, so that the name alone says what was asked.
"""

from dataclasses import replace
from typing import Final

from readiness.domain.questionnaire import Questionnaire

_JOINT: Final = "+"


def parts_of(reference: str) -> tuple[str, ...]:
    """Return the references that a combined one is made of; a plain one is its own only part."""
    return tuple(reference.split(_JOINT))


def fits(core: Questionnaire, part: Questionnaire) -> bool:
    """Say whether a specialised questionnaire extends this core in its major version."""
    name, _, major = part.extends.partition("@")
    return bool(part.extends) and name == core.id and major == core.version.partition(".")[0]


def combine(core: Questionnaire, parts: tuple[Questionnaire, ...]) -> Questionnaire:
    """Return the core with every part's pillar and combinations behind its own.

    Raises:
        ValueError: a part does not extend this core, or an id stands in two of them.
    """
    whole = core
    for part in parts:
        _refuse_misfit(core, whole, part)
        whole = replace(
            whole,
            version=f"{whole.version}{_JOINT}{part.reference}",
            pillars=(*whole.pillars, *part.pillars),
            combinations=(*whole.combinations, *part.combinations),
        )
    return whole


def core_of(questionnaire: Questionnaire) -> Questionnaire | None:
    """Return the core inside a combined questionnaire; ``None`` where nothing was combined.

    Each part added one pillar, so the core is what stands before them.
    """
    version, *added = questionnaire.version.split(_JOINT)
    if not added:
        return None
    pillars = questionnaire.pillars[: -len(added)]
    own = {question.id for pillar in pillars for question in pillar.questions}
    kept = tuple(
        combination
        for combination in questionnaire.combinations
        if all(condition.question in own for condition in combination.when if condition.question)
    )
    return replace(questionnaire, version=version, pillars=pillars, combinations=kept)


def _refuse_misfit(core: Questionnaire, whole: Questionnaire, part: Questionnaire) -> None:
    if not fits(core, part):
        wanted = part.extends or "no other questionnaire"
        msg = f"{part.reference} extends {wanted}, not {core.reference}"
        raise ValueError(msg)
    if len(part.pillars) != 1:
        msg = f"{part.reference} has {len(part.pillars)} pillars; a specialised questionnaire has one"
        raise ValueError(msg)
    taken = _folded(whole) & _folded(part)
    if taken:
        msg = f"{part.reference} has ids that {whole.reference} has too: {', '.join(sorted(taken))}"
        raise ValueError(msg)


def _folded(questionnaire: Questionnaire) -> set[str]:
    ids = [question.id for question in questionnaire.questions]
    ids += [pillar.id for pillar in questionnaire.pillars]
    return {id_.casefold() for id_ in [*ids, *(one.id for one in questionnaire.combinations)]}
