"""``plan --json`` in the shape of the contract: unrounded, ``null`` where nothing applies."""

import json
from dataclasses import asdict, replace

import pytest
from builders import all_at, an_assessment, not_applicable
from planning import OFFERED, the_bank, the_planned_example
from pydantic import TypeAdapter, ValidationError

from readiness.domain.outcome import evaluate
from readiness.domain.promises import PlannedAction
from readiness.domain.roadmap import plan
from readiness.domain.what_if import WhatIf
from readiness.exchange.plans import plan_json

BY_SCORE = WhatIf(capacity=(8.0,), mode="score-first", only=OFFERED)


def test_it_begins_where_the_contract_does() -> None:
    document = plan_json(plan(the_planned_example(), BY_SCORE))
    assert (document["mode"], document["capacity"]) == ("score-first", 8.0)
    assert document["start"] == {"score": pytest.approx(46.5604), "ceiling": 1}
    assert (document["not_planned"], document["infeasible"]) == ([], [])


def test_an_action_carries_what_the_contract_names() -> None:
    document = plan_json(plan(the_planned_example(), BY_SCORE))
    action = next(action for action in document["actions"] if action["id"] == "OBS-02")
    named = "id kind question from to effort effort_low effort_high estimated class start finish needs"
    assert [action[name] for name in named.split()] == [
        *("OBS-02", "raise", "OBS-02", 1, 3, 2.0, 1.0, 4.0, False, "now", 1, 1, [])
    ]
    assert (action["gain"], action["priority"]) == (
        pytest.approx(0.671, abs=5e-4),
        pytest.approx(0.453, abs=5e-4),
    )
    assert action["factors"] == {"u": 1.5, "g": 1.0, "c": 0.9, "m": 1.0}
    assert action["used"] == {"1": 2.0}


def test_a_quarter_carries_what_the_contract_names() -> None:
    first = plan_json(plan(the_planned_example(), BY_SCORE))["quarters"][0]
    assert (first["index"], first["period"], first["used"], first["ceiling"]) == (1, "2026-Q4", 8.0, 2)
    assert first["score"] == pytest.approx(48.91, abs=0.005)


def test_what_is_not_planned_says_why_and_what_it_would_cost() -> None:
    what_if = WhatIf(capacity=(8.0, 6.0), exclude=("ARC-05",), pins={"AUT-04": "2026-Q3"})
    document = plan_json(plan(the_planned_example(), what_if))
    left = {
        entry["id"]: (entry["question"], entry["effort"], entry["why"]) for entry in document["not_planned"]
    }
    assert left["ARC-05"] == ("ARC-05", 4.0, "excluded")
    assert left["ARC-04"] == ("ARC-04", 4.0, "needs ARC-05")
    assert left["ARC-13"] == ("ARC-13", 12.0, "not needed for 10×")
    assert document["infeasible"] == [
        {"id": "AUT-04", "period": "2026-Q3", "why": "pinned to a quarter that is over"}
    ]
    assert document["capacity"] == [8.0, 6.0]
    assert document["stages"][1]["causes"] == [{"kind": "excluded", "question": "ARC-05"}]


def test_joined_and_free_actions_name_their_questions_or_none() -> None:
    outcome = the_planned_example()
    promises = (
        PlannedAction(id="split", questions=("ARC-04", "ARC-05"), title="Make the tier stateless"),
        PlannedAction(id="hire", kind="free", effort=2.0),
    )
    outcome = replace(outcome, assessment=replace(outcome.assessment, actions=promises))
    actions = {a["id"]: a for a in plan_json(plan(outcome, WhatIf(capacity=(8.0,))))["actions"]}
    assert actions["split:10"]["questions"] == ["ARC-04", "ARC-05"]
    assert actions["split:10"]["title"] == "Make the tier stateless"
    assert (actions["hire"]["question"], actions["hire"]["from"], actions["hire"]["factors"]) == (None,) * 3


def test_nothing_applicable_is_null_and_never_zero_or_nan() -> None:
    bank = the_bank()
    roadmap = plan(evaluate(an_assessment(bank, all_at(bank, not_applicable()))), WhatIf(capacity=(8.0,)))
    document = json.loads(json.dumps(plan_json(roadmap), allow_nan=False))
    assert document["start"] == {"score": None, "ceiling": None}
    assert {quarter["score"] for quarter in document["quarters"]} == {None}


def test_a_what_if_is_data_that_travels() -> None:
    what_if = WhatIf(
        capacity=(8.0, 6.0),
        only=("GRO-07",),
        pins={"GRO-07": "2026-Q4"},
        levels={"ARC-01": 3},
        roles={"product": 2.0},
    )
    text = json.dumps(asdict(what_if))
    assert TypeAdapter(WhatIf).validate_json(text) == what_if
    with pytest.raises(ValidationError):
        TypeAdapter(WhatIf).validate_json('{"capacity": [1e999]}')
