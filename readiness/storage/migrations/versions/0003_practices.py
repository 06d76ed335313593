"""Format 3: an answer holds the practices that are ticked, and those that do not apply."""

from typing import Final

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    "ALTER TABLE answers ADD COLUMN ticked TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE answers ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'",
)


def upgrade() -> None:
    """Add the columns; what was answered before ticked nothing."""
    for statement in STATEMENTS:
        op.execute(statement)
