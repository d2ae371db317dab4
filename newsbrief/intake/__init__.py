"""Raw bytes to an `Article`: sniffs the form by its content, one module a form."""

from __future__ import annotations

import re

from newsbrief import rules
from newsbrief.intake import markdown, text
from newsbrief.intake.decode import decoded, guessed
from newsbrief.intake.kinds import kinds
from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError

__all__ = ["guessed", "kinds", "read"]

# An article is text that a person reads; more than this is something else.
MOST_BYTES = 10_000_000
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[A-Za-z][\w -]{0,40}:)")
HEADING = re.compile(r"\s*# \S")


def read(data: bytes, name: str, lang: str = rules.DEFAULT) -> Article:
    """Read one raw file: a saved page, a Markdown draft or plain text.

    Raises RefusedError with (line, reason) pairs: nothing in it, too large, not UTF-8, no text at all, a line that no
    article has, no headline, no body. `name` is the file's name; content alone tells the form.
    """
    if len(data) > MOST_BYTES:
        raise RefusedError((0, f"{len(data):,} bytes; an article has at most {MOST_BYTES:,}"))
    whole = decoded(data)
    if PAGE.match(whole[:3000]):
        # Loaded when the first page is read: plain text must not pay for it.
        from newsbrief.intake import page

        return page.read(whole)
    if FRONT_MATTER.match(whole) or HEADING.match(whole[:200]):
        return markdown.read(whole, rules.load(lang))
    return text.read(whole, rules.load(lang))
