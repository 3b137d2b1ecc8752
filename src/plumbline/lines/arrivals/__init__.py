"""接返留观 Arrivals: batches taken over on arrival, where they stay and when they leave, in headcounts."""
