"""NewsML-G2: items by themselves or in a message, with their text as NITF, as XHTML or as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element
from msgspec.structs import replace

from newsbrief.intake.wire import nitf
from newsbrief.intake.wire.bodies import Body, best
from newsbrief.intake.wire.item import Item, Topic
from newsbrief.intake.wire.markup import is_markup, of_html, of_tree
from newsbrief.intake.wire.times import first_of, instant
from newsbrief.intake.wire.tree import attribute, every, first, local, within, words
from newsbrief.model.article import Photo
from newsbrief.model.refusal import RefusedError

OTHER_ITEMS = {
    "packageitem": "a package that names other items and has no text of its own",
    "conceptitem": "a concept of a vocabulary",
    "knowledgeitem": "a vocabulary",
    "planningitem": "a plan of coverage",
    "catalogitem": "a catalogue",
}
ITEMS = frozenset({"newsitem", *OTHER_ITEMS})
# Parts of an item, as documentation and broken senders have them.
PARTS = frozenset({"contentset", "contentmeta", "itemmeta", "inlinexml"})
WORDLESS = {"picture": "a picture", "graphic": "a graphic", "video": "a video", "audio": "a sound recording"}
WORDLESS |= {"animated": "an animation", "composite": "a package", "component": "a part of another item"}
STANDING = {
    **dict.fromkeys(("canceled", "cancelled", "kill", "killed", "withdrawn", "withdrawal", "retraction"), "canceled"),
    "withheld": "withheld",
}
# Kinds of what an item is about that are no topics.
NO_TOPIC = frozenset({"person", "organisation", "organization", "geoarea", "poi", "event", "object"})
# Roles of a headline that is not the main one.
LESSER = ("sub", "short", "secondary", "line", "mobile", "slug", "web", "seo")
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
WRITERS = ("", "writer", "author", "reporter", "journalist", "byline", "correspondent", "creator")


def found(root: _Element) -> Iterator[_Element]:
    """The items of a message or file, in order."""
    if local(root) in ITEMS or local(root) in PARTS:
        yield root
    # A package may have its items with it.
    outer = ITEMS - {"packageitem"}
    if local(root) not in outer:
        yield from (one for one in within(root, *ITEMS) if not any(local(up) in outer for up in one.iterancestors()))


def read(item: _Element) -> Item:
    """One item. Raises RefusedError for whatever is no news item with words."""
    if reason := OTHER_ITEMS.get(local(item)):
        raise RefusedError((0, f"not an article: {reason}"))
    meta, about = first(item, "itemmeta"), first(item, "contentmeta")
    about = item if local(item) == "contentmeta" else about
    kind = _code(first(meta, "itemclass"))
    lang = attribute(first(about, "language"), "tag") or attribute(item, "lang")
    inner = next((nitf.read(one) for one in within(item, "nitf")), Item())
    body = best(_bodies(item), lang)
    description = _chosen(about, "description", lang)
    if body is None and kind in WORDLESS:
        raise RefusedError((0, f"not an article: {WORDLESS[kind]} without a text of its own"))
    title = _chosen(about, "headline", lang) or inner.headline or _html_title(item)
    named = words(first(meta, "title"))
    given = body or Body(text=description)
    rights = first(item, "rightsinfo")
    written, changed = (words(first(about, name)) for name in ("contentcreated", "contentmodified"))
    made, sent = (words(first(meta, name)) for name in ("firstcreated", "versioncreated"))
    embargo = first(meta, "embargoed")
    return Item(
        # A title of one word is a slug.
        headline=title or (named if " " in named else ""),
        labels=_labels(about, named, lang),
        blocks=given.blocks,
        text=given.text,
        name=attribute(item, "guid") or inner.name,
        version=attribute(item, "version") or inner.version,
        sent=first_of(sent, changed),
        date=first_of(made, written, sent) or inner.date,
        authors=_authors(about) or inner.authors or _creators(about),
        source=_sources(meta, about) or inner.source or _makers(about),
        sender=_sender(meta, about),
        dateline=words(first(about, "dateline")) or inner.dateline,
        located=_located(about, lang),
        lang=lang or inner.lang,
        link=_link(meta),
        topics=tuple(_topics(about, lang)) or inner.topics,
        summary=(description if body else "") or inner.summary,
        usage=tuple(words(one) for one in _each(rights, "usageterms")) or inner.usage,
        copyright=tuple(words(one) for one in _each(rights, "copyrightnotice"))
        or tuple(_name(one) for one in _each(rights, "copyrightholder"))
        or inner.copyright,
        embargo=instant(words(embargo)) or inner.embargo,
        lifted=(embargo is not None and not instant(words(embargo))) or inner.lifted,
        notes=(*(words(one) for one in _each(meta, "ednote")), *inner.notes),
        standing=_standing(meta) or inner.standing,
        photo=inner.photo,
    )


def picture(item: _Element) -> Photo | None:
    """What a picture that travels with a text says of itself; None for what is no picture."""
    if local(item) != "newsitem" or _code(first(item, "itemmeta", "itemclass")) not in ("picture", "graphic"):
        return None
    about, rights = first(item, "contentmeta"), first(item, "rightsinfo")
    credit = words(first(about, "creditline")) or ", ".join(_authors(about) or _creators(about))
    claim = words(first(rights, "usageterms")) or words(first(rights, "copyrightnotice"))
    return Photo(credit, claim, _chosen(about, "description", "")) if credit else None


def _bodies(item: _Element) -> Iterator[Body]:
    """Every rendition of the text that is in the file."""
    holders = [item] if local(item) == "inlinexml" else within(item, "inlinexml")
    for holder in holders:
        documents = [one for one in holder if local(one) in ("nitf", "html")]
        if not len(holder):
            yield _written(holder)
        elif not documents:
            yield Body(of_tree(holder), lang=attribute(holder, "lang"))
        for one in documents:
            inner = first(one, "body")
            text = nitf.body_of(one) if local(one) == "nitf" else Body(of_tree(inner if inner is not None else one))
            yield replace(text, lang=attribute(holder, "lang") or attribute(one, "lang"))
    for holder in within(item, "inlinedata"):
        yield _written(holder)


def _written(holder: _Element) -> Body:
    """Text, or HTML that was escaped."""
    said = "".join(map(str, holder.itertext()))
    kind = attribute(holder, "contenttype").lower()
    if attribute(holder, "encoding") or kind.startswith(("image/", "video/", "audio/")):
        return Body()
    marked = is_markup(said) and kind != "text/plain"
    return Body(of_html(said) if marked else (), "" if marked else said, attribute(holder, "lang"))


def _html_title(item: _Element) -> str:
    return next((words(first(one, "head", "title")) for one in within(item, "html")), "")


def _labels(about: _Element | None, named: str, lang: str) -> tuple[str, ...]:
    """What names an item without a headline, the best first."""
    slug, keyword = (words(first(about, name)) for name in ("slugline", "keyword"))
    subjects = (_name(one, lang) for one in _each(about, "subject"))
    return (named, slug, keyword, ", ".join(list(dict.fromkeys(filter(None, subjects)))[:3]))


def _each(element: _Element | None, name: str) -> Iterator[_Element]:
    return every(element, name) if element is not None else iter(())


def _code(element: _Element | None) -> str:
    """The last part of a code: “ninat:text”, “http://…/ninature/text”."""
    code = attribute(element, "qcode", "uri", "literal") or words(element)
    return code.rpartition(":")[2].rpartition("/")[2].strip().lower()


def _chosen(about: _Element | None, name: str, lang: str) -> str:
    """Of several headlines or descriptions: the main one, in the item's language."""

    def rank(element: _Element) -> tuple[bool, bool, bool]:
        role = attribute(element, "role").rpartition(":")[2].lower()
        tongue = attribute(element, "lang")[:2].lower()
        lesser = any(part in role for part in (*LESSER, "caption")) and "main" not in role
        return lesser, bool(tongue and lang and tongue != lang[:2].lower()), role not in ("", "main", "hld", "summary")

    return next(filter(None, map(words, sorted(_each(about, name), key=rank))), "")


def _name(element: _Element, lang: str = "") -> str:
    """What an element with names is called, in the item's language if it has one in it."""
    names = list(every(element, "name"))
    names.sort(key=lambda one: bool(lang) and attribute(one, "lang")[:2].lower() not in ("", lang[:2].lower()))
    return words(names[0]) if names else attribute(element, "literal")


def _authors(about: _Element | None) -> tuple[str, ...]:
    return tuple(filter(None, (words(one) for name in ("by", "byline") for one in _each(about, name))))


def _creators(about: _Element | None) -> tuple[str, ...]:
    """People who wrote it; a creator that is an organisation is a source."""
    return tuple(_name(one) for one in _each(about, "creator") if _is_writer(one) and _name(one))


def _makers(about: _Element | None) -> tuple[str, ...]:
    """Creators that are houses."""
    return tuple(filter(None, (_name(one) for one in _each(about, "creator") if _is_house(one))))


def _is_house(element: _Element) -> bool:
    """Whether a creator is no person: it says so, or its code is the name of a host (“web:news.example”)."""
    kind = attribute(element, "type").rpartition(":")[2].lower()
    return kind.startswith("organi") or HOST.fullmatch(attribute(element, "qcode").rpartition(":")[2]) is not None


def _is_writer(element: _Element) -> bool:
    role = attribute(element, "role").rpartition(":")[2].lower()
    return role in (*WRITERS, "photographer") and not _is_house(element)


def _sources(meta: _Element | None, about: _Element | None) -> tuple[str, ...]:
    """Whose reporting it is; where nobody is named, whom to credit, or who sends it."""
    named = tuple(filter(None, (_name(one) for one in _each(about, "infosource"))))
    credit = words(first(about, "creditline"))
    provider = first(meta, "provider")
    sender = _name(provider) if provider is not None else ""
    # Some have a host's name for a name.
    sender = sender if " " in sender or "." not in sender else ""
    return named or tuple(filter(None, (credit or sender,)))


def _sender(meta: _Element | None, about: _Element | None) -> str:
    """The code of the agency: “nprov:REUTERS”."""
    codes = (
        attribute(one, "qcode").rpartition(":")[2] for one in (first(meta, "provider"), first(about, "infosource"))
    )
    return next((code for code in codes if code.isalpha()), "")


def _standing(meta: _Element | None) -> str:
    """Whether the item may be published; a signal may say it, too."""
    codes = [_code(first(meta, "pubstatus")), *(_code(one) for one in _each(meta, "signal"))]
    return next((STANDING[code] for code in codes if code in STANDING), "")


def _located(about: _Element | None, lang: str) -> str:
    element = first(about, "located")
    return _name(element, lang) if element is not None else ""


def _link(meta: _Element | None) -> str:
    """The address at which the item itself stands on the web."""
    own = (one for one in _each(meta, "link") if _relation(one) in ("alternate", "canonical", "ispublishedat"))
    return next((attribute(one, "href") for one in own), "")


def _relation(link: _Element) -> str:
    return attribute(link, "rel").rpartition(":")[2].lower()


def _topics(about: _Element | None, lang: str) -> Iterator[Topic]:
    """Subjects; where there are none, keywords."""
    subjects = list(_each(about, "subject"))
    for one in subjects:
        if attribute(one, "type").rpartition(":")[2].rpartition("/")[2].lower() in NO_TOPIC:
            continue
        above = tuple(attribute(up, "qcode", "uri") for up in within(one, "broader"))
        yield Topic(_name(one, lang), attribute(one, "qcode", "uri", "literal"), above)
    if not subjects:
        yield from (Topic(words(one)) for one in _each(about, "keyword"))
