"""Typed, frozen records: what content files say, before anything is linked.

Each module describes one kind of file; ``data/schema/*.json`` is generated from these models.
"""
