"""Texts from outside pass one gate: read from the code, so that no other way in is opened unnoticed."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest
from test_writing import Call, calls, calls_in, name_of

CODE = Path(__file__).resolve().parent.parent / "readiness"
NEVER = {"eval", "exec", "safe_load", "full_load", "unsafe_load", "load_all", "literal_eval", "__import__"}
"""What runs a text, or reads it without a bound."""

NO_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "tarfile"}
MAY_LOAD = {"process_answers.py": {"pickle"}}
"""What the other process answers is unpickled, as far as it is frozen values of ours."""

MAY_READ_JSON = {
    "exchange.json_places": "one word of what the gate reads",
    "exchange.json_tree": "the gate",
    "exchange.packages": "texts of our own on their way out",
    "exchange.packs": "shipped",
    "exchange.references": "shipped",
    "reports.audit.tables": "texts of the workspace, on their way out",
    "reports.palette": "shipped",
    "ui.tokens": "shipped",
    "services.closing": "what it wrote a line before",
    "services.preferences": "the user's own settings, bounded, and a default for whatever is wrong",
    "storage": "the workspace, checked before it is believed",
}
"""Where JSON is read without the gate, and why that is no way in."""


def runs_a_text(call: ast.Call) -> bool:
    name = name_of(call)
    is_method_of_qt = name in ("exec", "eval") and isinstance(call.func, ast.Attribute)
    return (name in NEVER and not is_method_of_qt) or ast.unparse(call.func) == "yaml.load"


def reads_json(call: ast.Call) -> bool:
    return ast.unparse(call.func) in ("json.load", "json.loads", "loads")


def ways_in(found: Iterable[Call]) -> set[str]:
    return {f"{where}: {ast.unparse(call)[:60]}" for where, call, _ in found if runs_a_text(call)}


def test_nothing_runs_a_text_or_reads_one_without_a_bound() -> None:
    assert ways_in(calls()) == set()


def test_json_from_outside_is_read_by_the_gate_alone() -> None:
    read = {where.rpartition(".")[0] for where, call, _ in calls() if reads_json(call)}
    others = {module for module in read if module not in MAY_READ_JSON and module.split(".")[0] != "storage"}
    assert others == set()


def test_no_module_that_runs_what_it_reads_is_loaded() -> None:
    loaded = {
        f"{path.relative_to(CODE)}: {name}"
        for path in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
        )
        if name.partition(".")[0] in NO_MODULES - MAY_LOAD.get(path.name, set())
    }
    assert loaded == set()


@pytest.mark.parametrize("line", ["eval(text)", "yaml.safe_load(text)", "yaml.load(text)", "exec(text, {})"])
def test_a_way_in_would_be_seen(line: str) -> None:
    """The twin."""
    assert ways_in(calls_in(ast.parse(f"def made(text):\n    {line}\n"), "sample"))


def test_a_window_that_is_shown_runs_no_text() -> None:
    assert not ways_in(calls_in(ast.parse("def made(dialog):\n    dialog.exec()\n"), "sample"))
