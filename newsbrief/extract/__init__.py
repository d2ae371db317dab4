"""An article's facts, each with the place in the text where it stands.

The extractors know nothing of one another; this module hands each one's results on to the next.
"""

from __future__ import annotations

import re

from newsbrief.extract import credits as credit_lines
from newsbrief.extract import dates, embargo, events, names, occasions, quotes, sentences, speakers
from newsbrief.model.article import Article, Reading
from newsbrief.model.mentions import Mentions
from newsbrief.rules import Rules

__all__ = ["embargo_end", "mentions", "reading"]


def reading(article: Article, rules: Rules) -> Reading:
    """Tell an article's credit lines, byline and dateline from its text.

    What the form itself marked up (authors, photo, date, source) wins over what lines say.
    """

    def day(words: str) -> str:
        """The full date that a line consists of, "" if it is none."""
        found = dates.find(words, sentences.find(words, rules), "", rules)
        whole = len(found) == 1 and len(found[0].text) >= len(words.strip(" .")) - 1
        return found[0].value if whole and len(found[0].value) == len("2023-09-21") else ""

    def dated(words: str) -> str:
        """The one full date that a line tells, "" if it tells none or several."""
        found = {timex.value[:10] for timex in dates.find(words, sentences.find(words, rules), "", rules)}
        days = {value for value in found if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)}
        return days.pop() if len(days) == 1 else ""

    return credit_lines.read(article, day, dated, rules)


def embargo_end(words: str, published: str, rules: Rules) -> str:
    """The moment at which an embargo line's words say it ends; "" where that is not sure.

    `published` is the article's ISO date, for a line that names no year.
    """
    words = embargo.plain(words)
    return embargo.ends(words, dates.find(words, sentences.find(words, rules), published, rules), published, rules)


def mentions(text: str, date: str, rules: Rules) -> Mentions:
    """All that the extractors find in one text; `date` is its ISO publication date, "" if unknown.

    Takes any text, never raises, and takes time in proportion to its length.
    """
    parted = sentences.find(text, rules)
    timexes = dates.find(text, parted, date, rules)
    named = names.find(text, parted, timexes, rules)
    marked = quotes.find(text, parted, rules)
    said = speakers.find(text, parted, named, marked, rules)
    dated = tuple(timex for timex in timexes if timex.value)
    return Mentions(
        sentences=parted,
        dates=dated,
        names=named,
        quotes=marked,
        attributions=said,
        occasions=occasions.find(text, parted, dated, marked, said, rules.lang),
        events=events.find(text, parted, timexes, marked, date, rules),
        undated=tuple(timex for timex in timexes if not timex.value),
    )
