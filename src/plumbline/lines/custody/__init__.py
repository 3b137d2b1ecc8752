"""羁押 Custody: each person's episode in custody, stage by stage, with every extension and who granted it."""
