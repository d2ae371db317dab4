"""`newsbrief devserver`: what make devserver calls."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbrief.cli.build import desk, given
from newsbrief.cli.place import brief_address, site_language, today
from newsbrief.cli.site import Site, site
from newsbrief.site.build.output import place_of

if TYPE_CHECKING:
    from newsbrief.serve import Server
    from newsbrief.site.plugin.rebuilding import Builder


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--port", "-p", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--bind", "-b", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder for the site.")
@click.argument("pelican_options", nargs=-1, type=click.UNPROCESSED)
def devserver(port: int, bind: str, output: Path | None, pelican_options: tuple[str, ...]) -> None:
    """Show the site in the browser, and build and load it again whenever a file changes.

    Each brief has a proof there, beside its raw article, for this machine only. A site of Pelican's with its own theme
    is built as Pelican builds it. Further options go to Pelican. Ctrl-C ends it.

    \b
      newsbrief devserver
      newsbrief devserver --port 8001 --bind 0.0.0.0      for other machines too
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    here = site()
    target = (output or here.output).absolute()
    os.chdir(here.folder)
    desk(here)
    builder = _builder(here, target, pelican_options)
    server = _server(here, target, bind, port, builder)
    from newsbrief.serve import ROOT, Beside
    from newsbrief.site.steps.build import First

    beside = Beside(server, builder.watched)
    beside.start()
    builder.build()
    beside.serve()
    click.echo(f"The site is at {server.address} (Ctrl-C ends it)")
    click.echo(f"Each brief beside its raw article: {server.address.rstrip('/')}{ROOT}")
    raw, made = (here.content / "raw").resolve(), [place_of(target.resolve()).room, target.resolve()]
    try:
        for seen, page in beside.changes():
            # A content folder may hold the output, which each build changes.
            changed = {path for path in seen if not any(path.is_relative_to(folder) for folder in made)}
            if not changed:
                continue
            started = time.monotonic()
            if any(path.is_relative_to(raw) for path in changed):
                desk(here)
            if builder.build(changed, First(page, beside.built)):
                beside.built()
                click.echo(f"{_named(changed)}: built in {time.monotonic() - started:.2f} s")
    except KeyboardInterrupt:
        beside.close()
        return
    raise click.ClickException("the server has ended, and nobody sees the site; start it again")


def _builder(here: Site, target: Path, options: Sequence[str]) -> Builder:
    """Pelican, with the settings read. Raises ClickException where no site can be built with them."""
    from newsbrief.site.plugin.console import in_a_line
    from newsbrief.site.plugin.rebuilding import Builder  # imports Pelican, which `--help` does without

    try:
        return Builder(given(here, target, options), here.settings, target, third_party=here.guest)
    except Exception as error:  # whatever settings, and the plugins that they name, do
        raise click.ClickException(in_a_line(error)) from None


def _server(here: Site, target: Path, bind: str, port: int, builder: Builder) -> Server:
    """The server of the folder, with the proofs. Raises ClickException where it cannot listen."""
    from newsbrief.proof import Room, Shelf
    from newsbrief.serve import Proofs, Server
    from newsbrief.site.steps.addresses import brief_addresses

    target.mkdir(parents=True, exist_ok=True)
    room = Room(here.content, today(), site_language(), here.folders)
    shelf = Shelf(room, builder.brief_address if here.guest else brief_address())
    try:
        return Server(target, bind, port, Proofs(shelf, partial(brief_addresses, target)))
    except OSError as error:
        other = f"newsbrief devserver -p {port + 1}" if here.guest else f"make devserver PORT={port + 1}"
        raise click.ClickException(f"port {port}: {error.strerror}; {other}") from None


def _named(changed: Collection[Path]) -> str:
    first = min(changed).name
    return first if len(changed) == 1 else f"{first} and {len(changed) - 1} more"
