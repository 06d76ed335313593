"""The page of a response pack: what is in it, what is not, and that nothing written into it is markup."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.assessment import Assessment
from readiness.domain.counting import Side
from readiness.domain.journeys import Journey
from readiness.domain.meeting import asked
from readiness.exchange.packs import Pack, render_pack

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "{{title}}{{scripts}}",
    "\"'`${alert(1)}",
    "a\u2028b\u2029c",
    "\\u003c/script\\u003e",
    "</title></style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "&lt;b&gt; AT&T",
)


class Page(HTMLParser):
    """What a browser makes of the page: tags with their attributes, and what stands in them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.title = ""
        self._inside = ""
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - whatever ends, we are outside
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside == "style":
            self.styles.append(data)
        elif self._inside == "title":
            self.title += data

    @property
    def shape(self) -> list[str]:
        return [tag for tag, _ in self.tags]

    @property
    def policy(self) -> str:
        metas = [dict(attrs) for tag, attrs in self.tags if tag == "meta"]
        found = next(meta for meta in metas if meta.get("http-equiv") == "Content-Security-Policy")
        return str(found["content"])

    @property
    def data(self) -> Any:
        return json.loads(self.scripts[0])


def assessment_saying(text: str = "Plain.") -> Assessment:
    question = a_question("ARC-01", prompt=text, why=text, levels=(text,) * 5, consequence=text, weight=4.5)
    whole = a_questionnaire(replace(a_pillar("ARC", replace(a_topic("MOD", question), name=text)), name=text))
    return an_assessment(
        whole,
        system=text,
        scope_in=text,
        scope_out=text,
        journeys=(Journey(text),),
        revealed=False,
        product={"ARC-01": level(2, note="secret product note")},
        engineering={"ARC-01": level(4, note="secret engineering note")},
    )


def page_of(assessment: Assessment, side: Side = "product", **changes: str) -> Page:
    questions = asked(assessment.questionnaire, side)
    return Page(render_pack(Pack(assessment=assessment, side=side, questions=questions, **changes)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_data_and_never_markup(text: str) -> None:
    plain, page = page_of(assessment_saying()), page_of(assessment_saying(text), person=text, role=text)
    assert page.shape == plain.shape
    assert len(page.scripts) == len(plain.scripts)
    assert page.scripts[1:] == plain.scripts[1:]
    question = page.data["questions"][0]
    assert {question["prompt"], question["why"], question["pillar"], *question["levels"]} == {text}
    assert (page.data["answers"]["system"], page.data["person"]["name"]) == (text, text)
    assert page.title == f"{text} 2026-Q3: Product"


@given(st.text(st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_comes_out_of_the_page_as_it_went_in(text: str) -> None:
    page = page_of(assessment_saying(text))
    assert page.shape == page_of(assessment_saying()).shape
    assert page.data["scope_in"] == text


def test_the_page_holds_no_answer_no_weight_and_no_score() -> None:
    assessment = assessment_saying()
    text = render_pack(
        Pack(assessment=assessment, side="product", questions=assessment.questionnaire.questions)
    )
    assert b"secret" not in text
    data = page_of(assessment).data
    assert set(data["questions"][0]) == {"id", "pillar", "topic", "prompt", "why", "levels", "expectation"}
    assert set(data) == {
        "id",
        "answers",
        "side",
        "side_name",
        "other_name",
        "person",
        "title",
        "file",
        "scope_in",
        "scope_out",
        "journeys",
        "questions",
    }


def test_the_policy_lets_only_our_own_script_and_style_run_and_nothing_connect() -> None:
    page = page_of(assessment_saying())
    directives = dict(part.strip().split(" ", 1) for part in page.policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert "connect-src" not in directives
    assert (directives["base-uri"], directives["form-action"]) == ("'none'", "'none'")
    assert directives["font-src"] == "data:"
    hashes = [
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in page.scripts[1:]
    ]
    assert directives["script-src"].split() == hashes
    style = b64encode(sha256(page.styles[0].encode()).digest()).decode()
    assert directives["style-src"] == f"'sha256-{style}'"


def test_the_page_names_nothing_outside_itself() -> None:
    page = page_of(assessment_saying())
    sources = [value for _, attrs in page.tags for name, value in attrs if name in {"src", "href", "action"}]
    assert sources == []
    inside = "".join(page.styles + page.scripts)
    assert re.findall(r"https?://|@import|url\((?!\"data:font/woff;base64,)", inside) == []


def test_no_script_of_ours_could_end_itself() -> None:
    for script in page_of(assessment_saying()).scripts:
        assert "</script" not in script.lower()
        assert "<!--" not in script


def test_the_same_pack_is_the_same_bytes_and_another_person_has_another_draft() -> None:
    assessment = assessment_saying()
    packs = [
        Pack(assessment=assessment, side="product", questions=assessment.questionnaire.questions, person=who)
        for who in ("Ana", "Ana", "Tom")
    ]
    one, same, other = map(render_pack, packs)
    assert one == same
    assert Page(one).data["id"] != Page(other).data["id"]
    assert len(one) < 250_000


def test_product_reads_engineering_gates_in_its_own_words() -> None:
    gate = a_question(
        "ARC-01",
        asked_of="engineering",
        gate=True,
        product_prompt="Who notices?",
        product_levels=("0", "1", "2", "3", "4"),
    )
    assessment = an_assessment(a_questionnaire(a_pillar("ARC", a_topic("MOD", gate))), revealed=False)
    (question,) = page_of(assessment).data["questions"]
    assert (question["prompt"], question["expectation"]) == ("Who notices?", True)
    assert question["levels"] == ["0", "1", "2", "3", "4"]
