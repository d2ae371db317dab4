"""A build without Pelican, of a site of ours of which a few briefs changed since the last one.

To load Pelican takes as long as all else that such a build does. What it prints here comes out as in a run of Pelican:
the same jobs make it, of the same page models, with the settings as Pelican left them. Wherever that is not sure, or
something goes wrong, it gives up without a word, and Pelican's run does it all, or says what is wrong.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Mapping
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Environment

from newsbrief.build import ledger, stage, workers
from newsbrief.build.ledger import Made
from newsbrief.build.survey import Survey
from newsbrief.model.views import Link
from newsbrief.publish import settings as ours
from newsbrief.publish import surroundings, theme
from newsbrief.publish.articles import KEY as ARTICLES
from newsbrief.publish.articles import Articles
from newsbrief.publish.ending import into_place
from newsbrief.publish.few_changed import few_changed
from newsbrief.publish.laying_out import lay_out
from newsbrief.publish.offering import Offering
from newsbrief.publish.own_pages import OwnPage
from newsbrief.publish.press import KEY, SURVEY, Press
from newsbrief.publish.reach import MOST
from newsbrief.publish.settled import SELDOM, Settled, again
from newsbrief.publish.words import words


class Answer(Enum):
    """`NONE`: nothing was begun. `FURTHER`: the change reaches further than a part of the site.

    `GIVEN_UP`: nothing came of it, and so it would be with the next change.
    """

    DONE = auto()
    NONE = auto()
    FURTHER = auto()
    GIVEN_UP = auto()


class PelicansError(Exception):
    """Only Pelican can do what is asked."""


def printed(found: Survey, output: Path, asked: str, file: Path) -> Answer:
    """Build the site, if that can be done here. `file`: that of the settings; `asked`: see `ledger.Made`."""
    made = found.last.made if found.last else None
    if made is None or not made.settled or not ledger.same_programs(made) or not _few(found):
        return Answer.NONE
    begun = time.monotonic()
    try:
        known = again(made.settled, file, output)
        if known is None:
            return Answer.NONE
        run = _printed(known, found, output, asked)
    except Exception:  # whatever it is, Pelican's run comes to it as well, and says it
        return Answer.GIVEN_UP
    if run is None:
        return Answer.FURTHER
    files = run.printing.made
    print(f"Done: {files} file{'s' * (files != 1)} made anew in {time.monotonic() - begun:.2f} seconds.")
    return Answer.DONE


def _few(found: Survey) -> bool:
    """Whether so little changed that it is worth while to look at it more closely."""
    others = found.differing
    content = f"{found.roots[0]}{os.sep}"
    return 0 < len(others) <= MOST and all(path.startswith(content) for path in others)


def _printed(known: Settled, found: Survey, output: Path, asked: str) -> Press | None:
    gc.set_threshold(*SELDOM)
    gc.disable()  # as in a run of Pelican that knows the site
    opened = stage.begin(output)
    made = found.last.made if found.last else None
    run = None
    try:
        run = _run(known, found, opened, made) if made else None
        if run and made:
            into_place(run, asked, made.settled)
            workers.thaw()
    finally:
        stage.released(opened)
    return run


def _run(known: Settled, found: Survey, opened: stage.Stage, made: Made) -> Press | None:
    settings = {**known.settings, SURVEY: found}
    own_words, env = words(settings), surroundings.environment(settings)
    theme.equip(env, ours.links(settings), own_words)
    # Only briefs changed, or there is no such run: what else the settings' key is made of is as it was.
    laid = lay_out(settings, opened, own_words, env, made.settings)
    own = {name: OwnPage("", {"save_as": name}) for name in known.taken}
    laid.printing.tried = True
    offering = partial(_offering, settings, env, known.pages)
    run = few_changed(laid, settings, lambda: own, lambda apart: offering(apart).offer_elsewhere())
    if run is not None:
        try:
            offering(run).offer_all()
        except BaseException:
            run.printing.give_up()
            raise
        run.printing.keep_the_rest()
    return run


def _offering(settings: Mapping[str, Any], env: Environment, pages: tuple[Link, ...], run: Press) -> Offering:
    """Of a run, with all that Pelican gives templates. `pages`: those that the foot of every page names."""
    own = {**settings, KEY: run}
    articles = Articles(run, _given_up, typogrify=bool(settings["TYPOGRIFY"]))
    context = {**own, ARTICLES: articles, "nb": theme.context(own, run, pages)}
    return Offering(own, context, partial(surroundings.template, env, settings["TEMPLATE_EXTENSIONS"]), None)


def _given_up(path: str) -> NoReturn:
    """In the place of one of Pelican's articles."""
    raise PelicansError(path)
