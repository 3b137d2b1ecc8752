"""Grid and road: a hazard reported and looked at again where it is, from a phone."""
