"""The thin end towards MkDocs (and ProperDocs, its continuation): the only package that imports it."""
