"""Revisions of one design, reviews, failed files, text vectors and places in the vector file."""

import json

import sqlalchemy as sa
from alembic import op

from mmdesign.library.schema import NUMBER, VECTOR

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and tables, and fill the columns from what each record says."""
    op.add_column("designs", sa.Column("text_vector", VECTOR))
    op.add_column("designs", sa.Column("path", sa.Text, nullable=False, server_default=""))
    op.add_column("designs", sa.Column("lineage", sa.Text, nullable=False, server_default=""))
    op.add_column("designs", sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.add_column("designs", sa.Column("slot", NUMBER, nullable=False, server_default="-1"))
    _fill()
    op.create_index("designs_by_path", "designs", ["path"])
    op.create_index("designs_by_lineage", "designs", ["lineage"])
    op.create_table(
        "history",
        sa.Column("lineage", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("design_id", sa.Text, nullable=False),
        sa.Column("retired_at", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
        sa.Column("vector", VECTOR, nullable=False),
        sa.Column("shape", sa.LargeBinary),
        sa.Column("text_vector", VECTOR),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
        sa.Column("picture", sa.LargeBinary, nullable=False),
    )
    op.create_index("history_by_design", "history", ["design_id"])
    op.create_table(
        "reviews",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("design_id", sa.Text, nullable=False),
        sa.Column("reviewed_at", sa.Text, nullable=False),
        sa.Column("spec", sa.Text, nullable=False),
        sa.Column("review", sa.LargeBinary, nullable=False),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("reviews_by_design", "reviews", ["design_id"])
    op.create_table(
        "failures",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("content_id", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("failed_at", sa.Text, nullable=False),
    )
    op.execute("UPDATE meta SET value = '2' WHERE key = 'format'")


def _fill() -> None:
    connection = op.get_bind()
    found = connection.execute(sa.text("SELECT position, design_id, facts FROM designs")).all()
    for position, design_id, facts in found:
        connection.execute(
            sa.text("UPDATE designs SET path = :path, lineage = :lineage WHERE position = :at"),
            {"path": _path(facts), "lineage": design_id, "at": position},
        )


def _path(facts: object) -> str:
    """Read the path; a damaged record has none here, and `verify` names it."""
    try:
        told = json.loads(facts) if isinstance(facts, bytes) else {}
    except ValueError:
        return ""
    return str(told.get("path", "")) if isinstance(told, dict) else ""
