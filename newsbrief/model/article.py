"""A raw article as an intake form read it."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.model.stored import Stored

# No article is this long; what is longer is another kind of file.
MAX_RAW_BYTES = 10_000_000
# What a paragraph is: plain, a heading of the second to fourth level, an item of a list, of a numbered one, or quoted.
KINDS = ("", "h2", "h3", "h4", "item", "number", "quote")


class Photo(Stored, frozen=True):
    """Whose picture it is and what the article claims about the right to show it; the picture itself is not here.

    `alt` says what is to be seen, to those who do not see it. `file`: where the picture lies, in a brief only.
    """

    credit: str = ""
    rights: str = ""
    caption: str = ""
    alt: str = ""
    file: str = ""


class Delivery(Struct, frozen=True):
    """What an agency's file says of an item besides its words.

    `item` is its name for all its versions, "" where it has none; `version` a number that grows, `sent` the instant of
    this version, ISO 8601: both as far as the file tells. `status`: "" for usable, "withheld" or "canceled"; `kill`:
    why it is canceled, in the agency's words. `rights`: one of `model.brief.RIGHTS` where the terms leave no doubt;
    `terms`: what it says about use and copyright, word for word. `corrects`: what it tells readers that it corrects.
    `sender`: the code of whoever sends it, where it names no source. `doubts`: what a person should know of how the
    item was read.
    """

    item: str = ""
    version: str = ""
    sent: str = ""
    status: str = ""
    kill: str = ""
    category: str = ""
    subjects: tuple[str, ...] = ()
    summary: str = ""
    located: str = ""
    rights: str = ""
    terms: str = ""
    corrects: str = ""
    sender: str = ""
    doubts: tuple[str, ...] = ()


class Article(Struct, frozen=True):
    """One raw article, before anything was understood.

    `paragraphs` are the text's blocks in order, without the headline, each one line of plain text (wrapped lines
    joined); credit lines, bylines and datelines still stand among them when the form is plain text.
    `lines` holds, for each paragraph, the line of the raw file on which it begins (from 1; 0 where a form has none).
    `date` is ISO 8601 as precise as the form gives it, or "" when the form itself names none.
    `authors` and `photo` are filled only by forms that mark them up.
    `kinds` holds, for each paragraph, one of KINDS; empty where a form has paragraphs only.
    `asides` are lines outside of the text that may credit or date it; `notes` those that speak to editors; `embargo`
    is the time before which nothing may be published, in the article's words; `link` is the address where it stands on
    the web, http or https. `pictures` are files of pictures that came in the raw file, the likeliest to be the
    article's first, as they came: nobody has looked at them. `delivery` is there only for agency files.
    Only one of these may have no paragraphs: some items are a headline and nothing else.
    """

    headline: str
    paragraphs: tuple[str, ...]
    lines: tuple[int, ...] = ()
    date: str = ""
    authors: tuple[str, ...] = ()
    photo: Photo | None = None
    lang: str = ""
    source: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    dateline: str = ""
    asides: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    embargo: str = ""
    link: str = ""
    delivery: Delivery | None = None
    pictures: tuple[bytes, ...] = ()


class Reading(Struct, frozen=True):
    """An article after its credit lines were told from its text: what `newsbrief read` prints.

    `text` is the body: paragraphs joined by one blank line. Every offset in `model.mentions` counts its code points.
    `kinds`: what each paragraph is, as in `Article`.
    """

    headline: str
    text: str
    date: str = ""
    authors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    photo: Photo | None = None
    dateline: str = ""
    lang: str = ""
    kinds: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    embargo: str = ""
    link: str = ""
    delivery: Delivery | None = None
