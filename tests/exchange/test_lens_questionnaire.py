"""A lens is a questionnaire of practices, frozen with its file, and older texts keep their hashes."""

import json
from pathlib import Path

import pytest
from builders import a_questionnaire
from lenses import a_lens, as_asked, as_file, backups

from readiness.exchange.lens.converting import FIRST, lens_of, to_questionnaire, version_in
from readiness.exchange.lens.reading import read_lens
from readiness.exchange.lens.writing import write_lens
from readiness.exchange.questionnaires import canonical_json, parse_questionnaire, questionnaire_from_json

LENSES = Path(__file__).resolve().parents[3] / "shared" / "data" / "lenses"


def test_pillars_and_questions_weigh_the_same() -> None:
    lens = a_lens(backups(), {**backups(), "id": "others"})
    lens["pillars"].append({"id": "security", "name": "Security", "questions": [{**backups(), "id": "keys"}]})
    asked = as_asked(lens)
    assert [(pillar.name, pillar.counts) for pillar in asked.pillars] == [("Reliability", 1), ("Security", 1)]
    assert [question.weight for question in asked.questions] == [1, 1, 1]
    assert asked.reference == "small-lens@1.0"


def test_practices_carry_their_advice_and_their_links() -> None:
    lens = a_lens(backups())
    choice = lens["pillars"][0]["questions"][0]["choices"][0]
    choice["improvementPlan"] = {"displayText": "Take one a day.", "url": "https://example.com/plan"}
    taken, _, none = as_asked(lens).questions[0].practices
    assert (taken.advice, taken.links) == ("Take one a day.", ("https://example.com/plan",))
    assert (taken.alone, none.alone) == (False, True)


def test_the_frozen_form_reads_back_and_gives_the_file() -> None:
    lens = a_lens(backups(), _version="1.2", description="Ends in a space ")
    asked = as_asked(lens)
    again = questionnaire_from_json(canonical_json(asked))
    assert again == asked
    kept = lens_of(again)
    assert kept is not None
    assert json.loads(write_lens(kept)) == lens


def test_a_text_without_practices_says_nothing_of_them() -> None:
    kept = json.loads(canonical_json(a_questionnaire()))
    question = kept["pillars"][0]["topics"][0]["questions"][0]
    assert {"practices", "rules"}.isdisjoint(question)
    assert "source" not in kept


def test_no_yaml_file_brings_practices() -> None:
    content = (
        b"format: readiness-questionnaire/1\nid: a\nversion: '1.0'\ntitle: A\npillars:\n- id: P\n  name: P\n"
        b"  topics:\n  - id: T\n    name: T\n    questions:\n    - id: Q\n      prompt: How?\n"
        b"      levels: [a, b, c, d, e]\n      practices: []\n"
    )
    found, faults = parse_questionnaire(content)
    assert found is None
    assert [(fault.code, fault.line) for fault in faults if fault.severity == "error"] == [
        ("unknown-key", 15)
    ]


def test_two_questions_of_one_name_get_two() -> None:
    assert [question.id for question in as_asked(a_lens(backups(), backups())).questions] == [
        "backups",
        "backups-2",
    ]


def test_a_question_without_a_title_is_called_by_what_it_says() -> None:
    lens = a_lens({**backups(), "title": None, "description": "How are backups made?"})
    assert as_asked(lens).questions[0].prompt == "How are backups made?"


@pytest.mark.parametrize(
    ("given", "version"), [("1.2", "1.2"), (2, "2"), ("v 1.3.6", "v-1.3.6"), ("@+", ""), (None, "")]
)
def test_the_publisher_names_the_version(given: object, version: str) -> None:
    lens = read_lens(as_file(a_lens(backups(), _version=given))).lens
    assert lens is not None
    assert version_in(lens) == version


@pytest.mark.shared
@pytest.mark.parametrize("path", sorted(LENSES.glob("*.json")), ids=lambda path: path.stem[:60])
def test_every_published_lens_is_frozen_and_goes_out_as_it_came(path: Path) -> None:
    content = path.read_bytes()
    lens = read_lens(content).lens
    assert lens is not None
    asked = to_questionnaire(lens, content, version_in(lens) or FIRST)
    again = questionnaire_from_json(canonical_json(asked))
    assert again == asked
    kept = lens_of(again)
    assert kept is not None
    assert write_lens(kept) == write_lens(lens)
    assert len({question.id for question in asked.questions}) == len(lens.questions)
