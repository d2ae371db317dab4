"""`newsbrief build`: what make html and make publish call."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbrief.cli.loading import loading
from newsbrief.cli.place import language, program, shown
from newsbrief.cli.site import Site, site
from newsbrief.cli.working import working
from newsbrief.cli.written import settings
from newsbrief.site.build.output import place_of
from newsbrief.site.steps.unchanged import reports_of_last_build

if TYPE_CHECKING:
    from newsbrief.desk.records import Outcome

NEXT = "{0} devserver{1} shows it; {0} check lists what a person should look at"
NEXT_OF_READERS = "what readers get; {0} deploy{1} pushes it to GitHub"
PUBLISH_SETTING, ARGUMENTS = "NEWSBRIEF_PUBLISH", "NEWSBRIEF_ARGUMENTS"
# Variables of the environment that are others in each terminal, and that no build looks at.
PASSING = frozenset(
    ("_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "WINDOWID")
)
# Pelican's own ways to build again and again.
WATCHING = ("-r", "--autoreload", "-l", "--listen")


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder for the site.")
@click.option("--publish", is_flag=True, help="Build for readers: published briefs only, none written anew.")
@click.option("--hint/--no-hint", default=True, help="Say what to do next.")
@click.argument("pelican_options", nargs=-1, type=click.UNPROCESSED)
def build(output: Path | None, publish: bool, hint: bool, pelican_options: tuple[str, ...]) -> None:
    """Bring briefs up to date with content/raw/, then build the site into output/.

    The settings name other folders with PATH and OUTPUT_PATH. Further options go to Pelican; -D tells where in a
    program or a template a build ended.

    \b
      newsbrief build
      SITEURL=https://name.github.io/project newsbrief build --publish
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    here = site()
    target, called = (output or here.output).absolute(), program()
    os.chdir(here.folder)
    if publish:
        os.environ["NEWSBRIEF_PUBLISH"] = "1"
    arguments = _digest([str(target), here.settings.read_text("utf-8", "replace"), *pelican_options])
    if not pelican_options:
        _end_if_unchanged(target, arguments, publish=publish)
    if here.unplugged and here.briefs.is_dir():
        click.echo(here.unplugged, err=True)
    reported = [] if publish else desk(here)
    refused = int(any(outcome.kind == "refused" for outcome in reported))
    # What the desk refuses is reported each time, so the next build must not end before the desk.
    own: dict[str, object] = {ARGUMENTS: "" if refused else arguments, **(for_readers(here) if publish else {})}
    try:
        _run_pelican(here, target, own, pelican_options)
    finally:
        _tell_weight(target, publish)
    if hint:  # `deploy` goes on by itself, and `make demo` is called from another folder
        make = "" if here.guest else " (make github)" if publish else " (make devserver)"
        click.echo(f"{shown(target)}: " + (NEXT_OF_READERS if publish else NEXT).format(called, make))
    sys.exit(refused)


def _digest(values: Sequence[str]) -> str:
    """Return a digest of what a build is asked for, and of the environment that it looks at."""
    environment = sorted((name, value) for name, value in os.environ.items() if name not in PASSING)
    return hashlib.blake2b(repr((values, environment)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _run_pelican(here: Site, target: Path, own: dict[str, object], options: tuple[str, ...]) -> None:
    with loading():
        from newsbrief.site.plugin.command import check_settings, pelican
    if any(option in WATCHING for option in options):
        from pelican import main

        overrides = [f"{name}={json.dumps(value)}" for name, value in own.items()]
        check_settings([*given(here, target, options), "-e", *overrides])
        main([*given(here, target, ["-e", *overrides]), *options])
        sys.exit(0 if own[ARGUMENTS] else 1)
    with working("Building the site", place_of(target).stage):
        pelican(given(here, target, options), own)


def given(here: Site, target: Path, options: Sequence[str]) -> list[str]:
    """What Pelican is given. Of a site of ours it clears the folder for the pages; a host's settings decide there."""
    clear = [] if here.guest else ["-d"]
    return [here.path, "-o", str(target), "-s", here.settings.name, *clear, *options]


def for_readers(here: Site) -> dict[str, object]:
    """What a host's settings have to be for readers, as the settings of a site of ours ask the environment."""
    if not here.guest:
        return {}
    address = os.environ.get("SITEURL", "").rstrip("/")
    preview = not settings(here.settings, [PUBLISH_SETTING]).get(PUBLISH_SETTING, True)
    return {**({"SITEURL": address} if address else {}), **({PUBLISH_SETTING: True} if preview else {})}


def _tell_weight(output: Path, publish: bool) -> None:
    """Say so while there is time to do something about it."""
    if publish:
        from newsbrief.deploy import budget

        for line in budget.warnings(budget.sizes(output)):
            print(f"{shown(output)}: {line}", file=sys.stderr)


def _end_if_unchanged(target: Path, arguments: str, *, publish: bool) -> None:
    """End the command if neither Pelican nor the desk has anything to do."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = float(epoch) if epoch.isdecimal() else time.time()
    reports = reports_of_last_build(place_of(target), arguments, now)
    if reports is None:
        return
    if reports:
        print(reports, file=sys.stderr)
    print(f"Nothing to do: {shown(target)} is up to date.")
    _tell_weight(target, publish)
    sys.exit(1 if reports else 0)


def desk(here: Site) -> list[Outcome]:
    """Ingest what is new or changed; what there is to tell of it."""
    content = here.content
    if not (content / "raw").is_dir():
        return []
    from newsbrief.cli.ingest import new_status, tell, watched
    from newsbrief.desk import raw_files  # not needed where there are no raw articles
    from newsbrief.desk.records import Desk

    desk = Desk(content, here.briefs, new_status(), lang=language(), folders=here.folders)
    outcomes = list(watched(raw_files.raw_files(content), desk))
    told = [outcome for outcome in outcomes if outcome.kind != "kept"]
    tell(told)
    return told
