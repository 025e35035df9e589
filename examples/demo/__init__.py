"""The generator of a made-up chapter; run ``generate.py``."""
