"""Clean HTML as a run of tags and words, so that marks can be put into it without parsing it again.

Reads only what `body.clean` wrote: every tag is closed, every attribute quoted, every `<` in words an entity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from msgspec import Struct

TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)")
BLOCKS = frozenset([
    "p", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd", "figcaption", "td", "th", "tr", "table",
    "ul", "ol", "dl", "figure", "caption", "hr",
])  # fmt: skip
# What stands between two paragraphs, and in the words of all tokens in its stead.
BETWEEN, APART = "</p>\n<p>", "\n\n\n\n\n"


class Token(Struct, frozen=True):
    """A tag, with `html` as it stands, or words, with `text` unescaped and their offset in the whole text.

    `block` numbers the innermost block the token lies in; `linked` says whether it is inside a link, `heading` whether
    in a heading or in code, where names are not linked.
    """

    html: str
    tag: str = ""
    text: str = ""
    offset: int = 0
    block: int = 0
    linked: bool = False
    quiet: bool = False


QUIET = frozenset(["h2", "h3", "h4", "h5", "h6", "pre", "code"])


def tokens(html: str) -> tuple[list[Token], str]:
    """The tokens, and the words of all of them: paragraphs are kept apart by one blank line."""
    found: list[Token] = []
    text: list[str] = []
    length = block = links = quiet = 0
    for match in TOKEN.finditer(html):
        closing, tag, _, words = match.groups()
        if tag:
            step = -1 if closing else 1
            links += step * (tag == "a")
            quiet += step * (tag in QUIET)
            if tag in BLOCKS:
                block += 1
                if text and not text[-1].endswith("\n\n"):
                    text.append("\n\n")
                    length += 2
            found.append(Token(match.group(), ("/" if closing else "") + tag, "", length, block))
        else:
            plain = unescape(words)
            found.append(Token(words, "", plain, length, block, links > 0, quiet > 0))
            text.append(plain)
            length += len(plain)
    return found, "".join(text)


def of_words(words: str) -> tuple[list[Token], str]:
    """What `paragraphs` makes of Markdown that is words alone (see `document.words_alone`)."""
    found = words.split("\n\n")
    tokens: list[Token] = []
    at = 0
    for number, one in enumerate(found):
        tokens.append(Token(one.replace("\xa0", "&nbsp;"), "", one, at, 2 * number + 1))
        at += len(one) + len(APART)
    return tokens, APART.join(found) + "\n\n"


def joined(run: Sequence[Token]) -> str:
    """The HTML of paragraphs that are words alone."""
    return f"<p>{BETWEEN.join([token.html for token in run])}</p>"


def paragraphs(html: str) -> tuple[list[Token], str] | None:
    """The same of a body that is nothing but paragraphs of words, as most are, in a fraction of the time.

    Of its tokens those of words only. None of any other body.
    """
    words = html.removeprefix("<p>").removesuffix("</p>").split(BETWEEN)
    if len(html) != sum(map(len, words)) + len(BETWEEN) * len(words) - 1 or html.count("<") != 2 * len(words):
        return None
    if "" in words or "\n" in words or "\n\n" in html:
        return None
    found: list[Token] = []
    at = 0
    for number, one in enumerate(words):
        text = unescape(one) if "&" in one else one
        found.append(Token(one, "", text, at, 2 * number + 1))
        at += len(text) + len(APART)
    return found, APART.join(token.text for token in found) + "\n\n"
