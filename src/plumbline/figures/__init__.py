"""Figures: which cases count, in words and in code, and what comes of reading one for a period."""

from plumbline.figures.shapes import Figure, Reading, figure

__all__ = ["Figure", "Reading", "figure"]
