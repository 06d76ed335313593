"""Rows of the tables that people edit seldom, as SQLModel sees them; private to storage.

They describe tables, they never make them: the DDL is ``schema.py``, and nothing from outside becomes a row
without having been a domain value first (a table model validates nothing).
"""

from sqlalchemy import Column, Integer, Text
from sqlmodel import Field, SQLModel


class SystemRow(SQLModel, table=True):
    """A system: what it is called, whose it is, whether it is still looked at."""

    __tablename__ = "systems"

    id: int | None = Field(default=None, sa_column=Column("id", Integer, primary_key=True))
    name: str = Field(sa_column=Column("name", Text, nullable=False))
    folded: str = Field(sa_column=Column("folded", Text, nullable=False, unique=True))
    team: str = Field(default="", sa_column=Column("team", Text, nullable=False))
    archived: int = Field(default=0, sa_column=Column("archived", Integer, nullable=False))
    created_at: str = Field(sa_column=Column("created_at", Text, nullable=False))


class PersonRow(SQLModel, table=True):
    """A person: the name can be erased, the salted hash stays."""

    __tablename__ = "people"

    id: int | None = Field(default=None, sa_column=Column("id", Integer, primary_key=True))
    name: str | None = Field(default=None, sa_column=Column("name", Text))
    salt: str = Field(sa_column=Column("salt", Text, nullable=False))
    hash: str = Field(sa_column=Column("hash", Text, nullable=False))
