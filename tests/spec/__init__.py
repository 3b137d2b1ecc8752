"""Spec tests: each topic a table of made-up sentences with what is read in them; the manual is made from the same tables."""
