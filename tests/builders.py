"""Small makers of test values: everything has a default, a test says only what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from readiness.domain.assessment import (
    Answer,
    Assessment,
    Confidence,
    Driver,
    Limit,
    Participant,
    Target,
)
from readiness.domain.period import Period
from readiness.domain.questionnaire import Pillar, Question, Questionnaire, Topic

ANCHORS = (
    "Nobody has looked at it.",
    "One person does it by hand.",
    "The most critical journey has it.",
    "Every critical journey has it, measured last quarter.",
    "A test at the planned load proved it.",
)
LINK = "https://wiki.example/evidence"


def a_question(id_: str, **changes: object) -> Question:
    """Return a question with five anchors; ``changes`` are its other fields."""
    plain = Question(id=id_, prompt=f"How is {id_} done?", levels=ANCHORS, consequence=f"{id_} gives out.")
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def a_topic(id_: str, *questions: Question, weight: float | None = None) -> Topic:
    """Return a topic named after its id."""
    return Topic(id=id_, name=id_.title(), questions=questions, weight=weight)


def a_pillar(id_: str, *topics: Topic, weight: float | None = None) -> Pillar:
    """Return a pillar named after its id."""
    return Pillar(id=id_, name=id_.title(), topics=topics, weight=weight)


def a_questionnaire(*pillars: Pillar, **changes: object) -> Questionnaire:
    """Return a questionnaire; without pillars, one question ``ARC-01``."""
    given = pillars or (a_pillar("ARC", a_topic("MOD", a_question("ARC-01"))),)
    plain = Questionnaire(id="small", version="1.0", title="Small", pillars=given)
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def level(value: int, confidence: Confidence | None = None, **changes: object) -> Answer:
    """Return a level; an evidenced one carries a link."""
    evidence = (LINK,) if confidence == "evidenced" else ()
    return replace(Answer(level=value, confidence=confidence, evidence=evidence), **changes)  # type: ignore[arg-type]  # a test names fields freely


def unknown() -> Answer:
    """Return don't know."""
    return Answer(unknown=True)


def not_applicable(reason: str = "There is no such thing here.") -> Answer:
    """Return does not apply, with its reason."""
    return Answer(not_applicable=reason)


def an_assessment(
    questionnaire: Questionnaire | None = None,
    agreed: Mapping[str, Answer] | None = None,
    **changes: object,
) -> Assessment:
    """Return an assessment of 2026-Q3 with the agreed answers given."""
    plain = Assessment(
        questionnaire=questionnaire or a_questionnaire(),
        system="Checkout API",
        period=Period(2026, 3),
        agreed=dict(agreed or {}),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def all_at(questionnaire: Questionnaire, answer: Answer, ids: Iterable[str] = ()) -> dict[str, Answer]:
    """Return the same answer for every question, or for the ids given."""
    chosen = tuple(ids) or tuple(q.id for q in questionnaire.questions)
    return dict.fromkeys(chosen, answer)


def the_worked_example() -> Assessment:
    """Return domain.md §2.8: eight questions whose every figure can be checked by hand."""
    questionnaire = a_questionnaire(
        a_pillar(
            "DAT",
            a_topic(
                "QRY",
                a_question("DAT-01", weight=4.0, hurts_at=2, effect="blinds", effort="S"),
                a_question("DAT-02", weight=4.0, hurts_at=2, effort="S"),
                a_question("DAT-03", weight=4.0, hurts_at=2),
                weight=4.0,
            ),
            a_topic(
                "DST",
                a_question("DAT-04", weight=5.0, hurts_at=2, gate=True, effort="S"),
                a_question("DAT-05", weight=4.0),
                a_question("DAT-07", weight=5.0, effort="L"),
                weight=5.0,
            ),
            weight=5.0,
        ),
        a_pillar(
            "GRO",
            a_topic(
                "LOD",
                a_question("GRO-07", weight=5.0, hurts_at=2, gate=True, effect="blinds"),
                a_question("GRO-08", weight=4.0, effect="blinds", effort="S"),
                weight=5.0,
            ),
            weight=4.0,
        ),
    )
    return an_assessment(
        questionnaire,
        {
            "DAT-01": level(3, "evidenced"),
            "DAT-02": level(2),
            "DAT-03": unknown(),
            "DAT-04": level(1, "evidenced"),
            "DAT-05": level(3),
            "DAT-07": not_applicable("One region, one shard."),
            "GRO-07": level(2, "evidenced"),
            "GRO-08": level(1, "guess"),
        },
        product={
            "DAT-01": level(3),
            "DAT-02": level(3),
            "DAT-04": level(3),
            "DAT-05": level(3),
            "GRO-07": level(3),
            "GRO-08": level(2),
        },
        engineering={
            "DAT-01": level(3),
            "DAT-02": level(2),
            "DAT-04": level(1),
            "DAT-05": level(3),
            "GRO-07": level(2),
            "GRO-08": level(1),
        },
    )


def six_pillars() -> Questionnaire:
    """Return six pillars of one topic and two questions: a gate that hurts at 2× and another at 10×.

    The gate of ``OBS`` blinds, the second question of ``DEB`` slows; everything else fails.
    """
    names = ("Architecture", "Data", "Observability", "Automation", "Debt", "Growth & alignment")
    return a_questionnaire(
        *(_plain_pillar(id_, name) for id_, name in zip(SIX, names, strict=True)),
        title="Scalability readiness",
    )


SIX = ("ARC", "DAT", "OBS", "AUT", "DEB", "GRO")


def _plain_pillar(id_: str, name: str) -> Pillar:
    first = a_question(
        f"{id_}-01",
        weight=5.0,
        hurts_at=2,
        gate=True,
        effort="S",
        effect="blinds" if id_ == "OBS" else "fails",
    )
    second = a_question(f"{id_}-02", weight=3.0, effect="slows" if id_ == "DEB" else "fails")
    return replace(a_pillar(id_, replace(a_topic("ONE", first, second), name=f"{name} basics")), name=name)


def a_planned_assessment(agreed: Mapping[str, Answer] | None = None, **changes: object) -> Assessment:
    """Return the six pillars, informed 3 and 2 throughout, with a plan of 10×, a test and two limits."""
    questionnaire = six_pillars()
    plain = {q.id: level(3 if q.gate else 2) for q in questionnaire.questions}
    given = an_assessment(
        questionnaire,
        {**plain, **(agreed or {})},
        target=Target(factor=10.0, by="2027-Q2"),
        load=(
            Driver(
                id="orders",
                unit="orders/min",
                peak="busiest minute",
                today=1200.0,
                target=12000.0,
                tested=1800.0,
            ),
        ),
        limits=(
            Limit(
                id="db-connections",
                resource="orders database connections",
                unit="connections",
                used=460.0,
                limit=600.0,
                measured_on="2026-09-01",
                source="Connection chart",
                more="planned",
                lead_time_weeks=6.0,
            ),
            Limit(id="disk", resource="Orders disk", unit="TB", used=1.0, limit=16.0),
        ),
        participants=(Participant(role="Product lead", lane="product"), Participant(role="Engineering lead")),
    )
    return replace(given, **changes)  # type: ignore[arg-type]  # a test names fields freely
