"""Grid and road: a hazard reported from the spot, what is open on one's own roads and cells, verified where it is."""
