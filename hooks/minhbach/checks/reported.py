"""What was refused is reported once: nothing that refers to it is reported again."""

from __future__ import annotations


def is_reported(address: str, unusable: frozenset[str]) -> bool:
    """Whether the figure at ``address``, or the file that would hold it, was refused and so is reported."""
    owner = address.partition(".")[0]
    holders = {f"data/campaigns/{owner}.yml", f"data/results/{owner}.yml", "data/indicators.yml"}
    holders.add(".".join(address.split(".")[:2]))
    return not holders.isdisjoint(unusable)
