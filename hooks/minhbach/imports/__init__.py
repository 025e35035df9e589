"""Spreadsheets as chapters keep them, read into rows for a ledger: lists of gifts, statements of a bank.

What people typed is understood or reported, never guessed. Nothing is written unless asked for.
"""
