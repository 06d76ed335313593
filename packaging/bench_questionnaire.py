"""A questionnaire ready to use: from its compiled form, against ``json.loads`` of the same bytes."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_measure import Pair, compare, take_turns, timed

from readiness import paths
from readiness.exchange.compiled import load
from readiness.exchange.questionnaires import canonical_json, questionnaire_from_json, read_questionnaire

TIMES = 20


def measure() -> list[Pair]:
    """Return the rows of reading a questionnaire."""
    source = paths.bundled("questionnaires", "scalability.yaml")
    questionnaire, _ = read_questionnaire(source)
    if questionnaire is None:
        message = f"{source} has faults"
        raise RuntimeError(message)
    content = canonical_json(questionnaire)
    with TemporaryDirectory(prefix="readiness-bench-") as cache:
        load(source, Path(cache))
        taken = take_turns(
            {
                "json.loads": lambda: timed(lambda: json.loads(content), TIMES),
                "validated from JSON": lambda: timed(lambda: questionnaire_from_json(content), TIMES),
                "found, hashed, read, validated": lambda: timed(lambda: load(source, Path(cache)), TIMES),
                "YAML, parsed and linted": lambda: timed(lambda: read_questionnaire(source)),
            }
        )
    name = f"questionnaire ready ({len(questionnaire.questions)} questions)"
    return [
        compare(taken, name, "validated from JSON", "json.loads", 3),
        compare(taken, name, "found, hashed, read, validated", "json.loads", 3),
        compare(taken, name, "YAML, parsed and linted", "json.loads"),
    ]
