"""Floors: what quality of reading and checking may not fall below, on labelled, composed and published reports."""
