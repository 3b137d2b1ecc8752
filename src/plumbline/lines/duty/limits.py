"""Limits of duty: none. No article known here sets how long a shift may be or a unit rests between two shifts."""
