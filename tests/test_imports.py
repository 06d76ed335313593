"""What each command loads, seen from a fresh process: no Qt ever, charts only for paper."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
QT = {"PySide6", "shiboken6"}
CHARTS = {"matplotlib", "reportlab", "numpy", "PIL"}
DATABASE = {"sqlalchemy", "sqlmodel", "alembic"}

_PROGRAM = """
import json, sys
from readiness import __main__
code = __main__.main(json.loads(sys.argv[1]))
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print("\\n" + json.dumps([code, loaded]))
"""


def loaded_by(*arguments: str | Path) -> set[str]:
    """Return the top-level modules in memory after a command that succeeded."""
    given = json.dumps([str(part) for part in arguments])
    done = subprocess.run([sys.executable, "-c", _PROGRAM, given], capture_output=True, text=True, check=True)
    code, names = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    return set(names)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "sample.readiness"
    assert not loaded_by("demo", path) & (QT | CHARTS)
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("verify",),
        ("backup", "-o", "{folder}/copy.readiness"),
        ("score", "Checkout API@2026-Q3"),
        ("score", "Checkout API@2026-Q3", "--json"),
        ("export", "Checkout API@2026-Q3", "-o", "{folder}/answers.yaml"),
        ("export", "Checkout API@2026-Q3", "-o", "{folder}/everything.xlsx"),
        ("export", "Checkout API@2026-Q3", "-o", "{folder}/answers.csv"),
        ("export", "Checkout API@2026-Q3", "-o", "{folder}/everything.md"),
        ("close", "Order service@2026-Q3"),
    ],
    ids=lambda arguments: " ".join(arguments[:1] + arguments[-1:]),
)
def test_a_command_on_a_workspace_loads_neither_qt_nor_charts(
    workspace: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    filled = [part.format(folder=tmp_path) for part in arguments]
    loaded = loaded_by(*filled, "--workspace", workspace)
    assert not loaded & (QT | CHARTS)


def test_importing_loads_neither_qt_nor_charts(tmp_path: Path) -> None:
    loaded = loaded_by("import", DATA / "small.yaml", "--workspace", tmp_path / "new.readiness")
    assert not loaded & (QT | CHARTS)


@pytest.mark.parametrize("command", ["check", "score"])
def test_a_file_alone_needs_no_database_layer(command: str) -> None:
    loaded = loaded_by(command, DATA / "worked-example.yaml")
    assert not loaded & (QT | CHARTS | DATABASE)


def test_help_loads_next_to_nothing() -> None:
    assert not loaded_by("--help") & (QT | CHARTS | DATABASE | {"pydantic", "ruamel", "rich"})


def test_a_report_loads_charts_but_no_qt(workspace: Path, tmp_path: Path) -> None:
    """The twin: the probe sees what a command loads."""
    loaded = loaded_by(
        "report", "Checkout API@2026-Q3", "-o", tmp_path / "report.pdf", "--workspace", workspace
    )
    assert "reportlab" in loaded
    assert not loaded & QT
