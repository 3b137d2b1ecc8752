"""Limits of arrivals: none. How long a stay lasts was set by orders of the day, of which no text is known here."""
