"""The words readers and staff see, kept in message catalogues."""

from minhbach.language.catalogue import Catalogue, mark, read_catalogue

__all__ = ["Catalogue", "mark", "read_catalogue"]
