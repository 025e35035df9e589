"""Checks: what is wrong in a linked site, as problems. Each module checks one subject."""
