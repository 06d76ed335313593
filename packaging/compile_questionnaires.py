"""Compile the shipped questionnaires, so that the program never parses YAML to read them."""

import sys
from pathlib import Path
from shutil import rmtree

from readiness.errors import FaultyFileError
from readiness.exchange.compiled import compile_questionnaire

FOLDER = Path(__file__).resolve().parent.parent / "questionnaires"


def main() -> int:
    """Return 0 when every shipped questionnaire is sound."""
    compiled = FOLDER / "compiled"
    rmtree(compiled, ignore_errors=True)
    for path in sorted(FOLDER.glob("*.yaml")):
        try:
            compile_questionnaire(path, compiled)
        except FaultyFileError as error:
            print(error.details, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
