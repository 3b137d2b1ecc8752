"""Limits of honours: none. A commendation runs against no term."""
