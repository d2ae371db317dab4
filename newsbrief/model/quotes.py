"""The page models of quotes; see `pages` for what all page models have in common."""

from __future__ import annotations

from newsbrief.model.stored import Stored
from newsbrief.model.views import DateText, Link, NoteView, QuoteView

# What stands between two parts of a quote: the dots are outside of both parts' quotation marks, so they are nobody's
# words, and say that the report goes on in between. `theme/static/js/search.js` writes the same.
BETWEEN_PARTS = " … "


class QuoteDay(Stored, frozen=True):
    """What was said on one day."""

    date: DateText
    quotes: tuple[QuoteView, ...]


class SpeakerQuotes(Stored, frozen=True):
    """One speaker's quotes, newest day first. `id` is the group's anchor on the page.

    Where `days` is empty, the quotes stand on the speaker's own page, and `latest` is the newest of them.
    """

    id: str
    speaker: Link
    role: str
    days: tuple[QuoteDay, ...]
    count: int
    latest: QuoteView | None = None


class QuotesPage(Stored, frozen=True):
    """/quotes/ : few quotes by speaker, then by day; of many the newest by day, and the ways to the speakers.

    `days`: the newest of many. `letters` lead to /quotes/a/ and the like, each a page with the `speakers` of its
    letter; `most` are those most often quoted. `letter`: which of these pages this is, "" for /quotes/ itself.
    `count` and `voices` are the quotes and speakers of the whole site, on /quotes/, and of this page, on a letter's.
    """

    url: str
    count: int
    voices: int
    speakers: tuple[SpeakerQuotes, ...] = ()
    days: tuple[QuoteDay, ...] = ()
    letter: str = ""
    letters: tuple[Link, ...] = ()
    most: tuple[Link, ...] = ()


class QuotePage(Stored, frozen=True):
    """/quotes/2023-09-21-slug-q2/ : one quote with the paragraphs around it.

    `context` is the body's paragraphs from the one before the quote to the one after, each a run of (words, marked).
    `variants`: how other briefs have these words, where they have them differently.
    `fragment`: the brief's address with a text fragment (WICG "Text Fragments") that scrolls to the words.
    """

    url: str
    quote: QuoteView
    context: tuple[tuple[tuple[str, bool], ...], ...]
    notes: tuple[NoteView, ...]
    in_raw: bool
    fragment: str
    variants: tuple[QuoteView, ...] = ()
