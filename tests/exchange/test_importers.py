"""The page about importers is true: its example is run, and every reader keeps to the contract."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from commands import SMALL
from lenses import a_lens, as_file, backups
from reviews import USUAL
from sheets_of_others import TABLE, as_csv, as_xlsx

from readiness.domain.questionnaire import Questionnaire
from readiness.exchange import importers
from readiness.exchange.foreign import HEAD, Importer
from readiness.exchange.importers import IMPORTERS, importer_of, read_foreign
from readiness.services.assessing import Assessing
from readiness.services.foreign import hold, take

PAGE: Final = Path(importers.__file__).with_name("IMPORTERS.md")
TOY: Final = (
    b"toy list 1\n! Data\nAre backups taken? 2\nAre restores drilled? ?\n! Network\nIs latency known? 4\n"
)
SAMPLES: Final = {
    "Answers file": (b"format: readiness-answers/1\n", "a.yaml"),
    "Custom lens (JSON)": (as_file(a_lens(backups())), "lens.json"),
    "Azure review (CSV)": (USUAL, "review.csv"),
    "Spreadsheet (XLSX, CSV)": (as_xlsx(TABLE), "table.xlsx"),
    "Questionnaire": (SMALL.read_bytes(), "small.yaml"),
    "Sealed package": (b'{"format":"readiness-package/1"', "a.readiness-package"),
}


def nobody(_reference: str) -> Questionnaire | None:
    return None


@pytest.fixture(scope="module")
def toy() -> Importer:
    """Return the importer that the page has."""
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    made: dict[str, Any] = {}
    exec(compile(example, str(PAGE), "exec"), made)  # noqa: S102 - our own page
    importer: Importer = made["ToyImporter"]()
    return importer


def test_the_example_of_the_page_reads_a_file(toy: Importer) -> None:
    file = read_foreign(TOY, "list.toy", nobody, (toy, *IMPORTERS))
    assert file.questionnaire is not None
    assert [pillar.name for pillar in file.questionnaire.pillars] == ["Data", "Network"]
    assert [answer.level for answer in file.answers.values()] == [2, None, 4]


def test_its_faults_come_with_their_lines_and_refusals_need_no_catching(toy: Importer) -> None:
    wrong = read_foreign(b"toy list 1\nTaken? 2\n! Data\nTaken?\n", "a", nobody, (toy,))
    assert [(fault.code, fault.line) for fault in wrong.faults] == [
        ("not-a-question", 2),
        ("not-a-question", 4),
    ]
    assert [fault.code for fault in read_foreign(TOY + b"\xff", "a", nobody, (toy,)).faults] == ["not-utf-8"]
    assert [fault.code for fault in read_foreign(TOY * 2000, "a", nobody, (toy,)).faults] == ["too-large"]
    assert [fault.code for fault in read_foreign(b"other", "a", nobody, (toy,)).faults] == ["unknown-format"]


def test_what_it_read_is_versioned_and_stored_like_everything_else(toy: Importer, tmp_path: Path) -> None:
    assessing = Assessing.create(tmp_path / "mine.readiness")
    for content, reference in ((TOY, "toy@1.0"), (TOY, "toy@1.0"), (TOY + b"Is it measured? 1\n", "toy@2.0")):
        looked = hold(assessing, read_foreign(content, "list.toy", nobody, (toy,)))
        take(assessing, looked)
        assert looked.questionnaire.reference == reference
    assessing.close()


@pytest.mark.parametrize("one", IMPORTERS, ids=lambda one: one.name)
def test_every_importer_knows_its_own_files_first(one: Importer) -> None:
    content, name = SAMPLES[one.name]
    assert importer_of(content, name) is one
    assert one.most_bytes <= 5 * 1024 * 1024
    assert HEAD >= 500_000, "a whole lens fits"
    assert one.name in PAGE.read_text(encoding="utf-8") or one.kind in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["anything", "a.csv", "a.xlsx", "a.json", "a.yaml"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xfe\x00",
        as_csv(TABLE).encode()[:40],
        as_xlsx(TABLE)[:500],
        USUAL[:120],
        b"{" * 9,
    ],
    ids=["empty", "zeros", "marks", "csv", "xlsx", "review", "braces"],
)
def test_whatever_comes_is_told_and_never_raised(content: bytes, name: str) -> None:
    file = read_foreign(content, name, nobody)
    assert file.questionnaire is None or file.is_usable
    assert all(fault.line >= 1 and fault.code and fault.message for fault in file.faults)
    assert file.questionnaire is not None or file.faults
