"""立案侦查 Investigations: what the police open, solve, catch and send on for prosecution."""
