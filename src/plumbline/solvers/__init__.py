"""Who stands where, who lodges where, which stations to man: the best that can be done, and what cannot, without any figure."""
