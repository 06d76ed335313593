"""A workspace that asks a custom lens: answered live, open, and by two sides that tick differently."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from readiness.domain.assessment import Answer, Mode
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.ticking import as_told
from readiness.services.assessing import Assessing
from readiness.services.drafts import Draft
from readiness.services.lenses import look_at_lens, take_lens

if TYPE_CHECKING:
    from readiness.domain.counting import Side

LIVE, SIDES, UNTICKED = 0, 1, 2
_STEPS: Final = (
    "Alarms reach a person who can act, at any hour",
    "Every alarm names the runbook that says what to do about it",
    "Runbooks were followed in an exercise during the last quarter by somebody who had not written them",
    "Alarms that nobody acted on are taken away",
    "The rota has two people for every hour",
    "Escalation is agreed with the teams it reaches",
)


def lens() -> bytes:
    """Return the lens, made up."""
    pillars = [
        _pillar(
            "operations", "Operations", _question("alarms", "Who is told when something breaks?", _STEPS)
        ),
        _pillar(
            "recovery",
            "Recovery",
            _question("backups", "How are backups made?", ("Taken every day", "Restored every quarter")),
            _question(
                "failover", "What happens when a site is lost?", ("Traffic moves by itself", *_STEPS[:1])
            ),
        ),
    ]
    whole = {
        "schemaVersion": "2021-11-01",
        "name": "Running it ourselves",
        "description": "What we ask of every service that we run",
        "pillars": pillars,
    }
    return json.dumps(whole, indent=1).encode("utf-8")


def write_ticked(path: Path) -> None:
    """Write the workspace."""
    made = Assessing.create(path)
    looked = look_at_lens(made, lens(), "lens.json")
    take_lens(made, looked)
    asked = looked.questionnaire
    live, sides, _ = (_start(made, asked, *one) for one in _SYSTEMS)
    for place, question in enumerate(asked.questions):
        usual = tuple(practice.id for practice in question.practices if not practice.alone)
        made.answer(live, question.id, "agreed", as_told(question, Answer(ticked=usual[: 1 + place])))
        given: dict[Side, Answer] = {
            "product": Answer(ticked=usual),
            "engineering": Answer(ticked=usual[:1], note="Only where we looked."),
        }
        for side, answer in given.items():
            made.answer(sides, question.id, side, as_told(question, answer))
    made.reveal(sides)
    made.close()


_SYSTEMS: Final[tuple[tuple[str, Mode], ...]] = (
    ("Checkout API", "live"),
    ("Payments", "private"),
    ("Search", "live"),
)


def _start(made: Assessing, asked: Questionnaire, system: str, mode: Mode) -> int:
    draft = Draft(system=system, period=Period(2026, 3), questionnaire=asked.reference, mode=mode)
    return made.start(draft)


def _pillar(id_: str, name: str, *questions: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "name": name, "questions": list(questions)}


def _question(id_: str, title: str, steps: tuple[str, ...]) -> dict[str, Any]:
    ids = [f"{id_}_{number}" for number in range(1, len(steps) + 1)]
    choices: list[dict[str, Any]] = [
        {"id": step, "title": text, "improvementPlan": {"displayText": "Do it."}}
        for step, text in zip(ids, steps, strict=True)
    ]
    choices.append({"id": f"{id_}_no", "title": "None of these"})
    rules = [(" && ".join(ids), "NO_RISK"), (ids[0], "MEDIUM_RISK"), ("default", "HIGH_RISK")]
    return {
        "id": id_,
        "title": title,
        "description": "What holds today for every service in scope, not what is planned.",
        "choices": choices,
        "riskRules": [{"condition": condition, "risk": risk} for condition, risk in rules],
    }
