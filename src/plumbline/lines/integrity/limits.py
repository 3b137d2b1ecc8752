"""Limits of integrity: none. The terms of disciplinary and supervision cases are not known here (未查到)."""
