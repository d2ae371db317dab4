"""The command line: arguments in, messages and exit codes out. The work is done in the rooms below."""

from __future__ import annotations

from errno import EPIPE
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from newsbrief import __version__
from newsbrief.cli.loading import loading

# Loaded when called: a build with nothing to do must not pay for reading articles.
COMMANDS = {
    "new": "make the folder of a new site",
    "ingest": "turn raw articles into briefs",
    "read": "print what the desk reads in raw articles, as JSON",
    "annotate": "find quotes, speakers, dates, names and events in texts",
    "check": "list what a person should look at",
    "review": "go through briefs that wait, question by question, a key each",
    "approve": "publish briefs that you have read",
    "devserver": "show the site, and build and load it again whenever a file changes (make devserver)",
    "serve": "show the site as it was built (make serve)",
    "build": "bring all briefs up to date and build the site (make html, make publish)",
    "deploy": "build the site for readers and push it to the branch that GitHub shows (make github)",
    "completion": "print what lets bash, zsh or fish complete commands",
}


class Lazy(click.Group):
    """Imports a command's module when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        with loading():
            command: click.Command = getattr(import_module(f"newsbrief.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what is wrong with a person's files and settings is said in a line, without a traceback."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == EPIPE:  # whoever read what was said has gone
                raise
            place = f"{error.filename}: " if error.filename is not None else ""
            raise click.ClickException(f"{place}{error.strerror or error}") from error
        except Exception as error:
            if not type(error).__module__.startswith("newsbrief."):
                raise
            raise click.ClickException(str(error)) from error

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so, without importing them: a shell waits for the answer."""
        named = [CompletionItem(name, help=says) for name, says in COMMANDS.items() if name.startswith(incomplete)]
        return named if incomplete[:1] != "-" else super().shell_complete(ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsbrief")
def main() -> None:
    """Turn raw news articles into reviewed briefs, and briefs into a news site.

    \b
    A site of your own:
      newsbrief new my-site
      cd my-site && newsbrief build

    \b
    A day with newsbrief:
      put an article into content/raw/
      newsbrief build                    a brief is written, the site is built
      newsbrief devserver                the site in your browser, built again when a file changes
      newsbrief check                    what should a person look at?
      newsbrief review                   and answer, a key each
      newsbrief approve content/briefs/2023-09-21-….md
      newsbrief deploy                   what is published, for readers

    Exit codes: 0 all went well, 1 something was left out and named, 2 the command line is off, or this is no site's
    folder. NO_COLOR=1 leaves colours out.
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
