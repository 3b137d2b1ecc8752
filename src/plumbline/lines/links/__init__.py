"""案件关联 Links: which file of one body became which file of another."""
