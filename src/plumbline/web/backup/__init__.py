"""A book kept safe: one archive of all it is made of, taken while it is written to, and the book restored from it."""
