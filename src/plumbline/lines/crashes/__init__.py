"""道路交通事故 Road crashes: a crash, its vehicles, what became of the persons in it as counts, what it cost."""
