"""The command line: its commands by name, each imported only when it is asked for, so that all start at once."""

import sys
from importlib import import_module

import click

from plumbline import __version__
from plumbline.cli.guard import guarded, interrupted
from plumbline.cli.helps import Formatter, Listing
from plumbline.cli.language import language
from plumbline.lean import without_pandas

LAZY = {
    "read": "plumbline.cli.documents:read_command",
    "check": "plumbline.cli.documents:check_command",
    "demo": "plumbline.cli.demo:command",
    "book": "plumbline.cli.book:command",
    "load": "plumbline.cli.load:command",
    "figures": "plumbline.cli.figures:command",
    "limits": "plumbline.cli.limits:command",
    "reconcile": "plumbline.cli.reconcile:command",
    "report": "plumbline.cli.report:command",
    "serve": "plumbline.cli.serve:command",
    "account": "plumbline.cli.account:command",
    "export": "plumbline.cli.export:command",
    "cover": "plumbline.cli.cover:command",
    "plan": "plumbline.cli.plan:command",
    "new-line": "plumbline.cli.new_line:command",
    "roster": "plumbline.cli.roster:command",
    "place": "plumbline.cli.place:command",
}
"""The commands in the order in which they are listed, and where each is."""

click.Context.formatter_class = Formatter


class Commands(Listing):
    """The commands of ``LAZY``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command's name."""
        return list(LAZY)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported if need be; None for a name that is none."""
        if cmd_name not in LAZY:
            return None
        module, _, name = LAZY[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run the command asked for; interrupted while it is still being imported, it ends as it would later on."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            interrupted(language(None))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="先试 / Start with: plumbline demo",
)
@click.version_option(__version__, prog_name="plumbline")
def app() -> None:
    """Plumbline 准绳

    逐项读取公开报告，核对其中的数字。

    Reads published reports claim by claim and says which figures hold, which do not, and which cannot be told.
    """


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    without_pandas()
    try:
        _run()
    except OSError:  # help asked for, and nowhere to write it
        with guarded(language(None)):
            raise


def _run() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
