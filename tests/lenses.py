"""Small custom lenses of our own, as the objects that their files hold."""

import json
from typing import Any

from readiness.domain.questionnaire import Questionnaire
from readiness.exchange.lens.converting import FIRST, to_questionnaire
from readiness.exchange.lens.reading import read_lens


def a_choice(id_: str, title: str = "", **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "title": title or f"Practice {id_}",
        "improvementPlan": {"displayText": "Do it"},
        **more,
    }


def a_lens_question(
    id_: str, choices: list[dict[str, Any]], *rules: tuple[str, str], **more: Any
) -> dict[str, Any]:
    risks = [{"condition": condition, "risk": risk} for condition, risk in rules]
    return {"id": id_, "title": f"Question {id_}", "choices": choices, "riskRules": risks, **more}


def a_lens(*questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    pillar = {"id": "reliability", "name": "Reliability", "questions": list(questions)}
    return {
        "schemaVersion": "2021-11-01",
        "name": "Small lens",
        "description": "A lens of our own",
        "pillars": [pillar],
        **more,
    }


def backups(*rules: tuple[str, str]) -> dict[str, Any]:
    """Return a question of three practices, with the rules that are usual unless others are given."""
    choices = [a_choice("taken"), a_choice("restored"), a_choice("backups_no", "None of these")]
    usual = (("taken && restored", "NO_RISK"), ("taken || restored", "MEDIUM_RISK"), ("default", "HIGH_RISK"))
    return a_lens_question("backups", choices, *(rules or usual))


def as_file(lens: dict[str, Any]) -> bytes:
    return json.dumps(lens, ensure_ascii=False).encode("utf-8")


def as_asked(lens: dict[str, Any], version: str = FIRST) -> Questionnaire:
    """Return the questionnaire that a lens is."""
    content = as_file(lens)
    reading = read_lens(content)
    assert reading.lens is not None, reading.faults
    return to_questionnaire(reading.lens, content, version)
