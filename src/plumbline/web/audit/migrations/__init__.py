"""How the tables of the audit came to be."""
