"""`newsbrief check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newsbrief import check as finders
from newsbrief import pipeline
from newsbrief.cli.place import content_folder, site_language, today
from newsbrief.library import RAW_FOLDER, brief_files, library, reanchored
from newsbrief.model.finding import Finding
from newsbrief.model.refusal import Refusal, RefusedError, printable

REFUSED = "refused"


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Set quotes that an edit of the body moved to the body's words again.")
def check(form: str, fix: bool) -> None:
    """List what a person should look at: file, line, what it is.

    Exit code 1 when a brief cannot be published as it stands; findings alone do not fail.
    """
    content = content_folder()
    if fix:
        mend(content)
    entries, refusals = library(content)
    day, lang = today(), site_language()
    across = finders.across(entries, content)
    found = [
        one for entry in entries for one in finders.findings(entry, pipeline.seen(entry, content, day, across, lang))
    ]
    tell(form, found, refusals)
    sys.exit(int(bool(refusals)))


def mend(content: Path) -> None:
    """Mend what can be mended without a person, and say what was."""
    for file in brief_files(content):
        try:
            for quote in reanchored(file, content / RAW_FOLDER):
                click.echo(
                    f"{content.name}/{file.relative_to(content).as_posix()}: {quote} follows the body again", err=True
                )
        except RefusedError:
            continue  # it is listed with its reasons below


def tell(form: str, found: Sequence[Finding], refusals: Sequence[Refusal]) -> None:
    """Print everything, what blocks publication first."""
    rows = [Finding(REFUSED, refusal.file, refusal.line, refusal.reason) for refusal in refusals] + list(found)
    if form == "json":
        fields = ("code", "file", "line", "message")
        click.echo(json.dumps([{key: getattr(row, key) for key in fields} for row in rows], ensure_ascii=False))
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
