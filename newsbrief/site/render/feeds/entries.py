"""What stands in a feed: briefs, what a person said in them, and what was set right."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from html import escape
from operator import attrgetter

from msgspec import Struct

from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.model.views import NoteView, QuoteView
from newsbrief.site.render.feeds.forms import Item
from newsbrief.site.render.languages import tag

# What sets something right. Updates and replies are read where they stand.
RIGHTED = ("correction", "clarification", "retraction")
Address = Callable[[str], str]


class Phrases(Struct, frozen=True):
    """The site's own words in entries, as plain text.

    `note` names a note with its day; `retracted` makes the title of a retracted brief, `gone` stands in its text.
    """

    note: Callable[[NoteView], str] = attrgetter("kind")
    retracted: Callable[[str], str] = str
    gone: str = ""


def of_brief(page: BriefPage, html: str, address: Address, phrases: Phrases) -> Item:
    """The whole brief, below what was set right in it. `html` is its clean body, or "" of an excerpt.

    Whoever reads it here would not see its page, on which the notes stand first, too.
    """
    url = address(page.url)
    notes = "".join(_note(note, phrases) for note in page.notes)
    # With a note alone readers of feeds would show that for the brief.
    html = html or (f"<p>{escape(page.summary, quote=False)}</p>" if notes and page.summary else "")
    return Item(
        id=url,
        url=url,
        title=page.headline,
        summary=page.summary,
        html=notes + _photo(page, address) + html,
        published=page.published_at,
        updated=page.modified_at,
        authors=tuple(author.text for author in page.authors),
        topics=tuple(topic.text for topic in page.topics),
        image=address(page.photo.large.url) if page.photo else "",
        lang=tag(page.lang),
        notes=notes,
    )


def of_retracted(page: BriefPage, address: Address, phrases: Phrases) -> Item:
    """What is left of a retracted brief, in place of the text that readers of the feed have: that it was, and why."""
    url = address(page.url)
    html = "".join((f"<p>{escape(phrases.gone, quote=False)}</p>", *(_note(note, phrases) for note in page.notes)))
    return Item(
        id=url,
        url=url,
        title=phrases.retracted(page.headline),
        summary="",
        html=html,
        published=page.published_at,
        updated=page.modified_at,
        authors=(),
        topics=(),
        lang=tag(page.lang),
        notes=html,
    )


def _note(note: NoteView, phrases: Phrases) -> str:
    return f"<p><strong>{escape(phrases.note(note), quote=False)}:</strong> {escape(note.text, quote=False)}</p>"


def _photo(page: BriefPage, address: Address) -> str:
    """The photo over the text, with whose it is: a mere address of it would part the two."""
    photo = page.photo
    if photo is None:
        return ""
    said = " · ".join(escape(words, quote=False) for words in (photo.caption, photo.credit, photo.rights) if words)
    size = f'width="{photo.large.width}" height="{photo.large.height}"'
    picture = f'<img src="{escape(address(photo.large.url))}" alt="{escape(photo.alt)}" {size}>'
    return f"<figure>{picture}<figcaption>{said}</figcaption></figure>"


def of_person(page: BriefPage, person: str, address: Address) -> Item:
    """What one person says in a brief, or that it names them. `person` is the address of their page.

    Its id is another than the brief's: who reads both feeds gets both.
    """
    own = [quote for quote in page.quotes if quote.speaker.url == person]
    summary = f"<p>{escape(page.summary, quote=False)}</p>" if page.summary else ""
    return Item(
        id=f"{address(person)}#{page.url}",
        url=address(page.url),
        title=page.headline,
        summary=page.summary,
        html="".join(_said(quote, address) for quote in own) + summary,
        published=page.published_at,
        updated=page.modified_at,
        authors=tuple(author.text for author in page.authors),
        topics=tuple(topic.text for topic in page.topics),
        lang=tag(page.lang),
    )


def _said(quote: QuoteView, address: Address) -> str:
    words = BETWEEN_PARTS.join(f"“{escape(part, quote=False)}”" for part in quote.parts)
    return f'<blockquote><p><a href="{escape(address(quote.url))}">{words}</a></p></blockquote>'


def of_notes(page: BriefPage, kinds: Mapping[str, str], address: Address, zone: dt.tzinfo) -> Iterable[Item]:
    """Each dated correction, clarification and retraction. `kinds`: what each is called; `zone`: the site's.

    A note has no id of its own: its kind, its day and its place among the notes of that kind and day are one.
    """
    seen: Counter[str] = Counter()
    # Notes of one day stand as the front matter has them, where a new one is written behind the others.
    for note in (note for note in page.notes if note.date and note.kind in RIGHTED):
        day = note.date.iso if note.date else ""
        key = f"{note.kind}-{day}"
        seen[key] += 1
        place = f"{key}-{seen[key]}" if seen[key] > 1 else key
        when = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), zone)
        yield Item(
            id=f"{address(page.url)}#{place}",
            url=address(page.url),
            title=f"{kinds.get(note.kind, note.kind)}: {page.headline}",
            summary=note.text,
            html=f"<p>{escape(note.text, quote=False)}</p>",
            published=when,
            # A note still to come has changed nothing yet, and must not date the feed.
            updated=min(when, page.modified_at),
            authors=(),
            topics=(),
            lang=tag(page.lang),
        )
