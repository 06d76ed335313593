"""Hostile inputs that no other test names: refused with a reason and at once, or kept as they were typed."""

import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import level, the_worked_example
from hostile import STRINGS
from lenses import a_choice, a_lens, a_lens_question, as_file

from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import InputError, ReadinessError
from readiness.exchange.guard import read
from readiness.exchange.lens.linting import check_lens
from readiness.exchange.lens.reading import read_lens
from readiness.exchange.questionnaires import parse_questionnaire
from readiness.services.assessing import Assessing, Draft
from readiness.services.foreign_files import read_response
from readiness.services.own_files import own_files
from readiness.services.sealed_packages import read_package
from readiness.services.shelf import read_file
from readiness.storage.lock_note import note_path, read_note
from readiness.storage.opening import open_database

AT_ONCE_S = 2.0
LAUGHS = "a: &a [lol]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
SQUARE = "a: &a " + "x" * 5000 + "\nb: [" + ", ".join(["*a"] * 3000) + "]\n"
MERGES = "m0: &m0 {k0: v}\n" + "".join(
    f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]\n  k{n}: v\n" for n in range(1, 40)
)


def codes(content: bytes | str, name: str = "a.yaml") -> set[str]:
    return {fault.code for fault in read(content.encode() if isinstance(content, str) else content, name)[1]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LAUGHS, "anchor"),
        (SQUARE, "anchor"),
        (MERGES, "anchor"),
        ("a: &a [*a]\n", "anchor"),
        ("- " * 200 + "a\n", "too-deep"),
        ("a: " + "9" * 1_000_000 + "\n", "number-too-long"),
        ("a: \x1b[31mred\n", "control-character"),
        ("a: one\u0085two\u009b\n", "control-character"),
        ('a: "\\uFFFE"\n', "control-character"),
        ("a: !!set {b, c}\n", "tag"),
        ("a: !!omap [b: 1]\n", "tag"),
        ("a: !!python/object/apply:os.system ['touch x']\n", "tag"),
    ],
    ids=[
        "laughs",
        "square",
        "merges",
        "cycle",
        "blocks",
        "digits",
        "escape",
        "C1",
        "FFFE",
        "set",
        "omap",
        "py",
    ],
)
def test_it_is_refused_at_once(text: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    begin = time.process_time()
    assert code in codes(text)
    assert time.process_time() - begin < AT_ONCE_S
    assert list(tmp_path.iterdir()) == [], "something ran"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_another_encoding_is_named_and_nothing_is_guessed(encoding: str) -> None:
    _, faults = read("a: déjà\n".encode(encoding), "a.yaml")
    assert faults
    assert faults[0].message


@pytest.mark.parametrize(
    "text", ["just words", "7", "- a\n- b\n", "a: 1\n...\nb: 2\n", "a: [1\n", "a: 1\n  b: 2\n"]
)
def test_what_is_no_mapping_is_no_questionnaire(text: str) -> None:
    questionnaire, faults = parse_questionnaire(text.encode(), "q.yaml")
    assert questionnaire is None
    assert faults


def asking(*ids: str) -> str:
    questions = "".join(
        f"          - id: {json.dumps(id_)}\n            prompt: Well?\n            levels: [a, b, c, d, e]\n"
        for id_ in ids
    )
    return (
        'format: readiness-questionnaire/1\nid: tiny\nversion: "1.0"\ntitle: Tiny\npillars:\n  - id: ARC\n'
        f"    name: A\n    topics:\n      - id: MOD\n        name: M\n        questions:\n{questions}"
    )


@pytest.mark.parametrize(
    ("ids", "code"),
    [
        (("ARC-01", "ARC-01"), "duplicate-id"),
        (("ARC-01", "arc-01"), "duplicate-id"),
        (("caf\u00e9", "cafe\u0301"), "bad-id"),
        (("ARC-01", "\u0410RC-01"), "bad-id"),  # the first letter is Cyrillic
        (("A\u202eB",), "bad-id"),
        (("A\u200bB",), "bad-id"),
        (("",), "bad-id"),
    ],
    ids=["twice", "case", "accents", "letters alike", "override", "zero width", "empty"],
)
def test_an_id_that_could_be_taken_for_another_is_refused(ids: tuple[str, ...], code: str) -> None:
    questionnaire, faults = parse_questionnaire(asking(*ids).encode(), "q.yaml")
    assert questionnaire is None
    assert code in {fault.code for fault in faults}


def test_ids_that_are_apart_are_taken() -> None:
    """The twin."""
    assert parse_questionnaire(asking("ARC-01", "ARC-02").encode(), "q.yaml")[0] is not None


CHOICES = [a_choice("first"), a_choice("second")]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ((("first", "NO_RISK"),), "no-default"),
        ((("first", "SOME_RISK"), ("default", "HIGH_RISK")), "not-one-of"),
        ((("third", "NO_RISK"), ("default", "HIGH_RISK")), "unknown-choice"),
        ((("first && ", "NO_RISK"), ("default", "HIGH_RISK")), "not-a-condition"),
    ],
    ids=["no default", "risk", "choice", "condition"],
)
def test_a_rule_of_a_lens_that_cannot_be_is_named(rules: tuple[tuple[str, str], ...], code: str) -> None:
    content = as_file(a_lens(a_lens_question("asked", CHOICES, *rules)))
    found = {fault.code for fault in (*read_lens(content).faults, *check_lens(content))}
    assert code in found, found


@pytest.mark.parametrize("wrong", [None, 7, [], {"a": 1}, True])
@pytest.mark.parametrize("place", ["name", "pillars", "description"])
def test_a_lens_of_wrong_kinds_never_ends_in_an_error_nobody_explains(place: str, wrong: object) -> None:
    content = as_file({**a_lens(a_lens_question("asked", CHOICES, ("default", "HIGH_RISK"))), place: wrong})
    read_lens(content)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        r"\\\\server\\share",
        "//server/x",
        "vbscript:x",
    ],
)
def test_an_address_that_leads_nowhere_safe_is_text_alone(url: str) -> None:
    choice = a_choice("first", helpfulResource={"displayText": "See", "url": url})
    reading = read_lens(as_file(a_lens(a_lens_question("asked", [choice], ("default", "HIGH_RISK")))))
    assert reading.lens is not None
    link = reading.lens.pillars[0].questions[0].choices[0].help
    assert link is not None
    assert (link.text, link.url) == ("See", "")


def archive(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return out.getvalue()


ARCHIVES = {
    "traversal": archive(**{"../../x.yaml": b"a: 1", "..\\y.yaml": b"a: 1", "C:\\z.yaml": b"a: 1"}),
    "case clash": archive(**{"a.yaml": b"a: 1", "A.yaml": b"a: 2"}),
    "bomb": archive(**{"a.yaml": bytes(20_000_000)}),
    "workbook": archive(**{"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}),
    "half": archive(**{"a.yaml": b"a: 1"})[:60],
}


def nothing(_reference: str) -> Questionnaire | None:
    return None


Reading = Callable[[bytes, str, Callable[[str], Questionnaire | None]], object]


@pytest.mark.parametrize("kind", ARCHIVES)
@pytest.mark.parametrize("reading", [read_file, read_response, read_package])
@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_an_archive_is_refused_whole_and_nothing_of_it_is_written(
    kind: str, reading: Reading, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    begin = time.process_time()
    with pytest.raises(InputError):
        reading(ARCHIVES[kind], name, nothing)
    assert time.process_time() - begin < AT_ONCE_S
    assert list(tmp_path.iterdir()) == []


NOTES = {
    "corrupt": "{",
    "another host": json.dumps(
        {"user": "Ann", "host": "elsewhere", "pid": 1, "since": "2026-09-10T08:42:00Z"}
    ),
    "an hour old": json.dumps({"user": "Ann", "host": os.uname().nodename, "pid": 999_999, "since": "2020"}),
    "its number reused": json.dumps(
        {"user": "Ann", "host": os.uname().nodename, "pid": os.getpid(), "since": ""}
    ),
    "endless": "[" * 100_000,
    "markup": json.dumps({"user": "<b>Ann</b>\n\x1b[31m", "host": "\u202ex", "pid": 1, "since": "y" * 999}),
}


@pytest.mark.parametrize("kind", NOTES)
def test_a_note_that_was_left_behind_locks_nobody_out(workspace: Assessing, kind: str) -> None:
    path = workspace.path
    workspace.workspace.database.close()
    note_path(path).write_text(NOTES[kind], "utf-8")
    holder = read_note(path)
    assert holder is None or all(character.isprintable() for character in holder.in_words())
    with closing(open_database(path)) as opened:
        assert not opened.read_only
        again = read_note(path)
        assert again is not None
        assert again.user != "Ann"
    assert not note_path(path).exists()


@pytest.fixture
def workspace(tmp_path: Path) -> Assessing:
    made = Assessing.create(tmp_path / "work.readiness", lambda: datetime(2026, 9, 10, 8, 42, tzinfo=UTC))
    made.import_answers(the_worked_example())
    return made


TYPED = {
    **STRINGS,
    "statement": "'; DROP TABLE answers;--",
    "pattern": "%s %n {0.__class__} ${jndi:ldap://x} `id` $(id)",
    "nothing": "null",
    "path": "../../etc/passwd",
}


def test_what_was_typed_is_stored_letter_by_letter_or_refused_in_words(workspace: Assessing) -> None:
    path, count = workspace.path, "SELECT count(*) FROM answers"
    (before,) = workspace.workspace.connection.execute(count).fetchone()
    refused = set()
    for name, text in TYPED.items():
        answer = level(2, note=text, because=text, evidence=(text,))
        try:
            workspace.answer(1, "DAT-01", "agreed", answer)
        except InputError:
            refused.add(name)
        else:
            kept = workspace.load(1).agreed["DAT-01"]
            assert (kept.note, kept.because, kept.evidence) == (text, text, (text,)), name
    workspace.workspace.database.close()
    assert refused == {"surrogate"}
    with closing(Assessing.open(path)) as again:
        assert again.load(1).agreed["DAT-01"].note == list(TYPED.values())[-1]
        assert again.workspace.connection.execute(count).fetchone() == (before,)


def test_a_system_is_called_what_it_was_called_or_the_name_is_refused(workspace: Assessing) -> None:
    called = {"Checkout API"}
    for given in TYPED.values():
        with suppress(ReadinessError):
            id_ = workspace.start(Draft(system=given, period=Period(2026, 4)))
            called.add(given.strip())
            assert workspace.load(id_).system == given.strip()
    assert {system.name for system in workspace.home()} == called
    assert len(called) > len(TYPED) // 2
    workspace.workspace.database.close()


def test_nobody_waits_at_a_pipe_among_the_questionnaires_of_ones_own(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "waiting.yaml")
    os.mkfifo(tmp_path / "waiting.lens.json")
    (tmp_path / "ours.yaml").write_text("id: ours\ntitle: Ours\n", "utf-8")
    assert [one.id for one in own_files(tmp_path)] == ["ours"]
