"""`newsbrief annotate`."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from newsbrief.cli.place import language
from newsbrief.model.refusal import printable

if TYPE_CHECKING:
    from newsbrief.archive.run import Told

STOPPED = 130


@click.command()
@click.argument("given", metavar="[IN …]", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write, or to go on with."
)
@click.option("--jobs", type=click.IntRange(1), help="Processes; without it as many as there are cores.")
@click.option("--scheduler", metavar="ADDRESS", default="", help="A Dask cluster to do the work: tcp://host:8786.")
@click.option("--restart", is_flag=True, help="Begin the output anew instead of going on with it.")
def annotate(given: tuple[Path, ...], output: Path | None, jobs: int | None, scheduler: str, restart: bool) -> None:
    """Find quotes, speakers, dates, names and events: JSON lines in (id, text, date, lang), JSON lines out.

    IN is a file of JSON lines (also .gz, .bz2, .xz), a folder of raw articles or of such files, or a zip of either;
    without it, standard input. The lines come out in the order of what came in. What cannot be read gives
    {"id", "error"}; everything else is done all the same.

    \b
      newsbrief annotate < articles.jsonl > found.jsonl
      newsbrief annotate archive.zip -o found.jsonl      # stopped? The same command goes on
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    lang = language()
    if given or output or jobs or scheduler:
        sys.exit(_archive(given or (Path("-"),), output, jobs or 0, scheduler, lang, restart=restart))
    sys.exit(int(_piped(sys.stdin.buffer, lang)))


def _piped(source: BinaryIO, lang: str) -> bool:
    """A line out for each line in, at once; whether any could not be read."""
    from newsbrief.archive import annotation
    from newsbrief.archive.item import Place
    from newsbrief.archive.lines import lines

    failed = False
    for item, _ in lines(source, Place(), ""):
        row = annotation.annotated(item, lang)
        failed = failed or row.errors > 0
        click.echo(row.data, nl=False)
    return failed


def _archive(
    given: tuple[Path, ...], output: Path | None, jobs: int, scheduler: str, lang: str, *, restart: bool
) -> int:
    """Annotate what is given; the exit code."""
    from newsbrief.archive import bar, cluster, crew, run
    from newsbrief.archive.output import StandsError
    from newsbrief.site.build.workers import cores

    plan = run.Plan(given, lang, jobs or cores(), scheduler)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    try:
        with bar.bar() as tell:
            if output:
                told = run.to_file(plan, source, output, tell, restart=restart)
            else:
                told = run.to_stream(plan, source, sink, tell)
    except KeyboardInterrupt:
        if output and Path("-") not in given:
            click.echo(printable(f"stopped; to go on: {_again()}"), err=True)
        return STOPPED
    except (StandsError, cluster.ClusterError, crew.CrewError) as error:
        raise click.ClickException(printable(str(error))) from error
    except BrokenPipeError:  # whoever read it has enough
        return _cut_off()
    except OSError as error:
        raise click.ClickException(printable(f"{error.filename or output or 'output'}: {error.strerror}")) from error
    _tell(told, output)
    return int(told.errors > 0)


def _tell(told: Told, output: Path | None) -> None:
    counted = f"{told.articles:,} articles, {told.errors:,} errors"
    if told.finished_before:
        click.echo(printable(f"{output} is finished: {counted}; --restart begins it anew"), err=True)
        return
    rate = told.new / told.seconds if told.seconds else 0.0
    click.echo(f"annotated: {counted}, {told.seconds:,.1f} seconds, {rate:,.0f} articles a second", err=True)


def _cut_off() -> int:
    """Python would write what is left when it ends, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _again() -> str:
    """The command that was given, without what begins anew."""
    return shlex.join(["newsbrief", *(one for one in sys.argv[1:] if one != "--restart")])
