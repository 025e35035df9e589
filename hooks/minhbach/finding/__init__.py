"""Finding one gift among all: the ledger as small compressed files that a browser reads a few of."""
