"""The seals are walked before paper and packages are made: what no longer holds is not handed on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import level, the_worked_example

from readiness.domain.period import Period
from readiness.errors import OutputError
from readiness.services.assessing import Assessing, Draft
from readiness.services.portfolio_report import members
from readiness.services.reporting import past_of, proved_past_of
from readiness.services.sealed_packages import export_package


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "work.readiness")
    made.import_answers(the_worked_example())
    made.close_assessment(1)
    yield made
    made.workspace.database.close()  # without the backup that a spoilt one is refused


def spoil(desk: Assessing) -> None:
    """Change a letter of the first seal, as a disk could; our own triggers would refuse it."""
    with desk.workspace.database.transaction() as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE seals SET body = replace(body, 'Checkout', 'Checkaut') WHERE sequence = 1")
        for _, text in triggers:
            connection.execute(text)


def test_the_past_of_a_sealed_report_is_proved_first(desk: Assessing) -> None:
    assert proved_past_of(desk, 1) == past_of(desk, 1)
    spoil(desk)
    with pytest.raises(OutputError, match="No report was made") as refused:
        proved_past_of(desk, 1)
    assert "was changed after it was made" in refused.value.sentence()
    assert "readiness verify" in refused.value.remedy


def test_a_sealed_quarter_behind_an_open_one_is_proved_too(desk: Assessing) -> None:
    open_ = desk.start(Draft(system="Checkout API", period=Period(2026, 4)))
    assert proved_past_of(desk, open_).assessments
    spoil(desk)
    with pytest.raises(OutputError, match="No report was made"):
        proved_past_of(desk, open_)


def test_a_report_that_shows_nothing_sealed_is_made_all_the_same(desk: Assessing) -> None:
    other = desk.start(Draft(system="Search", period=Period(2026, 3)))
    spoil(desk)
    assert proved_past_of(desk, other).assessments == ()


def test_no_package_leaves_a_chain_that_does_not_hold(desk: Assessing, tmp_path: Path) -> None:
    """The seal of the assessment itself holds; one before it does not."""
    target = tmp_path / "out.readiness-package"
    other = desk.start(Draft(system="Search", period=Period(2026, 3)))
    desk.answer(other, "DAT-01", "agreed", level(2))
    desk.close_assessment(other)
    assert export_package(desk, other, target).stat().st_size
    before = target.read_bytes()
    spoil(desk)
    with pytest.raises(OutputError, match="No package was made"):
        export_package(desk, other, target)
    assert target.read_bytes() == before


def test_a_portfolio_report_is_proved_first(desk: Assessing) -> None:
    assert members(desk, Period(2026, 3))
    spoil(desk)
    with pytest.raises(OutputError, match="No report was made"):
        members(desk, Period(2026, 3))
