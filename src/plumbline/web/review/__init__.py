"""Review: anybody's report read claim by claim, and held against the book."""
