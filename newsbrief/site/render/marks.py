"""Marks for quotes, dates and people in a brief's body. The words themselves never change.

A mark is put around words that were found. Where it would cross another mark, only its anchor is set, so every link to
 "#q1" or "#e1" arrives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from msgspec.structs import replace

from newsbrief.document import locate
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import EventView
from newsbrief.site.render.clean_html import Token, Tokens, paragraphs, tokens
from newsbrief.site.render.marking import Mark, inside, write, write_paragraphs
from newsbrief.site.render.translations import IN_ENGLISH, Translations

Href = Callable[[str], str]
# Where a stretch of text begins and ends.
Span = tuple[int, int]
OPENING = "“\"„«‘'‹"
CLOSING = "”\"“»’'›"
# What follows a quote and belongs to the word before it: the permalink comes after that.
STOPS = re.compile(r"[.,;:!?…)\]}”\"“»’'›。、，；：！？」』）]*")
WORD = re.compile(r"\w+")
# The permalink of a quote is named by so many of its first words.
NAMING_WORDS = 3


def marked(
    html: str, page: BriefPage, href: Href, words: Translations = IN_ENGLISH, plain: Tokens | None = None
) -> str:
    """Return clean HTML with its marks.

    `href` returns the link from this page to an address of the site, or "" if there is no page: no mark leads there.
    `words` are the site's. `plain` is what `clean_html.paragraphs` returns for the HTML, if the caller has it.
    """
    plain = plain or paragraphs(html)
    run, text = plain or tokens(html)
    quotes, permalinks = _quote_marks(text, page, href, words)
    quoted = [(mark.start, mark.end) for mark in quotes]
    dates = _date_marks(text, page, quoted, words)
    people = _people_marks(run, text, page, [(m.start, m.end) for m in (*quotes, *dates)], href)
    placed, anchors = _laminar([*quotes, *dates, *people])
    wanted = {quote.id for quote in page.quotes} | {event.id for event in page.events}
    lost = sorted(wanted - {mark.id for mark in placed} - set(anchors.values()))
    head = "".join(f'<span id="{escape(name)}"></span>' for name in lost)
    if plain and inside(run, placed):
        return head + write_paragraphs(run, placed, anchors, quoted, permalinks)
    return head + write(tokens(html)[0] if plain else run, placed, anchors, quoted, permalinks)


def _quote_marks(text: str, page: BriefPage, href: Href, words: Translations) -> tuple[list[Mark], dict[int, str]]:
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
        if link := href(quote.url):
            behind = STOPS.match(text, marks[-1].end)
            end = behind.end() if behind else marks[-1].end
            # A no-break space: the sign alone would mean nothing at the beginning of a line.
            permalinks[end] = f'\N{NO-BREAK SPACE}<a href="{escape(link)}" aria-label="{label}"{lang}>¶</a>'
    return marks, permalinks


def _beginning(text: str) -> str:
    """Return enough words to distinguish the quotes of a page.

    There is no "…" behind them: nobody takes three words for the whole quote, and the quote itself stands before them.
    """
    return " ".join(text.split()[:NAMING_WORDS])


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a part to the quotation marks around it, and to the comma or full stop inside them."""
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


def _date_marks(text: str, page: BriefPage, quoted: Sequence[Span], words: Translations) -> list[Mark]:
    marks = []
    previous = ""
    places = [(place, event) for event in page.events if (place := _date_place(text, event)) is not None]
    for place, event in sorted(places, key=lambda one: one[0]):
        is_quoted = any(start < place[1] and place[0] < end for start, end in quoted)
        known = "" if is_quoted else _explained(event, page, words)
        # Of several words that mean the same day, the first says it.
        after = f" <small{words.ours(page.lang)}>({escape(known)})</small>" if known not in ("", previous) else ""
        previous = known or previous
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


def _explained(event: EventView, page: BriefPage, words: Translations) -> str:
    """Return the date if the words do not say it all: "Wednesday" needs its day, "in 2022" needs nothing."""
    same_year = event.date.iso[:4] == page.published.iso[:4]
    form = "short" if same_year and event.date.precision == "day" else "text"
    edtf, date = event.date.edtf, event.date
    # That the date is approximate, the words say in their own way.
    plain = replace(date, edtf=edtf.replace("~", "").replace("%", "?")) if "~" in edtf or "%" in edtf else date
    known = set(WORD.findall(words.date(plain, form).casefold()))
    own = set(WORD.findall(event.when.casefold()))
    return "" if all(_within(one, own) for one in known) else words.date(event.date, form)


def _within(word: str, own: set[str]) -> bool:
    """Return whether a word is among those of the article. Words in other letters may have endings: "20일에"."""
    return word in own or (not word.isascii() and any(one.startswith(word) for one in own))


def _people_marks(run: Sequence[Token], text: str, page: BriefPage, taken: Sequence[Span], href: Href) -> list[Mark]:
    """Return a link at the first mention of everyone who has a page, outside quotes, dates, links, headings, code."""
    free = [token for token in run if token.text and not token.linked and not token.quiet]
    marks = []
    for line in page.people:
        link = href(line.person.url) if line.person.url is not None else ""
        if not link:
            continue
        for token in free:
            found = _whole(token.text, line.person.text)
            if found < 0:
                continue
            start, end = token.offset + found, token.offset + found + len(line.person.text)
            if not any(first < end and start < last for first, last in taken):
                marks.append(Mark(start, end, "a", f' href="{escape(link)}"'))
                break
    return marks


def _whole(text: str, name: str) -> int:
    """Return the place where a name first stands as whole words; -1 for none."""
    place = text.find(name)
    while place >= 0 and any(sign.isalnum() or sign == "_" for sign in _beside(text, place, place + len(name))):
        place = text.find(name, place + 1)
    return place


def _beside(text: str, start: int, end: int) -> str:
    return text[max(0, start - 1) : start] + text[end : end + 1]


def _laminar(marks: Sequence[Mark]) -> tuple[list[Mark], dict[int, str]]:
    """Return the marks that nest, and, by place, the ids of those that cross another: anchors where it begins."""
    placed: list[Mark] = []
    anchors: dict[int, str] = {}
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        crossed = next((other for other in placed if other.start < mark.start < other.end < mark.end), None)
        if crossed is None:
            placed.append(mark)
        elif mark.id:
            anchors.setdefault(crossed.start, mark.id)
    return placed, anchors
