"""刑事审判 Trials: what the courts docket, hear and conclude."""
