"""``python -m minhbach``."""

import io
import sys

from minhbach.cli import app

for stream in (sys.stdout, sys.stderr):
    # A terminal without Vietnamese letters gets the nearest it can show, never a traceback.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")

app(prog_name="minhbach")
