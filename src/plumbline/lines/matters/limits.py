"""Limits of matters: none. Each has a due date of its own, set when it is assigned; no law sets one (未查到)."""
