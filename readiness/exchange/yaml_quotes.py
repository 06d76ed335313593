"""Quotes for the texts that YAML would bring back as something else."""

import re
from typing import Any, Final

from ruamel.yaml.scalarstring import DoubleQuotedScalarString

# ruamel writes U+0085 plainly, where reading folds it, and does not take “+.5e3” for the number it is.
_CHANGED: Final = re.compile(r".*[\x85\u2028\u2029\ufeff].*|[-+.0-9][-+.0-9eE]*", re.DOTALL)


def quoted(plain: Any) -> Any:
    """Return the same tree, with quotes around every text that would not come back as it is."""
    if isinstance(plain, dict):
        return {key: quoted(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [quoted(value) for value in plain]
    if isinstance(plain, str) and _CHANGED.fullmatch(plain):
        return DoubleQuotedScalarString(plain)
    return plain
