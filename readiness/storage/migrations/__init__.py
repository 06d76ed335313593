"""Alembic's scripts: hand-written SQL, one file a format, never edited once released."""
