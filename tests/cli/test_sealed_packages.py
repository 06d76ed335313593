"""Sealed packages from the command line: out of one workspace, into another."""

from pathlib import Path

import pytest
from commands import WORKED_EXAMPLE, run_command

REF = "Checkout API@2026-Q3"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.readiness"
    run_command("import", WORKED_EXAMPLE, "--workspace", path)
    return path


@pytest.fixture
def package(theirs: Path, tmp_path: Path) -> Path:
    path = tmp_path / "out.readiness-package"
    assert run_command("close", REF, "--workspace", theirs).code == 0
    assert run_command("export", REF, "-o", path, "--workspace", theirs).code == 0
    return path


def test_what_is_open_has_no_package(theirs: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.readiness-package"
    ran = run_command("export", REF, "-o", path, "--workspace", theirs)
    assert ran.code == 1
    assert ran.err.startswith("Checkout API@2026-Q3 is not sealed yet")
    assert not path.exists()


def test_a_file_is_no_sealed_assessment(tmp_path: Path) -> None:
    ran = run_command("export", WORKED_EXAMPLE, "-o", tmp_path / "out.readiness-package")
    assert (ran.code, "Name it as SYSTEM@PERIOD." in ran.err) == (2, True)


def test_a_package_comes_in_once_and_verifies(package: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.readiness"
    ran = run_command("import", package, "--workspace", ours, "--json")
    assert ran.code == 0
    assert (ran.document["kind"], ran.document["id"]) == ("package", REF)
    assert "agreed DAT-04" in ran.document["new"]
    assert run_command("verify", "--workspace", ours, "--json").document["ok"]
    again = run_command("import", package, "--workspace", ours, "--json").document
    assert (again["new"], again["changed"]) == ([], [])
    assert len(again["unchanged"]) == len(ran.document["new"])
    assert run_command("list", "--workspace", ours, "--json").document["systems"][0]["name"] == "Checkout API"


def test_a_preview_stores_nothing(package: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.readiness"
    run_command("import", WORKED_EXAMPLE.with_name("small.yaml"), "--workspace", ours)
    ran = run_command("import", package, "--preview", "--workspace", ours, "--json")
    assert (ran.code, ran.document["kind"], ran.document["id"]) == (0, "preview", REF)
    told = run_command("import", package, "--preview", "--workspace", ours)
    assert told.out == "Checkout API@2026-Q3: seal matches, 20 new, 0 changed\n"
    assert run_command("list", "--workspace", ours, "--json").document["systems"] == []


def test_a_broken_seal_is_refused_and_makes_no_workspace(package: Path, tmp_path: Path) -> None:
    content = package.read_bytes()
    package.write_bytes(content.replace(b'"level":1', b'"level":4', 1))
    ours = tmp_path / "ours.readiness"
    ran = run_command("import", package, "--workspace", ours)
    assert (ran.code, ran.err.startswith("Seal broken: ")) == (1, True)
    assert not ours.exists()
    checked = run_command("check", package, "--json").document["faults"]
    assert [(fault["code"], fault["line"]) for fault in checked] == [("seal-broken", 1)]


def test_check_names_the_faults_of_a_package(package: Path) -> None:
    assert run_command("check", package).code == 0
    package.write_bytes(package.read_bytes().replace(b'"actions":[]', b'"actions":7', 1))
    ran = run_command("check", package, "--json")
    assert (ran.code, [fault["code"] for fault in ran.document["faults"]]) == (1, ["not-a-list"])


def test_there_is_nothing_to_merge_with_what_is_sealed(package: Path, tmp_path: Path) -> None:
    ran = run_command("import", package, "--merge", "theirs", "--workspace", tmp_path / "ours.readiness")
    assert (ran.code, "Leave --merge out." in ran.err) == (2, True)
