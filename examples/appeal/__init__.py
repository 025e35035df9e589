"""The generator of a made-up chapter with one great appeal; run ``generate.py``."""
