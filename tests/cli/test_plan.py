"""``readiness plan``: domain §3.5 in the shape of contracts, the what-ifs, and what a person reads."""

from pathlib import Path

import pytest
from commands import Ran, run_command

from readiness.domain.terms import PlanTerms
from readiness.services.assessing import Assessing
from readiness.services.library import Library

LOW = {"ARC-04": 1, "ARC-05": 1, "ARC-13": 1, "OBS-02": 1, "GRO-07": 1, "GRO-08": 1, "DAT-04": 1, "AUT-05": 0}
OFFERED = "ARC-04,ARC-05,ARC-13,OBS-02,GRO-07,GRO-08,DAT-04,AUT-05,AUT-04"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """All 74 questions at level 2 but for eight, as the worked example has them."""
    file = tmp_path / "worked.yaml"
    lines = []
    for question in Library().latest().questions:
        level = LOW.get(question.id, 2)
        more = ""
        if question.id == "GRO-07":
            more = ', confidence: evidenced, evidence: ["test of May"]'
        if question.id == "ARC-13":
            more = ", confidence: guess"
        lines.append(f"  {question.id}: {{level: {level}{more}}}")
    file.write_text(
        "format: readiness-answers/1\nquestionnaire: scalability@1.0\nsystem: Checkout API\nperiod: 2026-Q3\n"
        "target: {factor: 10}\nproduct: {DAT-04: {level: 3}, GRO-07: {level: 3}}\n"
        "engineering: {DAT-04: {level: 1}, GRO-07: {level: 1}}\nagreed:\n" + "\n".join(lines) + "\n",
        encoding="utf-8",
    )
    return file


def planned(answers: Path, *options: str) -> Ran:
    return run_command("plan", answers, "--capacity", "8", *options)


def test_score_first_is_the_worked_example_to_the_printed_digits(answers: Path) -> None:
    document = planned(answers, "--mode", "score-first", "--only", OFFERED, "--json").document
    assert document["mode"] == "score-first"
    assert document["capacity"] == 8
    assert document["start"]["score"] == pytest.approx(46.56, abs=0.005)
    assert document["start"]["ceiling"] == 1
    raises = {action["id"]: action for action in document["actions"] if action["kind"] == "raise"}
    assert {id_: (a["from"], a["to"], a["effort"], a["start"], a["finish"]) for id_, a in raises.items()} == {
        "OBS-02": (1, 3, 2, 1, 1),
        "DAT-04": (1, 3, 2, 1, 1),
        "GRO-07": (1, 3, 4, 1, 1),
        "GRO-08": (1, 3, 2, 2, 2),
        "ARC-05": (1, 3, 4, 2, 2),
        "ARC-04": (1, 3, 4, 2, 3),
        "AUT-05": (0, 3, 6, 3, 3),
        "AUT-04": (2, 3, 2, 4, 4),
        "ARC-13": (1, 3, 12, 4, 5),
    }
    assert raises["OBS-02"]["gain"] == pytest.approx(0.671, abs=0.0005)
    assert raises["OBS-02"]["priority"] == pytest.approx(0.453, abs=0.0005)
    scores = [quarter["score"] for quarter in document["quarters"][:5]]
    assert scores == pytest.approx([48.91, 50.25, 52.35, 52.68, 53.36], abs=0.005)
    assert [quarter["ceiling"] for quarter in document["quarters"][:5]] == [2] * 5
    assert document["quarters"][0]["period"] == "2026-Q4"


def test_ceiling_first_reaches_the_step_that_score_first_never_does(answers: Path) -> None:
    document = planned(answers, "--json").document
    assert document["mode"] == "ceiling-first"
    third = document["quarters"][2]
    assert third["ceiling"] == 10
    assert third["score"] == pytest.approx(51.1, abs=0.05)
    assert document["quarters"][1]["ceiling"] == 2
    left = [entry["why"] for entry in document["not_planned"]]
    assert "not needed for 10×" in left


def test_what_ifs_change_the_plan(answers: Path) -> None:
    plain = planned(answers, "--json").document
    without = planned(answers, "--exclude", "DAT-04", "--json").document
    assert all(action["question"] != "DAT-04" for action in without["actions"])
    assert max(quarter["ceiling"] for quarter in without["quarters"]) == 1
    pinned = planned(answers, "--pin", "GRO-07=2027-Q2", "--json").document
    moved = next(a for a in pinned["actions"] if a["question"] == "GRO-07" and a["kind"] == "raise")
    assert moved["start"] == 3
    dearer = planned(answers, "--effort", "GRO-07=20", "--json").document
    assert sum(a["effort"] for a in dearer["actions"]) > sum(a["effort"] for a in plain["actions"])
    more = run_command("plan", answers, "--capacity", "8,20", "--json").document
    assert [quarter["capacity"] for quarter in more["quarters"][:3]] == [8, 20, 20]


def test_without_capacity_nothing_is_planned(answers: Path) -> None:
    document = run_command("plan", answers, "--capacity", "0", "--json").document
    assert (document["actions"], document["quarters"]) == ([], [])
    assert document["not_planned"]


def test_a_person_reads_when_the_step_is_reached_and_what_is_left_out(answers: Path) -> None:
    ran = planned(answers)
    assert ran.code == 0
    words = " ".join(ran.out.split())
    assert "10× is reached in 2027-Q2, for 18 person-weeks." in words
    assert "Not done at this price:" in words
    assert "0 of 12 estimated; too few to promise dates" in words
    assert all(len(line) <= 80 for line in ran.out.splitlines())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--capacity", "lots"), "no number of person-weeks"),
        (("--capacity", "-1"), "no number of person-weeks"),
        (("--capacity", "8", "--exclude", "XYZ-01"), "XYZ-01"),
        (("--capacity", "8", "--pin", "GRO-07=soon"), "soon"),
        (("--capacity", "8", "--pin", "GRO-07"), "ID=VALUE"),
        (("--capacity", "8", "--effort", "GRO-07=nan"), "no number of person-weeks"),
        (("--capacity", "8", "--horizon", "99"), "0 to 40 quarters"),
        ((), "--capacity"),
    ],
)
def test_what_makes_no_plan_is_wrong_usage(answers: Path, options: tuple[str, ...], says: str) -> None:
    ran = run_command("plan", answers, *options)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_a_quarter_of_the_workspace_is_planned(sample: Path) -> None:
    document = run_command(
        "plan", "Checkout API@2026-Q3", "--capacity", "6", "--workspace", sample, "--json"
    ).document
    assert document["system"] == "Checkout API"
    assert max(quarter["ceiling"] for quarter in document["quarters"]) == 10


def test_a_quarter_of_the_workspace_is_planned_as_it_was_settled_in_the_window(sample: Path) -> None:
    desk = Assessing.open(sample)
    line = desk.home()[0].assessments[-1]
    desk.set_plan_terms(line.id, PlanTerms(capacity=(5.0, 7.0), mode="score-first", quick_wins=True))
    desk.close()
    asked = ("plan", "Checkout API@2026-Q3", "--workspace", sample, "--json")
    kept = run_command(*asked).document
    assert kept["mode"] == "score-first"
    assert [quarter["capacity"] for quarter in kept["quarters"][:3]] == [5, 7, 7]
    assert len({action["finish"] for action in kept["actions"]}) > 1, "what is only tried out is no term"

    typed = run_command(*asked, "--capacity", "9", "--mode", "ceiling-first", "--fill").document
    assert (typed["mode"], typed["quarters"][0]["capacity"]) == ("ceiling-first", 9)
    assert len(typed["actions"]) > len(run_command(*asked, "--mode", "ceiling-first").document["actions"])


def test_the_second_line_takes_the_share_that_last_quarter_delivered(sample: Path) -> None:
    document = run_command("plan", "Checkout API@2026-Q3", "--workspace", sample, "--json").document
    start, end = document["start"]["score"], document["quarters"][-1]
    assert end["scaled"] == pytest.approx(start + 11 / 19 * (end["score"] - start))
