"""`newsbrief approve`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsbrief import document
from newsbrief.cli.place import content_folder
from newsbrief.library import RAW_FOLDER, read_entry, read_to_change, write_text
from newsbrief.model.refusal import RefusedError, printable


@click.command()
@click.argument(
    "files", metavar="FILE …", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def approve(files: tuple[Path, ...]) -> None:
    """Publish briefs that you have read: sets `status: published` and changes nothing else.

    \b
      newsbrief approve content/briefs/2029-05-04-morning-ferry.md
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    raw = content_folder() / RAW_FOLDER
    failed = False
    for file in files:
        try:
            click.echo(printable(_approved(file, raw)))
        except RefusedError as error:
            failed = True
            for refusal in error.refusals(str(file)):
                click.echo(str(refusal), err=True)
    sys.exit(int(failed))


def _approved(file: Path, raw: Path) -> str:
    brief = read_entry(file, file.name, raw).brief
    if brief.status == "published" and "status" in brief.lines:
        return f"{file}: is published already"
    if brief.status in ("retracted", "withdrawn"):
        line = brief.lines.get("status", 0)
        raise RefusedError((line, f"is {brief.status}; change its status by hand if you mean it"))
    text = read_to_change(file)
    write_text(file, document.set_fields(text, {"status": "status: published"}))
    return f"{file}: published with the next build"
