"""Questionnaires read fast: YAML is the source, canonical JSON keyed by its hash is what is read.

Parsing YAML costs hundreds of times what JSON costs (performance, decision 3). The key holds this program's
version too: another text, or another program, finds nothing and parses.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from readiness import VERSION
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import FaultyFileError, OutputError
from readiness.exchange.atomic import atomic_write
from readiness.exchange.questionnaires import canonical_json, parse_questionnaire, questionnaire_from_json


def load(path: Path, cache: Path) -> Questionnaire:
    """Read a questionnaire, compiled where it can be, and compile it for the next time.

    Raises:
        FaultyFileError: the file has errors.
    """
    content = path.read_bytes()
    key = _key(content)
    for folder in (path.parent / "compiled", cache):
        with suppress(OSError, ValueError):
            return questionnaire_from_json((folder / key).read_bytes())
    questionnaire = _parse(path, content)
    # A cache that cannot be written costs time, nothing else.
    with suppress(OutputError, OSError):
        cache.mkdir(parents=True, exist_ok=True)
        atomic_write(cache / key, canonical_json(questionnaire))
    return questionnaire


def compile_questionnaire(path: Path, folder: Path) -> Path:
    """Parse a questionnaire and keep its compiled form in a folder; return where.

    Raises:
        FaultyFileError: the file has errors.
    """
    content = path.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    compiled = folder / _key(content)
    atomic_write(compiled, canonical_json(_parse(path, content)))
    return compiled


def _parse(path: Path, content: bytes) -> Questionnaire:
    questionnaire, faults = parse_questionnaire(content, path.name)
    if questionnaire is None:
        raise FaultyFileError(path.name, faults)
    return questionnaire


def _key(content: bytes) -> str:
    return f"{sha256(VERSION.encode() + content).hexdigest()}.json"
