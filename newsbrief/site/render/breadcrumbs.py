"""What pages are called, and the breadcrumbs that lead from the front page to each."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.pages import ArchivePage, BriefPage, PersonPage
from newsbrief.model.quotes import BETWEEN_PARTS, QuotePage, QuotesPage
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.titles import timeline_title

# Search engines show so many characters of a headline at most (Google's recommendation for news).
HEADLINE = 110


class OwnPage(Struct, frozen=True):
    """A page that people wrote (content/pages/), as templates know it: the variable `page`."""

    title: str
    url: str


def breadcrumbs(model: object, identity: Identity) -> tuple[Link, ...]:
    """Return the links from the front page to a page; () for the front page and for a page without an address.

    A brief's breadcrumbs end with its story, section or topic.
    """
    url = getattr(model, "url", None)
    name = name_of(model, identity)
    if not url or not name:
        return ()
    if isinstance(model, BriefPage):
        over = above(model)
        return (Link(identity.name, ""), over) if over else ()
    return (Link(identity.name, ""), *_between(model, identity), Link(name, url))


def above(page: BriefPage) -> Link | None:
    """Return what a brief belongs to first: its story, else its section, else its first topic."""
    story = (page.story.story,) if page.story else ()
    return next((link for link in (*story, page.section, *page.topics) if link), None)


def name_of(model: object, identity: Identity) -> str:
    """Return what a page is called, without the site's name."""
    if isinstance(model, BriefPage):
        return model.headline
    if isinstance(model, PersonPage):
        return model.name
    if isinstance(model, QuotePage):
        speaker, words = model.quote.speaker.text, BETWEEN_PARTS.join(model.quote.parts)
        return f"{speaker}: “{shortened(words, max(HEADLINE - len(speaker) - 4, HEADLINE // 2))}”"
    if isinstance(model, QuotesPage) and model.letter:
        return f"{identity.menu.get('quotes/', '')}: {model.letter}"
    if isinstance(model, TimelinePage):
        return timeline_title(model, identity.words)
    if isinstance(model, ArchivePage) and model.period:
        return identity.words.date(model.period)
    title = getattr(model, "title", "")
    return str(title) or identity.menu.get(getattr(model, "url", "") or "", "")


def _between(model: object, identity: Identity) -> tuple[Link, ...]:
    """Return the pages between: an entry of the menu, the year of a month, the timeline of an older part."""
    url = str(getattr(model, "url", ""))
    top = "archive/" if isinstance(model, ArchivePage) else f"{url.split('/')[0]}/"
    found = [Link(identity.menu[top], top)] if top in identity.menu and top != url else []
    if isinstance(model, ArchivePage) and url.count("/") > 1:
        found.append(Link(url.split("/")[0], f"{url.split('/')[0]}/"))
    if isinstance(model, TimelinePage) and model.date:
        # An older part stands one folder below its timeline.
        whole = replace(model, url=f"{url.rstrip('/').rpartition('/')[0]}/", date=None)
        found += [] if whole.url == top else [Link(name_of(whole, identity), whole.url)]
    return tuple(found)


def shortened(text: str, longest: int = HEADLINE) -> str:
    """Return a text cut between two words, with an ellipsis if it was cut."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rpartition(" ")[0] if " " in cut else cut[:-1]).rstrip(" ,;:–-") + " …"
