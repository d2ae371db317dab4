"""A saved web page: its article, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from newsbrief.intake.page import body, enclosed, furniture, gaps, keep, slim
from newsbrief.intake.page.authors import authors
from newsbrief.intake.page.body import Block
from newsbrief.intake.page.date import published
from newsbrief.intake.page.guess import Guess
from newsbrief.intake.page.link import link
from newsbrief.intake.page.look import look
from newsbrief.intake.page.photo import captions, lead
from newsbrief.intake.page.plainly import plainly
from newsbrief.intake.page.standfirst import standfirst
from newsbrief.intake.page.title import headline
from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError
from newsbrief.rules import DEFAULT, known, load, pages
from newsbrief.rules.pages import Pages

# With fewer characters trafilatura takes a page's whole text for its article.
LITTLE = 250
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def read(source: str, saved: str = "") -> Article:
    """Read a page; `saved` is the address that it was saved from, if that is known.

    Raises RefusedError without a headline or a body. Never raises anything else, in linear time.
    """
    source, written = enclosed.taken_out(source)
    lean = slim.without_scripts(source)
    seen = look(slim.without_frame(lean))
    tree = body.parsed(lean)
    declared = LANGUAGE.fullmatch(tree.get("lang", "")) if tree is not None else None
    lang = declared[0].replace("_", "-") if declared else ""
    rules = pages.load(lang[:2].lower() or "en")
    guess = Guess(tree)
    title = headline(seen) or guess.title()
    if not title:
        raise RefusedError((0, "no headline: the page has no h1, og:title or title"))
    names = authors(seen, rules.bylines) or guess.authors(rules.bylines)
    date = published(seen, load(known(lang) or DEFAULT).calendar.months) or guess.date()
    found = keep.article(_blocks(tree, lean, rules), keep.Known(title, names, captions(seen), standfirst(seen)), rules)
    if not found:
        raise RefusedError((0, "no body: the page has no paragraphs of text"))
    photo = lead(seen, rules)
    return Article(
        headline=title,
        paragraphs=tuple(block.text for block in found),
        lines=(0,) * len(found),
        date=date,
        authors=names,
        photo=photo,
        lang=lang,
        link=link(seen, saved),
        kinds=tuple(block.kind for block in found),
        pictures=enclosed.pictures(seen, written, photo, rules),
    )


def _blocks(tree: HtmlElement | None, source: str, rules: Pages) -> Sequence[Block]:
    """The article as trafilatura finds it; of a page that no tree holds or that says little, every paragraph."""
    found: Sequence[Block] = ()
    if tree is not None and not body.is_cut_short(tree):
        try:
            furniture.remove(tree, rules)
            found = gaps.filled(body.blocks(tree), tree)
        except ValueError:  # a character that a tree can hold, but not be told
            found = ()
    little = sum(len(block.text) for block in found) < LITTLE
    return (plainly(slim.without_frame(source)) or found) if little else found
