"""Review: a report pasted or uploaded, read while one watches, annotated, its findings listed, its Word file commented."""
