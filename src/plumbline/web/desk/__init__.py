"""The desk: records are entered, imported, sent back, and approved by another person of the same body."""
