"""One text in every field that people fill, each with a mark behind it, so that none stands for another."""

from dataclasses import dataclass, replace
from typing import Final

from builders import a_planned_assessment, level, not_applicable, unknown
from quarters import earlier

from readiness.domain.accepting import AcceptedRisk
from readiness.domain.assessment import Assessment, Driver, Limit, Participant, Target
from readiness.domain.journeys import Journey
from readiness.domain.lanes import Lanes
from readiness.domain.open_facts import OpenFact
from readiness.domain.promises import Decision, PlannedAction
from readiness.domain.report_words import MOST_CHARACTERS
from readiness.reports.options import EVERY_PAGE, ReportOptions
from readiness.services.exporting import editable_sentences
from readiness.services.reporting import Past

_FUND: Final = "ask.fund"


@dataclass(frozen=True)
class Typed:
    """What was typed: the assessment, the quarter before with its words, and the options."""

    text: str
    assessment: Assessment
    past: Past
    options: ReportOptions

    def in_field(self, name: str) -> str:
        """Return what stands in a field."""
        return _in_field(self.text, name)


ONE_LINE: Final = frozenset(
    {
        "action title",
        "action owner",
        "accepted role",
        "company",
        "driver id",
        "driver peak",
        "driver unit",
        "journey",
        "lane",
        "limit id",
        "limit measured",
        "limit unit",
        "old action",
        "old owner",
        "raise owner",
        "raise title",
        "role",
        "other role",
        "system",
        "target source",
    }
)
"""Fields that take one line; no line break can be typed there."""

_MOST: Final = {"system": 180, "lane": 40}


def _in_field(text: str, name: str) -> str:
    said = text
    if name in ONE_LINE:
        said = text.replace("\r\n", " ").translate({ord(char): " " for char in "\r\n\t"})
    if name.startswith("word "):
        said = text.strip()[: MOST_CHARACTERS - len(name) - 2]
    return f"{said[: _MOST.get(name, len(said))]}~{name}~"


def typed_everywhere(text: str) -> Typed:
    """Return a text in every field of an assessment, of the quarter before it, and of its report."""

    def put(name: str) -> str:
        return _in_field(text, name)

    answer = level(2, "evidenced", note_for="report", evidence=(put("evidence"),))
    given = a_planned_assessment(
        {
            "ARC-01": replace(answer, note=put("note"), because=put("because")),
            "ARC-02": level(2, note=put("room note")),
            "DAT-01": level(1),
            "DAT-02": not_applicable(put("reason")),
            "OBS-02": unknown(),
            "AUT-01": level(0),
        },
        product={"DAT-01": level(3)},
        engineering={"DAT-01": level(0)},
        system=put("system"),
        scope_in=put("scope in"),
        scope_out=put("scope out"),
        journeys=(Journey(put("journey")),),
        target=Target(factor=10.0, by="2027-Q2", source=put("target source")),
        load=(_driver(text),),
        limits=(_limit(text),),
        participants=(
            Participant(role=put("role"), lane="product"),
            Participant(role=put("other role"), lane="engineering"),
        ),
        actions=_actions(text),
        decisions=(Decision(text=put("decision"), due="2026-12-01"),),
        accepted=(
            AcceptedRisk(
                question="AUT-01", role=put("accepted role"), reason=put("accepted why"), expires="2027-Q1"
            ),
        ),
        facts=(OpenFact(question="OBS-02", text="Who watches it?"),),
        lanes=Lanes(product=put("lane"), engineering="Those who build it"),
        sealed=True,
    )
    options = ReportOptions(pages=EVERY_PAGE, company=put("company"), room_notes=True)
    return Typed(text, given, _past(text, given, options), options)


def _driver(text: str) -> Driver:
    names = ("driver id", "driver unit", "driver peak")
    id_, unit, peak = (_in_field(text, name) for name in names)
    return Driver(id=id_, unit=unit, peak=peak, today=10.0, target=100.0, tested=20.0)


def _limit(text: str) -> Limit:
    return Limit(
        id=_in_field(text, "limit id"),
        resource=_in_field(text, "limit resource"),
        unit=_in_field(text, "limit unit"),
        used=1.0,
        limit=2.0,
        source=_in_field(text, "limit source"),
        measured_on=_in_field(text, "limit measured"),
    )


def _actions(text: str) -> tuple[PlannedAction, ...]:
    return (
        PlannedAction(
            id="own-1",
            kind="free",
            title=_in_field(text, "action title"),
            owner=_in_field(text, "action owner"),
            effort=1.0,
            period="2026-Q4",
        ),
        PlannedAction(
            id="DAT-01",
            questions=("DAT-01",),
            title=_in_field(text, "raise title"),
            owner=_in_field(text, "raise owner"),
            effort=1.0,
            period="2026-Q4",
        ),
        PlannedAction(id="AUT-01", questions=("AUT-01",), excluded=True),
    )


def _past(text: str, given: Assessment, options: ReportOptions) -> Past:
    promise = PlannedAction(
        id="ARC-01",
        questions=("ARC-01",),
        title=_in_field(text, "old action"),
        owner=_in_field(text, "old owner"),
        goal=3,
        effort=3.0,
        period="2026-Q3",
        state="done",
    )
    decision = Decision(
        text=_in_field(text, "old decision"),
        verdict="declined",
        reason=_in_field(text, "old reason"),
        at="2026-07-01",
    )
    before = replace(earlier(), system=given.system, actions=(promise,), decisions=(decision,))
    past = Past(assessments=(before,), versions=(before.questionnaire,))
    keys = [one.key for one in editable_sentences(given, options, past)]
    # The sentence of a decision that is asked for is left as it is: it says the decision.
    own = [key for key in keys if key == _FUND or not key.startswith("ask.")]
    return replace(past, words={key: _in_field(text, f"word {key}") for key in own})
