"""XMP (ISO 16684-1): what is told of a picture as RDF in XML, in the fields of the IPTC Photo Metadata Standard."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from newsbrief.images.told import LONGEST_CAPTION, Told, credited, line

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CREATOR, RIGHTS, CAPTION = (f"http://purl.org/dc/elements/1.1/ {name}" for name in ("creator", "rights", "description"))
CREDIT = "http://ns.adobe.com/photoshop/1.0/ Credit"
TERMS = "http://ns.adobe.com/xap/1.0/rights/ UsageTerms"
ALT = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/ AltTextAccessibility"
WANTED = frozenset((CREATOR, RIGHTS, CAPTION, CREDIT, TERMS, ALT))
# A packet as programs write it has some kilobytes; history and presets may make it a hundred.
LONGEST = 1_000_000
DEEPEST = 100


class _RefusedXMLError(Exception):
    """Never seen outside: such a packet tells nothing."""


@dataclass
class _Reading:
    """The texts of the wanted properties, each item of a list by itself."""

    found: dict[str, list[str]] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    within: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if len(self.path) > DEEPEST:
            raise _RefusedXMLError
        for known in WANTED & attributes.keys():
            self.found.setdefault(known, []).append(attributes[known])
        if name in WANTED and not self.within:
            self.within = name
        if self.within and name in (self.within, f"{RDF} li"):
            self.found.setdefault(self.within, []).append("")

    def words(self, text: str) -> None:
        if self.within and self.path[-1] in (self.within, f"{RDF} li"):
            self.found[self.within][-1] += text

    def end(self, name: str) -> None:
        self.path.pop()
        if name == self.within:
            self.within = ""


def told(packet: bytes) -> Told:
    """What a packet says; nothing, if it is no XML. Entities and document types are not read at all."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.words
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(packet[:LONGEST].strip(b"\0 \r\n\t"), True)
    except (expat.ExpatError, _RefusedXMLError, ValueError, LookupError):
        return Told()

    def texts(name: str) -> list[str]:
        return [text for text in reading.found.get(name, []) if text.strip()]

    def first(*names: str) -> str:
        return next((text for name in names for text in texts(name)), "")

    return Told(
        credit=credited(texts(CREATOR), first(CREDIT)),
        rights=line(first(RIGHTS, TERMS)),
        caption=line(first(CAPTION), LONGEST_CAPTION),
        alt=line(first(ALT), LONGEST_CAPTION),
    )


def _refuse(*_: object) -> None:
    raise _RefusedXMLError


def packet(told: Told) -> bytes:
    """Credit and rights as a packet of their own."""
    credit = f"<photoshop:Credit>{escape(told.credit, quote=False)}</photoshop:Credit>" if told.credit else ""
    said = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(told.rights, quote=False)}</rdf:li></rdf:Alt>'
    rights = f"<dc:rights>{said}</dc:rights>" if told.rights else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{credit}{rights}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="r"?>'
    ).encode()
