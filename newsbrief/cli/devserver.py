"""`newsbrief devserver`: what make devserver calls."""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from functools import partial
from pathlib import Path

import click

from newsbrief.cli.build import desk
from newsbrief.cli.place import brief_address, settings_file, site_folder, site_language, today


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--port", "-p", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--bind", "-b", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder for the site.")
@click.argument("pelican_options", nargs=-1, type=click.UNPROCESSED)
def devserver(port: int, bind: str, output: Path | None, pelican_options: tuple[str, ...]) -> None:
    """Show the site in the browser, and build and load it again whenever a file changes.

    Each brief has a proof there, beside its raw article, for this machine only. Further options go to Pelican. Ctrl-C
    ends it.

    \b
      newsbrief devserver
      newsbrief devserver --port 8001 --bind 0.0.0.0      for other machines too
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    site = site_folder()
    target = (output or site / "output").absolute()
    os.chdir(site)
    from newsbrief.proof import Room, Shelf
    from newsbrief.publish.addressed import addressed
    from newsbrief.publish.again import Builder  # with all of Pelican, which `--help` does without
    from newsbrief.serve import ROOT, Beside, Proofs, Server

    desk(site / "content")
    settings = settings_file(site)
    builder = Builder(["content", "-o", str(target), "-s", settings.name, "-d", *pelican_options], settings)
    target.mkdir(parents=True, exist_ok=True)
    try:
        shelf = Shelf(Room(site / "content", today(), site_language()), brief_address())
        server = Server(target, bind, port, Proofs(shelf, partial(addressed, target)))
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}; make devserver PORT={port + 1}") from None
    beside = Beside(server, builder.watched)
    beside.start()
    builder.build()
    beside.serve()
    click.echo(f"The site is at {server.address} (Ctrl-C ends it)")
    click.echo(f"Each brief beside its raw article: {server.address.rstrip('/')}{ROOT}")
    raw = (site / "content" / "raw").resolve()
    try:
        for changed in beside.changes():
            started = time.monotonic()
            if any(path.is_relative_to(raw) for path in changed):
                desk(site / "content")
            if builder.build(changed):
                beside.built()
                click.echo(f"{_named(changed)}: built in {time.monotonic() - started:.2f} s")
    except KeyboardInterrupt:
        beside.close()
        return
    raise click.ClickException("the server has ended, and nobody sees the site; start it again")


def _named(changed: Collection[Path]) -> str:
    first = min(changed).name
    return first if len(changed) == 1 else f"{first} and {len(changed) - 1} more"
