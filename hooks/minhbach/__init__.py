"""Minh Bạch: news, outcomes and money of a humanitarian organisation, checked and published as a static site.

Data flows one way: sources → records → site → checks and derived numbers → charts and pages → output files,
and only then into a site engine (see ``docs-dev/architecture.md``).
"""
