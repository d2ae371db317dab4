"""Quotes, dates and people marked in a brief's body. The words themselves are never touched.

A mark is put around words that were found; where it would cross another, only its anchor is set, so that every link
to "#q1" or "#e1" arrives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from msgspec.structs import replace

from newsbrief.document import locate
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import EventView
from newsbrief.publish.clean_html import Token, paragraphs, tokens
from newsbrief.publish.marking import Mark, inside, write, write_paragraphs
from newsbrief.publish.words import IN_ENGLISH, Words

Href = Callable[[str], str]
OPENING = "“\"„«‘'‹"
CLOSING = "”\"“»’'›"
# What stands right behind a quote and belongs to the word before it: the way to the quote's page comes after that.
STOPS = re.compile(r"[.,;:!?…)\]}”\"“»’'›。、，；：！？」』）]*")
WORD = re.compile(r"\w+")
# By so many of its first words the way to a quote is named.
NAMING_WORDS = 3


def marked(
    html: str, page: BriefPage, href: Href, words: Words = IN_ENGLISH, plain: tuple[Sequence[Token], str] | None = None
) -> str:
    """The body with its marks. `html` is clean; `href` turns an address of the site into a link from this page.

    It gives "" for what the site has no page for, and no mark leads there. `words`: the site's, for what is said beside
    the brief's own. `plain`: what `clean_html.paragraphs` reads, where somebody has it.
    """
    plain = plain or paragraphs(html)
    run, text = plain or tokens(html)
    quotes, permalinks = _quote_marks(text, page, href, words)
    said = [(mark.start, mark.end) for mark in quotes]
    dates = _date_marks(text, page, said, words)
    people = _people_marks(run, text, page, [(m.start, m.end) for m in (*quotes, *dates)], href)
    placed, anchors = _laminar([*quotes, *dates, *people])
    wanted = {quote.id for quote in page.quotes} | {event.id for event in page.events}
    lost = sorted(wanted - {mark.id for mark in placed} - set(anchors.values()))
    head = "".join(f'<span id="{escape(name)}"></span>' for name in lost)
    if plain and inside(run, placed):
        return head + write_paragraphs(run, placed, anchors, said, permalinks)
    return head + write(tokens(html)[0] if plain else run, placed, anchors, said, permalinks)


def _quote_marks(text: str, page: BriefPage, href: Href, words: Words) -> tuple[list[Mark], dict[int, str]]:
    marks: list[Mark] = []
    permalinks: dict[int, str] = {}
    lang = words.ours(page.lang)
    for quote in page.quotes:
        parts = locate(text, quote.parts)
        if isinstance(parts, int):
            continue
        for number, (start, end) in enumerate(parts):
            first, last = _with_marks(text, start, end)
            for piece, (begin, stop) in enumerate(_paragraphs(text, first, last)):
                name = quote.id if not number and not piece else ""
                marks.append(Mark(begin, stop, "span", "", name))
        label = escape(words.gettext("Quote: %(words)s", words=_beginning(quote.parts[0])))
        if place := href(quote.url):
            behind = STOPS.match(text, marks[-1].end)
            end = behind.end() if behind else marks[-1].end
            # A blank that no line breaks at: the mark alone would say nothing at the beginning of one.
            permalinks[end] = f'\N{NO-BREAK SPACE}<a href="{escape(place)}" aria-label="{label}"{lang}>¶</a>'
    return marks, permalinks


def _beginning(text: str) -> str:
    """Enough to tell the quotes of a page apart, and not more: a brief has many.

    No "…" behind it: nobody takes three words for the whole of what was said, and the quote itself stands before it.
    """
    return " ".join(text.split()[:NAMING_WORDS])


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation marks around a part, and the comma or stop that stands inside them."""
    if start and text[start - 1] in OPENING:
        start -= 1
    stop = end
    while stop < len(text) and stop - end < 2 and text[stop] in ",.;:!?…—–":
        stop += 1
    if stop < len(text) and text[stop] in CLOSING:
        return start, stop + 1
    return start, end


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if "\n\n" not in text[start:end]:  # as in nearly all
        return [(start, end)]
    pieces = [(match.start(), match.end()) for match in re.finditer(r"(?:[^\n]|\n(?!\n))+", text[start:end])]
    return [(start + first, start + last) for first, last in pieces]


def _date_marks(text: str, page: BriefPage, said: Sequence[tuple[int, int]], words: Words) -> list[Mark]:
    marks = []
    told = ""
    places = [(place, event) for event in page.events if (place := _date_place(text, event)) is not None]
    for place, event in sorted(places, key=lambda one: one[0]):
        quoted = any(start < place[1] and place[0] < end for start, end in said)
        known = "" if quoted else _explained(event, page, words)
        # The next words that leave the same day open need not say it again.
        after = f" <small{words.ours(page.lang)}>({escape(known)})</small>" if known not in ("", told) else ""
        told = known or told
        attributes = f' datetime="{escape(event.date.iso)}"'
        marks.append(Mark(*place, "time", attributes, event.id, after))
    return marks


def _date_place(text: str, event: EventView) -> tuple[int, int] | None:
    clause = locate(text, (event.clause,)) if event.clause else 0
    if not isinstance(clause, int):
        start, end = clause[0]
        when = locate(text[start:end], (event.when,)) if event.when else 0
        if not isinstance(when, int):
            return start + when[0][0], start + when[0][1]
    when = locate(text, (event.when,)) if event.when else 0
    return None if isinstance(when, int) else when[0]


def _explained(event: EventView, page: BriefPage, words: Words) -> str:
    """What the words leave open: "Wednesday" needs its day, "in 2022" needs nothing."""
    same_year = event.date.iso[:4] == page.published.iso[:4]
    form = "short" if same_year and event.date.precision == "day" else "text"
    edtf, date = event.date.edtf, event.date
    # That it is approximate the article has said in its own way.
    plain = replace(date, edtf=edtf.replace("~", "").replace("%", "?")) if "~" in edtf or "%" in edtf else date
    known = set(WORD.findall(words.date(plain, form).casefold()))
    told = set(WORD.findall(event.when.casefold()))
    return "" if all(_within(one, told) for one in known) else words.date(event.date, form)


def _within(word: str, told: set[str]) -> bool:
    """Whether a word is among those told; what is not in Latin letters may have an ending, as "20일에" has."""
    return word in told or (not word.isascii() and any(one.startswith(word) for one in told))


def _people_marks(
    run: Sequence[Token], text: str, page: BriefPage, taken: Sequence[tuple[int, int]], href: Href
) -> list[Mark]:
    """A link at the first mention of everyone who has a page, outside quotes, links, headings and code."""
    free = [token for token in run if token.text and not token.linked and not token.quiet]
    marks = []
    for line in page.people:
        place = href(line.person.url) if line.person.url is not None else ""
        if not place:
            continue
        for token in free:
            found = _whole(token.text, line.person.text)
            if found < 0:
                continue
            start, end = token.offset + found, token.offset + found + len(line.person.text)
            if not any(first < end and start < last for first, last in taken):
                marks.append(Mark(start, end, "a", f' href="{escape(place)}"'))
                break
    return marks


def _whole(text: str, name: str) -> int:
    """Where a name first stands as whole words; -1 where it does not. Most briefs name someone whom no other does."""
    place = text.find(name)
    while place >= 0 and any(sign.isalnum() or sign == "_" for sign in _beside(text, place, place + len(name))):
        place = text.find(name, place + 1)
    return place


def _beside(text: str, start: int, end: int) -> str:
    return text[max(0, start - 1) : start] + text[end : end + 1]


def _laminar(marks: Sequence[Mark]) -> tuple[list[Mark], dict[int, str]]:
    """Marks that nest; of one that crosses another only the anchor is kept, at the place where the other begins."""
    placed: list[Mark] = []
    anchors: dict[int, str] = {}
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        crossed = next((other for other in placed if other.start < mark.start < other.end < mark.end), None)
        if crossed is None:
            placed.append(mark)
        elif mark.id:
            anchors.setdefault(crossed.start, mark.id)
    return placed, anchors
