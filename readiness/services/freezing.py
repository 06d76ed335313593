"""A questionnaire ⇄ the canonical text that a workspace keeps of it."""

from readiness.domain.questionnaire import Questionnaire
from readiness.storage.frozen import Frozen


def frozen(questionnaire: Questionnaire, origin: str = "shipped") -> Frozen:
    """Return a questionnaire as it is kept; one that was made of another file is always an imported one."""
    from readiness.exchange.questionnaires import canonical_json  # noqa: PLC0415 - after the first paint

    came = "imported" if questionnaire.source is not None else origin
    body = canonical_json(questionnaire).decode("utf-8")
    return Frozen(questionnaire=questionnaire, body=body, origin=came)


def thawed(content: bytes) -> Questionnaire:
    """Return the questionnaire of a kept text."""
    from readiness.exchange.questionnaires import questionnaire_from_json  # noqa: PLC0415 - after the first paint

    return questionnaire_from_json(content)
