"""Parts of assemblies by their form, and what versions of one design are called alike."""

import json

import sqlalchemy as sa
from alembic import op

from mmdesign.library.naming import stem_of
from mmdesign.library.schema import NUMBER

revision = "0003"
down_revision = "0002"
ROWS_AT_ONCE = 2000


def upgrade() -> None:
    """Add the table of parts, and what each design is called without its version."""
    op.create_table(
        "bodies",
        sa.Column("design_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("area_mm2", sa.Double, nullable=False),
        sa.Column("area_sigma_mm2", sa.Double, nullable=False),
        sa.Column("spread_1", sa.Double, nullable=False),
        sa.Column("spread_2", sa.Double, nullable=False),
        sa.Column("spread_3", sa.Double, nullable=False),
        sa.Column("form", sa.LargeBinary, nullable=False),
    )
    op.create_index("bodies_by_spread", "bodies", ["spread_3", "spread_2", "spread_1"])
    op.add_column("designs", sa.Column("stem", sa.Text, nullable=False, server_default=""))
    _fill()
    op.create_index("designs_by_stem", "designs", ["stem"])


def _fill() -> None:
    connection = op.get_bind()
    designs = sa.table(
        "designs", sa.column("position", NUMBER), sa.column("facts", sa.LargeBinary),
        sa.column("stem", sa.Text),
    )  # fmt: skip
    last = -1
    named = sa.update(designs).where(designs.c.position == sa.bindparam("at"))
    while True:
        wanted = sa.select(designs.c.position, designs.c.facts).where(designs.c.position > last)
        found = connection.execute(wanted.order_by(designs.c.position).limit(ROWS_AT_ONCE)).all()
        if not found:
            return
        last = found[-1].position
        connection.execute(
            named, [{"at": read.position, "stem": stem_of(_name(read.facts))} for read in found]
        )


def _name(facts: object) -> str:
    """Read the name; a damaged record has none here, and `verify` names it."""
    try:
        told = json.loads(facts) if isinstance(facts, bytes) else {}
    except ValueError:
        return ""
    return str(told.get("name", "")) if isinstance(told, dict) else ""
