"""The terms of a plan as JSON, and back."""

import json
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter, ValidationError

from readiness.domain.terms import PlanTerms


def terms_to_json(terms: PlanTerms) -> str:
    """Return the terms as they are stored."""
    return json.dumps(asdict(terms), ensure_ascii=False)


def terms_from_json(body: str) -> PlanTerms:
    """Read terms; what cannot be read becomes the first terms, so that a plan always opens."""
    try:
        return _adapter().validate_json(body, strict=True)
    except ValidationError:
        return PlanTerms()


@cache
def _adapter() -> TypeAdapter[PlanTerms]:
    return TypeAdapter(PlanTerms)
