"""Plumbline (准绳): reads published justice and public-safety reports claim by claim and says what holds."""

__version__ = "0.1.0"
