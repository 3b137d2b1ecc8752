"""勤务保障 Duty: posts and who stood at them, shift by shift, in headcounts; teams kept ready."""
