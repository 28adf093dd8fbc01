"""How the tables of a library came to be, step by step; Alembic runs what a library lacks."""
