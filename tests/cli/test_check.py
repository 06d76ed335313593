from pathlib import Path

import pytest
from commands import SMALL, WORKED_EXAMPLE, run_command


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.yaml"
    text = SMALL.read_text(encoding="utf-8")
    path.write_text(
        text.replace("hurts_at: 2", "hurts_at: 3", 1).replace("weight: 5", "wieght: 5", 1), encoding="utf-8"
    )
    return path


def test_files_without_faults_end_with_0_and_print_nothing() -> None:
    ran = run_command("check", SMALL, WORKED_EXAMPLE)
    assert (ran.code, ran.out) == (0, "")
    assert "no faults" in ran.err


def test_every_fault_is_one_line_that_an_editor_reads(faulty: Path) -> None:
    ran = run_command("check", faulty)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert len(lines) >= 2
    for line in lines:
        position, severity, code, message = line.removeprefix(str(faulty)).split(": ", 3)
        assert position.count(":") == 2
        assert severity in {"error", "warning"}
        assert code
        assert message
    assert any("did you mean “weight”" in line for line in lines)


def test_json_says_the_same_as_the_lines(faulty: Path) -> None:
    plain = run_command("check", faulty).out.splitlines()
    ran = run_command("check", faulty, "--json")
    assert ran.code == 1
    assert ran.err == ""
    faults = ran.document["faults"]
    shown = ["{file}:{line}:{column}: {severity}: {code}: {message}".format_map(fault) for fault in faults]
    assert shown == plain
    assert set(faults[0]) == {"file", "line", "column", "severity", "code", "message", "id"}


def test_a_good_file_has_an_empty_list() -> None:
    assert run_command("check", SMALL, "--json").document == {"faults": []}


def test_warnings_alone_end_with_0(tmp_path: Path) -> None:
    path = tmp_path / "plain.yaml"
    text = SMALL.read_text(encoding="utf-8")
    path.write_text(text.replace("            why: Growth finds it out.\n", ""), encoding="utf-8")
    ran = run_command("check", path)
    assert ran.code == 0
    assert ": warning: " in ran.out
    assert "no faults, " in ran.err


def test_one_bad_file_does_not_hide_another(tmp_path: Path, faulty: Path) -> None:
    ran = run_command("check", tmp_path / "missing.yaml", faulty, tmp_path)
    assert ran.code == 1
    assert "missing.yaml:0:0: error: unreadable:" in ran.out
    assert str(faulty) in ran.out
    assert f"{tmp_path}:0:0: error: unreadable:" in ran.out


def test_the_faults_of_the_questionnaire_beside_are_its_own(tmp_path: Path, faulty: Path) -> None:
    answers = tmp_path / "answers.yaml"
    text = WORKED_EXAMPLE.read_text(encoding="utf-8").replace("small.yaml", faulty.name)
    answers.write_text(text, encoding="utf-8")
    ran = run_command("check", answers)
    assert ran.code == 1
    assert all(line.startswith(str(faulty)) for line in ran.out.splitlines())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01",
        b"[" * 20_000,
        b"a: &a [*a]",
        b"a: &x [1]\nb: [*x, *x]",
        b"!!python/object/apply:os.system [true]",
        b"format: readiness-answers/1\nformat: readiness-answers/1\n",
        b"format: readiness-answers/99\n",
        b"format: readiness-questionnaire/1\npillars: " + b"[" * 500,
        "format: readiness-answers/1\nsystem: \u202ex\n".encode("utf-16"),
        b"\xff\xfe\xfa",
        b"{" * 5000,
        b"just words",
        b"format: 7",
        b"- format: readiness-answers/1\n",
    ],
    ids=[
        "empty",
        "nul",
        "deep flow",
        "cycle",
        "alias",
        "tag",
        "double key",
        "newer",
        "deep questionnaire",
        "utf-16",
        "no text",
        "braces",
        "scalar",
        "number",
        "list",
    ],
)
@pytest.mark.parametrize("ending", ["yaml", "json"])
@pytest.mark.parametrize("command", ["check", "score", "import"])
def test_hostile_files_are_refused_with_a_reason(
    tmp_path: Path, content: bytes, ending: str, command: str
) -> None:
    path = tmp_path / f"hostile.{ending}"
    path.write_bytes(content)
    workspace = tmp_path / "untouched.readiness"
    ran = run_command(command, path, "--workspace", workspace)
    assert ran.code == 1
    assert path.name in ran.out + ran.err
    assert "itself went wrong" not in ran.err
    assert not workspace.exists()


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    ran = run_command("check", path)
    assert ran.code == 1
    assert "are the most" in ran.out


def test_a_questionnaire_that_nobody_has_is_named(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    text = WORKED_EXAMPLE.read_text(encoding="utf-8").replace("small.yaml", "nowhere@9.9")
    answers.write_text(text, encoding="utf-8")
    ran = run_command("check", answers)
    assert ran.code == 1
    assert "nowhere@9.9" in ran.out


@pytest.mark.shared
def test_the_corpus_never_brings_it_down() -> None:
    corpus = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile"
    if not corpus.is_dir():
        pytest.skip("the hostile corpus is not here")
    files = [
        path for folder in ("yaml", "json", "lens", "text") for path in sorted((corpus / folder).glob("*"))
    ]
    assert files
    for path in files:
        ran = run_command("check", path)
        assert ran.code in {0, 1}, path
        assert "itself went wrong" not in ran.err, path
