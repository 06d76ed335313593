"""LibreOffice opens the workbook, works it out anew, and has the same values in every cell."""

import shutil
import subprocess
from pathlib import Path

import pytest
from builders import a_planned_assessment, level
from hostile import STRINGS, everywhere
from sheets import cells, exported

from readiness.domain.assessment import Assessment

pytestmark = pytest.mark.office


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("soffice is not here: LibreOffice opens nothing")
    return found


def opened_again(office: str, folder: Path, workbook: bytes) -> bytes:
    """Return the workbook as LibreOffice writes it after opening it."""
    (folder / "ours.xlsx").write_bytes(workbook)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "theirs")]
    subprocess.run([*command, str(folder / "ours.xlsx")], check=True, capture_output=True, timeout=120)
    return (folder / "theirs" / "ours.xlsx").read_bytes()


@pytest.mark.parametrize(
    "given",
    [
        a_planned_assessment({"ARC-01": level(2, note="word " * 8_000, note_for="report")}),
        *(everywhere(STRINGS[name]) for name in ("formula", "tag", "controls", "breaks", "emoji")),
        everywhere("<r><t>x</t></r> _x0041_"),
        everywhere("<r><t>x</t></r>"),
    ],
    ids=["plan", "formula", "tag", "controls", "breaks", "emoji", "escape", "library markup"],
)
def test_every_cell_has_the_same_value_there(office: str, tmp_path: Path, given: Assessment) -> None:
    ours = exported(given)

    assert cells(opened_again(office, tmp_path, ours)) == cells(ours)
