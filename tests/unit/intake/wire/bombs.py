"""Agency files that are built to do harm: to be unpacked for ever, to fetch, to read files of this machine."""

from __future__ import annotations

import json
from collections.abc import Callable

TEXT = (
    "<nitf><body><body.head><hedline><hl1>Ferry stays</hl1></hedline></body.head>"
    "<body.content>{}</body.content></body></nitf>"
)
MAIL = "From: a@b.example\nSubject: Ferry stays\nMIME-Version: 1.0\n"
WORDS = "Words of the ferry stand here, and they are long enough for a text of an article about it."
NOT_TO_BE_READ = "zqfilezq"


def _laughs() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{levels}]>' + TEXT.format("<p>&l9;</p>")


def _parts(depth: int) -> str:
    head = "From: a@b.example\nSubject: Ferry\nMIME-Version: 1.0\n"
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return head + opened + "Content-Type: text/plain\n\nWords.\n"


def _item(body: str) -> str:
    return f'{{"uri": "x", "headline": "Ferry stays", "body_text": {body}}}'


G2 = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{}</newsItem>'
REFUSED: dict[str, Callable[[], str | bytes]] = {
    "billion-laughs.xml": _laughs,
    "billion-laughs-utf16.xml": lambda: _laughs().encode("utf-16"),
    "quadratic.xml": lambda: (
        f'<!DOCTYPE nitf [<!ENTITY a "{"a" * 50_000}">]>' + TEXT.format(f"<p>{'&a;' * 50_000}</p>")
    ),
    "attribute.xml": lambda: (
        f'<!DOCTYPE nitf [<!ENTITY a "{"a" * 50_000}">]>' + TEXT.format(f'<p x="{"&a;" * 5_000}"/>')
    ),
    "file.xml": lambda: '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///{secret}">]>' + TEXT.format("<p>&x;</p>"),
    "public.xml": lambda: (
        '<!DOCTYPE nitf [<!ENTITY x PUBLIC "-//x" "http://127.0.0.1:9/x">]>' + TEXT.format("<p>&x;</p>")
    ),
    "parameter.xml": lambda: (
        '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>' + TEXT.format("<p>Words.</p>")
    ),
    "parameter-only.xml": lambda: "<!DOCTYPE nitf [%x;]>" + TEXT.format("<p>Words.</p>"),
    "case.xml": lambda: '<!doctype nitf [<!entity x "y">]>' + TEXT.format("<p>&x;</p>"),
    "newsml.xml": lambda: '<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + G2.format("&x;"),
    "rss.xml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "y">]><rss><channel><title>&x;</title></channel></rss>'
    ),
    "any-root.xml": lambda: b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY x "y">]><lolz>&x;</lolz>',
    "no-root.xml": lambda: b'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x "y">',
    "deep.xml": lambda: TEXT.format("<block>" * 100_000 + "x" + "</block>" * 100_000),
    "deep-below-the-limit.xml": lambda: TEXT.format("<block>" * 60_000 + "x" + "</block>" * 60_000),
    "many-tags.xml": lambda: TEXT.format("<p/>" * 2_400_000),
    "many-attributes.xml": lambda: TEXT.format("<p " + " ".join(f'a{n}="{n}"' for n in range(400_000)) + "/>"),
    "many-references.xml": lambda: TEXT.format("<p>" + "&" * 9_000_000 + "</p>"),
    "second-type.xml": lambda: '<!DOCTYPE nitf><!-- x --><!DOCTYPE nitf [<!ENTITY x "y">]>' + TEXT.format("<p>&x;</p>"),
    "type-without-space.xml": lambda: (
        '<?xml version="1.0"?><!DOCTYPEnitf [<!ENTITY x "y">]>' + TEXT.format("<p>&x;</p>")
    ),
    "type-behind-a-control-sign.xml": lambda: (
        '<?xml version="1.0"?>\x01<!DOCTYPE nitf [<!ENTITY x "y">]>' + TEXT.format("<p>&x;</p>")
    ),
    "cdata.xml": lambda: TEXT.format("<p>" + "<![CDATA[" * 60_000 + "</p>"),
    "cut.xml": lambda: TEXT.format("<p>Words")[:-40],
    "prolog.xml": lambda: "<?xml version='1.0'?>" + "<!-- x -->" * 900_000,
    "svg.xml": lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "deep.json": lambda: _item("[" * 100_000 + "]" * 100_000),
    "deep-below-the-limit.json": lambda: _item("[" * 60_000 + "]" * 60_000),
    "many-brackets.json": lambda: _item("[" + "[]," * 3_000_000 + "1]"),
    "many-strings.json": lambda: _item("[" + '"ab",' * 1_800_000 + '"a"]'),
    "number.json": lambda: _item("9" * 5_000_000),
    "cut.json": lambda: _item('"Words')[:-1],
    "no-item.json": lambda: b'{"swans": [{"count": 212}]}',
    "parts.eml": lambda: _parts(5_000),
    "parts-below-the-limit.eml": lambda: _parts(190),
    "parts-in-pieces.eml": lambda: MAIL + "Content-Type: multipart/mixed; boundary*0=b\n\n" + "--b\n\nhi\n" * 60_000,
    "nested-in-pieces.eml": lambda: MAIL + "Content-Type: multipart/mixed; boundary*=utf-8''b\n\n--b\n" * 1_000,
    "fields.eml": lambda: MAIL + "X: y\n" * 200_000 + "\n" + WORDS,
    "short-lines.eml": lambda: MAIL + "Content-Transfer-Encoding: base64\n\n" + "QUFB\n" * 1_500_000,
    "base64.eml": lambda: MAIL + "Content-Transfer-Encoding: base64\n\n" + ("QUFB" * 19 + "\n") * 60_000,
    "quoted-printable.eml": lambda: (
        MAIL + "Content-Transfer-Encoding: quoted-printable\n\n" + ("=41" * 25 + "=\n") * 60_000
    ),
    "no-text.eml": lambda: (
        b"From: a@b.example\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: application/pdf\n\n" + b"A" * 5_000_000
    ),
    "only-head.eml": lambda: b"From: a@b.example\nSubject: Ferry\nReceived: by x\n" + b"X-A: b\n" * 100_000 + b"\n",
}

ATTRIBUTES = " ".join(f"a{number}" for number in range(60_000))
LETTER = "From: a@b.example\nSubject: Ferry stays\nX-A: b\nContent-Type: text/html\n\n"


def _marked(body: str) -> str:
    return json.dumps({"uri": "x", "headline": "Ferry stays", "body_html": f"<p>{WORDS}</p>{body}"})


# Built to keep a parser busy, and read all the same.
HEAVY: dict[str, Callable[[], str]] = {
    "attributes.json": lambda: _marked(f"<p {ATTRIBUTES}>x</p>"),
    "attributes.eml": lambda: f"{LETTER}<p {ATTRIBUTES}>x</p><p>{WORDS}</p>",
    "attributes-slashes.html": lambda: (
        f"<!DOCTYPE html><html><title>Ferry stays</title><p>{WORDS}</p><p/{ATTRIBUTES.replace(' ', '/')}>x</p></html>"
    ),
    "comments.json": lambda: _marked("<b>x</b>" * 80_000 + "<!--" * 60_000),
    "tag-of-letters.json": lambda: _marked("<b>x</b>" * 80_000 + "<" + "a" * 200_000),
    "tables.json": lambda: _marked("<table><tr><td>" * 80 + "<b>a</b>" * 50_000 + "</td></tr></table>" * 80),
    "empty-tables.json": lambda: _marked("<table><tr><td>" * 80 + "<b></b>" * 70_000 + "</td></tr></table>" * 80),
    "typed-tables.json": lambda: _marked("<pre>" * 80 + "a  b\n" * 300_000 + "</pre>" * 80),
}


def bomb(name: str) -> bytes:
    """The bytes of one."""
    made = (REFUSED.get(name) or HEAVY[name])()
    return made if isinstance(made, bytes) else made.encode()
