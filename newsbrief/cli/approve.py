"""`newsbrief approve`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from newsbrief import check as finders
from newsbrief import document
from newsbrief.check.changed_since_read import unread
from newsbrief.cli.place import site_language, today
from newsbrief.cli.reviewer import whoever
from newsbrief.cli.site import site
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import read_entry
from newsbrief.content.text_files import read_to_change, write_text
from newsbrief.desk import inspection
from newsbrief.model.refusal import Refusal, RefusedError, printable
from newsbrief.review import answers


@click.command()
@click.argument(
    "files", metavar="FILE …", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--by", help="Who has read them, for `reviewed:`; else git's user.name, else your login.")
def approve(files: tuple[Path, ...], by: str | None) -> None:
    """Publish briefs that you have read: sets `status: published`, and `reviewed:` to your name and the day.

    Nothing else in the file changes. What `newsbrief check` asks only until somebody has read a brief, it asks no more;
    what it still finds in the brief is told.

    \b
      newsbrief approve content/briefs/2029-05-04-morning-ferry.md
      newsbrief approve --by "R. Amadi" content/briefs/2029-05-*.md
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    content, name = site().content, by or whoever()
    raw = content / RAW_FOLDER
    failed = False
    for file in files:
        try:
            click.echo(printable(_approved(file, raw, name)))
            for line in _open(file, content):
                click.echo(printable(f"  look at: {line}"))
        except RefusedError as error:
            failed = True
            for refusal in error.refusals(str(file)):
                click.echo(str(refusal), err=True)
    sys.exit(int(failed))


def _open(file: Path, content: Path) -> Iterator[str]:
    """What `newsbrief check` finds in the brief that is approved now, what other briefs have to do with it aside."""
    entry = read_entry(file, _below(file, content), content / RAW_FOLDER)
    seen = inspection.seen(entry, content, today(), finders.Across(), site_language())
    for one in finders.findings(entry, seen):
        yield f"{Refusal(str(file), one.line, one.message)} [{one.code}]"


def _below(file: Path, content: Path) -> str:
    whole, root = file.resolve(), content.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else file.name


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
