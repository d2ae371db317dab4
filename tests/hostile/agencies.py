"""Agencies' files with a string in every field of every form: as words, and as markup where a form holds markup."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from email.message import EmailMessage
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from tests.hostile import line, signed

G2 = "http://iptc.org/std/nar/2006-10-01/"
DAY = "2029-05-04T09:00:00Z"
ALIVE = (
    '<script>alert(1)</script><a href="javascript:alert(1)" onclick="alert(1)">link</a>'
    '<img src="x" onerror="alert(1)"/><iframe src="https://evil.example/"></iframe>'
    '<svg onload="alert(1)"><script>alert(1)</script></svg><style>p{background:url(https://evil.example/)}</style>'
    '<form action="https://evil.example/"><input name="a"/></form>'
)


def words(form: str, number: int, text: str) -> str:
    """The string as the words of a paragraph that can be found again."""
    return f"The clerk read out {signed(line(text), form, number)}, and sat down on the quay again."


def headline(form: str, number: int) -> str:
    """What the pages of an item are called."""
    return f"On the wall of {form} stands number {number}"


def _markup(text: str) -> str:
    """The string as markup in XML, if it is any; else its words."""
    bare = text.replace("\0", "")
    try:
        ElementTree.fromstring(f"<x>{bare}</x>")  # noqa: S314
    except ElementTree.ParseError:
        return escape(line(text))
    return bare


def ninjs1(number: int, text: str) -> bytes:
    """Version 1, its body as XHTML."""
    item = {
        "uri": f"urn:ninjsa:{number}:{text}",
        "type": "text",
        "versioncreated": DAY,
        "headline": f"{headline('ninjsa', number)} {line(text)}",
        **dict.fromkeys(("by", "located", "dateline", "slugline", "language", "ednote", "usageterms", "version"), text),
        **dict.fromkeys(("copyrightnotice", "copyrightholder", "description_xhtml", "embargoed", "pubstatus"), text),
        "subject": [{"name": text, "code": text}],
        "infosource": [{"name": text}],
        "associations": {text: {"type": "picture", "byline": text, "description_text": text, "usageterms": text}},
        "body_xhtml": f"<p>{html.escape(words('ninjsa', number, text))}</p><p>{text}</p>{ALIVE}<p>The end of it.</p>",
    }
    return json.dumps(item | {"embargoed": "", "pubstatus": "usable"}).encode()


def ninjs3(number: int, text: str) -> bytes:
    """Version 3, its body as text."""
    item = {
        "uri": f"urn:ninjsc:{number}",
        "versionCreated": DAY,
        "by": text,
        "headlines": [{"role": "main", "value": f"{headline('ninjsc', number)} {text}"}],
        "bodies": [
            {"role": text, "contentType": text, "value": text},
            {
                "role": "main",
                "contentType": "text/plain",
                "value": f"{words('ninjsc', number, text)}\n\n{text}\n\nThe end.",
            },
        ],
        "infoSources": [{"name": text}],
        "subjects": [{"name": text, "uri": text}],
        "usageTerms": text,
        "link": text,
        "associations": [{"name": text, "type": "picture", "creditLine": text, "usageTerms": text}],
    }
    return json.dumps(item).encode()


def package(number: int, text: str) -> bytes:
    """A package that takes a text along, with its headline as a first line, and fields that are not ninjs's own."""
    told = (
        f"<h2>{headline('package', number)}</h2><p>{html.escape(words('package', number, text))}</p>"
        f"<p>{text}</p>{ALIVE}<p>The end of it.</p>"
    )
    item = {
        "uri": f"urn:package:{number}",
        "type": "text",
        "versioncreated": DAY,
        "body": {"html": told, "teaser": text},
        **dict.fromkeys(("author", "slugline", "name", "displayname", "slug", "description"), text),
        "keywords": [text],
    }
    outer = {"uri": f"urn:outer:{number}", "type": "composite", "headline": text, "associations": {text: item}}
    return json.dumps(outer).encode()


def newsml1(number: int, text: str) -> bytes:
    """NewsML 1 with a picture that has a caption."""
    one, attribute = escape(line(text)), quoteattr(line(text))
    told = f"<p>{escape(words('newsmlone', number, text))}</p><p>{_markup(text)}</p>{ALIVE}"
    return (
        f"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>one</ProviderId><NewsItemId>{number}"
        f"</NewsItemId><RevisionId>{one}</RevisionId></NewsIdentifier><NameLabel>{one}</NameLabel></Identification>"
        f"<NewsManagement><FirstCreated>{DAY}</FirstCreated></NewsManagement><NewsComponent Duid={attribute}>"
        "<NewsLines>"
        f"<HeadLine>{headline('newsmlone', number)} {one}</HeadLine><SlugLine>{one}</SlugLine><ByLine>{one}</ByLine>"
        f"<DateLine>{one}</DateLine><CopyrightLine>{one}</CopyrightLine><KeywordLine>{one}</KeywordLine></NewsLines>"
        f"<NewsComponent><Role FormalName='Caption'/><NewsLines><CreditLine>{one}</CreditLine><RightsLine>{one}"
        f"</RightsLine></NewsLines><ContentItem><MediaType FormalName='Photo'/><DataContent>{one}</DataContent>"
        f"</ContentItem></NewsComponent><ContentItem><MediaType FormalName='Text'/><DataContent>{told}</DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode("utf-8", "replace")


def newsml(number: int, text: str) -> bytes:
    """NewsML-G2 with NITF, and with HTML that was escaped."""
    one, attribute = escape(line(text)), quoteattr(line(text))
    told = f"<p>{escape(words('newsml', number, text))}</p><p>{_markup(text)}</p>{ALIVE}"
    escaped = escape(f"<p>{html.escape(words('newsml', number, text))}</p><p>{line(text)}</p>{ALIVE}<p>More.</p>")
    body = (
        f'<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>{told}'
        "</body.content></body>"
        "</nitf></inlineXML>"
        if number % 2
        else f'<inlineData contenttype="text/html">{escaped}</inlineData>'
    )
    return (
        f'<newsItem xmlns="{G2}" guid="urn:newsml:{number}" version={attribute} xml:lang={attribute}>'
        f"<rightsInfo><copyrightNotice>{one}</copyrightNotice><usageTerms>{one}</usageTerms></rightsInfo>"
        f'<itemMeta><itemClass qcode="ninat:text"/><provider><name>{one}</name></provider><versionCreated>{DAY}'
        f'</versionCreated><edNote>{one}</edNote><link rel="irel:alternate" href={attribute}/></itemMeta>'
        f"<contentMeta><by>{one}</by><creditline>{one}</creditline><located><name>{one}</name></located>"
        f"<infoSource><name>{one}</name></infoSource><subject qcode={attribute}><name>{one}</name></subject>"
        f"<headline>{escape(headline('newsml', number))} {one}</headline><dateline>{one}</dateline>"
        f"<description>{one}</description></contentMeta><contentSet>{body}</contentSet></newsItem>"
    ).encode("utf-8", "replace")


def nitf(number: int, text: str) -> bytes:
    """NITF by itself."""
    one, attribute = escape(line(text)), quoteattr(line(text))
    return (
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><title>x</title><docdata>'
        f'<doc-id id-string="nitf-{number}"/><date.issue norm="20290504"/><ed-msg info={attribute}/>'
        f"<doc.copyright holder={attribute}/><doc.rights owner={attribute} limitations={attribute}/>"
        f"<key-list><keyword key={attribute}/></key-list></docdata></head><body><body.head><hedline>"
        f"<hl1>{headline('nitf', number)} {one}</hl1></hedline><byline>{one}<byttl>{one}</byttl></byline>"
        f"<dateline><location>{one}</location></dateline><abstract>{one}</abstract></body.head><body.content>"
        f'<media media-type="image"><media-metadata name="credit" value={attribute}/>'
        f"<media-reference source={attribute} copyright={attribute}/><media-caption>{one}</media-caption></media>"
        f"<p>{escape(words('nitf', number, text))}</p><hl2>{one}</hl2><bq>{one}</bq><p>{_markup(text)}</p>{ALIVE}"
        f"<note>{one}</note></body.content></body></nitf>"
    ).encode("utf-8", "replace")


def rss(number: int, text: str) -> bytes:
    """RSS with the text as escaped HTML."""
    one, bare = escape(line(text)), text.replace("\0", "")
    told = f"<p>{html.escape(words('rss', number, text))}</p><p>{bare}</p>{ALIVE}<p>More.</p>"
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    return (
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" {media}>'
        f"<channel><title>{one}</title>"
        f"<copyright>{one}</copyright><language>{one}</language><item><title>{headline('rss', number)} {one}</title>"
        f"<link>{one}</link><guid>{number} {one}</guid><author>{one}</author><category>{one}</category>"
        f"<description>{escape(bare)}</description><content:encoded>{escape(told)}</content:encoded>"
        f"<media:credit>{one}</media:credit><media:description>{one}</media:description>"
        "</item></channel></rss>"
    ).encode("utf-8", "replace")


def atom(number: int, text: str) -> bytes:
    """Atom with the text as XHTML."""
    one, attribute = escape(line(text)), quoteattr(line(text))
    told = f"<p>{escape(words('atom', number, text))}</p><p>{_markup(text)}</p>{ALIVE}"
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute}>'
        f'<title type="html">{one}</title><rights>{one}</rights>'
        f"<entry><id>atom-{number}</id><title type={attribute}>{headline('atom', number)} {one}</title>"
        f"<updated>{DAY}</updated><author><name>{one}</name></author><category term={attribute} label={attribute}/>"
        f'<link href={attribute}/><summary type="html">{one}</summary><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">{told}</div></content></entry></feed>'
    ).encode("utf-8", "replace")


def json_feed(number: int, text: str) -> bytes:
    """JSON Feed."""
    told = f"<p>{html.escape(words('jsonfeed', number, text))}</p><p>{text}</p>{ALIVE}<p>More.</p>"
    item = {
        "id": f"jsonfeed-{number}",
        "title": f"{headline('jsonfeed', number)} {text}",
        "date_published": DAY,
        **dict.fromkeys(("url", "summary", "language"), text),
        "authors": [{"name": text}],
        "tags": [text],
        "content_html": told,
    }
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": text, "items": [item]}).encode()


def mail(number: int, text: str) -> bytes:
    """An e-mail, every other one as HTML only."""
    letter = EmailMessage()
    letter["From"] = "Press office <press@harbour.example>"
    letter["Subject"] = f"{headline('mail', number)}"
    letter["Date"] = "Fri, 4 May 2029 09:00:00 +0000"
    letter["X-Mailer"] = "hand"
    told = words("mail", number, text).encode("utf-8", "replace").decode()
    lead = "The town's clerk came to the quay in the morning and read out all the words that stood on the wall."
    if number % 2:
        bare = text.encode("utf-8", "replace").decode()
        letter.set_content(
            f"<p>{lead}</p><p>{html.escape(told)}</p><p>{bare}</p>{ALIVE}<p>More.</p>", subtype="html", cte="base64"
        )
    else:
        letter.set_content(f"{headline('mail', number)}\n\n{lead}\n\n{told}\n\nNobody spoke for a while.\n")
    return letter.as_bytes()


FORMS: dict[str, tuple[str, Callable[[int, str], bytes]]] = {
    "ninjsa": ("json", ninjs1),
    "ninjsc": ("json", ninjs3),
    "package": ("json", package),
    "newsmlone": ("xml", newsml1),
    "newsml": ("xml", newsml),
    "nitf": ("xml", nitf),
    "rss": ("xml", rss),
    "atom": ("xml", atom),
    "jsonfeed": ("json", json_feed),
    "mail": ("eml", mail),
}
