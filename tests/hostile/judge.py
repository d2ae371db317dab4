"""Whether anything in an output file would run, load or lead away: a judge for each kind of file.

Not a list of what is bad, but of all that may be there. A page is read by a grammar that is narrower than HTML's (every
attribute in double quotes, no "<" but a tag's), so that no two parsers can read it in two ways.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from xml.etree import ElementTree

# Of HTML, tags and attributes with what they may be; theme/templates and newsbrief/publish/body.py use no others.
TAGS = {
    "html", "head", "meta", "title", "link", "script", "body", "a", "p", "header", "nav", "main", "footer",
    "section", "article", "aside", "div", "h1", "h2", "h3", "h4", "h5", "h6", "span", "small", "b", "strong", "em", "i",
    "s", "sub", "sup", "abbr", "cite", "code", "pre", "kbd", "br", "hr", "img", "figure", "figcaption",
    "picture", "source", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody",
    "tfoot", "tr", "th", "td", "time", "mark", "button", "label", "input", "details", "summary", "svg", "text", "rect",
    "path",
}  # fmt: skip
PLAIN = {
    "class", "id", "lang", "dir", "title", "alt", "width", "height", "hreflang", "start", "reversed", "colspan",
    "rowspan", "scope", "datetime", "hidden", "tabindex", "role", "defer", "charset", "content", "name", "rel",
    "aria-label", "aria-current", "aria-labelledby", "aria-hidden", "aria-pressed", "data-missed", "data-count",
    "data-new", "data-one", "data-many", "data-none", "x", "y", "rx", "d", "data-copy", "property",
    "for", "autocomplete", "autocapitalize", "spellcheck", "enterkeyhint", "maxlength", "data-file", "data-brief",
    "data-entry", "data-entries", "data-quoted", "data-quote", "data-date", "data-person", "data-failed",
    "data-story", "data-place",
    "data-organisation", "data-author", "data-near", "data-help",
    "data-copied", "data-refused", "sizes", "fetchpriority", "decoding",
}  # fmt: skip


def is_local(url: str) -> bool:
    """A path below this page's site: no scheme, no other host."""
    return re.fullmatch(r"[^:\\\x00-\x20]*", re.split(r"[/?#]", url)[0]) is not None and not re.match(r"[/\\]{2}", url)


def is_link(url: str) -> bool:
    """Where a reader may be led who clicks."""
    return is_local(url) or re.match(r"(https?|mailto):", url, re.IGNORECASE) is not None


PHOTO_SIZES = re.compile(r"(?:(?:, )?(?:\.\./)*photos/[\w.~-]+-\d+\.(?:webp|jpg) \d+w)+", re.ASCII)
# The script of every page, and that of the page to search on.
SCRIPT = r"(?:(?:\.\./)*|/(?:brief/)?)theme/newsbrief\.js|\.\./theme/search\.js"
SPECIAL: dict[tuple[str, str], Callable[[str], bool]] = {
    ("a", "href"): is_link,
    ("link", "href"): lambda url: is_local(url) or url.startswith("https://news.example/"),
    ("img", "src"): lambda url: is_local(url) or url.startswith("https://news.example/brief/photos/"),
    ("img", "srcset"): lambda urls: PHOTO_SIZES.fullmatch(urls) is not None,
    ("source", "srcset"): lambda urls: PHOTO_SIZES.fullmatch(urls) is not None,
    ("source", "type"): lambda kind: kind == "image/webp",
    ("script", "src"): lambda url: re.fullmatch(SCRIPT, url) is not None,
    ("script", "type"): lambda kind: kind == "application/ld+json",
    ("link", "type"): lambda kind: kind in ("image/svg+xml", *FEEDS),
    ("a", "type"): lambda kind: kind in ("text/calendar", "application/json"),
    ("button", "type"): lambda kind: kind == "button",
    ("input", "type"): lambda kind: kind == "search",
    ("div", "data-index"): lambda url: url == "../search/index.json",
    ("div", "data-root"): lambda url: url == "../",
    ("button", "data-url"): lambda url: is_local(url) or url.startswith("https://news.example/"),
    ("meta", "http-equiv"): lambda name: name in ("Content-Security-Policy", "refresh"),
}
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^";]*)">')
FEEDS = ("application/atom+xml", "application/rss+xml", "application/feed+json")
TOKEN = re.compile(
    r"(?P<doctype><!doctype html>)|(?P<words>[^<]+)"
    r'|<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<all>(?: [a-z-]+(?:="[^"<>]*")?)*)/?>'
)
ATTRIBUTE = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')
# What we ourselves put between an article's words.
OURS = re.compile(
    r' ?<(a href="[^"]*" aria-label=|small(?= lang=|>\()|script type="application/ld\+json")[^>]*>[^<]*'
    r"</(a|small|script)>"
)
XML = re.compile(r'(?:\s*<\?xml version="1\.0" encoding="utf-8"\?>)?(?:[^<]|<(?![!?]))*\s*')
ELEMENTS = {
    "feed", "entry", "rss", "channel", "item", "title", "subtitle", "summary", "content", "encoded", "description",
    "link", "id", "guid", "updated", "published", "pubDate", "lastBuildDate", "language", "author", "name",
    "creator", "category",
}  # fmt: skip
# Of the search's index: a result's address, a term, and where it stands.
RESULT = re.compile(r"(?:[\w~-][\w.~-]*/)+(?:#[\w-]+)?", re.ASCII)
TERM = re.compile(r"[^\x00-/:-@\[-`{-\xa9]{1,30}")
PLACES = re.compile(r"[\w-]+", re.ASCII)
# The name of a part of the index, and the version of its files.
SEGMENT, VERSION = re.compile(r"names|\d{4}-\d{2}"), re.compile(r"[0-9a-f]+")
SITEMAP_ELEMENTS = {
    "sitemapindex", "sitemap", "urlset", "url", "loc", "lastmod",
    "news", "publication", "name", "language", "publication_date", "title",
}  # fmt: skip
# What any reader takes for a line's end, and control signs.
LINE_END = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
CALENDAR = re.compile(
    r"BEGIN:VCALENDAR|BEGIN:VEVENT|END:VEVENT|END:VCALENDAR|"
    r"(PRODID|VERSION|X-WR-CALNAME|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|URL|TRANSP|STATUS)(;VALUE=[A-Z]+)?:.*"
)


def page(source: str) -> Iterator[str]:
    """All that a page or a fragment holds and must not."""
    at = 0
    for token in TOKEN.finditer(source):
        if token.start() != at:
            break
        at = token.end()
        if token["tag"] and token["tag"] not in TAGS:
            yield token[0]
        attributes = ATTRIBUTE.findall(token["all"] or "")
        for name, value in attributes:
            fits = SPECIAL.get((token["tag"], name), lambda _, name=name: name in PLAIN)
            if not fits(unescape(value)):
                yield token[0]
        if ("http-equiv", "refresh") in attributes:
            to = REFRESH.fullmatch(token[0])
            if not to or not is_local(unescape(to[1])):
                yield token[0]
        if token["tag"] == "script" and not token["end"] and not re.match(r' (src|type)="', token["all"]):
            yield token[0]
    if at != len(source):
        yield f"no plain markup: {source[at : at + 80]!r}"


def words(source: str) -> str:
    """The words of a page as a reader sees them, but for what we put between an article's own."""
    return "".join(unescape(token["words"]) for token in TOKEN.finditer(OURS.sub("", source)) if token["words"])


def data(source: str) -> Iterator[str]:
    """JSON: what other programs take for HTML is judged as HTML."""
    for key, value in _strings("", json.loads(source)):
        if key in ("content_html", "headline", "text.text", "display_date"):
            yield from page(value)
        if key in ("url", "id", "home_page_url", "feed_url") and not value.startswith("https://news.example/"):
            yield f"{key}: {value}"


def search(source: str) -> Iterator[str]:
    """The search's index: its list of parts, terms of letters and figures, results of four strings and a path each."""
    found = json.loads(source)
    if isinstance(found, list):
        for row in found:
            if len(row) != 4 or not all(isinstance(one, str) for one in row) or not RESULT.fullmatch(row[1]):
                yield f"result: {row}"
    elif isinstance(names := found.get("segments"), list):
        yield from (f"segment: {name}" for name in names if not isinstance(name, str) or not SEGMENT.fullmatch(name))
    elif isinstance(found.get("counts"), list):  # a file of terms may have any of these words, with strings
        if {*found} != {"version", "size", "counts", "starts", "often"} or not VERSION.fullmatch(found["version"]):
            yield f"segment: {found}"
    else:
        yield from (f"term: {one}" for one in found if not TERM.fullmatch(one) or not PLACES.fullmatch(found[one]))


def _strings(key: str, value: object) -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            # TimelineJS has its HTML in "text" within "text"; in our own JSON "text" is text.
            yield from _strings("text.text" if (key, name) == ("text", "text") else name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(key, inner)
    elif isinstance(value, str):
        yield key, value


def feed(source: str) -> Iterator[str]:
    """Atom and RSS: known elements, no document type, no instruction; what is HTML in them is judged as such."""
    if not XML.fullmatch(source):
        yield "a declaration, comment or instruction"
        return
    for element in ElementTree.fromstring(source).iter():  # noqa: S314  # it has no document type, as was just seen
        name = element.tag.rpartition("}")[2]
        html = element.get("type") == "html" or name in ("encoded", "summary") or (name == "description")
        if name not in ELEMENTS:
            yield f"<{name}>"
        if html:
            yield from page(element.text or "")
        address = element.get("href", element.text or "" if name == "link" else "https://")
        if not address.startswith("http"):
            yield f"{name}: {address}"


def calendar(source: str) -> Iterator[str]:
    """iCalendar: only the lines that we write, none that a value smuggled in."""
    unfolded = source.replace("\r\n ", "")
    for one in unfolded.removesuffix("\r\n").split("\r\n"):
        if LINE_END.search(one) or not CALENDAR.fullmatch(one):
            yield repr(one[:80])


def sitemap(source: str) -> Iterator[str]:
    """Sitemaps: known elements, and addresses of the site alone."""
    if not XML.fullmatch(source):
        yield "a declaration, comment or instruction"
        return
    for element in ElementTree.fromstring(source).iter():  # noqa: S314  # it has no document type, as was just seen
        name = element.tag.rpartition("}")[2]
        if name not in SITEMAP_ELEMENTS or element.attrib:
            yield f"<{name}>"
        if name == "loc" and not re.fullmatch(r"https://news\.example/[!-~]*", element.text or ""):
            yield f"loc: {element.text}"


def robots(source: str) -> Iterator[str]:
    """robots.txt: only the lines that we write."""
    for line in source.removesuffix("\n").split("\n"):
        if not re.fullmatch(r"User-agent: \*|Disallow:|Sitemap: https://news\.example/[!-~]+\.xml|", line):
            yield repr(line[:80])


def picture(source: bytes) -> Iterator[str]:
    """A card: a PNG with a header, a palette and pixels, and no chunk in which words could be."""
    if source[:8] != b"\x89PNG\r\n\x1a\n":
        yield "no PNG"
        return
    at, kinds = 8, []
    while at < len(source):
        length = int.from_bytes(source[at : at + 4])
        kinds.append(source[at + 4 : at + 8].decode("latin-1"))
        at += length + 12
    if at != len(source) or re.fullmatch("IHDR PLTE( IDAT)+ IEND", " ".join(kinds)) is None:
        yield f"chunks: {kinds}"


JUDGES: dict[str, Callable[[str], Iterator[str]]] = {
    "html": page, "json": data, "xml": feed, "ics": calendar, "txt": robots
}  # fmt: skip


def active(name: str, source: bytes) -> list[str]:
    """What is wrong with one output file; a kind that nobody judges is wrong by itself."""
    if name.startswith("cards/"):
        return list(picture(source))
    ending = name.rpartition(".")[2]
    judge = search if name.startswith("search/") and ending == "json" else JUDGES.get(ending)
    judge = sitemap if re.fullmatch(r"(?:news-)?sitemap[\w-]*\.xml", name) else judge
    return list(judge(source.decode("utf-8"))) if judge else [f"{name}: no judge for this kind of file"]
