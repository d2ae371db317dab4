"""A build without Pelican, of a site of ours of which a few briefs changed since the last one.

To load Pelican takes as long as all else that such a build does. What it prints here comes out as in a run of Pelican:
the same jobs make it, of the same page models, with the settings as Pelican left them. Wherever that is not sure, or
something goes wrong, it gives up without a word, and Pelican's run does it all, or says what is wrong.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Environment
from msgspec import Struct

from newsbrief.build import ledger, stage, workers
from newsbrief.build.account import Made
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
from newsbrief.publish.remembered import Remembered, remembered
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


class Order(Struct, frozen=True):
    """What is to be built into `output`, with the `settings` of this file. `asked`: see `Made`.

    `found`: what there is; `end_if_all_stands` ends the program where nothing has to be done.
    """

    found: Survey
    output: Path
    settings: Path
    asked: str
    end_if_all_stands: Callable[[], None]


def printed(order: Order) -> Answer:
    """Build the site, if that can be done here."""
    found = order.found
    made = found.last.made if found.last else None
    if made is None or not made.settled or not ledger.same_programs(made) or not (found.expected or _few(found)):
        return Answer.NONE
    begun = time.monotonic()
    gc.set_threshold(*SELDOM)
    gc.disable()  # as in a run of Pelican that knows the site
    try:
        opened = stage.begin(order.output)
        try:
            answer, files = _printed(order, made, opened)
        finally:
            stage.released(opened)
    except Exception:  # whatever it is, Pelican's run comes to it as well, and says it
        return Answer.GIVEN_UP
    if answer is not Answer.DONE:
        return answer
    print(f"Done: {files} file{'s' * (files != 1)} made anew in {time.monotonic() - begun:.2f} seconds.")
    return answer


def _few(found: Survey) -> bool:
    """Whether so little changed that it is worth while to look at it more closely."""
    others = found.differing
    content = f"{found.roots[0]}{os.sep}"
    return 0 < len(others) <= MOST and all(path.startswith(content) for path in others)


def _printed(order: Order, made: Made, opened: stage.Stage) -> tuple[Answer, int]:
    """What became of it, and how many files were made."""
    ahead = None
    if order.found.expected:
        # Meanwhile a copy of this process looks at the sources.
        import newsbrief.publish.late  # noqa: F401  # which such a build will ask for

        ahead = remembered(opened.room, order.found.last, wholly=True)
        order.end_if_all_stands()
    known = again(made.settled, order.settings, order.output) if _few(order.found) else None
    if known is None:
        return Answer.NONE, 0
    run = _run(known, order.found, opened, made, ahead)
    if run is None:
        return Answer.FURTHER, 0
    into_place(run, order.asked, made.settled)
    workers.thaw()
    return Answer.DONE, run.printing.made


def _run(known: Settled, found: Survey, opened: stage.Stage, made: Made, ahead: Remembered | None) -> Press | None:
    settings = {**known.settings, SURVEY: found}
    own_words, env = words(settings), surroundings.environment(settings)
    theme.equip(env, ours.links(settings), own_words)
    # Only briefs changed, or there is no such run: what else the settings' key is made of is as it was.
    laid = lay_out(settings, opened, own_words, env, made.settings, ahead)
    own = {name: OwnPage("", {"save_as": name}) for name in known.taken}
    # What Pelican wrote stands, too.
    laid.printing.tried = laid.printing.staying = True
    offering = partial(_offering, settings, env, known.pages)
    run = few_changed(laid, settings, lambda: own, lambda apart: offering(apart).offer_elsewhere())
    if run is not None:
        try:
            offering(run).offer_all()
        except BaseException:
            run.printing.give_up()
            raise
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
