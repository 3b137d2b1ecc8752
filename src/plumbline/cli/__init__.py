"""The command line; nothing is imported before it runs, so that it can be interrupted from the start."""


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    try:
        from plumbline.cli.commands import main as run

        run()
    except KeyboardInterrupt:
        from plumbline.cli.guard import interrupted
        from plumbline.cli.language import language

        interrupted(language(None))
