"""``python -m minhbach``."""

from minhbach.cli import app

app(prog_name="minhbach")
