"""Clean HTML as a list of tags and words, so that marks can be put into it without an HTML parser.

Reads only what `body.clean` returned: every tag is closed, every attribute quoted, every `<` in words a reference.
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
QUIET = frozenset(["h2", "h3", "h4", "h5", "h6", "pre", "code"])
# Two paragraphs in HTML and, for the fast case, in the text: as long as the newlines and tags between them.
BETWEEN, GAP = "</p>\n<p>", "\n\n\n\n\n"


class Token(Struct, frozen=True):
    """A tag, with `html` as it is, or words, with `text` unescaped and its `offset` in the whole text.

    `block` numbers the innermost block. `linked`: inside a link. `quiet`: in a heading or code, without links at names.
    """

    html: str
    tag: str = ""
    text: str = ""
    offset: int = 0
    block: int = 0
    linked: bool = False
    quiet: bool = False


# Tokens, and the text of all of them: paragraphs are separated by blank lines.
Tokens = tuple[list[Token], str]


def tokens(html: str) -> Tokens:
    """Return the tokens of clean HTML, and their text."""
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


def word_tokens(words: str) -> Tokens:
    """Return what `paragraphs` returns, from Markdown that has no markup (`document.words_alone`)."""
    found = words.split("\n\n")
    run: list[Token] = []
    at = 0
    for number, one in enumerate(found):
        run.append(Token(one.replace("\xa0", "&nbsp;"), "", one, at, 2 * number + 1))
        at += len(one) + len(GAP)
    return run, GAP.join(found) + "\n\n"


def joined(run: Sequence[Token]) -> str:
    """Return the HTML of paragraphs without markup."""
    return f"<p>{BETWEEN.join([token.html for token in run])}</p>"


def paragraphs(html: str) -> Tokens | None:
    """Return the tokens of words, and the text, of HTML that is only paragraphs without markup; None for any other.

    Most bodies are of this kind, and this takes a fraction of the time of `tokens`.
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
        at += len(text) + len(GAP)
    return found, GAP.join(token.text for token in found) + "\n\n"
