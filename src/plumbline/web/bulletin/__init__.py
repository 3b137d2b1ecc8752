"""The bulletin: figures, reconciliation, boards and reports to read, each number with its definition and records."""
