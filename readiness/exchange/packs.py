"""A response pack: one HTML file that asks one side its questions in any browser, with no network.

It holds what that side is asked and nothing else: no answer, no weight, no score. Every text goes in as
data, and the policy in its head lets only our own script and style run and forbids every connection.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any, Final

from readiness.domain.assessment import Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.meeting import asks, wording
from readiness.domain.questionnaire import Pillar, Question, Topic
from readiness.exchange.answers import FORMAT
from readiness.paths import bundled

_SCRIPTS: Final = ("answers.js", "words.js", "keys.js", "pieces.js", "page.js")
_FACES: Final = (
    ("Readiness Inter", 400, "regular.woff"),
    ("Readiness Inter", 600, "semibold.woff"),
    ("Readiness Inter Display", 600, "display.woff"),
)
_PLACE: Final = re.compile(r"\{\{(\w+)\}\}")
_MARKUP: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Who is asked what about which assessment; ``answers_name`` is the file the page saves."""

    assessment: Assessment
    side: Side
    questions: tuple[Question, ...]
    person: str = ""
    role: str = ""
    answers_name: str = "answers.json"


def render_pack(pack: Pack) -> bytes:
    """Return the page; the same pack gives the same bytes."""
    style = "\n".join((_faces(), _colours(), _asset("page.css")))
    scripts = [_asset(name) for name in _SCRIPTS]
    system, side = pack.assessment.system, pack.assessment.lanes.called(pack.side)
    parts = {
        "policy": _policy(style, scripts),
        "title": escape(f"{system} {pack.assessment.period}: {side}"),
        "style": style,
        "pack": _embedded(describe_pack(pack)),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    # One pass: what is put in is never looked at for places again.
    return _PLACE.sub(lambda place: parts[place[1]], _asset("page.html")).encode("utf-8")


def describe_pack(pack: Pack) -> dict[str, Any]:
    """Return everything the page knows."""
    assessment = pack.assessment
    document: dict[str, Any] = {
        "answers": _head(assessment),
        "side": pack.side,
        "side_name": assessment.lanes.called(pack.side),
        "other_name": next(assessment.lanes.called(side) for side in SIDES if side != pack.side),
        "person": {"name": pack.person, "role": pack.role or assessment.lanes.called(pack.side)},
        "title": assessment.questionnaire.title,
        "file": pack.answers_name,
        "scope_in": assessment.scope_in,
        "scope_out": assessment.scope_out,
        "journeys": [str(journey) for journey in assessment.journeys],
        "questions": _questions(pack),
    }
    # The draft in the browser belongs to this very pack and to no other.
    return {"id": sha256(_embedded(document).encode("ascii")).hexdigest()[:24], **document}


def _head(assessment: Assessment) -> dict[str, Any]:
    head: dict[str, Any] = {
        "format": FORMAT,
        "questionnaire": assessment.questionnaire.reference,
        "system": assessment.system,
        "period": str(assessment.period),
    }
    if assessment.revision > 1:
        head["revision"] = assessment.revision
    if assessment.scope != "full":
        head["scope"] = assessment.scope
    return head


def _questions(pack: Pack) -> list[dict[str, Any]]:
    wanted = {question.id for question in pack.questions}
    walk = pack.assessment.questionnaire.walk()
    return [_question(*place, pack.side) for place in walk if place[2].id in wanted]


def _question(pillar: Pillar, topic: Topic, question: Question, side: Side) -> dict[str, Any]:
    said = wording(question, side)
    practices = [{"id": one.id, "title": one.title, "alone": one.alone} for one in question.practices]
    return {
        "id": question.id,
        "pillar": pillar.name,
        "topic": topic.name,
        "prompt": said.prompt,
        "why": question.why,
        "levels": [] if practices else list(said.levels),
        "expectation": asks(question, side) == "expectation",
        **({"practices": practices} if practices else {}),
    }


def _embedded(document: Mapping[str, Any]) -> str:
    """Return JSON in ASCII that no reader of HTML can take for markup."""
    return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":")).translate(_MARKUP)


def _policy(style: str, scripts: list[str]) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _faces() -> str:
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: block; '
        f'src: url("data:font/woff;base64,{_in_base64(name)}") format("woff"); }}'
        for family, weight, name in _FACES
    )


def _in_base64(name: str) -> str:
    return b64encode(bundled("assets", "pack", name).read_bytes()).decode("ascii")


def _colours() -> str:
    """Return the colours of the window, light and dark, as the style names them."""
    themes = json.loads(bundled("assets", "tokens.json").read_text(encoding="utf-8"))["color"]
    light, dark = (
        " ".join(f"--{name}: {colour['v']};" for name, colour in themes[theme].items())
        for theme in ("light", "dark")
    )
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"


def _asset(name: str) -> str:
    return bundled("assets", "pack", name).read_text(encoding="utf-8").rstrip("\n")
