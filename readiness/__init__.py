"""Readiness: will this system carry the growth we plan, what gives out first, what do we do about it."""

from typing import Final

VERSION: Final = "0.1.0"
