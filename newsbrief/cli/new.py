"""`newsbrief new`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from newsbrief import scaffold
from newsbrief.cli.place import PROGRAM, program, shown, today
from newsbrief.model.refusal import RefusedError, printable
from newsbrief.scaffold import Requirement

DOUBT = "before you publish with its workflow, write there where it gets newsbrief from (see docs/commands.md)"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What the site is called; without it the folder's name.")
@click.option(
    "--requirement", help="What its workflow installs, as pip takes it; without it this newsbrief, from where it came."
)
def new(folder: Path, title: str | None, requirement: str | None) -> None:
    """Make the folder of a new site: settings, pages, an invented article, and a workflow that publishes it.

    All of it is yours; an update of newsbrief changes none of it. The theme stays in newsbrief.

    \b
      newsbrief new my-site
      newsbrief new ellery --title "The Ellery Tidings"
      newsbrief new ellery --requirement "newsbrief @ git+https://code.example/newsbrief@v0.1.0"
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    place, called = folder.absolute(), program()
    asked = Requirement(requirement) if requirement else scaffold.installed()
    try:
        made = scaffold.new(place, title or scaffold.title_of(place), today(), asked)
    except RefusedError as error:
        sys.exit("\n".join(map(str, error.refusals(str(folder)))))
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror}") from None
    for name in made:
        click.echo(printable(f"  {shown(place)}/{name}"))
    if asked.doubt:
        click.echo(printable(f"requirements.txt: {asked.doubt}; {DOUBT}"), err=True)
    if called != PROGRAM:
        called = str(Path(called).absolute())
    click.echo(f"""
Now: cd {shlex.quote(printable(shown(place)))}
     {called} build        the desk writes a brief, and output/ has the site
     {called} devserver    shows it at http://localhost:8000""")
