"""A file from elsewhere is read in another process: what it does to that one, the program survives."""

import faulthandler
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from select import select
from typing import IO

import foreign
import psutil
import pytest
from builders import the_worked_example
from robot import surroundings

from readiness import process_watch
from readiness.errors import FaultyFileError, InputError, ReadinessError
from readiness.exchange.answers import write_answers
from readiness.exchange.foreign import Foreign
from readiness.exchange.questionnaires import write_questionnaire
from readiness.other_process import Limits, OtherProcess
from readiness.services.assessing import Assessing
from readiness.services.foreign_files import LIMITS, Known, Reader, known_in, read_response
from readiness.services.library import Library
from readiness.services.sealed_packages import export_package, read_package
from readiness.services.shelf import read_file

SHORT = Limits(seconds=1.0, memory=LIMITS.memory)


@pytest.fixture(scope="module")
def process() -> Iterator[OtherProcess]:
    with closing(OtherProcess()) as made:
        yield made


@pytest.fixture
def reader(process: OtherProcess) -> Reader:
    return Reader(process)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "from elsewhere.yaml"
    path.write_bytes(b"a: text\n")
    return path


def nothing(_reference: str) -> None:
    return None


@pytest.mark.parametrize("harm", [foreign.crash, foreign.abort, foreign.leave])
def test_a_file_that_kills_its_reader_is_told_in_a_sentence_and_the_next_is_read(
    reader: Reader, file: Path, harm: Callable[..., None]
) -> None:
    with pytest.raises(InputError) as refused:
        reader.read(harm, file, nothing)
    assert refused.value.sentence() == (
        "The process that read from elsewhere.yaml ended unexpectedly. Nothing was stored, and the program "
        "goes on. Try again. Ask whoever made it for an ordinary one."
    )
    assert reader.read(foreign.length, file, nothing) == 8


def test_a_file_without_end_is_given_up_and_the_next_is_read(process: OtherProcess, file: Path) -> None:
    with pytest.raises(InputError, match="not read to its end within 1 seconds"):
        Reader(process, SHORT).read(foreign.hang, file, nothing)
    assert Reader(process).read(foreign.length, file, nothing) == 8


def test_a_file_that_eats_memory_is_given_up_and_the_next_is_read(reader: Reader, file: Path) -> None:
    with pytest.raises(InputError, match="needs more memory than a file may have"):
        reader.read(foreign.eat, file, nothing)
    assert reader.read(foreign.length, file, nothing) == 8


def test_with_room_enough_the_same_file_is_read(process: OtherProcess, file: Path) -> None:
    """The twin: it is the limit that ends it, and nothing else."""
    wide = Limits(seconds=10.0, memory=2 * LIMITS.memory)
    assert Reader(process, wide).read(foreign.eat, file, nothing) == 640


def test_a_flood_that_no_limit_of_the_system_holds_is_seen_from_outside(reader: Reader, file: Path) -> None:
    with pytest.raises(InputError) as refused:
        reader.read(foreign.flood, file, nothing)
    assert refused.value.sentence() == (
        "from elsewhere.yaml needs more memory than a file may have. Nothing was stored, and the program "
        "goes on. Ask whoever made it for an ordinary one."
    )
    assert reader.read(foreign.length, file, nothing) == 8


def test_without_a_look_from_outside_the_flood_would_stay(process: OtherProcess, file: Path) -> None:
    """The twin: nothing but the look ends it, and it holds what it took until its time is over."""
    unseen = Limits(seconds=4.0, memory=1 << 40)
    with pytest.raises(InputError, match="within 4 seconds"):
        Reader(process, unseen).read(foreign.flood, file, nothing)


def test_where_the_memory_of_a_process_cannot_be_seen_it_is_not_let_go_on(
    reader: Reader, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = iter([1 << 20])

    def held_by(_process: object) -> int:
        try:
            return next(told)
        except StopIteration:
            raise psutil.AccessDenied from None

    monkeypatch.setattr(process_watch, "held_by", held_by)
    with pytest.raises(InputError, match="ended unexpectedly"):
        reader.read(foreign.hang, file, nothing)


@pytest.mark.parametrize("harm", [foreign.ask_for_ever, foreign.half_a_word, foreign.deaf])
def test_a_reader_that_keeps_this_side_busy_is_given_up_in_time(
    process: OtherProcess, tmp_path: Path, harm: Callable[..., None]
) -> None:
    library, path = Library(), tmp_path / "scalability@1"
    path.write_bytes(b"a: text\n")
    with pytest.raises(InputError, match="within 1 seconds"):
        Reader(process, SHORT).read(harm, path, library.find)
    assert Reader(process).read(foreign.length, path, nothing) == 8


@pytest.mark.parametrize("harm", [foreign.deed, foreign.ask_deed])
def test_an_answer_that_would_do_something_is_not_believed(
    reader: Reader, tmp_path: Path, harm: Callable[..., object]
) -> None:
    path, done = tmp_path / "led astray", tmp_path / "done"
    path.write_text(str(done))
    with pytest.raises(InputError, match="ended unexpectedly"):
        reader.read(harm, path, nothing)
    assert not done.exists()
    assert reader.read(foreign.length, path, nothing) == len(str(done))


def test_believed_as_it_comes_the_answer_would_do_it(tmp_path: Path) -> None:
    """The twin."""
    done = tmp_path / "done"
    ForkingPickler.loads(ForkingPickler.dumps(foreign.Deed(str(done))))
    assert done.exists()


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (foreign.too_much, "needs more memory than a file may have"),
        (foreign.our_function, "ended unexpectedly"),
        (foreign.lie, "ended unexpectedly"),
    ],
)
def test_an_answer_that_no_file_gives_is_not_believed(
    reader: Reader, file: Path, harm: Callable[..., object], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        reader.read(harm, file, nothing)
    assert reader.read(foreign.length, file, nothing) == 8


def test_what_is_asked_for_by_no_name_is_not_there(reader: Reader, file: Path) -> None:
    assert reader.read(foreign.ask_list, file, Library().find) is None


def test_read_in_this_process_the_same_file_ends_it(file: Path) -> None:
    """The twin: without another process, the program is what dies."""
    child = os.fork() if hasattr(os, "fork") else pytest.skip("this system cannot fork")
    if not child:
        faulthandler.disable()  # its end is what is wanted, and is not told as one of the suite
        try:
            foreign.abort(file.read_bytes(), file.name, nothing)
        finally:
            os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_mistake_of_ours_is_no_message_about_the_file(reader: Reader, file: Path) -> None:
    with pytest.raises(RuntimeError, match="LookupError"):
        reader.read(foreign.stumble, file, nothing)
    assert reader.read(foreign.length, file, nothing) == 8


def test_it_may_ask_for_the_questionnaires_a_file_names(reader: Reader, tmp_path: Path) -> None:
    library, path = Library(), tmp_path / "named"
    path.write_text("scalability@1")
    assert reader.read(foreign.found, path, library.find) == library.find("scalability@1")
    path.write_text("nobody@7")
    assert reader.read(foreign.found, path, library.find) is None


def test_what_is_read_there_is_what_is_read_here(reader: Reader, tmp_path: Path) -> None:
    example = the_worked_example()
    answers, questions = tmp_path / "answers.yaml", tmp_path / "questions.yaml"
    answers.write_text(write_answers(example), "utf-8")
    questions.write_text(write_questionnaire(example.questionnaire), "utf-8")

    def find(reference: str) -> object:
        return example.questionnaire if reference == example.questionnaire.reference else None

    assert reader.read(read_response, answers, find) == read_response(answers.read_bytes(), "a.yaml", find)  # type: ignore[arg-type]  # what it finds is one
    read = reader.read(read_file, questions, find)  # type: ignore[arg-type]  # see above
    assert isinstance(read, Foreign)
    assert read.questionnaire == example.questionnaire


def test_a_package_is_proved_there(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "one.readiness-package"
    with closing(Assessing.create(tmp_path / "work.readiness")) as desk:
        desk.import_answers(the_worked_example())
        desk.close_assessment(1)
        export_package(desk, 1, path)
    assert reader.read(read_package, path, nothing) == read_package(path.read_bytes(), path.name)
    path.write_bytes(path.read_bytes().replace(b"Checkout", b"Checkaut"))
    with pytest.raises(InputError, match="Seal broken"):
        reader.read(read_package, path, nothing)


def test_every_fault_of_a_file_comes_back(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "faulty.json"
    path.write_text(json.dumps({"format": "readiness-questionnaire/1", "id": "q", "levels": 3}))

    def told(read: Callable[[], object]) -> ReadinessError:
        with pytest.raises(FaultyFileError) as refused:
            read()
        return refused.value

    here = told(lambda: read_file(path.read_bytes(), path.name, nothing))
    there = told(lambda: reader.read(read_file, path, nothing))
    assert isinstance(here, FaultyFileError)
    assert isinstance(there, FaultyFileError)
    assert (there.faults, there.sentence(), there.details) == (here.faults, here.sentence(), here.details)


def test_what_is_no_file_or_too_large_reaches_no_reader(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no plain file"):
        reader.read(foreign.crash, tmp_path, nothing)
    large = tmp_path / "large.json"
    with large.open("wb") as target:
        target.truncate(6 << 20)
    with pytest.raises(InputError, match="are the most"):
        reader.read(foreign.crash, large, nothing)


def test_a_workspace_is_known_without_asking_it_again(tmp_path: Path) -> None:
    with closing(Assessing.create(tmp_path / "work.readiness")) as desk:
        desk.import_answers(the_worked_example())
        held = the_worked_example().questionnaire
        known = known_in(desk.workspace)
        assert isinstance(known, Known)
        for reference in (held.reference, "scalability@1", "scalability@1.0+saas@1.0", "nobody@1"):
            assert known.find(reference) == desk.library.find(reference), reference


def test_a_finder_that_fails_leaves_no_stale_work_behind(reader: Reader, file: Path) -> None:
    def broken(_reference: str) -> None:
        message = "the finder is broken"
        raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="the finder is broken"):
        reader.read(foreign.found, file, broken)
    assert reader.read(foreign.length, file, nothing) == 8


def left_behind(function: str) -> tuple[int, IO[bytes]]:
    """Kill a program whose other process goes round for ever; return that one, and what it writes into."""
    command = [sys.executable, "-c", f"import foreign; foreign.{function}()"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings())
    assert program.stdout is not None
    number = int(program.stdout.readline())
    program.kill()
    program.wait()
    return number, program.stdout


def test_a_reader_does_not_outlive_the_program_that_was_killed() -> None:
    _, written = left_behind("read_and_spin")
    with written:
        assert written.read() == b"", "nobody is left who could write"


def test_a_process_of_another_kind_would_outlive_it() -> None:
    """The twin."""
    number, written = left_behind("start_and_spin")
    with written:
        assert select([written], [], [], 1.0)[0] == []
        os.kill(number, signal.SIGKILL)
        assert written.read() == b""
