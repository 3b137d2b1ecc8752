"""Limits of links: none. A link says which file became which; the time to send it on is kept where the file is kept."""
