"""Hostile text is refused with its place, and what is plain text stays text (reliability §2d)."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.exchange.guard import read

HOSTILE = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "data" / "hostile"


def codes(text: str | bytes, name: str = "a.yaml") -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [fault.code for fault in read(content, name)[1]]


def value(text: str, name: str = "a.yaml") -> Any:
    tree, faults = read(text.encode(), name)
    assert not faults
    return tree.value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [1]\nb: *x\n", "anchor"),
        ("a: *x\n", "alias"),
        ("a: !!python/object:os.system x\n", "tag"),
        ("a: !foo 1\n", "tag"),
        ("a: !!binary aGk=\n", "tag"),
        ("a: 1\na: 2\n", "duplicate-key"),
        ("1: a\n", "key-not-text"),
        ("true: a\n", "key-not-text"),
        ("? [a, b]\n: c\n", "key-not-text"),
        ("a: .nan\n", "not-finite"),
        ("a: -.inf\n", "not-finite"),
        ("a: 1e400\n", "not-finite"),
        ("a: " + "9" * 400 + "\n", "number-too-long"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("", "empty"),
        ("# only a comment\n", "empty"),
        ("a: [1, 2\n", "not-yaml"),
        ("a:\n\t- 1\n", "not-yaml"),
        ("a: \x07\n", "control-character"),
        ('a: "\\0"\n', "control-character"),
        ('a: "\\ud800"\n', "control-character"),
        ("[" * 33 + "]" * 33, "too-deep"),
        ("[" * 200_000, "too-deep"),
    ],
)
def test_hostile_yaml_is_refused(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": NaN}', "not-finite"),
        ('{"a": Infinity}', "not-finite"),
        ('{"a": 1e400}', "not-finite"),
        ('{"a": 1, "a": 2}', "duplicate-key"),
        ('{"a": "\\u0000"}', "control-character"),
        ('{"a": "\\ud800"}', "control-character"),
        ('{"a": ' + "9" * 5000 + "}", "number-too-long"),
        ("[" * 5000 + "]" * 5000, "too-deep"),
        ('{"a": 1} x', "not-json"),
        ("", "not-json"),
    ],
)
def test_hostile_json_is_refused(text: str, code: str) -> None:
    assert code in codes(text, "a.json")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: no\n", "no"),
        ("a: on\n", "on"),
        ("a: 12:30\n", "12:30"),
        ("a: 017\n", "017"),
        ("a: 0o17\n", "0o17"),
        ("a: 1_000\n", "1_000"),
        ("a: 2024-13-45\n", "2024-13-45"),
        ('a: "5"\n', "5"),
        ("a: 1.5\n", 1.5),
        ("a: 12e2\n", 1200.0),
        ("a: true\n", True),
        ("a: ~\n", None),
        ("a:\n", None),
        ("a: R&D <b>\n", "R&D <b>"),
        ("a: >-\n  one\n  two\n", "one two"),
    ],
)
def test_scalars_follow_yaml_1_2_and_nothing_else(text: str, expected: object) -> None:
    assert value(text) == {"a": expected}


def test_a_fault_names_line_and_column() -> None:
    fault = read(b"a: 1\nb:\n  c: 1\n  c: 2\n", "a.yaml")[1][0]
    assert (fault.line, fault.column) == (4, 3)
    assert "3:3" in fault.message


def test_several_faults_come_at_once() -> None:
    assert codes("a: .nan\nb: .inf\nb: 2\n") == ["not-finite", "not-finite", "duplicate-key"]


def test_a_file_of_another_encoding_is_named() -> None:
    assert "UTF-16" in read("a: 1".encode("utf-16"), "a.yaml")[1][0].message
    fault = read("a: 1\nb: é\n".encode("latin-1"), "a.yaml")[1][0]
    assert (fault.line, "byte 9" in fault.message) == (2, True)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read(b"\xef\xbb\xbfa: 1\n", "a.yaml")[0].value == {"a": 1}


def test_too_large_is_refused_before_it_is_read() -> None:
    assert codes(b"a" * ((1 << 20) + 1)) == ["too-large"]
    assert codes(b" " * 5_000_001, "a.json") == ["too-large"]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [(b'"' + b'\\"' * 1_000_000, "a.json", "not-json"), (b"!" * (1 << 20), "a.yaml", "tag")],
)
def test_what_could_take_the_square_of_its_length_does_not(content: bytes, name: str, code: str) -> None:
    """Both held the reader for many seconds; a suite that hangs here says so."""
    assert codes(content, name) == [code]


@pytest.mark.parametrize("unit", ["[", "[ ", "{ ", "[\n ", "- ", "{a: ", "{c[[[[", "[1, 2.5, {c"])
def test_deep_nesting_is_refused_at_once(unit: str) -> None:
    """A thousand brackets took a third of a second."""
    start = time.process_time()
    assert codes(unit * 8000) != []
    assert time.process_time() - start < 0.1


def test_too_many_parts_are_refused() -> None:
    assert "too-many-parts" in codes("[" + "1," * 50_001 + "]")


@given(
    st.binary(max_size=300) | st.text(alphabet="ab:-[]{}&*!|>\"'#? \n\t0.,%@`", max_size=80).map(str.encode)
)
def test_nothing_that_is_read_raises(content: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        tree, faults = read(content, name)
        assert faults or tree.positions


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text("abc é→", max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", min_size=1), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_json_is_read_as_json_means_it(tree: object) -> None:
    assert value(json.dumps(tree), "a.json") == tree


@pytest.mark.shared
def test_every_hostile_file_is_decided() -> None:
    if not HOSTILE.is_dir():
        pytest.skip("the hostile corpus is not beside the project")
    wrong = []
    for entry in json.loads((HOSTILE / "MANIFEST.json").read_text(encoding="utf-8")):
        path = HOSTILE / entry["file"]
        if path.parent.name not in {"yaml", "json"} or not path.exists():
            continue
        faults = read(path.read_bytes(), path.name)[1]
        if entry["expect"].startswith("accept") and faults and "or clear message" not in entry["expect"]:
            wrong.append(entry["file"])
    assert not wrong
