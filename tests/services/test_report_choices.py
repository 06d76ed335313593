"""How a report was made last time: kept, read back, and never in the way of the start."""

from dataclasses import replace
from pathlib import Path

from readiness.reports.options import EVERY_PAGE, PAGES_FOR
from readiness.services.preferences import Preferences, Settings
from readiness.services.report_choices import AS_DESIGNED, choices_from


def test_other_readers_have_other_pages() -> None:
    assert AS_DESIGNED.read_by("leadership").pages == PAGES_FOR["leadership"]
    assert "answers" in AS_DESIGNED.read_by("archive").pages


def test_a_page_is_switched_and_the_summary_stays() -> None:
    choices = AS_DESIGNED.switched("risks", on=False).switched("summary", on=False)

    assert "risks" not in choices.pages
    assert choices.pages[0] == "summary"
    assert choices.switched("risks", on=True).pages == AS_DESIGNED.pages


def test_a_page_moves_but_never_before_the_summary() -> None:
    choices = AS_DESIGNED.moved("risks", -1)

    assert choices.order.index("risks") == AS_DESIGNED.order.index("risks") - 1
    assert AS_DESIGNED.moved("contents", -1) == AS_DESIGNED
    assert AS_DESIGNED.moved("method", 1) == AS_DESIGNED
    assert AS_DESIGNED.moved("summary", 1) == AS_DESIGNED


def test_what_was_chosen_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    choices = AS_DESIGNED.read_by("leadership").moved("risks", -1).switched("method", on=True)
    Preferences(file).write(Settings(report=choices))

    assert Preferences(file).read().report == choices


def test_the_quarter_that_was_compared_with_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Preferences(file).write(Settings(report=replace(AS_DESIGNED, since="2026-Q1")))

    assert Preferences(file).read().report.since == "2026-Q1"
    assert choices_from({"since": 3}).since == ""


def test_nonsense_costs_its_own_default() -> None:
    tree = {"audience": "aunt", "order": ["risks", "nothing", "risks"], "on": 3, "paper": "A3", "grey": "yes"}
    choices = choices_from(tree)

    assert choices.audience == "planning"
    assert choices.order[:3] == ("cover", "summary", "risks")
    assert set(choices.order) == set(EVERY_PAGE)
    assert choices.on == AS_DESIGNED.on
    assert (choices.paper, choices.grey) == ("A4", False)
    assert choices_from(None) == AS_DESIGNED
