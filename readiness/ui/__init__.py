"""What is seen: the only part that knows Qt, apart from app.py."""

from readiness.ui.plain_imports import unhook

unhook()
