"""The lead picture: its caption, whom the page credits, and what it claims about rights. The picture stays outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bs4 import Tag
from msgspec import Struct
from msgspec.structs import replace

from newsbrief.intake.credit import CREDIT_WORDS, credited, is_credit, parted
from newsbrief.intake.page import data
from newsbrief.intake.page.data import Item
from newsbrief.intake.page.look import IMAGES, Look, fold, plain, words
from newsbrief.model.article import Photo
from newsbrief.rules.pages import Pages

CREDIT = re.compile(r"credit|copyright|photographer|attribution|(?<![a-z])(?:byline|source|author)(?![a-z])", re.I)
CAPTION = re.compile(r"caption|credit", re.IGNORECASE)
# What stands for a picture until it is seen.
EMPTY = re.compile(r"placeholder|blank|spacer|transparent|lazy|loading|default", re.IGNORECASE)
ENDING = re.compile(r"(?:\.[A-Za-z]\w{1,4}){1,2}$")
SIZE = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|\d{3,4}|scaled)$")
LONGEST, SHORTEST_NAME = 1_500, 6
# Inner elements of a picture, declared pictures; captions within captions.
MOST, DEEPEST = 60, 4


class Shown(Struct, frozen=True):
    """A picture as it stands on the page; `files` are the names of its files without ending."""

    photo: Photo
    files: frozenset[str]


def lead(look: Look, rules: Pages) -> Photo | None:
    """The article's lead picture, None where the page credits and describes none."""
    declared = [item for article in look.articles() for item in data.pictures(article)][:MOST]
    wanted = frozenset().union(*map(_item_files, declared), *map(_files, look.meta.get("og:image", ())))
    found = _on_page(look, wanted, rules)
    # An article may declare all of its pictures: the first is the lead, and others with its file are its copies.
    own = next((files for item in declared if (files := _item_files(item))), wanted)
    alone = [item for item in look.items if "ImageObject" in data.kinds(item)]
    for item in (*declared[:1], *(item for item in (*declared[1:], *alone) if _item_files(item) & own)):
        found = _together(found, _described(item, rules))
    return found if found != Photo() else None


def _on_page(look: Look, wanted: frozenset[str], rules: Pages) -> Photo:
    """What the page shows beside the picture that it declares, else beside its first picture."""
    shown = list(_shown(look, rules))
    same = [one for one in shown if one.files & wanted]
    if not same and any(_pictured(image) & wanted for image in look.soup.find_all(IMAGES)):
        return Photo()
    found = Photo()
    for one in same or shown:
        if found != Photo() and not one.files & (same or shown)[0].files:
            break
        found = _together(found, one.photo)
    return found


def captions(look: Look) -> frozenset[str]:
    """The folded words of every caption and credit, so that none is taken for a paragraph."""
    depths: dict[int, int] = {}
    found = set()
    for tag in look.soup.find_all(True):
        marked = tag.name == "figcaption" or CAPTION.search(_marks(tag)) is not None
        depth = depths[id(tag)] = depths.get(id(tag.parent), 0) + marked
        if marked and depth <= DEEPEST and len(folded := fold(words(tag))) <= LONGEST:
            found.add(folded)
    return frozenset(found)


def _shown(look: Look, rules: Pages) -> Iterator[Shown]:
    """Pictures with a caption or a credit after the headline, in page order, and those of no known place."""
    files: frozenset[str] = frozenset()
    after = not look.soup.find("h1")
    done: set[int] = set()
    for tag in look.soup.find_all(True):
        after = after or tag.name == "h1"
        if tag.name in IMAGES:
            files = _pictured(tag)
        if id(tag) in done or (tag.name != "figure" and not CAPTION.search(_marks(tag))):
            continue
        done.update(id(inner) for inner in tag.find_all(True) if inner.name not in IMAGES)
        images = tag.find_all(IMAGES)
        own = frozenset().union(*(_pictured(image) for image in images)) if images else files
        photo = _read(tag, rules)
        if photo != Photo() and (after or images):
            yield Shown(photo, own)


def credited_in(figure: Tag, rules: Pages) -> Photo:
    """What a figure says of its picture."""
    return _read(figure, rules)


def _marks(tag: Tag) -> str:
    """What an element's class and microdata call it."""
    told = (tag.get("class"), tag.get("itemprop"), tag.get("data-testid"))
    return " ".join(" ".join(one) if isinstance(one, list) else str(one) for one in told if one)


def _read(tag: Tag, rules: Pages) -> Photo:
    """A figure's or a caption's credit and caption."""
    caption = tag if tag.name != "figure" else tag.find("figcaption") or _first_caption(tag)
    text = words(caption)[:LONGEST].rstrip() if isinstance(caption, Tag) else ""
    for inner in (tag, *tag.find_all(True, limit=MOST)):
        said = words(inner)[:LONGEST].rstrip() if _is_credit_element(inner) else ""
        photo = credited(said, rules) if said and (inner is not caption or is_credit(said, rules)) else Photo()
        if photo.credit and (len(said.split()) <= CREDIT_WORDS // 2 or said != text):
            rest = plain(text.replace(said, " ", 1)) if said != text else ""
            return replace(photo, caption=parted(rest, rules).caption)
    return parted(text, rules)


def _is_credit_element(tag: Tag) -> bool:
    marks = _marks(tag)
    if tag.name in (*IMAGES, "figure", "picture", "source") or not CREDIT.search(marks):
        return False
    return "caption" not in marks.lower() or "credit" in marks.lower() or "copyright" in marks.lower()


def _first_caption(tag: Tag) -> Tag | None:
    return next((inner for inner in tag.find_all(True) if CAPTION.search(_marks(inner))), None)


def _described(item: Item, rules: Pages) -> Photo:
    """What JSON-LD says of a picture."""
    caption = plain(data.text(item.get("caption")) or data.text(item.get("description")))[:LONGEST].rstrip()
    named = (data.names(item.get(key)) for key in ("author", "creator", "sourceOrganization", "copyrightHolder"))
    who = data.text(item.get("creditText")) or next((", ".join(names) for names in named if names), "")
    photo = credited(plain(who), rules)
    notice, licence = (plain(data.text(item.get(key))) for key in ("copyrightNotice", "license"))
    # A licence's address tells it only where no words do.
    told = (notice, "" if notice and "://" in licence else licence)
    rights = ", ".join(claim.rstrip(".") if claim == notice and told[1] else claim for claim in told if claim)
    said = parted(caption, rules)
    return _together(replace(photo, caption=said.caption, rights=rights or photo.rights), said)


def _together(one: Photo, other: Photo) -> Photo:
    return Photo(one.credit or other.credit, one.rights or other.rights, one.caption or other.caption)


def _pictured(image: Tag) -> frozenset[str]:
    """The names of an image's files, wherever the page keeps its address."""
    addresses = (
        image.get(name) for name in ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
    )
    return frozenset().union(*(_files(one.split(" ")[0] if isinstance(one, str) else None) for one in addresses))


def _item_files(item: Item) -> frozenset[str]:
    return _files(data.text(item.get("url")) or data.text(item.get("contentUrl")))


def _files(address: object) -> frozenset[str]:
    """The name of an address's file without ending and size, if it is long enough to tell one picture from another."""
    if not isinstance(address, str) or len(address) > LONGEST or address.startswith("data:"):
        return frozenset()
    try:
        path = urlsplit(unquote(address.split("?")[0])).path
    except ValueError:
        return frozenset()
    name = SIZE.sub("", ENDING.sub("", path.rsplit("/", 1)[-1]))
    return frozenset({name.lower()}) if len(name) >= SHORTEST_NAME and not EMPTY.search(name) else frozenset()
