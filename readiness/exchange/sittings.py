"""Where a meeting stands as JSON, and back."""

import json
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter, ValidationError

from readiness.domain.sitting import Sitting


def sitting_to_json(sitting: Sitting) -> str:
    """Return it as it is stored."""
    return json.dumps(asdict(sitting), ensure_ascii=False)


def sitting_from_json(body: str) -> Sitting:
    """Read it; what cannot be read is a meeting that has not begun, so that an assessment always opens."""
    try:
        return _adapter().validate_json(body, strict=True)
    except ValidationError:
        return Sitting()


@cache
def _adapter() -> TypeAdapter[Sitting]:
    return TypeAdapter(Sitting)
