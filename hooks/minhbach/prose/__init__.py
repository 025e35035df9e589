"""Prose: Markdown bodies, with their links to figures and charts found, checked later, and filled in last."""
