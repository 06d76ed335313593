"""SQLAlchemy over the connection that is open already: one file, one lock (architecture, fact 6)."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool


def engine_over(connection: sqlite3.Connection) -> Engine:
    """Return an engine that works on the given connection and never closes it.

    With ``isolation_level=None`` SQLite commits every statement by itself unless somebody says BEGIN, and
    SQLAlchemy leaves that to the driver; so the listener says it (ruling 23).
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,  # an error is logged, and what it was about to write may be a hidden answer
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> Any:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
