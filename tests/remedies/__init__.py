"""What staff do when they do as a remedy says: whatever a remedy names is done here, word by word.

``told`` reads a report as staff read it, ``desk`` holds a copy of the content and the hands that change it,
``ways`` pairs the printed words with what is done. ``of_*`` hold the ways of the kinds of problems, one
module for each module of ``minhbach.problems.kinds``; ``exempt`` lists what nobody here can do, with reasons.
``tests/unit/problems/test_remedies.py`` applies all of it to every failing case.
"""
