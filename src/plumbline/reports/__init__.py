"""Faces of a report: the annotated page and the annotated Word file."""
