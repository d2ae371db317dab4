"""`newsbrief build`: what make html and make publish call."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from newsbrief.cli.place import SETTINGS, language, site_folder


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder for the site.")
@click.option("--publish", is_flag=True, help="Build for readers: published briefs only, and no desk.")
@click.argument("pelican_options", nargs=-1, type=click.UNPROCESSED)
def build(output: Path | None, publish: bool, pelican_options: tuple[str, ...]) -> None:
    """Bring briefs up to date with content/raw/, then build the site into output/.

    Further options go to Pelican.
    """
    site = site_folder()
    target = (output or site / "output").absolute()
    os.chdir(site)
    refused = 0
    if publish:
        os.environ["NEWSBRIEF_PUBLISH"] = "1"
    else:
        refused = _desk(site / "content")
    from pelican import main as pelican  # takes a third of a second: only after the arguments are read

    pelican(["content", "-o", str(target), "-s", SETTINGS, "-d", *pelican_options])
    sys.exit(refused)


def _desk(content: Path) -> int:
    """Ingest what is new or changed; 1 when an article was refused."""
    if not (content / "raw").is_dir():
        return 0
    from newsbrief import pipeline  # not needed where there are no raw articles
    from newsbrief.cli.ingest import new_status, tell, watched
    from newsbrief.pipeline import Desk

    desk = Desk(content, content / "briefs", new_status(), lang=language())
    outcomes = list(watched(pipeline.raw_files(content), desk))
    told = [outcome for outcome in outcomes if outcome.kind != "kept"]
    tell(told)
    return int(any(outcome.kind == "refused" for outcome in told))
