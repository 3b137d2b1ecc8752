"""Limits of requests: none. The rules of the liaison officers (护航警官) are not known (未查到), so no term is kept here."""
