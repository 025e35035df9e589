"""Every kind of problem: its stable code, message and remedy.

A code is part of the product: staff look it up in the guide, so it is never renamed. Each has a section in
``docs-dev/staff-guide.md`` and a failing and a passing case under ``tests/cases/``; tests hold both.
"""

from __future__ import annotations

from minhbach.problems.kinds.accounts import *
from minhbach.problems.kinds.addresses import *
from minhbach.problems.kinds.articles import *
from minhbach.problems.kinds.bodies import *
from minhbach.problems.kinds.disclosure import *
from minhbach.problems.kinds.documents import *
from minhbach.problems.kinds.figures import *
from minhbach.problems.kinds.files import *
from minhbach.problems.kinds.gift_codes import *
from minhbach.problems.kinds.ledgers import *
from minhbach.problems.kinds.links import *
from minhbach.problems.kinds.records import *
from minhbach.problems.kinds.weight import *
from minhbach.problems.kinds.yaml import *
from minhbach.problems.problem import Kind

ALL: tuple[Kind, ...] = tuple(
    sorted((value for value in globals().values() if isinstance(value, Kind)), key=lambda kind: kind.code)
)
