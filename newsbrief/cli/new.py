"""`newsbrief new`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from newsbrief import scaffold
from newsbrief.cli.place import shown, today
from newsbrief.model.refusal import RefusedError, printable


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What the site is called; without it the folder's name.")
def new(folder: Path, title: str | None) -> None:
    """Make the folder of a new site: settings, pages, an invented article, and a workflow that publishes it.

    All of it is yours; an update of newsbrief changes none of it. The theme stays in newsbrief.

    \b
      newsbrief new my-site
      newsbrief new ellery --title "The Ellery Tidings"
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    place = folder.absolute()
    try:
        made = scaffold.new(place, title or scaffold.title_of(place), today())
    except RefusedError as error:
        sys.exit("\n".join(map(str, error.refusals(str(folder)))))
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror}") from None
    for name in made:
        click.echo(printable(f"  {shown(place)}/{name}"))
    click.echo(f"""
Now: cd {shlex.quote(printable(shown(place)))}
     newsbrief build        the desk writes a brief, and output/ has the site
     newsbrief devserver    shows it at http://localhost:8000""")
