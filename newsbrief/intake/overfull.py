"""Tags that are built to keep a parser busy, made bare before it sees them."""

from __future__ import annotations

import re

# Parsers look each attribute up among those before it. No page's tag has as many, nor is one as long.
MOST, LONGEST = 100, 60_000
# As browsers tell attributes from one another: quotes count only behind “=”, and a “>” within them ends nothing.
VALUE = r"(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)"
ATTRIBUTE = rf"[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+{VALUE}?)?"
# Without “<” in quotes: there another tag may begin, since what a comment or a script hides cannot be told here.
PLAIN = r"[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s>\"'][^\s>]*+)?)?"
NAME = r"[A-Za-z][^\s/<>]*+(?=[\s/])"
MANY = re.compile(
    rf"<(?:{NAME}(?:{PLAIN}){{0,{MOST - 1}}}+[\s/]*+>"
    rf"|(?P<name>{NAME})(?:{ATTRIBUTE}){{{MOST}}}(?:{ATTRIBUTE})*+[\s/=]*+>?)"
)
LONG = re.compile(rf"<([A-Za-z][^\s/<>]*+)[\s/][^<>]{{{LONGEST},}}>")


def bare(source: str) -> str:
    """HTML without the attributes of tags that have more of them than any page's; takes linear time."""
    return LONG.sub(r"<\1>", MANY.sub(lambda tag: f"<{tag['name']}>" if tag["name"] else tag[0], source))
