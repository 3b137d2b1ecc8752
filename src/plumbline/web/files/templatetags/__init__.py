"""Tags of files."""
