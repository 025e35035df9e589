"""Published numbers: what they claim, how Vietnamese prose writes them, and whether the two agree.

Modules, from the ground up: ``interval`` (sets of possible values), ``quantity`` (a recorded figure and
its precision), ``words`` (Vietnamese number words), ``reading`` (text to numbers), ``writing`` (numbers to
text), ``claim`` and ``agreement`` (text against record), ``ratio`` (figures against targets), ``bare`` (a
number that stands alone in a cell).
Everything here is pure: no files, no clock, no locale of the machine.
"""
