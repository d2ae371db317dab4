"""What stands before the root of an XML text, and what the root is called: told without a parser."""

from __future__ import annotations

import re

# What may stand before the root, but for a document type.
PROLOG = re.compile(r"(?:\s++|<\?(?:(?!\?>)[\s\S])*+\?>|<!--(?:(?!-->)[\s\S])*+-->)++")
DOCTYPE = re.compile(r"<!DOCTYPE\s++(?:[^\[>\"']|\"[^\"]*+\"|'[^']*+')*+", re.IGNORECASE)
SUBSET_END = re.compile(r"\]\s*+>")
LONGEST_ROOT = 200
ROOT = re.compile(r"<(?:[^\W\d][\w.-]*:)?(?P<name>[^\W\d][\w.-]*)")


def root_name(text: str) -> str:
    """The local name of a text's root element, in lower case; "" where no element follows what XML begins with.

    Looks no further than the prolog, and never parses.
    """
    at, _ = prolog(text)
    match = ROOT.match(text, at, at + LONGEST_ROOT)
    return match["name"].lower() if match else ""


def prolog(text: str, *, types: int = 1) -> tuple[int, str]:
    """Where the root begins, and the document type before it, "" without one; `types`: how many there may be."""
    at, doctype = 0, ""
    while at < len(text):
        if match := PROLOG.match(text, at):
            at = match.end()
        elif types and not doctype and (match := DOCTYPE.match(text, at)):
            end = match.end()
            if text.startswith("[", end):
                closed = SUBSET_END.search(text, end)
                end = closed.end() if closed else len(text)
            else:
                end += 1
            doctype, at = text[at:end], end
        else:
            break
    return at, doctype
