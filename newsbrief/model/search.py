"""What a reader can search for: a value for each brief, quote, dated event and person, and for things with a page."""

from __future__ import annotations

from newsbrief.model.stored import Stored
from newsbrief.model.views import DateText

# Whatever has a page of its own for the briefs that have it. In the index these come behind the kinds of old.
THINGS = ("story", "place", "organisation", "author")
KINDS = ("brief", "quote", "date", "person", *THINGS)


class Findable(Stored, frozen=True):
    """One possible result. `kind` is one of KINDS; `day` (ISO) is the day of its brief, "" for a person or thing.

    `text` and `detail` are shown, with `date` where there is one; `url` is relative to the site's root. It is found by
    the words of `words`, and by those of `also` too, which say less about it (a brief's body, a person's roles); a
    dated event and a brief by their `date` too.
    """

    kind: str
    day: str
    url: str
    text: str
    words: str
    also: str = ""
    detail: str = ""
    date: DateText | None = None
