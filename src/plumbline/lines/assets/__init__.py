"""涉案资产 Assets: what is sealed, seized or frozen in a case, what it is worth, what is let go."""
