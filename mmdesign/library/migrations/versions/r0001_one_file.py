"""Records, pictures and removals.

Libraries of the first releases hold exactly these tables without Alembic's mark.
"""

import sqlalchemy as sa
from alembic import op

from mmdesign.library.schema import NUMBER, VECTOR

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make what is not there yet."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public")
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "designs",
        sa.Column("position", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("design_id", sa.Text, nullable=False, unique=True),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
        sa.Column("vector", VECTOR, nullable=False),
        sa.Column("shape", sa.LargeBinary),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sqlite_autoincrement=True,
        if_not_exists=True,
    )
    op.create_table(
        "thumbnails",
        sa.Column("design_id", sa.Text, primary_key=True),
        sa.Column("picture", sa.LargeBinary, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "removals",
        sa.Column("design_id", sa.Text, primary_key=True),
        sa.Column("revision", NUMBER, nullable=False),
        if_not_exists=True,
    )
    op.create_index("designs_by_revision", "designs", ["revision"], if_not_exists=True)
