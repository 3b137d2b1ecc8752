"""The only door to the ledger's tables."""
