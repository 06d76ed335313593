"""The questionnaires that come with the program: sound, whole, and what the domain says they are."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import all_at, an_assessment, level

from readiness.domain.assessment import Answer, Driver, Limit
from readiness.domain.combining import combine
from readiness.domain.counting import Counted
from readiness.domain.outcome import Outcome, evaluate
from readiness.domain.questionnaire import Condition, Questionnaire, Tier
from readiness.domain.scoring import nominal_shares, score
from readiness.exchange.questionnaires import read_questionnaire
from readiness.paths import bundled
from readiness.services.library import Library

FILES = sorted(bundled("questionnaires").glob("*.yaml"))
CORE = Library().latest()
SPECIALISED = Library().specialised(CORE)

ARTICLE = {
    "success hides contention in the database": "DAT-03 DAT-04",
    "success hides latency spikes": "OBS-03 GRO-08",
    "success hides exhausted resources": "OBS-02 OBS-09",
    "traffic was limited": "GRO-07",
    "workloads were predictable": "GRO-03 GRO-08",
    "data sets were small": "GRO-04",
    "speed came first in early trade-offs": "GRO-05 DEB-03",
    "parts are coupled tightly": "ARC-01 DAT-08",
    "stability is taken for granted": "GRO-01 GRO-02",
    "failures cascade": "ARC-03 ARC-09",
    "loose coupling": "ARC-01 ARC-13",
    "separate concerns": "DAT-08 ARC-02",
    "scaling out": "ARC-04 ARC-05 ARC-06",
    "rigid and hard to evolve": "DEB-05 DEB-06",
    "locks": "DAT-03",
    "slow queries": "DAT-01",
    "indexes": "DAT-02",
    "caching": "DAT-05",
    "one central database": "DAT-04 DAT-08",
    "replication": "DAT-06",
    "sharding": "DAT-07",
    "beyond the article: schema change, archiving, restore": "DAT-09 DAT-10 DAT-11",
    "memory leaks": "ARC-18",
    "cost of algorithms": "ARC-19",
    "too many calls": "ARC-13",
    "wasted memory, processor and network": "ARC-21 ARC-15",
    "live dashboards": "OBS-01",
    "tracing": "OBS-04",
    "structured logs": "OBS-05",
    "performance metrics": "OBS-02 OBS-03 OBS-07",
    "finding the root cause": "OBS-06",
    "retries": "ARC-08 ARC-07",
    "circuit breakers": "ARC-09",
    "graceful degradation": "ARC-10",
    "network failure": "ARC-07 ARC-09",
    "hardware failure": "ARC-06 AUT-07",
    "unexpected spikes": "ARC-11 ARC-17 ARC-20",
    "a small issue becomes an outage": "ARC-03 ARC-12",
    "load tests at peak": "GRO-07",
    "load tests of sudden spikes": "GRO-08",
    "load tests over a long time": "GRO-09",
    "load tests under real conditions": "GRO-10 GRO-04",
    "synchronous chains": "ARC-13",
    "asynchronous processing": "ARC-14",
    "size of transfers": "ARC-15",
    "an unreliable network": "ARC-07 ARC-10",
    "regions": "ARC-16",
    "continuous deployment": "AUT-01 AUT-02 AUT-03 AUT-11",
    "scaling by itself": "AUT-05 AUT-06",
    "incident response": "AUT-08 AUT-09 AUT-10 OBS-08",
    "monitoring by hand": "OBS-09",
    "recovery by hand": "AUT-07",
    "environments by hand": "AUT-04",
    "features without regard to scale": "GRO-12",
    "short term over stability": "GRO-11",
    "lack of communication": "GRO-03 GRO-13",
    "a coordinated strategy": "GRO-01 GRO-06 GRO-14",
    "debt makes maintenance complex": "DEB-01 DEB-05",
    "debt slows delivery": "DEB-06",
    "debt raises the risk of failure": "DEB-02 DEB-03",
    "debt addressed early": "DEB-03 DEB-04",
    "built in from the start": "AUT-04 OBS-01",
}
"""Every statement of the article that the questionnaire grew from, and what asks about it (domain §1.5)."""

IN_THE_QUICK_CHECK = (
    "ARC-03 ARC-04 ARC-10 ARC-13 ARC-19 DAT-01 DAT-04 OBS-01 AUT-01 AUT-05 DEB-04 GRO-01 GRO-02 GRO-07 GRO-11"
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_is_read_without_a_fault_or_a_warning(file: Path) -> None:
    questionnaire, faults = read_questionnaire(file, Library().find)
    assert [fault.as_line(file.name) for fault in faults] == []
    assert questionnaire is not None
    assert file.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=questionnaire.schema.json\n"
    )


@pytest.mark.parametrize("questionnaire", [CORE, *SPECIALISED], ids=lambda one: one.id)
def test_each_question_is_finished(questionnaire: Questionnaire) -> None:
    for question in questionnaire.questions:
        texts = (question.why, question.action, question.consequence, question.hint)
        assert all(text.strip() for text in texts), question.id
        assert question.references, question.id
        assert all(reference.title for reference in question.references), question.id
        assert 2 <= len(_sentences(question.action)) <= 4, question.id
        assert 1 <= len(_sentences(question.why)) <= 2, question.id
        assert len(question.consequence) <= 90, question.id
        needs_product_words = question.gate and question.asked_of == "engineering"
        assert bool(question.product_prompt) == needs_product_words, question.id


def test_the_core_is_what_the_domain_says() -> None:
    assert CORE.reference == "scalability@1.0"
    assert [(pillar.id, pillar.counts) for pillar in CORE.pillars] == [
        ("ARC", 84),
        ("DAT", 49),
        ("OBS", 35),
        ("AUT", 46),
        ("DEB", 24),
        ("GRO", 60),
    ]
    asked = CORE.questions
    assert len(asked) == 74
    assert len(CORE.gates) == 13
    assert [sum(q.asked_of == who for q in asked) for who in ("engineering", "product", "both")] == [
        53,
        3,
        18,
    ]
    assert [sum(q.hurts_at == tier for q in asked) for tier in (2, 10, 100)] == [23, 49, 2]
    assert [q.id for q in asked if q.safety] == ["DAT-11"]
    assert [combination.id for combination in CORE.combinations] == [f"C{n}" for n in range(1, 16)]


def test_no_share_is_larger_than_the_domain_promises() -> None:
    shares = nominal_shares(CORE).values()
    assert (round(min(shares), 3), round(max(shares), 3)) == (0.010, 0.017)


@pytest.mark.parametrize(("step", "mark"), [(2, 16), (10, 57), (100, 83)])
def test_the_mark_of_each_step_is_the_printed_one(step: Tier, mark: int) -> None:
    everything = {q.id: Counted(state="level", level=4, sureness="evidenced") for q in CORE.questions}
    needed = score(CORE, everything, step).needed
    assert needed is not None
    assert round(needed) == mark


@pytest.mark.parametrize(("at", "step"), [(2, 2), (3, 10)])
def test_the_same_level_everywhere_gives_the_step_the_domain_says(at: int, step: int) -> None:
    assert evaluate(an_assessment(CORE, all_at(CORE, level(at)))).growth.practice_ceiling == step


def test_everything_proven_carries_a_hundredfold() -> None:
    proven = evaluate(an_assessment(CORE, all_at(CORE, level(4, "evidenced"))))
    assert proven.growth.practice_ceiling == 100
    assert proven.score.displayed == 100


def test_the_quick_check_asks_fifteen_of_the_same_questions() -> None:
    quick = CORE.within("quick")
    assert [q.id for q in quick.questions] == IN_THE_QUICK_CHECK.split()
    assert all(CORE.by_id[q.id] == q for q in quick.questions)
    outcome = evaluate(an_assessment(quick, all_at(quick, level(2)), scope="quick"))
    assert outcome.score.displayed == 50
    assert (outcome.growth.practice_ceiling, outcome.growth.distance) == (None, None)


def test_every_statement_of_the_article_is_asked_about() -> None:
    for statement, ids in ARTICLE.items():
        assert all(id_ in CORE.by_id for id_ in ids.split()), statement


def test_the_older_version_keeps_its_questions_and_their_meaning() -> None:
    older = Library().find("scalability@0.1")
    assert older is not None
    assert CORE.lineage is not None
    assert (CORE.lineage.from_version, CORE.lineage.changes) == ("0.1", ())
    assert all(CORE.by_id[q.id].levels == q.levels for q in older.questions)


def test_there_are_four_specialised_sets_of_ten() -> None:
    assert [part.id for part in SPECIALISED] == ["data-platform", "event-driven", "peak", "saas"]
    for part in SPECIALISED:
        assert len(part.questions) == 10
        assert len(part.gates) <= 2
        assert all(q.id not in CORE.by_id for q in part.questions)


def test_all_of_them_can_be_asked_together() -> None:
    whole = combine(CORE, SPECIALISED)
    assert len(whole.questions) == 114
    assert all(need in whole.by_id for q in whole.questions for need in q.needs)
    outcome = evaluate(an_assessment(whole, all_at(whole, level(2))))
    assert outcome.score.score == 50
    assert outcome.core is not None
    assert outcome.core.score == 50


WHOLE = combine(CORE, SPECIALISED)


@pytest.mark.parametrize("combination", WHOLE.combinations, ids=lambda one: one.id)
def test_every_combination_fires_on_its_answers_and_on_no_better_ones(combination: object) -> None:
    found = next(one for one in WHOLE.combinations if one is combination)
    assert found.id in _fired(_just_within(found.when))
    for place in range(len(found.when)):
        assert found.id not in _fired(_just_within(found.when, outside=place))


def _fired(outcome: Outcome) -> set[str]:
    return {risk.id for risk in outcome.risks if risk.kind == "combination"}


def _just_within(when: tuple[Condition, ...], outside: int = -1) -> Outcome:
    """Return answers that meet every condition by a hair, but for the one that is missed by a hair."""
    lanes: dict[str, dict[str, Answer]] = {"agreed": {}, "product": {}, "engineering": {}}
    limits = []
    for place, condition in enumerate(when):
        missed = place == outside
        if condition.limit:
            limits.append(
                Limit(id=f"a-{condition.limit}", resource="r", used=1.0, limit=50.0 if missed else 1.5)
            )
        elif condition.at_most is not None:
            lanes[condition.lane or "agreed"][condition.question] = level(condition.at_most + missed)
        else:
            lanes[condition.lane or "agreed"][condition.question] = level((condition.at_least or 0) - missed)
    load = (Driver(id="orders", unit="orders/min", today=1.0, target=10.0, tested=2.0),)
    product, engineering = lanes["product"], lanes["engineering"]
    given = an_assessment(WHOLE, lanes["agreed"], product=product, engineering=engineering)
    return evaluate(replace(given, limits=tuple(limits), load=load))


@pytest.mark.shared
def test_the_core_is_the_bank() -> None:
    file = Path(__file__).resolve().parents[2] / "shared" / "data" / "question_bank.json"
    if not file.exists():
        pytest.skip("../shared/data/question_bank.json is not beside this checkout")
    bank = json.loads(file.read_text(encoding="utf-8"))
    topics = {topic["id"]: topic for topic in bank["topics"]}
    asked = list(CORE.walk())
    assert [question.id for _, _, question in asked] == [
        row["id"]
        for pillar in bank["pillars"]
        for topic in bank["topics"]
        if topic["pillar"] == pillar["id"]
        for row in bank["questions"]
        if row["topic"] == topic["id"] and row["id"].startswith(pillar["id"])
    ]
    rows = {row["id"]: row for row in bank["questions"]}
    for pillar, topic, question in asked:
        row = rows[question.id]
        assert (pillar.id, topic.id) == (topics[row["topic"]]["pillar"], row["topic"])
        assert (topic.name, topic.counts) == (topics[topic.id]["name"], topics[topic.id]["weight"])
        assert question.prompt == row["prompt"]
        assert (question.asked_of, question.weight, question.hurts_at) == (
            row["role"],
            row["weight"],
            row["tier"],
        )
        assert (question.effort, question.gate, question.quick) == (row["effort"], row["gate"], row["quick"])
        assert question.effect == row["effect"]
        assert list(question.needs) == row["prerequisites"]


def _sentences(text: str) -> list[str]:
    return [part for part in text.replace("?", ".").split(". ") if part.strip()]
