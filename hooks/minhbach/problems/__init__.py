"""What can be wrong with content, and how it is told to the person who wrote it."""

from minhbach.problems.problem import Kind, Position, Problem, Severity

__all__ = ["Kind", "Position", "Problem", "Severity"]
