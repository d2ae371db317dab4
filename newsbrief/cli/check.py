"""`newsbrief check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from newsbrief import check as finders
from newsbrief.cli.place import is_private, now, published_branch, site_language, site_zone, today
from newsbrief.cli.site import Site, site
from newsbrief.cli.working import working
from newsbrief.content import published as published_file
from newsbrief.content.folders import RAW_FOLDER, brief_files
from newsbrief.content.library import library, reanchored
from newsbrief.desk import inspection
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.model.refusal import Refusal, RefusedError, printable
from newsbrief.site.build.output import place_of
from newsbrief.site.facts.excerpt import as_published
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index import published
from newsbrief.site.index.visible import is_shown
from newsbrief.site.options import BuildOptions

REFUSED = "refused"
# What JSON says of each finding.
FIELDS = ("code", "file", "line", "message", "about")


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Set quotes that an edit of the body moved to the body's words again.")
def check(form: str, fix: bool) -> None:
    """List what a person should look at: file, line, what it is.

    Exit code 1 when a brief cannot be published as it stands; findings alone do not fail.

    \b
      newsbrief check
      newsbrief check --fix                after you edited a brief
      newsbrief check --format github      in a workflow
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    here = site()
    if fix:
        mend(here)
    with working("Looking at the briefs"):
        entries, refusals = library(here.content, here.folders)
        unread = {one.file for one in refusals}
        found = [
            *(one for one in unexplained(entries, here) if one.file not in unread),
            *all_findings(entries, here.content),
        ]
    tell(
        form,
        [replace(one, file=here.named(one.file)) for one in found],
        [replace(one, file=here.named(one.file)) for one in refusals],
    )
    sys.exit(int(bool(refusals)))


def all_findings(entries: Sequence[Entry], content: Path) -> list[Finding]:
    """What there is to look at in all briefs and pages."""
    day, lang = today(), site_language()
    across = finders.across(entries, content, finders.Clock(now(), site_zone()), private=is_private())
    seen = ((entry, inspection.seen(entry, content, day, across, lang)) for entry in entries)
    found = (one for both in seen for one in finders.findings(*both))
    return [*found, *finders.of_pages(across.site)]


def unexplained(entries: Sequence[Entry], here: Site) -> list[Finding]:
    """Return what would stop the next build for readers, because they know it otherwise and no note tells them."""
    before = published_file.last(here.folder, published_branch(), place_of(here.output).room)
    options = BuildOptions(now(), site_zone(), publish=True)
    shown = [
        as_published(entry) for entry in entries if is_shown(facts_of(entry, options.zone, options.brief_url), options)
    ]
    return [
        Finding(published.CODE, f"{here.content.name}/{one.file}", one.line, one.reason)
        for one in published.unexplained(before, shown, options)
    ]


def mend(here: Site) -> None:
    """Mend what can be mended without a person, and say what was."""
    for file in brief_files(here.content, here.folders):
        try:
            for quote in reanchored(file, here.content / RAW_FOLDER):
                shown = Path(here.path, file.relative_to(here.content)).as_posix()
                click.echo(f"{shown}: {quote} follows the body again", err=True)
        except RefusedError:
            continue  # it is listed with its reasons below


def tell(form: str, found: Sequence[Finding], refusals: Sequence[Refusal]) -> None:
    """Print everything, what blocks publication first."""
    rows = [Finding(REFUSED, refusal.file, refusal.line, refusal.reason) for refusal in refusals] + list(found)
    if form == "json":
        click.echo(json.dumps([{key: getattr(row, key) for key in FIELDS} for row in rows], ensure_ascii=False))
        return
    for row in rows:
        click.echo(_github(row) if form == "github" else f"{Refusal(row.file, row.line, row.message)} [{row.code}]")
    if form == "text":
        number = len(rows)
        click.echo(f"{number} thing{'s' * (number != 1)} to look at" if number else "nothing to look at")


def _github(row: Finding) -> str:
    """A workflow command (docs.github.com, "Workflow commands for GitHub Actions")."""
    level = "error" if row.code == REFUSED else "warning"
    return f"::{level} file={_property(row.file)},line={row.line or 1},title={row.code}::{_data(row.message)}"


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
