"""矛盾纠纷多元化解 Disputes: what mediators take on, settle and fail to settle, and what a court then confirms."""
