"""Markdown to clean HTML. The only module that knows Markdown and nh3.

Whatever a text contains, only the tags and attributes listed here come out: the allow-list is applied last.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsbrief.document import cleaned, words_alone
from newsbrief.site.render.markdown_cost import BLOCKS, is_too_expensive

if TYPE_CHECKING:
    from markdown import Markdown

log = logging.getLogger(__name__)

# The endings of Markdown files.
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
# One of these signs is in all that Markdown marks within a paragraph.
INLINE = re.compile(r"[`\\\[<&*_]|  \n")
EXTENSIONS = ("tables", "sane_lists", "def_list", "abbr")
# If one of these opens and never closes, a browser's parser takes all that follows for its content.
HIDING = "|".join(sorted(EMPTY_CONTENT))
OPENING = re.compile(rf"<(?=({HIDING})\b)", re.IGNORECASE | re.ASCII)
CLOSING = re.compile(rf"</({HIDING})(?:[\s/][^<>]*)?>", re.IGNORECASE | re.ASCII)
# A closing tag without its ">": it would reach to the ">" of the next tag.
CUT = re.compile(r"<(?=/[a-zA-Z][^<>]*<)")
# The page's own headline is the only first-level heading.
FIRST_LEVEL = re.compile(r"<(/?)h1>")


def to_html(markdown: str) -> str:
    """Return HTML in which nothing is active and nothing is loaded from another host."""
    return _paragraphs(markdown) if words_alone(markdown) else clean(_converted(markdown))


def _paragraphs(markdown: str) -> str:
    """Return what Markdown makes of text without markup. It is clean: no character in it has a meaning in HTML."""
    words = markdown.replace("\n\n", "</p>\n<p>").replace("\xa0", "&nbsp;")
    return f"<p>{words}</p>"


@cache
def _converter() -> Markdown:
    from markdown import Markdown  # slow to import, like nh3 below, and most bodies have no markup
    from markdown.treeprocessors import InlineProcessor

    class Inline(InlineProcessor):
        """Tries no pattern on text without a sign that any pattern begins with: that is most text of most bodies.

        The method is the library's own. Where it is called otherwise one day, every text is tried as before.
        """

        def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
            if not INLINE.search(data):
                return data
            return str(super()._InlineProcessor__handleInline(data, patternIndex))  # type: ignore[misc]

    made = Markdown(extensions=list(EXTENSIONS), output_format="html")
    made.treeprocessors.register(Inline(made), "inline", 20)
    return made


def _converted(markdown: str) -> str:
    if not is_too_expensive(markdown):
        try:
            return _converter().reset().convert(markdown)
        except RecursionError:  # Markdown recurses into each nested list and each word of a glossary
            _converter.cache_clear()
    begin = " ".join(markdown.split()[:8])
    log.warning("A text is shown as it is written, signs and all: it is too tangled for Markdown. It begins: %s", begin)
    return "\n".join(f"<p>{escape(block)}</p>" for block in BLOCKS.split(markdown.strip()))


def clean(html: str) -> str:
    """Return HTML with only what the lists above allow."""
    import nh3

    found = nh3.clean(
        _closed(html),
        tags=TAGS,
        clean_content_tags=EMPTY_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    # A reference like &#8238; has become the character itself.
    return FIRST_LEVEL.sub(r"<\1h2>", cleaned(found))


def _closed(html: str) -> str:
    """Escape what is opened and never closed: a parser would drop it, and with it all the text that follows.

    These are tags whose content is dropped, comments, and a tag without its ">".
    """
    last = {match[1].lower(): match.start() for match in CLOSING.finditer(html)}
    html = OPENING.sub(lambda match: "<" if match.start() < last.get(match[1].lower(), -1) else "&lt;", html)
    html = _after(CUT.sub("&lt;", html), "-->", "<!--")
    return _after(html, ">", "<")


def _after(html: str, end: str, opening: str) -> str:
    """Escape openings that come after the last end."""
    at = html.rfind(end) + len(end) if end in html else 0
    return html[:at] + html[at:].replace(opening, "&lt;" + opening[1:])


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Drop addresses that would make a browser load something from a third party, and unusual schemes."""
    if name == "href":
        return value if known_scheme(value) else None
    return None if name == "src" and not local(value) else value


def known_scheme(address: str) -> bool:
    """Return whether an address has a scheme that we allow, or none (RFC 3986, section 4.2)."""
    before, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
    return not colon or before.strip().lower() in SCHEMES or before.startswith("{")


def local(address: str) -> bool:
    """Return whether an address is a plain path on this site, which loads nothing from elsewhere."""
    # Browsers take "\" for "/" and ignore tabs and line ends, so only a plain relative path is accepted.
    if re.search(r"[\\\x00-\x20\"<>]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and not address.startswith("//")
