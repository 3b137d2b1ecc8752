"""The sentence forms, each registered by its module on import."""

from genre.sentences import changes, echoes, lists, noise, parts, shares, sums, traps

__all__ = ["changes", "echoes", "lists", "noise", "parts", "shares", "sums", "traps"]
