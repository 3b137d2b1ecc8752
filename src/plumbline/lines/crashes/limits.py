"""Limits of crashes: none. What article sets a time for a crash's certificate or its statistics is not known (未查到)."""
