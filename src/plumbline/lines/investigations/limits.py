"""Limits of investigations: none. From the filing of a case on, the law sets the police no term; custody has its own."""
