"""Whether the parts of a questionnaire weigh the same, as those of an imported lens do at first."""

from readiness.domain.questionnaire import Questionnaire


def weighs_equally(questionnaire: Questionnaire) -> bool:
    """Say whether every pillar counts the same, and every scored question."""
    pillars = {pillar.counts for pillar in questionnaire.pillars}
    questions = {question.weight for question in questionnaire.questions if question.weight}
    return len(pillars) <= 1 and len(questions) <= 1
