"""Every text that a content model holds, with the field it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

Told = tuple[str, str]
"""A field like ``Plan.title``, and its text."""


def texts(value: object, field: str = "") -> Iterator[Told]:
    """Yield every text that is not empty, however deep it lies."""
    if isinstance(value, str):
        yield from [(field, value)] if value.strip() else []
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts(getattr(value, one.name), f"{type(value).__name__}.{one.name}")
    elif isinstance(value, Mapping | tuple | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from texts(inner, field)
