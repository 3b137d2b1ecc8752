"""Audit: checkpoints, what was verified, who read what, what is taken out."""
