"""The ways of every kind of problem, gathered from the modules beside this one."""

from __future__ import annotations

from . import (
    of_articles,
    of_bodies,
    of_documents,
    of_figures,
    of_files,
    of_ledgers,
    of_lists,
    of_names,
    of_records,
    of_relations,
    of_statements,
    of_times,
    of_trust,
)
from .ways import Remedies

MODULES = (
    of_articles,
    of_bodies,
    of_documents,
    of_figures,
    of_files,
    of_ledgers,
    of_lists,
    of_names,
    of_records,
    of_relations,
    of_statements,
    of_times,
    of_trust,
)
REMEDIES: Remedies = {code: ways for module in MODULES for code, ways in module.REMEDIES.items()}
