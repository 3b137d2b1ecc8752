"""The interface for programs: the same forms and the same rights as the pages."""
