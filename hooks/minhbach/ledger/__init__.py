"""Ledgers: money, goods, pledges and deliveries, row by row (data/gifts/*.csv and its neighbours)."""
