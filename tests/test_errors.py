"""Errors that a person is told come out of another process as they went in."""

import pickle

import pytest

from readiness import errors
from readiness.errors import Fault, FaultyFileError, LineageError, ReadinessError

FAULTS = (Fault(code="bad", message="it is bad", line=3, column=7, id="A"),)


def kinds(base: type[ReadinessError] = ReadinessError) -> list[type[ReadinessError]]:
    return [base, *(kind for one in base.__subclasses__() for kind in kinds(one))]


def made(kind: type[ReadinessError]) -> ReadinessError:
    if issubclass(kind, FaultyFileError):
        return kind("a.yaml", FAULTS)
    if issubclass(kind, LineageError):
        return kind("a@1", "a@2", FAULTS)
    return kind("It happened.", safe="All is safe.", remedy="Try again.", details="more")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_an_error_crosses_to_another_process_whole(kind: type[ReadinessError]) -> None:
    before = made(kind)
    after = pickle.loads(pickle.dumps(before))  # noqa: S301 - what was written a moment ago
    assert type(after) is type(before)
    assert vars(after) == vars(before)
    assert str(after) == str(before)


def test_every_error_is_tried() -> None:
    assert len(kinds()) >= len([name for name in vars(errors) if name.endswith("Error")])
