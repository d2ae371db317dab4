"""A brief's Markdown as clean HTML. The only room that knows Markdown and nh3.

Whatever stands in a body, only what is listed here can come out (an allow-list, applied last).
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from html import escape
from urllib.parse import urlsplit

from newsbrief.document import cleaned, words_alone
from newsbrief.publish.effort import BLOCKS, too_much

log = logging.getLogger(__name__)

# How the name of a Markdown file ends.
ENDINGS = ("md", "markdown", "mkd", "mdown")
TAGS = {
    "p", "br", "hr", "em", "strong", "b", "i", "s", "sub", "sup", "small", "abbr", "cite", "code", "pre", "kbd",
    "a", "img", "figure", "figcaption", "blockquote", "ul", "ol", "li", "dl", "dt", "dd",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt", "title", "width", "height"},
    "abbr": {"title"},
    "ol": {"start", "reversed"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto"}
EMPTY_CONTENT = {"script", "style", "iframe", "object", "template", "noscript", "svg", "math", "title", "textarea"}
EXTENSIONS = ("tables", "sane_lists", "def_list", "abbr")
# Where one of these opens and never closes, a browser's parser takes all that follows for its content.
HIDING = "|".join(sorted(EMPTY_CONTENT))
OPENING = re.compile(rf"<(?=({HIDING})\b)", re.IGNORECASE | re.ASCII)
CLOSING = re.compile(rf"</({HIDING})(?:[\s/][^<>]*)?>", re.IGNORECASE | re.ASCII)
# A closing tag whose ">" is missing: it would reach to the next tag's.
CUT = re.compile(r"<(?=/[a-zA-Z][^<>]*<)")
# The page's own headline is the only first-level heading.
FIRST_LEVEL = re.compile(r"<(/?)h1>")


def load() -> None:
    """Have in memory all that may make HTML of a body: a build is known by the programs that it loaded itself."""
    import markdown
    import nh3  # noqa: F401  # as above

    markdown.Markdown(extensions=list(EXTENSIONS))


def to_html(markdown: str) -> str:
    """Markdown to HTML in which nothing is active and nothing is fetched from another host."""
    return _paragraphs(markdown) if words_alone(markdown) else clean(_converted(markdown))


def _paragraphs(markdown: str) -> str:
    """What Markdown makes of words alone, which is clean: there is no sign in them that HTML knows."""
    words = markdown.replace("\n\n", "</p>\n<p>").replace("\xa0", "&nbsp;")
    return f"<p>{words}</p>"


def _converted(markdown: str) -> str:
    from markdown import Markdown  # here and below: most bodies are words alone, and these take their time to load

    if not too_much(markdown):
        # Each list within a list, and each word of a glossary, is a step down for it.
        with suppress(RecursionError):
            return Markdown(extensions=list(EXTENSIONS), output_format="html").convert(markdown)
    begin = " ".join(markdown.split()[:8])
    log.warning("A text is shown as it is written, signs and all: it is too tangled for Markdown. It begins: %s", begin)
    return "\n".join(f"<p>{escape(block)}</p>" for block in BLOCKS.split(markdown.strip()))


def clean(html: str) -> str:
    """Keep what the lists above allow."""
    import nh3

    kept = nh3.clean(
        _closed(html),
        tags=TAGS,
        clean_content_tags=EMPTY_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    # A reference like &#8238; is the sign itself by now.
    return FIRST_LEVEL.sub(r"<\1h2>", cleaned(kept))


def _closed(html: str) -> str:
    """What is opened and never closed as words: a parser would drop it, and with it all the text that follows.

    Tags whose content goes, comments, and a tag without its ">".
    """
    last = {match[1].lower(): match.start() for match in CLOSING.finditer(html)}
    html = OPENING.sub(lambda match: "<" if match.start() < last.get(match[1].lower(), -1) else "&lt;", html)
    html = _after(CUT.sub("&lt;", html), "-->", "<!--")
    return _after(html, ">", "<")


def _after(html: str, end: str, opening: str) -> str:
    """Openings behind the last end as words."""
    at = html.rfind(end) + len(end) if end in html else 0
    return html[:at] + html[at:].replace(opening, "&lt;" + opening[1:])


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Drop addresses that would make a reader's browser ask a third party for something, and odd schemes."""
    if name == "href":
        return value if known_scheme(value) else None
    return None if name == "src" and not local(value) else value


def known_scheme(address: str) -> bool:
    """Whether what stands before the first colon is a scheme we allow, or no scheme at all (RFC 3986, section 4.2)."""
    before, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
    return not colon or before.strip().lower() in SCHEMES or before.startswith("{")


def local(address: str) -> bool:
    """Whether an address is a plain path on this site, which loads nothing from elsewhere."""
    # Browsers take "\" for "/" and pass over tabs and line ends: anything but a plain relative path is out.
    if re.search(r"[\\\x00-\x20\"<>]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and not address.startswith("//")
