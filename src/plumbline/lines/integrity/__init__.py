"""队伍违纪违法 Integrity: cases and persons inside the bodies' own ranks, stage by stage, as numbers without names."""
