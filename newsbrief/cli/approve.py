"""`newsbrief approve`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsbrief import document
from newsbrief.check.changed_since_read import unread
from newsbrief.cli.place import content_folder, today
from newsbrief.cli.reviewer import whoever
from newsbrief.library import RAW_FOLDER, read_entry, read_to_change, write_text
from newsbrief.model.refusal import RefusedError, printable
from newsbrief.review import answers


@click.command()
@click.argument(
    "files", metavar="FILE …", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--by", help="Who has read them, for `reviewed:`; else git's user.name, else your login.")
def approve(files: tuple[Path, ...], by: str | None) -> None:
    """Publish briefs that you have read: sets `status: published`, and `reviewed:` to your name and the day.

    Nothing else in the file changes. What `newsbrief check` asks only until somebody has read a brief, it asks no more.

    \b
      newsbrief approve content/briefs/2029-05-04-morning-ferry.md
      newsbrief approve --by "R. Amadi" content/briefs/2029-05-*.md
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    raw, name = content_folder() / RAW_FOLDER, by or whoever()
    failed = False
    for file in files:
        try:
            click.echo(printable(_approved(file, raw, name)))
        except RefusedError as error:
            failed = True
            for refusal in error.refusals(str(file)):
                click.echo(str(refusal), err=True)
    sys.exit(int(failed))


def _approved(file: Path, raw: Path, by: str) -> str:
    brief = read_entry(file, file.name, raw).brief
    if brief.status in ("retracted", "withdrawn"):
        line = brief.lines.get("status", 0)
        raise RefusedError((line, f"is {brief.status}; change its status by hand if you mean it"))
    if brief.status == "published" and brief.reviewed and not unread(brief):
        return f"{file}: is published already; {brief.reviewed.by} has read it"
    write_text(file, document.rewritten(read_to_change(file), answers.approved(brief, by, today())))
    what = "is published already, and now says" if brief.status == "published" else "published with the next build;"
    return f"{file}: {what} {by} has read it"
