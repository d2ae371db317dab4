"""XML from strangers: parsed so that nothing is fetched, expanded or included, and looked at by local names.

A document type is taken off before the parser sees the text, so that there is no DTD, no entity and no other file, and
a file that names nitf.dtd reads as one that names none. Whoever declares entities means something by it: refused.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from newsbrief.intake.spans import spans
from newsbrief.intake.text.lines import one_line
from newsbrief.intake.wire.prolog import prolog
from newsbrief.model.refusal import RefusedError

DOCTYPE = "<!DOCTYPE"
ENTITY_DECLARED = re.compile(r"<!ENTITY|%[\w.:-]+;", re.IGNORECASE)
REFERENCE = re.compile(r"&(#[xX]?[0-9A-Fa-f]{1,8};|[A-Za-z][A-Za-z0-9]{1,31};)?")
XML_NAMES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# What XML has no place for; a wire's control signs part words.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# More tags than any message of articles has.
MOST_TAGS, MOST_REFERENCES = 150_000, 500_000
PARSER_MESSAGE = re.compile(r"(?:, line \d+, column \d+)?(?: \(.*\))?$")


def parsed(text: str) -> _Element:
    """The root of an XML text. Raises RefusedError with the line where it is no XML, or asks for what it may not."""
    at, doctype = prolog(text)
    if ENTITY_DECLARED.search(doctype):
        raise RefusedError((1, "the XML declares entities of its own, which no article needs; it is not read"))
    if (
        text.count("<") > MOST_TAGS
        or text.count('="') + text.count("='") > MOST_TAGS
        or text.count("&") > MOST_REFERENCES
    ):
        raise RefusedError((0, "the XML has more tags, attributes or references than any message of articles"))
    # Lines keep their numbers; white space may stand before a root.
    rest = _mended(text[at:])
    root, _ = prolog(rest, types=0)
    if rest[root : root + len(DOCTYPE)].upper() == DOCTYPE:
        raise RefusedError((0, "the XML has a second document type, or one that cannot be read; it is not read"))
    source = "\n" * text.count("\n", 0, at) + rest
    try:
        return etree.fromstring(source.encode("utf-8"), _parser())
    except etree.XMLSyntaxError as error:
        prefixed = _without_namespaces(source) if "prefix" in str(error.msg) else None
        if prefixed is not None:
            return prefixed
        said = PARSER_MESSAGE.sub("", error.msg or "it ends too early")
        raise RefusedError((error.lineno or 0, f"not well-formed XML: {one_line(said)[:160]}")) from None


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=recover,
    )


def _without_namespaces(source: str) -> _Element | None:
    """The root of a text that is wrong in nothing but prefixes that it does not explain; None of any other."""
    parser = _parser(recover=True)
    root: _Element | None = etree.fromstring(source.encode("utf-8"), parser)
    return root if all(one.type_name.startswith("NS_ERR") for one in parser.error_log) else None


def _mended(text: str) -> str:
    """References that only a DTD explains as their signs, a bare “&” as what it was meant for."""
    clean = NO_XML.sub(" ", text)
    pieces: list[str] = []
    begin = 0
    for at, end in spans(clean, "<![CDATA[", "]]>"):
        pieces += (REFERENCE.sub(_reference, clean[begin:at]), clean[at:end])
        begin = end
    return "".join([*pieces, REFERENCE.sub(_reference, clean[begin:])])


def _reference(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;"
    if name in XML_NAMES:
        return f"&{name}"
    if name[0] == "#":
        return _numbered(name[1:-1])
    meant = html.unescape(match[0])
    return f"&amp;{name}" if meant == match[0] else "".join(f"&#{ord(sign)};" for sign in meant)


def _numbered(digits: str) -> str:
    """A reference by number; a space for what is no sign of XML."""
    base = 16 if digits[:1] in "xX" else 10
    try:
        number = int(digits.lstrip("xX"), base)
    except ValueError:
        return " "
    good = 0x20 <= number <= 0x10FFFF and not NO_XML.search(chr(number))
    return f"&#{number};" if good else " "


def local(element: _Element) -> str:
    """An element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def every(element: _Element, *path: str) -> Iterator[_Element]:
    """The elements at a path of local names below an element, in order; each step is a child."""
    if not path:
        yield element
        return
    for child in element:
        if local(child) == path[0]:
            yield from every(child, *path[1:])


def first(element: _Element | None, *path: str) -> _Element | None:
    """The first of those, None without one."""
    return next(every(element, *path), None) if element is not None else None


def within(element: _Element, *names: str) -> Iterator[_Element]:
    """All elements of these local names below an element, at any depth, in order."""
    return (one for one in element.iterdescendants() if local(one) in names)


def words(element: _Element | None) -> str:
    """All text in an element as one line."""
    return one_line("".join(map(str, element.itertext()))) if element is not None else ""


def attribute(element: _Element | None, *names: str) -> str:
    """The first of an element's attributes with one of these local names, as one line; "" without one."""
    if element is None:
        return ""
    for name in names:
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2].rpartition(":")[2].lower() == name and str(value).strip():
                return one_line(str(value))
    return ""
