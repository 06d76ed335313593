"""What people wrote of a report as JSON, and back."""

import json
from dataclasses import asdict
from functools import cache

from pydantic import TypeAdapter, ValidationError

from readiness.domain.report_words import ReportWords, by_subject


def words_to_json(words: ReportWords) -> str:
    """Return the words as they are stored."""
    return json.dumps(asdict(words), ensure_ascii=False)


def words_from_json(body: str) -> ReportWords:
    """Read words; what cannot be read becomes none, so that a report always opens."""
    try:
        return by_subject(_adapter().validate_json(body, strict=True))
    except ValidationError:
        return ReportWords()


@cache
def _adapter() -> TypeAdapter[ReportWords]:
    return TypeAdapter(ReportWords)
