"""Numbers and counts that would run away: refused at the door, with their place, or harmless behind it."""

import json
import time
from collections.abc import Callable

import pytest
from builders import an_assessment, level

from readiness.domain.outcome import evaluate
from readiness.errors import Fault
from readiness.exchange.guard import read
from readiness.exchange.json_tree import MOST_PARTS
from readiness.exchange.questionnaires import Result, parse_questionnaire

AT_ONCE_S = 2.0


def asking(pillar: object = 1.0, topic: object = 1.0, question: object = 3.0) -> Result:
    """Read a questionnaire of two pillars that weigh alike, one of them as given."""
    pillars = [
        {
            "id": id_,
            "name": id_,
            "weight": pillar,
            "topics": [
                {
                    "id": f"{id_}T",
                    "name": id_,
                    "weight": topic,
                    "questions": [
                        {"id": f"{id_}-01", "prompt": "Well?", "levels": list("abcde"), "weight": question}
                    ],
                }
            ],
        }
        for id_ in ("ARC", "DAT")
    ]
    document = {"format": "readiness-questionnaire/1", "id": "t", "version": "1.0", "title": "T"}
    return parse_questionnaire(json.dumps({**document, "pillars": pillars}).encode(), "q.json")


def errors(found: Result) -> list[Fault]:
    return [fault for fault in found[1] if fault.severity == "error"]


@pytest.mark.parametrize("weight", [1e308, 1e7, 1e-7, 5e-324, 0, -5])
@pytest.mark.parametrize("place", ["pillar", "topic"])
def test_a_weight_that_no_sum_can_hold_is_refused_with_its_place(place: str, weight: float) -> None:
    found = asking(**{place: weight})
    assert found[0] is None
    assert {fault.code for fault in errors(found)} == {"out-of-range"}
    assert all("weight" in fault.message and fault.line for fault in errors(found))


@pytest.mark.parametrize("weight", [1e-7, 5e-324, 101, -5])
def test_a_weight_of_a_question_is_bounded_too(weight: float) -> None:
    found = asking(question=weight)
    assert found[0] is None
    assert all("weight" in fault.message for fault in errors(found))


@pytest.mark.parametrize("weight", [1e-6, 1.0, 1e6])
def test_whatever_is_let_in_can_be_scored(weight: float) -> None:
    """The twin."""
    questionnaire = asking(pillar=weight, topic=weight, question=min(weight, 100.0))[0]
    assert questionnaire is not None
    given = an_assessment(questionnaire, {"ARC-01": level(3), "DAT-01": level(1)})
    assert evaluate(given).score.score == pytest.approx(50.0)


def test_a_fault_inside_a_list_does_not_make_the_list_empty() -> None:
    assert [fault.code for fault in errors(asking(pillar="5"))] == ["not-a-number", "not-a-number"]


@pytest.mark.parametrize("written", ["12e03", "1e05", "-3E007"])
def test_an_exponent_that_begins_with_a_zero_stays_a_text(written: str) -> None:
    assert read(f"a: {written}\n".encode(), "a.yaml")[0].value == {"a": written}


@pytest.mark.parametrize(("written", "number"), [("12e3", 12e3), ("1e-05", 1e-05), ("1e+16", 1e16)])
def test_an_exponent_as_programs_write_it_is_a_number(written: str, number: float) -> None:
    """The twin."""
    assert read(f"a: {written}\n".encode(), "a.yaml")[0].value == {"a": number}


MANY: dict[str, Callable[[], bytes]] = {
    "numbers": lambda: b"[" + b"1," * 2_000_000 + b"1]",
    "objects": lambda: b"[" + b"{}," * 1_500_000 + b"{}]",
    "one key": lambda: b"{" + b'"a":1,' * 700_000 + b'"a":1}',
    "without end": lambda: b"[" + b"1e999," * 700_000 + b"1]",
    "what cannot be printed": lambda: b"[" + b'"\\u0001",' * 500_000 + b"1]",
}


@pytest.mark.parametrize("kind", MANY)
def test_json_of_too_many_parts_is_refused_before_it_is_built(kind: str) -> None:
    content = MANY[kind]()
    begin = time.process_time()
    assert {fault.code for fault in read(content, "a.json")[1]} == {"too-many-parts"}
    assert time.process_time() - begin < AT_ONCE_S


@pytest.mark.parametrize("part", [b'"a":1,', b'"a\\u0001":1,'])
def test_a_fault_in_every_part_is_told_at_once(part: bytes) -> None:
    begin = time.process_time()
    assert read(b"{" + part * (MOST_PARTS // 4) + b'"a":1}', "a.json")[1]
    assert time.process_time() - begin < 3 * AT_ONCE_S


def test_commas_inside_a_text_are_no_parts() -> None:
    assert read(json.dumps({"a": "," * (MOST_PARTS + 1)}).encode(), "a.json")[1] == ()
