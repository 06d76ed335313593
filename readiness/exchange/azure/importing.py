"""The importer of exported reviews."""

from collections.abc import Iterator

from readiness.domain.questionnaire import Questionnaire
from readiness.exchange.azure.converting import answers_of, to_questionnaire, weighs_as_recommended
from readiness.exchange.azure.reading import means_review, read_review
from readiness.exchange.azure.values import Review
from readiness.exchange.foreign import Foreign, Guarded, Kind
from readiness.exchange.rows import MOST_BYTES, text_of

RULE = (
    "Level by the share of the practices that are ticked: 1 from a quarter, 2 from half, 3 from three "
    "quarters, 4 with all; “none of the above” is 0."
)


class ReviewImporter:
    """Azure Well-Architected reviews, and others that are exported alike."""

    name = "Azure review (CSV)"
    kind: Kind = "questionnaire"
    most_bytes = MOST_BYTES

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - what is in it tells
        """Whether a file has the rows that only such an export has."""
        return means_review(head)

    def read(self, file: Guarded) -> Foreign:
        """Return the questionnaire and the answers that were selected."""
        text = text_of(file.content)
        review, faults = read_review(text)
        if any(fault.severity == "error" for fault in faults):
            return Foreign(faults=faults)
        questionnaire = to_questionnaire(review, text)
        return Foreign(
            questionnaire=questionnaire,
            answers=answers_of(review, questionnaire),
            period=review.period,
            converted=True,
            faults=faults,
            told=tuple(_told(review, questionnaire)),
        )


def _told(review: Review, questionnaire: Questionnaire) -> Iterator[str]:
    if review.taken:
        yield f"Exported on {review.taken}."
    overall = review.results[0] if review.results else None
    if overall is not None:
        score = f", {overall.score.replace('/', ' of ')}" if overall.score else ""
        yield f"Its own result, which is not taken over: {overall.band}{score}."
    yield RULE
    apart = sum(question.weight == 0 for question in questionnaire.questions)
    if apart:
        those = "1 question has" if apart == 1 else f"{apart} questions have"
        yield (
            f"{those} no “none of the above”, so the answers exclude each other and nothing says which is "
            "better: kept, and not scored."
        )
    named = weighs_as_recommended(review)
    if named:
        yield f"Questions of {', '.join(named)} weigh what the recommendations say, all others the same."
    else:
        yield "Every question weighs the same: no recommendation says which question it belongs to."
