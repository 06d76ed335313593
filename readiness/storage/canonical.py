"""The one text of a value: keys sorted, no spaces, no infinities; what is hashed and what is frozen."""

import json
from hashlib import sha256
from typing import Any, Final

_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def canonical(value: Any) -> str:
    """Return the canonical JSON text.

    Raises:
        ValueError: a number is not finite.
    """
    return _ENCODER.encode(value)


def digest(*texts: str) -> str:
    """Return the SHA-256 of texts, each closed off from the next."""
    total = sha256()
    for text in texts:
        content = text.encode("utf-8")
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.hexdigest()
