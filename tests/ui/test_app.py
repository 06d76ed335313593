"""The program as a process: shell first, one line without a display, killed and back."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "alembic",
    "matplotlib",
    "reportlab",
    "ruamel",
    "numpy",
    "pypdfium2",
)

AT_FIRST_PAINT = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from readiness.app import Program
from readiness.ui.places import Places

application = QApplication(["readiness"])
folder = Path(sys.argv[1])
places = Places(
    workspace=folder / "own.readiness",
    sample=folder / "sample.readiness",
    settings=folder / "settings.json",
    geometry=folder / "window.ini",
    log_folder=folder,
)
program = Program(application, places, lambda: datetime(2026, 9, 10, tzinfo=UTC))
program.window.painted.disconnect()
found = []

def look():
    found.extend(name for name in sys.modules if name in HEAVY)
    shown.append(len(program.session.home))
    program.window.close()

shown = []
HEAVY = set(json.loads(sys.argv[2]))
program.window.painted.connect(look)
program.session.open_workspace(places.workspace)
program.window.show()
application.exec()
program.stop()
print(json.dumps({"heavy": found, "systems": shown}))
"""


def run(code: str, *arguments: str) -> dict[str, object]:
    """Run a script in a process of its own and return the JSON it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    document: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return document


def test_home_is_painted_before_anything_heavy_is_loaded(written_sample: Path, tmp_path: Path) -> None:
    (tmp_path / "own.readiness").write_bytes(written_sample.read_bytes())

    told = run(AT_FIRST_PAINT, str(tmp_path), json.dumps(HEAVY))

    assert told == {"heavy": [], "systems": [3]}


def test_the_look_at_the_modules_can_fail(written_sample: Path, tmp_path: Path) -> None:
    (tmp_path / "own.readiness").write_bytes(written_sample.read_bytes())
    eager = AT_FIRST_PAINT.replace("import json, sys", "import json, sys, pydantic", 1)

    assert run(eager, str(tmp_path), json.dumps(HEAVY))["heavy"] == ["pydantic"]


def test_without_a_display_one_line_names_the_way_without() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "readiness"], capture_output=True, text=True, check=False, env=bare, timeout=60
    )

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "readiness report" in done.stderr


TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from readiness import app, paths
from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.services.assessing import Draft

original = app.Program

class Typing(original):
    def __init__(self, *given):
        super().__init__(*given)
        self.session.workspace_opened.connect(self.begin)
        self.session.assessment_opened.connect(self.write)

    def begin(self, _path):
        self.session.start_assessment(Draft(system="Checkout API", period=Period(2026, 3)))

    def write(self, assessment):
        self.question = assessment.questionnaire.questions[0].id
        self.session.saved.connect(self.go_on)
        self.session.answer(self.question, Answer(level=3))

    def go_on(self, _at):
        self.session.saved.disconnect(self.go_on)
        self.session.answer(self.question, Answer(level=3, note="Locks wait"))
        print("typing", flush=True)

app.Program = Typing
sys.exit(app.run([]))
"""

ANSWERS = """
import json, sys
from pathlib import Path
from readiness.services.assessing import Assessing
desk = Assessing.open(Path(sys.argv[1]))
line = desk.home()[0].assessments[0]
print(json.dumps({id: [a.level, a.note] for id, a in desk.load(line.id).agreed.items()}))
desk.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_being_ended_from_outside_loses_no_answer(tmp_path: Path, number: signal.Signals) -> None:
    """Asked to end, it saves what is being typed; killed, it loses at most that.

    A machine under load kills late: by then the half second may be over, and what was typed is saved too.
    """
    notes = {"", "Locks wait"} if number == signal.SIGKILL else {"Locks wait"}
    env = {
        **os.environ,
        **{name: str(tmp_path / name.lower()) for name in os.environ if name.startswith("XDG_")},
    }
    process = subprocess.Popen([sys.executable, "-c", TYPING], stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    assert process.stdout.readline() == "typing\n"
    process.send_signal(number)
    process.wait(timeout=30)
    process.stdout.close()
    workspace = next((tmp_path / "xdg_data_home").rglob("workspace.readiness"))

    (answer,) = run(ANSWERS, str(workspace)).values()

    assert isinstance(answer, list)
    assert answer[0] == 3
    assert answer[1] in notes
    assert process.returncode == (-number if number == signal.SIGKILL else 0)
