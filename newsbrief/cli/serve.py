"""`newsbrief serve`: what make serve calls."""

from __future__ import annotations

import time
from pathlib import Path

import click

from newsbrief.cli.place import program, shown, site_folder

MOMENT = 60.0


@click.command()
@click.option("--port", "-p", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--bind", "-b", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder of a built site.")
def serve(port: int, bind: str, output: Path | None) -> None:
    """Show the site as it was built: output/, or any folder that --output names. Ctrl-C ends it.

    \b
      newsbrief serve
      newsbrief serve --port 8001 --bind 0.0.0.0      for other machines too
      newsbrief serve --output some/folder            from anywhere
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    target = (output or site_folder() / "output").absolute()
    if not target.is_dir():
        raise click.UsageError(f"{shown(target)} is not there: {program()} build makes it (make html)")
    from newsbrief.serve import Server  # with what `--help` does without

    try:
        server = Server(target, bind, port, live=False)
    except OSError as error:
        other = f"--port {port + 1} takes another, and so does make serve PORT={port + 1}"
        raise click.ClickException(f"port {port}: {error.strerror}; {other}") from None
    server.start()
    click.echo(f"{shown(target)} is at {server.address} (Ctrl-C ends it)")
    try:
        while True:
            time.sleep(MOMENT)
    except KeyboardInterrupt:
        server.close()
