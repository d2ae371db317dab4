"""Which encoding a page says it is in, found and understood as browsers do."""

from __future__ import annotations

import codecs
import re
from functools import cache

from newsbrief.rules import tables

# How much of a page is searched, in bytes: browsers look into its head.
HEAD = 8_192
COMMENT_END = b"-->"
META = re.compile(rb"<meta[\s/]", re.IGNORECASE)
TAG = re.compile(rb"</?[a-z][^\s/>]*", re.IGNORECASE)
ATTRIBUTE = re.compile(rb"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
CHARSET = re.compile(rb"charset\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s;\"']+))", re.IGNORECASE)
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([^\"'\s>]{1,40})[\"']")
# The encodings that pages have; Python knows others, and one of them takes quadratic time.
PAGE_ENCODING = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|cp(?:125[0-8]|866|874|932|949)|iso8859-\d{1,2}|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|gb18030|big5hkscs|euc_jp|iso2022_jp"
)


def named(label: str) -> str:
    """Python's name of the encoding that browsers take a label for; "" for one that pages do not have."""
    bare = label.strip().lower()
    try:
        name = codecs.lookup(_table("labels").get(bare, bare)).name
    except (LookupError, ValueError):
        return ""
    name = _table("meant").get(name, name)
    return name if PAGE_ENCODING.fullmatch(name) else ""


def declared(data: bytes) -> str:
    """The encoding that a page's meta tag or XML declaration names; "" if it names none.

    Comments are passed over. Whoever can read the tag does not read UTF-16: such a page means UTF-8.
    """
    head = data[:HEAD]
    found = _meta(head)
    if not found and (xml := XML.match(head)):
        found = named(xml[1].decode("ascii", "replace"))
    return "utf-8" if found.startswith("utf-16") else found


def _meta(head: bytes) -> str:
    """The first encoding that a meta tag names."""
    at = head.find(b"<")
    while at >= 0:
        if head.startswith(b"<!--", at):
            end = head.find(COMMENT_END, at + 2)
            at = end if end >= 0 else len(head)
        elif tag := META.match(head, at) or TAG.match(head, at):
            attributes, at = _attributes(head, tag.end())
            found = named(_charset(attributes)) if tag[0][:5].lower() == b"<meta" else ""
            if found:
                return found
        else:
            at += 1
        at = head.find(b"<", at)
    return ""


def _attributes(head: bytes, at: int) -> tuple[dict[bytes, bytes], int]:
    """A tag's attributes by lower-case name, the first of each, and where they end."""
    found: dict[bytes, bytes] = {}
    while match := ATTRIBUTE.match(head, at):
        value = next((part for part in match.groups()[1:] if part is not None), b"")
        found.setdefault(match[1].lower(), value)
        at = match.end()
    return found, at


def _charset(attributes: dict[bytes, bytes]) -> str:
    label = attributes.get(b"charset", b"")
    if not label and attributes.get(b"http-equiv", b"").strip().lower() == b"content-type":
        match = CHARSET.search(attributes.get(b"content", b""))
        label = next((part for part in match.groups() if part is not None), b"") if match else b""
    return label.decode("ascii", "replace")


@cache
def _table(name: str) -> dict[str, str]:
    table: dict[str, dict[str, str]] = tables.read("encodings")
    return table[name]
