"""Files: a case found by its number, its whole story, its time limits; what is due; erasure by order of two persons."""
