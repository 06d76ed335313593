"""Looking back: the newest sealed assessment of an earlier period, of this system and no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.services.assessing import Assessing
from readiness.services.drafts import Draft
from readiness.services.looking_back import earlier, history


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Assessing]:
    made = Assessing.create(tmp_path / "own.readiness")
    yield made
    made.close()


def start(desk: Assessing, quarter: int, *, system: str = "Checkout API", questionnaire: str = "") -> int:
    return desk.start(
        Draft(system=system, period=Period(2026, quarter), scope="quick", questionnaire=questionnaire)
    )


def sealed(desk: Assessing, quarter: int, *, system: str = "Checkout API", questionnaire: str = "") -> int:
    id_ = start(desk, quarter, system=system, questionnaire=questionnaire)
    desk.answer(id_, desk.load(id_).questionnaire.questions[0].id, "agreed", Answer(level=quarter))
    desk.close_assessment(id_)
    return id_


def test_a_first_assessment_has_nothing_before_it(desk: Assessing) -> None:
    sealed(desk, 1, system="Search")
    assert earlier(desk, start(desk, 3)) is None


def test_the_newest_sealed_one_counts_and_no_open_one(desk: Assessing) -> None:
    sealed(desk, 1)
    sealed(desk, 2)
    later = start(desk, 4)
    start(desk, 3)
    found = earlier(desk, later)
    assert found is not None
    assert found.assessment.period == Period(2026, 2)


def test_a_correction_of_it_stands_for_it(desk: Assessing) -> None:
    first = sealed(desk, 1)
    desk.close_assessment(desk.revise(first))
    found = earlier(desk, start(desk, 2))
    assert found is not None
    assert found.assessment.revision == 2


def test_its_own_earlier_revision_is_no_quarter_before(desk: Assessing) -> None:
    first = sealed(desk, 1)
    assert earlier(desk, desk.revise(first)) is None


def test_the_versions_that_may_lie_between_come_along(desk: Assessing) -> None:
    sealed(desk, 1, questionnaire="scalability@0.1")
    found = earlier(desk, start(desk, 2))
    assert found is not None
    assert [version.reference for version in found.versions] == ["scalability@0.1"]


def test_history_has_each_sealed_quarter_once_in_its_newest_revision(desk: Assessing) -> None:
    first = sealed(desk, 1)
    desk.close_assessment(desk.revise(first))
    sealed(desk, 3)
    sealed(desk, 2, system="Search")
    found = history(desk, start(desk, 4))
    assert [(str(one.period), one.revision) for one in found.assessments] == [("2026-Q1", 2), ("2026-Q3", 1)]
    assert [point.assessment.period for point in found.trend.points] == [Period(2026, 1), Period(2026, 3)]


def test_history_of_a_first_open_assessment_is_empty(desk: Assessing) -> None:
    found = history(desk, start(desk, 1))
    assert (found.assessments, found.trend.points) == ((), ())
