"""`newsbrief ingest`."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from newsbrief.archive.bar import bar
from newsbrief.archive.crew import CrewError
from newsbrief.archive.ingestion import ingested
from newsbrief.cli.place import language, today
from newsbrief.cli.site import Site, site
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.desk import raw_files
from newsbrief.desk.ingest import fetch_page
from newsbrief.desk.records import Desk, Outcome
from newsbrief.document.moment import moment_of
from newsbrief.model.address import without_person
from newsbrief.model.brief import STATUSES, Moment
from newsbrief.model.refusal import Refusal, RefusedError, printable

STATUS_VARIABLE = "NEWSBRIEF_NEW_STATUS"
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# Seconds after which somebody who waits wants to know how far it is.
WATCHED_FROM = 1.0
STOPPED = 130


class DateType(click.ParamType[Moment]):
    """A date as front matter has it."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Moment:
        """Read the date or say what one looks like."""
        moment = value if isinstance(value, Moment) else moment_of(str(value))
        if moment is None:
            self.fail(f'"{value}" is no date; write 2023-09-21 or "2023-09-21 14:30"', param, ctx)
        return moment


class RawType(click.ParamType[Path | str]):
    """A file or folder that is there, or an address."""

    name = "raw"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """An address stays text; whether it is one to be fetched is found out when it is."""
        if isinstance(value, str) and ADDRESS.match(value):
            return value
        file = click.Path(exists=True, path_type=Path)
        return Path(file.convert(str(value), param, ctx))


@click.command()
@click.argument("raw", nargs=-1, type=RawType())
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="Folder for the briefs.")
@click.option("--date", type=DateType(), help="Publication date, instead of the article's own.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; without it as many as are worth it.")
def ingest(raw: tuple[Path | str, ...], to: Path | None, date: Moment | None, jobs: int | None) -> None:
    """Read raw articles and write a brief for each into content/briefs/; without RAW, all of content/raw/.

    RAW is a file, a folder, a zip, a file of JSON lines, or the address of a page (https://…), which is fetched into
    content/raw/ first. PATH and NEWSBRIEF_FOLDERS in the site's settings name other folders than content/ and briefs/.

    Doing it again changes nothing. When a raw article has changed, only what nobody edited in its brief is updated. A
    run that was stopped goes on where it was.

    \b
      newsbrief ingest
      newsbrief ingest --date 2029-05-04 letters/from-the-harbour.txt
      newsbrief ingest https://news.example/2029/ferry
      newsbrief ingest archive.zip --jobs 4
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    here = site()
    desk = Desk(here.content, to or here.briefs, new_status(), date, language(), here.folders)
    _doubts(here, desk)
    missed, files = at_hand(raw, desk) if raw else ([], list(raw_files.raw_files(here.content)))
    if not (missed or files):
        click.echo(f"nothing to read: no raw articles in {_shown(here.content / RAW_FOLDER)}/")
    outcomes = [*missed]
    try:
        for outcome in watched(files, desk, jobs or 0):
            outcomes.append(outcome)  # what was done before a Ctrl-C is told, too
    except KeyboardInterrupt:
        tell(outcomes)
        click.echo("stopped; the same command goes on", err=True)
        sys.exit(STOPPED)
    except CrewError as error:
        tell(outcomes)
        raise click.ClickException(str(error)) from error
    tell(outcomes)
    if to:
        _elsewhere(outcomes, desk)
    if any(outcome.refusals for outcome in outcomes):
        sys.exit(1)


def _doubts(here: Site, desk: Desk) -> None:
    """Say where briefs would not be read as briefs."""
    homes = [(here.content / folder).resolve() for folder in here.folders]
    if not any(desk.briefs.resolve().is_relative_to(home) for home in homes):
        told = " and ".join(f"{_shown(here.content / folder)}/" for folder in here.folders)
        click.echo(printable(f"{_shown(desk.briefs)}/: builds read briefs in {told} only"), err=True)
    if here.unplugged:
        click.echo(here.unplugged, err=True)


def _elsewhere(outcomes: Iterable[Outcome], desk: Desk) -> None:
    """Say where the briefs are that were not written to the folder that was asked for, because they are there."""
    folder = desk.briefs.resolve()
    kept = [one.brief for one in outcomes if one.kind == "kept" and one.brief]
    others = Counter(one.parent for one in kept if not one.resolve().is_relative_to(folder))
    for place, number in sorted(others.items()):
        click.echo(printable(f"not in {_shown(desk.briefs)}/, because they have briefs in {_shown(place)}/: {number}"))


def at_hand(raw: Iterable[Path | str], desk: Desk) -> tuple[list[Outcome], list[Path]]:
    """(what could not be fetched, the files of all others), each file once."""
    missed: list[Outcome] = []
    files: list[Path] = []
    for one in raw:
        if isinstance(one, Path):
            files.append(one)
            continue
        try:
            fetched = fetch_page(one, desk, today())
        except RefusedError as error:
            missed.append(Outcome(Path(), "refused", refusals=error.refusals(without_person(one))))
            continue
        except OSError as error:
            refusal = Refusal(str(error.filename or RAW_FOLDER), 0, error.strerror or str(error))
            missed.append(Outcome(Path(), "refused", refusals=(refusal,)))
            continue
        files.append(fetched.file)
        if fetched.kind != "kept":
            click.echo(printable(f"fetched: {_shown(fetched.file)}"))
    return missed, list(dict.fromkeys(files))


def new_status() -> str:
    """The status of new briefs: NEWSBRIEF_NEW_STATUS, else review."""
    status = os.environ.get(STATUS_VARIABLE) or "review"
    if status not in STATUSES[:3]:
        raise click.UsageError(f'{STATUS_VARIABLE} is "{status}"; use {", ".join(STATUSES[:2])} or {STATUSES[2]}')
    return status


def watched(given: Sequence[Path], desk: Desk, jobs: int = 0) -> Iterator[Outcome]:
    """Ingest files, folders and archives, with a progress bar if someone is there to see it. Raises CrewError."""
    with bar("Reading raw articles", WATCHED_FROM) as told:
        yield from ingested(given, desk, jobs, told)


def tell(outcomes: Iterable[Outcome]) -> None:
    """Say what is new, updated and unsure, and why anything was refused."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts[outcome.kind] += 1
        if outcome.kind in ("new", "updated") and outcome.brief:
            click.echo(printable(f"{outcome.kind}: {_shown(outcome.brief)}"))
        for note in outcome.notes:
            click.echo(printable(f"  look at: {note}"))
        for refusal in outcome.refusals:
            click.echo(str(refusal), err=True)
    if counts:
        click.echo("raw articles: " + ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())))


def _shown(file: Path) -> str:
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)
