import json
from pathlib import Path

import pytest
from builders import the_worked_example
from commands import SMALL, WORKED_EXAMPLE, Ran, run_command

from readiness.exchange.guard import read

EXACT = 1e-6


@pytest.fixture(scope="module")
def worked() -> Ran:
    return run_command("score", WORKED_EXAMPLE, "--json")


def test_the_worked_example_says_what_can_be_computed_by_hand(worked: Ran) -> None:
    document = worked.document
    assert worked.code == 0
    assert (document["questionnaire"], document["system"], document["period"]) == (
        "small@1.0",
        "Checkout API",
        "2026-Q3",
    )
    assert document["score"] == pytest.approx(42.146776, abs=EXACT)
    assert (document["displayed"], document["label"]) == (42, "Holding")
    assert document["needed"] == pytest.approx(33.264746, abs=EXACT)
    assert document["range"]["low"] == pytest.approx(33.377887, abs=EXACT)
    assert document["range"]["high"] == pytest.approx(59.146119, abs=EXACT)
    assert document["strict_score"] == pytest.approx(36.941505, abs=EXACT)
    assert document["best_case"] == pytest.approx(50.377229, abs=EXACT)
    assert document["coverage"] == pytest.approx(26 / 30)
    assert document["evidenced_share"] == 0.5
    assert document["counts"] == {
        "levels": 6,
        "unknown": 1,
        "not_applicable": 1,
        "not_asked": 0,
        "provisional": 0,
    }


def test_the_worked_example_judges_the_growth_steps(worked: Ran) -> None:
    document = worked.document
    growth = document["growth"]
    assert (growth["target_factor"], growth["target_step"], growth["practice_ceiling"]) == (2, 2, 1)
    assert growth["tested_ceiling"] is None
    assert growth["first_known_limit"] is None
    assert growth["distance"] == {
        "step": 2,
        "gates_open": 1,
        "gates": 2,
        "effort": 1.0,
        "conditional": False,
    }
    assert [tier["factor"] for tier in growth["tiers"]] == [2, 10, 100]
    step = growth["tiers"][0]
    assert (step["passes"], step["failing_gates"], step["weak_topics"], step["blocking_limits"]) == (
        False,
        ["DAT-04"],
        [],
        [],
    )
    assert step["attainment"] == pytest.approx(15.5 / 22)
    assert document["open_gates"] == ["DAT-04"]
    assert document["shortfalls"] == document["breaks_first"] == ["DAT-04", "DAT-03"]


def test_the_worked_example_names_risks_shares_and_the_gap_between_the_sides(worked: Ran) -> None:
    document = worked.document
    assert document["risks"] == [
        {"kind": "gate", "questions": ["DAT-04"]},
        {"kind": "unknown", "questions": ["DAT-03"]},
        {"kind": "divergence", "questions": ["DAT-04"]},
    ]
    assert document["shares"]["GRO-07"] == pytest.approx(20 / 81)
    assert sum(document["shares"].values()) == pytest.approx(1)
    alignment = document["alignment"]
    assert alignment["index"] == alignment["bias"] == pytest.approx(23 / 104)
    assert alignment["questions"][2] == {"id": "DAT-04", "product": 3, "engineering": 1, "gap": 2}


def test_pillars_and_topics_carry_score_range_mark_and_figure(worked: Ran) -> None:
    data, growth = worked.document["pillars"]
    assert (data["id"], growth["id"]) == ("DAT", "GRO")
    assert data["score"] == pytest.approx(44.753086, abs=EXACT)
    assert growth["score"] == pytest.approx(350 / 9)
    assert [topic["id"] for topic in data["topics"]] == ["DAT.QRY", "DAT.DST"]
    for part in (data, growth, *data["topics"], *growth["topics"]):
        assert {"score", "coverage", "range", "needed", "displayed"} <= set(part)


def test_another_target_moves_the_mark_and_the_shortfalls_only(worked: Ran) -> None:
    tenfold = run_command("score", WORKED_EXAMPLE, "--json", "--target", "10").document
    assert tenfold["shortfalls"] == ["DAT-04", "GRO-07", "DAT-03", "DAT-02", "GRO-08"]
    assert tenfold["growth"]["target_step"] == 10
    assert tenfold["score"] == worked.document["score"]


@pytest.mark.parametrize(("target", "step"), [("0.5", 2), ("2.5", 10), ("1e3", 100)])
def test_a_target_is_any_number_above_zero(target: str, step: int) -> None:
    document = run_command("score", WORKED_EXAMPLE, "--json", "--target", target).document
    assert document["growth"]["target_factor"] == float(target)
    assert document["growth"]["target_step"] == step


def test_the_file_says_the_same_as_the_values_it_was_written_from(worked: Ran) -> None:
    written = the_worked_example()
    assert {q: a["level"] for q, a in _agreed().items() if "level" in a} == {
        id_: answer.level for id_, answer in written.agreed.items() if answer.level is not None
    }
    assert worked.document["counts"]["levels"] == 6


def test_people_read_the_facts_in_order_then_the_score_then_what_breaks() -> None:
    out = run_command("score", WORKED_EXAMPLE, "--target", "2").out
    order = ["Untested.", "No limit measured.", "No growth step confirmed", "Score 42", "DAT-04 gives out"]
    assert [out.index(words) for words in order] == sorted(out.index(words) for words in order)


def test_the_summary_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch, sample: Path) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = run_command("score", "Checkout API@2026-Q3", "--workspace", sample).out
    assert max(len(line) for line in out.splitlines()) <= 60
    assert not any(line != line.rstrip() for line in out.splitlines())


def test_the_sample_reads_as_the_pictures_do(sample: Path) -> None:
    out = run_command("score", "Checkout API@2026-Q3", "--workspace", sample).out
    joined = " ".join(out.split())
    assert (
        "Tested to 1.5×. First known limit 1.3×. Practices support 2×; the plan needs 10× by 2027-Q2"
        in joined
    )
    assert "3 of 13 gates open" in joined
    assert out.index("Orders database connections") < out.index("DAT-04")


def test_the_newest_revision_is_meant_unless_one_is_named(sample: Path) -> None:
    named = run_command("score", "checkout api@2026\u2011Q3#1", "--workspace", sample, "--json")
    plain = run_command("score", "Checkout API@2026-Q3", "--workspace", sample, "--json")
    assert named.document == plain.document
    missing = run_command("score", "Checkout API@2026-Q3#2", "--workspace", sample)
    assert missing.code == 1


def test_a_name_nearby_is_offered(sample: Path) -> None:
    ran = run_command("score", "Chekout API@2026-Q3", "--workspace", sample)
    assert (ran.code, ran.out) == (1, "")
    assert "Did you mean “Checkout API”?" in ran.err


def test_a_missing_quarter_names_those_there_are(sample: Path) -> None:
    ran = run_command("score", "Search@2024-Q1", "--workspace", sample)
    assert ran.code == 1
    assert "2025-Q4, 2026-Q1, 2026-Q2, 2026-Q3" in ran.err


def test_a_faulty_file_prints_every_fault_and_no_score(tmp_path: Path) -> None:
    faulty = tmp_path / "answers.yaml"
    text = WORKED_EXAMPLE.read_text(encoding="utf-8").replace("small.yaml", str(SMALL))
    faulty.write_text(text.replace("DAT-01: {level: 3", "DAT-1: {level: 9"), encoding="utf-8")
    ran = run_command("score", faulty, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert f"{faulty}:" in ran.err
    assert "unknown-question" in ran.err


def test_warnings_are_told_and_cost_nothing(tmp_path: Path) -> None:
    unproven = tmp_path / "answers.yaml"
    text = WORKED_EXAMPLE.read_text(encoding="utf-8").replace("small.yaml", str(SMALL))
    text = text.replace(', evidence: ["https://wiki.example/capacity"]', "")
    unproven.write_text(text, encoding="utf-8")
    ran = run_command("score", unproven, "--json")
    assert ran.code == 0
    assert "warning: no-evidence" in ran.err
    assert ran.document["evidenced_share"] == pytest.approx(2 / 6)


def test_json_is_one_document_and_nothing_else(worked: Ran) -> None:
    assert worked.err == ""
    assert json.loads(worked.out)
    assert "NaN" not in worked.out


def _agreed() -> dict[str, dict[str, object]]:
    tree, _ = read(WORKED_EXAMPLE.read_bytes(), WORKED_EXAMPLE.name)
    return dict(tree.value["agreed"])
