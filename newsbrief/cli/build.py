"""`newsbrief build`: what make html and make publish call."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsbrief.build import ledger, stage
from newsbrief.build.sources import same
from newsbrief.build.survey import Survey, survey
from newsbrief.cli.loading import loading
from newsbrief.cli.place import language, program, settings_file, shown, site_folder
from newsbrief.cli.working import working

if TYPE_CHECKING:
    from newsbrief.filing import Outcome

NEXT = "{0} devserver (make devserver) shows it; {0} check lists what a person should look at"
NEXT_OF_READERS = "what readers get; {0} deploy (make github) pushes it to GitHub"
# Pelican's own ways to build again and again.
WATCHING = ("-r", "--autoreload", "-l", "--listen")


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder for the site.")
@click.option("--publish", is_flag=True, help="Build for readers: published briefs only, none written anew.")
@click.option("--hint/--no-hint", default=True, help="Say what to do next.")
@click.argument("pelican_options", nargs=-1, type=click.UNPROCESSED)
def build(output: Path | None, publish: bool, hint: bool, pelican_options: tuple[str, ...]) -> None:
    """Bring briefs up to date with content/raw/, then build the site into output/.

    Further options go to Pelican.

    \b
      newsbrief build
      SITEURL=https://name.github.io/project newsbrief build --publish
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    site = site_folder()
    target, called = (output or site / "output").absolute(), program()
    os.chdir(site)
    if publish:
        os.environ["NEWSBRIEF_PUBLISH"] = "1"
    settings = settings_file(site)
    asked = ledger.asked([str(target), settings.read_text("utf-8"), *pelican_options])
    found = None if pelican_options else _survey(target, asked, publish)
    told = [] if publish else desk(site / "content")
    refused = int(any(outcome.kind == "refused" for outcome in told))
    # It takes a third of a second to load Pelican: only where there is something to do.
    with loading():
        if any(option in WATCHING for option in pelican_options):
            from pelican import main as pelican
        else:
            from newsbrief.publish.once import pelican

    # What the desk refuses is said again each time, so a build after it never rests on this one.
    question = json.dumps("" if refused else asked)
    own = ["-o", str(target), "-s", settings.name, "-d", "-e", f"NEWSBRIEF_ASKED={question}"]
    arguments = ["content", *own, *pelican_options]
    if any(option in WATCHING for option in pelican_options):
        pelican(arguments)
        sys.exit(refused)
    try:
        with working("Building the site", stage.place(target)):
            pelican(arguments, None if told else found)
    finally:
        _tell_weight(target, publish)
    if hint:  # `deploy` goes on by itself, and `make demo` is called from another folder
        click.echo(f"{shown(target)}: " + (NEXT_OF_READERS if publish else NEXT).format(called))
    sys.exit(refused)


def _tell_weight(output: Path, publish: bool) -> None:
    """Say so while there is time to do something about it."""
    if publish:
        from newsbrief.deploy import budget

        for line in budget.warnings(budget.sizes(output)):
            print(f"{shown(output)}: {line}", file=sys.stderr)


def _survey(output: Path, asked: str, publish: bool) -> Survey | None:
    """What there is. Ends here if all of it stands: neither Pelican nor the desk has anything to do then."""
    opened = stage.finish(output)
    last = opened.last
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = float(epoch) if epoch.isdecimal() else time.time()
    if last is None or last.made is None:
        return None
    found = survey(last, last.made.roots, opened.output)
    stands = ledger.answers(last.made, asked, now) and same(found.sources, last.made.sources)
    if not stands or (publish and not _readers_have(last.made.readers)):
        return found
    if not (found.intact.answer and found.untouched.answer):
        return found
    for line in last.made.told:
        print(line, file=sys.stderr)
    print(f"Nothing to do: {shown(output)} is up to date.")
    _tell_weight(output, publish)
    sys.exit(1 if last.made.told else 0)


def _readers_have(known: str) -> bool:
    from newsbrief import record  # not needed for a preview

    return record.stands(Path.cwd(), known)


def desk(content: Path) -> list[Outcome]:
    """Ingest what is new or changed; what there is to tell of it."""
    if not (content / "raw").is_dir():
        return []
    from newsbrief import pipeline  # not needed where there are no raw articles
    from newsbrief.cli.ingest import new_status, tell, watched
    from newsbrief.pipeline import Desk

    desk = Desk(content, content / "briefs", new_status(), lang=language())
    outcomes = list(watched(pipeline.raw_files(content), desk))
    told = [outcome for outcome in outcomes if outcome.kind != "kept"]
    tell(told)
    return told
