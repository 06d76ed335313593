"""Tooltips guess whether a text is markup; what people wrote must never be."""

from html import escape


def plain_tooltip(text: str) -> str:
    """Return a text so that a tooltip shows it letter by letter; without ``<`` Qt sees no markup in it."""
    return f"<span>{escape(text)}</span>" if "<" in text else text
