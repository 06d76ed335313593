import socket
from pathlib import Path

import pytest
from commands import run_command

from readiness.cli import window

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readiness.cli.window.sys.platform", "linux")
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "arguments", [[], ["open"], ["open", "mine.readiness"]], ids=["none", "open", "named"]
)
@pytest.mark.usefixtures("_no_display")
def test_without_a_display_one_line_names_report(arguments: list[str]) -> None:
    ran = run_command(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "readiness report" in ran.err


@pytest.mark.parametrize("name", ["WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
@pytest.mark.usefixtures("_no_display")
def test_with_another_platform_than_x_the_window_opens(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "offscreen")
    assert run_command(start=lambda _: 0).code == 0


@pytest.mark.usefixtures("_no_display")
def test_an_x_display_that_answers_opens_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(window, "_SOCKETS", tmp_path)
    monkeypatch.setattr(window, "_loads", lambda _: True)
    monkeypatch.setenv("DISPLAY", ":7.0")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "X7"))
        server.listen()
        assert run_command(start=lambda _: 0).code == 0


@pytest.mark.usefixtures("_no_display")
def test_an_x_display_that_nobody_serves_is_no_display(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The twin: Qt would end the process without a word of ours."""
    monkeypatch.setattr(window, "_SOCKETS", tmp_path)
    monkeypatch.setenv("DISPLAY", ":7")
    ran = run_command(start=lambda _: 0)
    assert ran.code == 1
    assert "no display" in ran.err


@pytest.mark.usefixtures("_no_display")
def test_a_display_on_another_computer_may_be_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "_loads", lambda _: True)
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    assert run_command(start=lambda _: 0).code == 0


@pytest.mark.usefixtures("_no_display")
def test_the_library_that_x_needs_is_named_before_qt_ends_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window, "_CURSOR", "libnothing-of-the-sort.so.0")
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    ran = run_command(start=lambda _: 0)
    assert ran.code == 1
    assert "libnothing-of-the-sort.so.0" in ran.err
    assert "libxcb-cursor0" in ran.err


@pytest.mark.parametrize(
    ("arguments", "handed"),
    [
        ([], []),
        (["open"], []),
        (["open", "mine.readiness"], ["mine.readiness"]),
        (["--workspace", "mine.readiness"], ["mine.readiness"]),
        (["open", "--workspace", "mine.readiness"], ["mine.readiness"]),
    ],
    ids=["none", "open", "named", "option", "open with option"],
)
def test_the_window_is_handed_the_workspace(arguments: list[str], handed: list[str]) -> None:
    seen: list[list[str]] = []

    def start(given: list[str]) -> int:
        seen.append(given)
        return 0

    assert run_command(*arguments, start=start).code == 0
    assert seen == [handed]


def test_a_missing_system_library_is_named() -> None:
    def start(_: list[str]) -> int:
        message = "libEGL.so.1: cannot open shared object file: No such file or directory"
        raise ImportError(message)

    ran = run_command(start=start)
    assert ran.code == 1
    assert "libEGL.so.1" in ran.err
    assert "apt install" in ran.err


def test_another_import_failure_is_a_bug_of_ours() -> None:
    """The twin: only a missing library is explained as one."""

    def start(_: list[str]) -> int:
        message = "cannot import name 'run'"
        raise ImportError(message)

    ran = run_command(start=start)
    assert ran.code == 1
    assert "system library" not in ran.err
    assert "readiness.log" in ran.err


def test_the_windows_exit_code_is_the_commands() -> None:
    assert run_command(start=lambda _: 3).code == 3
