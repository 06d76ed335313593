"""Texts that people could type, and an assessment that has one of them in every field."""

import json
from pathlib import Path
from typing import Final

import pytest
from builders import a_planned_assessment, level, not_applicable

from readiness.domain.assessment import Assessment, Driver, Limit, Participant
from readiness.domain.journeys import Journey

SHARED: Final = Path(__file__).parents[2] / "shared" / "data" / "hostile" / "text" / "strings.json"

STRINGS: Final = {
    "tag": "<b>bold",
    "compare": "if a<b and c>d",
    "address": "Bob <bob@example.org>",
    "generic": "Map<String,Int>",
    "ampersand": "AT&T R&D &copy; &lt; &#x110000;",
    "image": "<img src='/etc/hostname'/>",
    "comment": "x <!-- drop --> y <![CDATA[gone]]>",
    "event": "<onDraw name='x' label='y'/>",
    "math": r"from $x^^2 to $\frac{1}{$",
    "formula": "=1+1",
    "format": "{0.__class__} %s %n",
    "polish": "Zażółć gęślą jaźń",
    "greek": "Κλιμάκωση",
    "cyrillic": "Масштабирование",
    "arabic": "قابلية",
    "chinese": "可扩展性",
    "emoji": "🚀 launch",
    "override": "a\u202eb\u200bc",
    "controls": "a\x00b\x07c\x0bd\x1b[31me",
    "surrogate": "a\ud800b",
    "combining": "a" + "\u0300" * 500,
    "word": "W" * 5000,
    "long": "word " * 1400,
    "breaks": "one\ntwo\r\nthree\ttab",
}


def everywhere(text: str) -> Assessment:
    """Return an assessment with a text in every field that people fill."""
    name = text.strip()[:200] or "x"
    note = level(3, "evidenced", note=text, note_for="report", because=text, evidence=(text,))
    return a_planned_assessment(
        {"ARC-01": note, "DAT-02": not_applicable(text or "x")},
        system=name,
        scope_in=text,
        scope_out=text,
        journeys=(Journey(text),),
        load=(Driver(id=name, unit=name, peak=name, today=10.0, target=100.0),),
        limits=(Limit(id=name, resource=text or "x", unit=name, used=1.0, limit=2.0, source=text),),
        participants=(Participant(role=text or "x"),),
    )


def shared_strings() -> dict[str, str]:
    """Return the strings beside the project; skip the test where they are absent."""
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not here")
    given: dict[str, str] = json.loads(SHARED.read_text("utf-8"))
    assert given
    return given
