"""`newsbrief build`: what make html and make publish call."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from newsbrief.build import ledger, stage
from newsbrief.build.survey import Survey
from newsbrief.cli.loading import loading
from newsbrief.cli.place import language, program, shown
from newsbrief.cli.site import Site, site
from newsbrief.cli.working import working
from newsbrief.cli.written import settings

if TYPE_CHECKING:
    from newsbrief.desk.records import Outcome
    from newsbrief.publish.read_ahead import ReadAhead

NEXT = "{0} devserver{1} shows it; {0} check lists what a person should look at"
NEXT_OF_READERS = "what readers get; {0} deploy{1} pushes it to GitHub"
PUBLISH_SETTING, ASKED = "NEWSBRIEF_PUBLISH", "NEWSBRIEF_ASKED"
MAY_SETTLE, FURTHER = "NEWSBRIEF_MAY_SETTLE", "NEWSBRIEF_FURTHER"
# Pelican's own ways to build again and again.
WATCHING = ("-r", "--autoreload", "-l", "--listen")


class Order(Struct, frozen=True):
    """What is to be built: `here` into `target`. `asked`: see `Made`. `found`: what was looked at already."""

    here: Site
    target: Path
    asked: str
    publish: bool
    found: Survey | None


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
    asked = ledger.asked([str(target), here.settings.read_text("utf-8", "replace"), *pelican_options])
    found = None if pelican_options else _survey(target)
    if found and not found.expected:
        _end_if_all_stands(Order(here, target, asked, publish, found))
    if here.unplugged and here.briefs.is_dir():
        click.echo(here.unplugged, err=True)
    told = [] if publish else desk(here)
    refused = int(any(outcome.kind == "refused" for outcome in told))
    # What the desk refuses is said again each time, so a build after it never rests on this one.
    own: dict[str, object] = {ASKED: "" if refused else asked, **(for_readers(here) if publish else {})}
    own[MAY_SETTLE] = not pelican_options
    if told:  # what was looked at is not what there is now
        found = _survey(target) if found and not refused else None
    order = Order(here, target, asked, publish, found)
    try:
        if not _without_pelican(order, own):
            _with_pelican(order, own, pelican_options)
    finally:
        _tell_weight(target, publish)
    if hint:  # `deploy` goes on by itself, and `make demo` is called from another folder
        make = "" if here.guest else " (make github)" if publish else " (make devserver)"
        click.echo(f"{shown(target)}: " + (NEXT_OF_READERS if publish else NEXT).format(called, make))
    sys.exit(refused)


def _without_pelican(order: Order, own: dict[str, object]) -> bool:
    """Whether a build that does without Pelican did it all; `own` comes to say so where one was begun in vain."""
    last = order.found.last if order.found else None
    if order.found is None or last is None or last.made is None or not last.made.settled:
        return False
    with loading():
        from newsbrief.publish import stop_press
    stands = partial(_end_if_all_stands, order)
    with working("Building the site", stage.place(order.target)):
        answer = stop_press.printed(
            stop_press.Order(order.found, order.target, order.here.settings, order.asked, stands)
        )
    if answer is stop_press.Answer.GIVEN_UP:
        own[MAY_SETTLE] = False
    if answer is stop_press.Answer.FURTHER:
        own[FURTHER] = True
    return answer is stop_press.Answer.DONE


def _with_pelican(order: Order, own: dict[str, object], options: tuple[str, ...]) -> None:
    # In a site of Pelican's it is Pelican who reads all there is.
    alone = not options and not order.here.guest
    ahead = _read_ahead(order) if alone and stage.is_first(order.target) else None
    # It takes a third of a second to load Pelican: only where there is something to do.
    with loading():
        from newsbrief.publish.once import checked, pelican
    if order.found and order.found.expected:
        _end_if_all_stands(order)
    if any(option in WATCHING for option in options):
        from pelican import main

        overrides = [f"{name}={json.dumps(value)}" for name, value in own.items()]
        checked([*given(order.here, order.target, options), "-e", *overrides])
        main([*given(order.here, order.target, ["-e", *overrides]), *options])
        sys.exit(0 if own[ASKED] else 1)
    with working("Building the site", stage.place(order.target)):
        pelican(given(order.here, order.target, options), order.found, own, ahead)


def _read_ahead(order: Order) -> ReadAhead:
    """Have briefs read while Pelican is loaded: a first build has to read them all."""
    with loading():
        from newsbrief.publish.read_ahead import read_ahead
    return read_ahead(order.here.content, order.here.folders, stage.place(order.target).parent)


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


def _survey(output: Path) -> Survey | None:
    """What there is, where there was a build before."""
    opened = stage.finish(output)
    with loading():
        last = opened.last
    if last is None or last.made is None:
        return None
    return Survey(last, last.made.roots, opened.output, ledger.ended(opened.room))


def _end_if_all_stands(order: Order) -> None:
    """Neither Pelican nor the desk has anything to do then."""
    found, publish = order.found, order.publish
    made = found.last.made if found and found.last else None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = float(epoch) if epoch.isdecimal() else time.time()
    if found is None or made is None or not ledger.answers(made, order.asked, now) or found.differing:
        return
    if (publish and not _readers_have(made.readers)) or not (found.intact and found.untouched):
        return
    for line in made.told:
        print(line, file=sys.stderr)
    print(f"Nothing to do: {shown(order.target)} is up to date.")
    _tell_weight(order.target, publish)
    sys.exit(1 if made.told else 0)


def _readers_have(known: str) -> bool:
    from newsbrief.content import published as record  # not needed for a preview

    return record.is_current(Path.cwd(), known)


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
