"""Where the command works: the site's folder, found from here upwards."""

from __future__ import annotations

from pathlib import Path

import click

SETTINGS = "pelican.conf.py"


def site_folder() -> Path:
    """The nearest folder that holds pelican.conf.py."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise click.UsageError(f"no {SETTINGS} in {here} or above it; run this in your site's folder")


def content_folder() -> Path:
    """The site's content/."""
    return site_folder() / "content"
