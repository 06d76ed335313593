import json
from dataclasses import replace
from pathlib import Path

import pytest

from readiness.errors import OutputError
from readiness.services.preferences import Preferences, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_is_written_reads_back(file: Path) -> None:
    settings = Settings(
        theme="dark",
        fiscal_year_start=4,
        company="Quillmere",
        single_keys=False,
        auto_advance=True,
        zoom=1.25,
        motion="full",
        recent=("/a.readiness",),
    )

    Preferences(file).write(settings)

    assert Preferences(file).read() == settings


def test_without_a_file_everything_is_as_designed(file: Path) -> None:
    assert Preferences(file).read() == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "3", "[" * 100_000, "\x00", '{"theme": '])
def test_a_damaged_file_costs_a_default_never_the_start(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")

    assert Preferences(file).read() == Settings()


def test_bytes_that_are_no_text_cost_a_default(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")

    assert Preferences(file).read() == Settings()


def test_wrong_values_cost_their_own_default_only(file: Path) -> None:
    file.parent.mkdir()
    tree = {
        "theme": "pink",
        "fiscal_year_start": 13,
        "company": 7,
        "single_keys": "no",
        "zoom": "large",
        "recent": [1, "/a"],
        "auto_advance": True,
    }
    file.write_text(json.dumps(tree), encoding="utf-8")

    assert Preferences(file).read() == replace(Settings(), auto_advance=True, recent=("/a",))


def test_a_zoom_that_is_no_number_is_refused(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"zoom": NaN}', encoding="utf-8")

    assert Preferences(file).read().zoom == 1.0


def test_what_a_newer_program_wrote_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"theme": "light", "presenter": {"screen": 2}}', encoding="utf-8")

    Preferences(file).write(Settings(theme="dark"))

    tree = json.loads(file.read_text(encoding="utf-8"))
    assert (tree["theme"], tree["presenter"]) == ("dark", {"screen": 2})


def test_a_file_that_cannot_be_written_says_so_and_stays(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, no folder", encoding="utf-8")

    with pytest.raises(OutputError, match="settings"):
        Preferences(blocked / "settings.json").write(Settings())


@pytest.mark.parametrize(
    ("tree", "motion"),
    [
        ({"reduce_motion": True}, "reduced"),
        ({"reduce_motion": False}, "system"),
        ({"reduce_motion": True, "motion": "full"}, "full"),
        ({"motion": "wild"}, "system"),
        ({}, "system"),
    ],
)
def test_the_switch_of_an_older_program_still_reduces_motion(
    file: Path, tree: dict[str, object], motion: str
) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps(tree), encoding="utf-8")
    assert Preferences(file).read().motion == motion
