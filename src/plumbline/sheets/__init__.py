"""Registers as spreadsheets: files read at arm's length, their rows checked against the kinds of record, or refused."""
