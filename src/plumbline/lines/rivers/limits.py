"""Limits of rivers: none. How many days a problem may stay, and a body may keep a case to itself: not known (未查到)."""
