"""Files are written by one function, whole or not at all: read from the code, so that none is forgotten."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from writers import ELSEWHERE, WRITERS

CODE = Path(__file__).resolve().parent.parent / "readiness"
NAMING = {"atomic_write", "copy_to", "rename", "replace"}
"""Calls after which a file has a name that somebody looks for; ``replace`` only of paths."""

BARE = {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "copyfile", "copy2", "copyfileobj"}
LIBRARIES = {"Workbook", "Canvas", "TaggedCanvas", "SimpleDocTemplate", "savefig", "save", "ZipFile", "dump"}
"""What writes a file where it is given a path."""

MEMORY = {"BytesIO", "StringIO"}
MAY_WRITE = {
    "storage.backups._copy_file": "under a name of its own until it was held against its source",
    "storage.lock_note.write_note": "the note beside the lock, which only explains",
    "storage.leftovers.recovered_copy": "a copy in a folder of its own",
    "storage.leftovers._copied": "a copy in a folder of its own",
    "storage.leftovers.write_copy": "a copy under a name of its own",
    "storage.leftovers.nobody_has_it_open": "opened for its lock; nothing is written",
    "storage.settling.keep_journal": "under a name of its own until it is whole",
    "storage.settling._play_back": "a copy under a name of its own",
    "storage.sources.write_note": "under a name of its own until it is whole",
    "storage.carrying.carried": "a copy under a name of its own",
    "storage.agreed.note": "the same; it takes its name when it is whole",
    "ui.backend.open_copy": "a copy in a folder of its own",
    "ui.error_hook.open": "the log",
}
"""Where bytes are written in place, and why that harms nothing."""

Call = tuple[str, ast.Call, ast.FunctionDef]


@cache
def calls() -> tuple[Call, ...]:
    """Return every call of the program: where, the call, and the function around it."""
    modules = {
        ".".join(path.relative_to(CODE).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
        for path in sorted(CODE.rglob("*.py"))
    }
    return tuple(call for module, tree in modules.items() for call in calls_in(tree, module))


def calls_in(tree: ast.AST, module: str) -> Iterator[Call]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call):
                    yield f"{module}.{function.name}", node, function


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def names_a_file(call: ast.Call) -> bool:
    """Say whether a call gives a file its name; texts and dataclasses are replaced too, with more to say."""
    if name_of(call) in ("rename", "replace"):
        of = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
        one_path = len(call.args) == 1 and not call.keywords and not isinstance(call.args[0], ast.Starred)
        return of == "os" or (bool(of) and one_path and not of.startswith("self."))
    return name_of(call) in NAMING


def writes_bare(call: ast.Call) -> bool:
    """Say whether a call writes into a file in place."""
    if name_of(call) == "open":
        words = [
            one.value
            for one in (*call.args, *(k.value for k in call.keywords))
            if isinstance(one, ast.Constant)
        ]
        return any(
            isinstance(word, str) and set(word) <= set("rwaxbt+") and set(word) & set("wax+")
            for word in words
        )
    return name_of(call) in BARE or ast.unparse(call.func) == "shutil.copy"


def into_memory(call: ast.Call, function: ast.FunctionDef) -> bool:
    """Say whether what a library is given to write to is memory."""
    if not call.args:
        return True
    made = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and name_of(node.value) in MEMORY
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    given = call.args[1] if name_of(call) == "dump" and len(call.args) > 1 else call.args[0]
    if isinstance(given, ast.Call):
        return name_of(given) in MEMORY
    return isinstance(given, ast.Name) and given.id in made


def is_own_method(call: ast.Call) -> bool:
    """Say whether a call is of the same object, whose method is looked at itself."""
    of = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(of, ast.Name) and of.id == "self"


def given_a_path(found: Iterable[Call]) -> set[str]:
    return {
        f"{where}: {ast.unparse(call)[:60]}"
        for where, call, function in found
        if name_of(call) in LIBRARIES and not is_own_method(call) and not into_memory(call, function)
    }


def test_every_writer_is_one_that_the_faults_are_tried_on() -> None:
    found = {where for where, call, _ in calls() if names_a_file(call)}
    known = {writer.where for writer in WRITERS.values()}
    passing = {
        "services.covering.make",
        "storage.backups.back_up",
        "ui.safekeeping._save_copy",
    }  # they pass a copy on
    assert found - passing == known | set(ELSEWHERE)


def test_nothing_is_written_in_place() -> None:
    found = {where for where, call, _ in calls() if writes_bare(call)}
    assert found == set(MAY_WRITE)


def test_no_library_is_given_a_path() -> None:
    assert given_a_path(calls()) == set()


@pytest.mark.parametrize(
    "line",
    [
        "Workbook(path)",
        "figure.savefig(str(target))",
        "deck.save(self.path)",
        "Canvas('report.pdf')",
        "json.dump(tree, file)",
    ],
)
def test_a_library_that_were_given_a_path_would_be_seen(line: str) -> None:
    """The twin."""
    tree = ast.parse(f"def made(path):\n    {line}\n")
    assert given_a_path(calls_in(tree, "sample"))


@pytest.mark.parametrize("line", ["path.write_text('x')", "path.open('w')", "open(path, mode='ab')"])
def test_a_write_in_place_would_be_seen(line: str) -> None:
    """The twin."""
    tree = ast.parse(f"def made(path):\n    {line}\n")
    assert [call for _, call, _ in calls_in(tree, "sample") if writes_bare(call)]


def test_memory_is_no_path() -> None:
    tree = ast.parse("def made():\n    out = BytesIO()\n    Workbook(out, {})\n    deck.save(out)\n")
    assert given_a_path(calls_in(tree, "sample")) == set()
