"""How help is laid out: Chinese as wide as it shows, and each command listed in both languages."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

import click

WIDE, OPENING, CLOSING = "\u2e80-\u9fff\uff00-\uffef", "（“《〔", "，。；：、）”》〕"
PIECE = re.compile(rf"\s|[{OPENING}]*(?:[^\s{WIDE}{OPENING}{CLOSING}]+|[^\s{OPENING}{CLOSING}])?[{CLOSING}]*")
"""What stays on one line: a space, a word, or one Chinese character with the marks that belong to it."""
INSIDE = re.compile(rf"(?<=[{WIDE}])\n\s*(?=[{WIDE}])")
SENTENCE = re.compile(r"[^。；]+?(?=[。；]|[.;](?:\s|$)|$)")


def cells(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Yield a paragraph's lines, none wider than ``width`` columns unless a word is."""
    line = ""
    for piece in PIECE.findall(INSIDE.sub("", paragraph).replace("\n", " ")):
        if line and cells(line) + cells(piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line = (line + piece).lstrip()
    yield line.rstrip()


def laid(text: str, width: int) -> Iterator[str]:
    r"""Yield the lines of paragraphs with empty ones between them; one that begins with ``\b`` keeps its own lines."""
    for n, paragraph in enumerate(re.split(r"\n\s*\n", text.strip("\n"))):
        if n:
            yield ""
        if paragraph.startswith("\b\n"):
            yield from (part for line in paragraph.split("\n")[1:] for part in _kept(line, width))
        else:
            yield from wrapped(paragraph, width)


def _kept(line: str, width: int) -> Iterator[str]:
    """Yield a line that stands by itself: cut where it is too wide and no command to be copied."""
    text = line.lstrip()
    indent = " " * (len(line) - len(text))
    if cells(line) <= width or text.startswith("plumbline"):
        yield line
        return
    first, *rest = wrapped(text, width - len(indent) - 3)
    yield indent + first
    yield from (f"{indent}   {part}" for part in rest)


def brief(command: click.Command, width: int) -> Iterator[str]:
    """Yield the first sentence of a command's help in Chinese, then in English, each cut to ``width`` columns."""
    for paragraph in (command.help or "").split("\n\n")[:2]:
        said = SENTENCE.findall(paragraph)[0].strip()
        first, *rest = wrapped(said, width - 1)
        yield first.rstrip(",:，：、") + "…" if rest else first


class Formatter(click.HelpFormatter):
    """Help in which no line of text is wider than the terminal."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, indented."""
        indent = " " * self.current_indent
        self.write("".join(f"{indent}{line}".rstrip() + "\n" for line in laid(text, self.width - self.current_indent)))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what is said of each, in two columns."""
        rows = list(rows)
        column = min(max(cells(term) for term, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, said in rows:
            lines = list(laid(said, self.width - column - self.current_indent))
            beside = lines.pop(0) if cells(term) <= column - col_spacing else ""
            self.write(f"{indent}{term}{' ' * (column - cells(term))}{beside}".rstrip() + "\n")
            self.write("".join(f"{indent}{' ' * column}{line}\n" for line in lines))


class Listing(click.Group):
    """A group whose help lists its commands in both languages."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command's name and what it is for, first in Chinese, then in English."""
        names = self.list_commands(ctx)
        width = formatter.width - max(map(len, names)) - 4
        found = [(name, command) for name in names if (command := self.get_command(ctx, name))]
        with formatter.section("命令 Commands"):
            formatter.write_dl((name, "\b\n" + "\n".join(brief(command, width))) for name, command in found)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named first; for a name that is none, say so in both languages, with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            from plumbline.reports.nearest import did_you_mean

            what, near = error.command_name, did_you_mean(error.command_name, self.list_commands(ctx))
            said = f"没有“{what}”这个命令。{near.zh}。 There is no command “{what}”. {near.en}."
            raise click.UsageError(said, ctx) from None
