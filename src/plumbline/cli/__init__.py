"""The command line: plumbline read | check | demo."""

from plumbline.cli.commands import main

__all__ = ["main"]
