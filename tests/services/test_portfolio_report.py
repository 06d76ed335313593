"""Which assessment stands for a system, and that other processes and the terminal make the same pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_many import Q1, Q2, Q3, USUAL, Sealed, write_systems

from readiness.domain.outcome import evaluate
from readiness.domain.roadmap import plan
from readiness.domain.terms import PlanTerms
from readiness.errors import NotFoundError
from readiness.other_process import OtherProcess
from readiness.reports.options import ReportOptions
from readiness.reports.portfolio_weighing import weigh
from readiness.reports.worker import ReportWorker
from readiness.services.assessing import Assessing
from readiness.services.portfolio import Asked, portfolio
from readiness.services.portfolio_report import (
    export_portfolio,
    given_of,
    members,
    render_portfolio,
    suggest_portfolio_name,
    weighed,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Assessing]:
    made = write_systems(tmp_path / "many.readiness")
    yield made
    made.workspace.database.close()


def test_each_active_system_stands_with_its_own_assessment_or_the_last_sealed_one(desk: Assessing) -> None:
    found = {one.system: one for one in weighed(desk, Q3)}
    assert {name: (one.basis, one.period, one.is_open) for name, one in found.items()} == {
        "Alpha": ("sealed", "2026-Q3", False),
        "Beta": ("sealed", "2026-Q3", False),
        "Gamma": ("sealed", "2026-Q3", False),
        "Delta": ("sealed", "2026-Q2", False),
        "Epsilon": ("sealed", "2026-Q3", False),
        "Zeta": ("open", "2026-Q3", True),
    }
    assert found["Epsilon"].is_quick
    assert found["Alpha"].team == "Red"
    assert found["Alpha"].seal == desk.seal_of(desk.home()[0].assessments[0].id)


def test_it_agrees_with_the_portfolio_page_on_every_sealed_system(desk: Assessing) -> None:
    found = {one.system: one for one in weighed(desk, Q3)}
    for row in portfolio(desk.workspace, Asked(), Q3).systems:
        if row.line.assessment_id is not None:
            one = found[row.line.name]
            assert one.stand == row.stand
            assert {pillar.id: pillar.shown for pillar in one.pillars} == row.pillars


def test_the_plan_is_made_with_the_terms_that_are_kept(desk: Assessing) -> None:
    member = next(one for one in members(desk, Q3) if one.system == "Beta")
    assert member.assessment_id is not None
    terms = PlanTerms(capacity=(0.5, 3.0), mode="score-first")
    desk.set_plan_terms(member.assessment_id, terms)
    assessment = desk.load(member.assessment_id)
    expected = plan(evaluate(assessment), terms.agreed(assessment))
    one = weigh(given_of(desk, member))
    assert one.planned is not None
    assert one.planned.effort == pytest.approx(expected.effort)
    assert not one.planned.is_first_terms
    assert {quarter: weeks for quarter, (weeks, _, _) in one.planned.weeks.items()} == {
        str(quarter.period): pytest.approx(quarter.used) for quarter in expected.quarters if quarter.used
    }


def test_an_open_assessment_that_has_just_begun_gives_way_to_the_sealed_one(tmp_path: Path) -> None:
    desk = write_systems(
        tmp_path / "begun.readiness",
        [
            Sealed(system="Alpha", levels=(2, 2), period=Q2),
            Sealed(system="Beta", levels=(2, 2), period=Q2),
            Sealed(system="Beta", levels=(3, 3), period=Q3, is_open=True),
        ],
    )
    from readiness.services.assessing import Draft  # noqa: PLC0415 - one test starts one

    last = next(one for one in desk.home() if one.name == "Alpha").assessments[-1]
    questionnaire = desk.load(last.id).questionnaire.reference
    desk.start(Draft(system="Alpha", period=Q3, questionnaire=questionnaire))
    found = {one.system: (one.basis, one.period, one.is_open) for one in weighed(desk, Q3)}
    assert found == {"Alpha": ("sealed", "2026-Q2", True), "Beta": ("open", "2026-Q3", True)}
    desk.workspace.database.close()


def test_archived_systems_stay_out_and_an_empty_workspace_says_why(desk: Assessing) -> None:
    desk.archive_system(desk.home()[0].id, archived=True)
    assert "Alpha" not in {one.system for one in members(desk, Q3)}
    for one in desk.home():
        if not one.archived:
            desk.archive_system(one.id, archived=True)
    with pytest.raises(NotFoundError, match="no active system"):
        members(desk, Q3)


def test_a_quarter_before_all_assessments_is_refused(desk: Assessing) -> None:
    with pytest.raises(NotFoundError, match="No system was assessed up to 2026-Q1") as caught:
        members(desk, Q1)
    assert caught.value.remedy == "The first assessment is of 2026-Q2."


def test_the_other_process_weighs_and_draws_the_same(desk: Assessing, tmp_path: Path) -> None:
    options = ReportOptions(company="Quillmere", audience="leadership")
    here = tuple(weighed(desk, Q3))
    process = OtherProcess()
    worker = ReportWorker(process)
    try:
        there = tuple(worker.weigh(given_of(desk, member)) for member in members(desk, Q3))
        assert there == here
        out = export_portfolio(there, Q3, tmp_path / "portfolio.pdf", options, worker)
    finally:
        process.close()
    assert out.read_bytes() == render_portfolio(here, Q3, options)
    assert len(here) == len({one.system for one in USUAL})


def test_the_file_is_called_after_its_quarter() -> None:
    assert suggest_portfolio_name(Q3) == "Portfolio 2026-Q3.pdf"
