"""Audit: the book's checkpoints, verified and proved; the trail of who read what; the book's records taken out."""
