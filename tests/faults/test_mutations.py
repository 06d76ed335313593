"""Files that somebody changed, by accident or on purpose: read or refused in words, and quickly."""

import json
import random
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from builders import the_worked_example
from rounds import rounds, tell

from readiness.errors import ReadinessError
from readiness.exchange.answers import parse_answers, write_answers
from readiness.exchange.guard import read
from readiness.exchange.questionnaires import parse_questionnaire, write_questionnaire
from readiness.services.assessing import Assessing
from readiness.storage.opening import open_database

pytestmark = pytest.mark.faults

PARTS = 4
SLOWEST_S = 0.2
PIECES = (
    *(b"[", b"{", b"- ", b": ", b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"\t", b"\n---\n"),
    *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b'"', b"'", b"|", b">", b"#", b"%YAML 9.9\n"),
    *(b"NaN", b".inf", b"1e999", b"0xfffffffffffffffffff", b"1:30", b"017", b"true", b"~", b"\\ud800"),
)
"""What mutated files have in the middle of them, besides chance."""

Parse = Callable[[bytes, str], object]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return content with one to six changes: bytes flipped, pieces put in, taken out, doubled or moved."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 2, 8, 40))
        what = chance.randrange(5)
        if what == 0 and place < len(changed):
            changed[place] = chance.randrange(256)
        elif what == 1:
            changed[place:place] = chance.choice(PIECES)
        elif what == 2:
            del changed[place : place + length]
        elif what == 3:
            changed[place:place] = changed[place : place + length] * chance.choice((1, 2, 30))
        else:
            piece = changed[place : place + length]
            del changed[place : place + length]
            other = chance.randrange(len(changed) + 1)
            changed[other:other] = piece
    return bytes(changed)


def seeds() -> list[tuple[bytes, str, Parse]]:
    """Return sound files, with the reader of each."""
    example = the_worked_example()
    only = example.questionnaire
    questionnaire = write_questionnaire(only)

    def answers(content: bytes, name: str) -> object:
        return parse_answers(content, name, lambda _: only)

    return [
        (b'a: "text"\nb: [1, 2.5, {c: no, d: ~}]\ne: >-\n  one\n  two\n', "a.yaml", read),
        (json.dumps({"a": ["b", 1, 2.5, None, True, {"c": "ü"}]}).encode(), "a.json", read),
        (write_answers(example, "json").encode()[:1500], "a.json", read),
        (questionnaire.encode()[:900], "q.yaml", parse_questionnaire),
        (write_answers(example).encode(), "a.yaml", answers),
        (questionnaire.encode(), "q.yaml", parse_questionnaire),
    ]


SHARES = (0.45, 0.45, 0.06, 0.02, 0.01, 0.01)
"""Most of the tries are small ones; the whole readers are slower and have fewer."""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_changed_text_ends_in_an_error_nobody_explains(part: int) -> None:
    chance = random.Random(part)
    given = seeds()
    tried, slowest = rounds(40_000, 1_000_000) // PARTS, 0.0
    for content, name, parse in given:  # what is loaded at the first time is no file's fault
        parse(content, name)
    for _ in range(tried):
        content, name, parse = chance.choices(given, SHARES)[0]
        changed = mutated(content, chance)
        spent = seconds_to(parse, changed, name)
        if spent >= SLOWEST_S:  # what the file costs, it costs again; what the collector cost, it does not
            spent = min(spent, seconds_to(parse, changed, name))
        slowest = max(slowest, spent)
    assert slowest < SLOWEST_S
    tell(15, "changed questionnaires and answers files; errors that nobody explained", tried, 0)


def seconds_to(parse: Parse, changed: bytes, name: str) -> float:
    """Read a file, let only errors out that nobody explains, and return what that took."""
    start = time.process_time()
    try:
        parse(changed, name)
    except ReadinessError:
        pass
    except BaseException as error:
        error.add_note(f"{name}: {changed!r}")
        raise
    return time.process_time() - start


@pytest.fixture
def damaged(tmp_path: Path) -> tuple[Path, Path]:
    """Return a workspace and its backup."""
    path = tmp_path / "work.readiness"
    with closing(Assessing.create(path)) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
        return path, desk.backup()


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Return a workspace's bytes with something else in a few places, or cut off."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.choice((chance.randrange(100), chance.randrange(len(changed))))
        length = chance.choice((1, 4, 64, 4096))
        kind = chance.randrange(4)
        if kind == 0:
            changed[place : place + length] = chance.randbytes(len(changed[place : place + length]))
        elif kind == 1:
            changed[place : place + length] = bytes(len(changed[place : place + length]))
        elif kind == 2:
            start = place // 4096 * 4096
            other = chance.randrange(max(1, len(changed) // 4096)) * 4096
            page = changed[start : start + 4096]
            changed[start : start + 4096] = changed[other : other + 4096]
            changed[other : other + 4096] = page
        else:
            del changed[max(512, place // 512 * 512) :]
    return bytes(changed)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_spoilt_workspace_is_refused_untouched_and_its_backup_named(
    damaged: tuple[Path, Path], part: int
) -> None:
    path, backup = damaged
    whole = path.read_bytes()
    chance = random.Random(part)
    tried, refused = rounds(1200, 5000) // PARTS, 0
    for _ in range(tried):
        path.write_bytes(content := spoilt(whole, chance))
        start = time.process_time()
        try:
            open_database(path).close()
        except ReadinessError as error:
            told = error.sentence()
        else:
            continue
        refused += 1
        assert path.read_bytes() == content
        assert backup.name in told or "newer Readiness" in told
        assert time.process_time() - start < 1.0
    assert refused > tried // 2
    tell(13, "spoilt workspaces; crashes, writes to them, or more than a second", tried, 0)
