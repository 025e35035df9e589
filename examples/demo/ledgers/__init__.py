"""The made-up chapter's ledgers: gifts, expenses, pledges and deliveries that add up to the đồng."""
