"""What picture files tell of themselves is read from IPTC and XMP, whoever wrote it."""

from __future__ import annotations

import pytest

from newsbrief.images import xmp
from newsbrief.images.forms import taken_apart
from newsbrief.images.look import told
from newsbrief.images.told import Told
from tests.pictures import iptc, jpeg, packet, saved

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
BYLINE, CREDIT, RIGHTS, CAPTION = (2, 80), (2, 110), (2, 116), (2, 120)
UTF_8 = {(1, 90): "\x1b%G"}


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({CREDIT: "HNA", RIGHTS: "© HNA"}, Told("HNA", "© HNA")),
        ({BYLINE: "Osla Brandt"}, Told("Osla Brandt")),
        ({BYLINE: "Osla Brandt", CREDIT: "HNA"}, Told("Osla Brandt/HNA")),
        ({BYLINE: "Osla Brandt", CREDIT: "OSLA BRANDT/HNA"}, Told("OSLA BRANDT/HNA")),
        ({CAPTION: "The  quay\nat dawn."}, Told(caption="The quay at dawn.")),
        ({**UTF_8, CREDIT: "연합뉴스"}, Told("연합뉴스")),
        ({CREDIT: "x" * 5_000}, Told("x" * 300)),
        ({CREDIT: "A\u202eB\x07", RIGHTS: " "}, Told("AB\ufffd")),
    ],
)
def test_iptc_is_read(fields: dict[tuple[int, int], str], wanted: Told) -> None:
    """By numbers, in one line each, without signs that nobody sees."""
    assert told(taken_apart(jpeg(said=iptc(fields)))) == wanted


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ("<dc:rights>© A</dc:rights>", Told(rights="© A")),
        ('<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© A</rdf:li></rdf:Alt></dc:rights>', Told(rights="© A")),
        ("<dc:creator><rdf:Seq><rdf:li>A B</rdf:li><rdf:li>C D</rdf:li></rdf:Seq></dc:creator>", Told("A B, C D")),
        (
            '<x:UsageTerms xmlns:x="http://ns.adobe.com/xap/1.0/rights/"><rdf:Alt><rdf:li>Ask first</rdf:li></rdf:Alt>'
            "</x:UsageTerms>",
            Told(rights="Ask first"),
        ),
        (
            '<i:AltTextAccessibility xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">A quay'
            "</i:AltTextAccessibility>",
            Told(alt="A quay"),
        ),
        ("<dc:rights>&lt;b&gt; &amp; more</dc:rights>", Told(rights="<b> & more")),
        ("<dc:title>Nobody asks for it</dc:title>", Told()),
    ],
)
def test_xmp_is_read_in_each_of_its_forms(inner: str, wanted: Told) -> None:
    """As attributes, elements and lists."""
    assert xmp.told(f"<rdf:RDF {RDF}><rdf:Description>{inner}</rdf:Description></rdf:RDF>".encode()) == wanted


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no XML",
        b"<a><b></a>",
        f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a {RDF}><dc:rights>&e;</dc:rights></a>'.encode(),
        f'<!DOCTYPE a [<!ENTITY e "x">]><a {RDF}><dc:rights>&e;</dc:rights></a>'.encode(),
        f"<a {RDF}>{'<a>' * 5_000}<dc:rights>x</dc:rights>{'</a>' * 5_000}</a>".encode(),
        f"<a {RDF}><dc:rights>x</dc:rights></a>".encode("utf-16") + b"\xff",
    ],
)
def test_hostile_xmp_tells_nothing(data: bytes) -> None:
    """No document type, no entity, no depth; and no error."""
    assert xmp.told(data) == Told()


def test_xmp_is_asked_before_iptc() -> None:
    """As the Metadata Working Group has it; what XMP leaves open IPTC says."""
    both = jpeg(xmp=packet("New credit", ""), said=iptc({CREDIT: "Old credit", RIGHTS: "© HNA"}))
    assert told(taken_apart(both)) == Told("New credit", "© HNA")


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_other_forms_carry_xmp(form: str) -> None:
    """PNG in a chunk of text, WebP in one of its own."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet("HNA", "© HNA").decode(), zip=True)
    options = {"pnginfo": info} if form == "PNG" else {"xmp": packet("HNA", "© HNA")}
    assert told(taken_apart(saved(form, **options))) == Told("HNA", "© HNA")
