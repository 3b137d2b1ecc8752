"""The fields of a claim: rate and direction, what is counted, who, period, plan."""
