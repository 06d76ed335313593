"""What a shell sees: real streams, real exit codes, other encodings, closed pipes."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from commands import SMALL, WORKED_EXAMPLE

from readiness.cli.terminal import Terminal

COMMAND = [sys.executable, "-m", "readiness"]


def shell(*arguments: str | bytes, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, env=environment, check=False)


def test_results_go_to_stdout_messages_to_stderr() -> None:
    ran = shell("check", str(SMALL))
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert b"no faults" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["nonsense"], 2), (["score", "nothing.yaml"], 1)]
)
def test_the_exit_code_reaches_the_shell(arguments: list[str], code: int) -> None:
    ran = shell(*arguments)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_a_terminal_of_another_encoding_gets_every_result(encoding: str) -> None:
    plain = shell("score", str(WORKED_EXAMPLE), encoding=encoding)
    assert plain.returncode == 0
    assert "Score 42" in plain.stdout.decode(encoding)
    document = json.loads(
        shell("score", str(WORKED_EXAMPLE), "--json", encoding=encoding).stdout.decode(encoding)
    )
    assert document["displayed"] == 42


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_a_file_name_that_is_no_text_is_told_all_the_same() -> None:
    ran = shell("check", b"\xff.yaml", "--json")
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["faults"][0]["code"] == "unreadable"
    assert shell("score", b"\xff.yaml").returncode == 1


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    with subprocess.Popen(
        [*COMMAND, "score", str(WORKED_EXAMPLE), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_a_document_steers_no_terminal_and_says_the_same() -> None:
    said = {"name": "A\x1b[31m\x9b5m\u202eB\u2066"}
    out = StringIO()
    Terminal(out, StringIO(), as_json=True).print_document(said)
    assert not set("\x1b\x9b\u202e\u2066") & set(out.getvalue())
    assert json.loads(out.getvalue()) == said
