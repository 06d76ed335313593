"""Packs as files: one a person, names that every system takes, whole or not at all."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import an_assessment

from readiness.domain.assessment import Assessment, Participant
from readiness.domain.lanes import Lanes
from readiness.errors import InputError, OutputError, SealedError
from readiness.services.library import Library
from readiness.services.packing import Share, make_pack, make_packs, suggest_pack_name


@pytest.fixture
def assessment() -> Assessment:
    return an_assessment(
        Library().latest(),
        revealed=False,
        participants=(Participant(role="Product lead", name="Mira Holt", lane="product"),),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "packs"
    made.mkdir()
    return made


def data_in(path: Path) -> Any:
    page = path.read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="pack">(.*?)</script>', page)
    assert found
    return json.loads(found[1])


def test_without_people_there_is_one_page_with_everything(assessment: Assessment, tmp_path: Path) -> None:
    packed = make_packs(assessment, "engineering", [], tmp_path / "new folder")
    (made,) = packed.packs
    assert (made.path.name, made.questions) == ("Checkout API 2026-Q3 engineering.html", 71)
    assert packed.left_out == ()
    data = data_in(made.path)
    assert data["file"] == "Checkout API 2026-Q3 engineering answers.json"
    assert data["person"] == {"name": "", "role": "Engineering"}


def test_people_get_their_topics_and_what_nobody_gets_is_told(assessment: Assessment, tmp_path: Path) -> None:
    shares = [Share(person="Mira Holt", topics=("arc", "GRO.ASM")), Share(person="Tom", topics=("OBS",))]
    packed = make_packs(assessment, "product", shares, tmp_path)
    mira, tom = (data_in(made.path) for made in packed.packs)
    assert {question["pillar"] for question in mira["questions"]} == {"Architecture", "Growth & alignment"}
    assert {question["pillar"] for question in tom["questions"]} == {"Observability"}
    assert mira["person"] == {"name": "Mira Holt", "role": "Product lead"}
    assert tom["file"] == "Checkout API 2026-Q3 product Tom answers.json"
    assert len(packed.left_out) + len(mira["questions"]) + len(tom["questions"]) == 33


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "CON", "a:b", "x" * 200, "é" * 200, "..", "\u202eMira", "🙂"]
)
def test_hostile_names_stay_inside_the_folder(assessment: Assessment, folder: Path, name: str) -> None:
    (made,) = make_packs(replace(assessment, system=name), "product", [Share(person=name)], folder).packs
    assert made.path.parent == folder
    assert [path.name for path in folder.iterdir()] == [made.path.name]
    assert len(made.path.name.encode()) <= 200
    assert data_in(made.path)["person"]["name"] == name


def test_names_that_look_alike_in_a_folder_get_two_files(assessment: Assessment, folder: Path) -> None:
    packed = make_packs(assessment, "product", [Share(person="A/B"), Share(person="a:b")], folder)
    assert len({made.path.name.casefold() for made in packed.packs}) == 2


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        ([Share(person="Ana", topics=("OBSERV",))], "no topic “OBSERV”"),
        ([Share(person="Ana"), Share(person="ana")], "stands twice"),
        ([Share(), Share()], "without a name stands twice"),
        ([Share(person="A\nB")], "one line"),
        ([Share(person="Ana", topics=("AUT.ELA",))], "AUT.ELA asks Product nothing"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_written(
    assessment: Assessment, folder: Path, shares: list[Share], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        make_packs(assessment, "product", shares, folder)
    assert list(folder.iterdir()) == []


def test_nobody_answers_apart_once_it_is_revealed_or_sealed(assessment: Assessment, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="open to both sides"):
        make_packs(replace(assessment, revealed=True), "product", [], tmp_path)
    with pytest.raises(SealedError):
        make_packs(replace(assessment, revealed=True, sealed=True), "product", [], tmp_path)


def test_a_side_that_does_not_answer_gets_no_page(assessment: Assessment, tmp_path: Path) -> None:
    alone = replace(assessment, lanes=Lanes(alone="engineering", product="Shop"))
    with pytest.raises(InputError, match="Shop does not answer"):
        make_packs(alone, "product", [], tmp_path)


def test_the_page_calls_the_sides_what_the_system_calls_them(assessment: Assessment, tmp_path: Path) -> None:
    named = replace(assessment, lanes=Lanes(product="Shop", engineering="Platform"))
    data = data_in(make_packs(named, "product", [], tmp_path).packs[0].path)
    assert (data["side_name"], data["other_name"], data["person"]["role"]) == ("Shop", "Platform", "Shop")


def test_a_page_that_cannot_be_written_leaves_the_old_one(
    assessment: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    path.write_text("what was there", encoding="utf-8")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("readiness.exchange.atomic.os.write", full)
    with pytest.raises(OutputError, match="No space left"):
        make_pack(assessment, "product", Share(), path)
    assert path.read_text(encoding="utf-8") == "what was there"
    with pytest.raises(OutputError, match="could not be made"):
        make_packs(assessment, "product", [], path)


def test_a_page_under_a_name_of_ones_own_saves_answers_under_that_name(
    assessment: Assessment, tmp_path: Path
) -> None:
    path = tmp_path / suggest_pack_name(assessment, "product", "Mira Holt")
    make_pack(assessment, "product", Share(person="Mira Holt"), path)
    assert data_in(path)["file"] == "Checkout API 2026-Q3 product Mira Holt answers.json"
