"""Measurements: how well Plumbline reads and how fast, beside peers, by one command each."""
