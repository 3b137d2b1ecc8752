"""Who signs in: accounts with one role in one body, what each may do, and the trail of who read what."""
