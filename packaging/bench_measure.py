"""How every pair is measured: in turn, in one run, as the median of the ratios of each round."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROUNDS = 9
"""Odd, and never under seven."""

Sample = Callable[[], float]
"""Does the work once and returns what it took, in seconds."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One row: what was measured against which floor, and the ratio that was hoped for."""

    name: str
    ours: str
    floor: str
    target: float | None
    ratio: float
    lowest: float
    highest: float
    ours_ms: float
    floor_ms: float
    peak_mb: float | None = None
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def verdict(self) -> str:
        """Say whether the target is kept; nothing depends on it."""
        if self.target is None:
            return ""
        return "pass" if self.ratio <= self.target else "MISS"

    def as_json(self) -> dict[str, object]:
        """Return the row for machines."""
        return {**asdict(self), "verdict": self.verdict or None}


def take_turns(samples: Mapping[str, Sample], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Run every sample once a round, each round beginning with another one; the first round warms up."""
    names = list(samples)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds + 1):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            seconds = samples[name]()
            if turn:
                taken[name].append(seconds)
    return taken


def compare(
    taken: Mapping[str, list[float]],
    name: str,
    ours: str,
    floor: str,
    target: float | None = None,
    **more: object,
) -> Pair:
    """Return one row from what was taken in the same rounds."""
    ratios = [mine / theirs for mine, theirs in zip(taken[ours], taken[floor], strict=True)]
    return Pair(
        name=name,
        ours=ours,
        floor=floor,
        target=target,
        ratio=median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
        ours_ms=median(taken[ours]) * 1000,
        floor_ms=median(taken[floor]) * 1000,
        **more,  # type: ignore[arg-type]  # peak_mb and notes, by name
    )


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Return the seconds that one of several runs took, on average."""
    begun = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - begun) / times


class Child:
    """A script started anew each time: seconds until it says “ready”, and what it tells afterwards."""

    def __init__(self, script: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        self._command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
        self._environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **(environment or {})}
        self.told: list[dict[str, Any]] = []

    def __call__(self) -> float:
        """Start it once, and return the seconds until it said “ready”."""
        begun = perf_counter()
        with subprocess.Popen(self._command, stdout=subprocess.PIPE, env=self._environment) as process:
            assert process.stdout is not None  # noqa: S101 - asked for with PIPE
            line = process.stdout.readline()
            seconds = perf_counter() - begun
            rest = process.stdout.read()
        if process.returncode or not line.startswith(b"ready"):
            message = f"{self._command} failed: {line!r} {rest!r}"
            raise RuntimeError(message)
        self.told.append(json.loads(rest))
        return seconds

    @property
    def peak_mb(self) -> float:
        """The median of its peak memory, in MB."""
        return median(float(told["peak_mb"]) for told in self.told)
