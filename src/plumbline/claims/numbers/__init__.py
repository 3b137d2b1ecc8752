"""Numbers as they stand in a plain text: their forms, their words of approximation, their units."""
