"""Agencies' files: those of the corpus after damage, and some made up, in each form."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from tests.fuzz.mutation import mutated

WORDS = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        (
            *("", " ", "Ferry stays", "By Osla Brandt", "SKERROW (SKW) - The ferry sails.", "<p>One.</p><p>Two.</p>"),
            *("2029-05-04T09:00:00Z", "20290504T090000+0100", "Fri, 4 May 2029 09:00:00 +0000", "medtop:04000000"),
            *(
                "<b>",
                "</p>",
                "&lt;p&gt;",
                "&amp;amp;",
                "&#0;",
                "&nbsp;",
                "]]>",
                "<![CDATA[",
                "\u2028",
                "\ufdd0",
                "\ud800",
            ),
            *("canceled", "text", "picture", "MANDATORY KILL", "ENDS", "###", "Copyright 2029", "https://a.example/1"),
            *("<pre>a\n\nb</pre>", "a<br><br>b", "<table><tr><td>1</td></tr></table>", "<blockquote>x", "{}", "null"),
        )
    ),
)
KEYS = (
    *(
        "uri",
        "guid",
        "type",
        "version",
        "versioncreated",
        "versionCreated",
        "firstcreated",
        "contentCreated",
        "headline",
    ),
    *(
        "headlines",
        "headline_main",
        "body_text",
        "body_xhtml",
        "body_html",
        "bodies",
        "by",
        "byline",
        "bylines",
        "located",
    ),
    *(
        "infosources",
        "subject",
        "subjects",
        "associations",
        "embargoed",
        "ednote",
        "pubstatus",
        "usageterms",
        "language",
    ),
    *(
        "rightsinfo",
        "copyrightnotice",
        "description_text",
        "role",
        "value",
        "contenttype",
        "name",
        "code",
        "items",
        "data",
    ),
    *("title", "content_html", "content_text", "authors", "tags", "date_published", "id", "url", "rel"),
)
VALUES = st.recursive(
    st.one_of(WORDS, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=8)),
    max_leaves=40,
)
RECORDS = st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=14)
JSON = st.one_of(
    RECORDS,
    st.lists(RECORDS, min_size=1, max_size=4),
    st.builds(lambda one, words, body: one | {"headline": words, "body_html": body}, RECORDS, WORDS, WORDS),
    st.builds(
        lambda items: {"version": "https://jsonfeed.org/version/1.1", "items": items}, st.lists(RECORDS, max_size=4)
    ),
).map(lambda value: json.dumps(value).encode())

ROOTS = {
    "newsml": ("newsMessage", "newsItem", "packageItem", "contentSet", "NewsML", "n:newsItem"),
    "nitf": ("nitf",),
    "feeds": ("rss", "feed", "rdf:RDF", "entry", "item", "channel"),
}
NAMES = {
    "newsml": (
        *("itemSet", "newsItem", "rightsInfo", "usageTerms", "copyrightNotice", "itemMeta", "itemClass", "provider"),
        *(
            "versionCreated",
            "firstCreated",
            "embargoed",
            "pubStatus",
            "edNote",
            "contentMeta",
            "headline",
            "by",
            "name",
        ),
        *(
            "creator",
            "located",
            "infoSource",
            "subject",
            "broader",
            "description",
            "contentSet",
            "inlineXML",
            "inlineData",
        ),
        *(
            "html",
            "body",
            "p",
            "nitf",
            "NewsItem",
            "NewsComponent",
            "NewsLines",
            "HeadLine",
            "DataContent",
            "ContentItem",
        ),
    ),
    "nitf": (
        *("head", "title", "docdata", "doc-id", "date.issue", "date.release", "ed-msg", "key-list", "keyword", "body"),
        *(
            "body.head",
            "hedline",
            "hl1",
            "hl2",
            "byline",
            "byttl",
            "person",
            "dateline",
            "location",
            "story.date",
            "abstract",
        ),
        *(
            "body.content",
            "block",
            "p",
            "bq",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "media",
            "media-caption",
            "note",
            "q",
            "br",
        ),
    ),
    "feeds": (
        *(
            "channel",
            "item",
            "title",
            "link",
            "guid",
            "pubDate",
            "dc:creator",
            "content:encoded",
            "description",
            "category",
        ),
        *(
            "entry",
            "id",
            "updated",
            "published",
            "author",
            "name",
            "content",
            "summary",
            "div",
            "p",
            "media:credit",
            "rights",
        ),
    ),
}
ATTRIBUTES = (
    "qcode",
    "role",
    "type",
    "norm",
    "key",
    "info",
    "xml:lang",
    "guid",
    "version",
    "FormalName",
    "href",
    "contenttype",
)


def _element(name: str, attributes: dict[str, str], inner: list[str]) -> str:
    told = "".join(f' {key}="{value.replace(chr(34), "")}"' for key, value in attributes.items())
    return f"<{name}{told}>{''.join(inner)}</{name}>"


def xml(form: str) -> st.SearchStrategy[bytes]:
    """Elements of a form in one another in any order, some of them around texts that are no XML."""
    attributes = st.dictionaries(st.sampled_from(ATTRIBUTES), WORDS, max_size=2)
    elements = st.recursive(
        WORDS,
        lambda inner: st.builds(_element, st.sampled_from(NAMES[form]), attributes, st.lists(inner, max_size=5)),
        max_leaves=30,
    )
    prolog = st.sampled_from(
        ["", "<?xml version='1.0'?>", '<!DOCTYPE nitf SYSTEM "nitf.dtd">', "<!DOCTYPE nitf []>", "<!-- x -->"]
    )
    root = st.builds(_element, st.sampled_from(ROOTS[form]), attributes, st.lists(elements, max_size=6))
    return st.builds(lambda start, whole: (start + whole).encode("utf-8", "replace"), prolog, root)


FIELDS = st.sampled_from(
    (
        *("From: a@b.example", "Subject: Ferry stays", "Date: Fri, 4 May 2029 09:00:00 +0000", "MIME-Version: 1.0"),
        *("Content-Type: text/html; charset=utf-8", "Content-Type: text/plain; charset=x", "Received: by x", "X-A: b"),
        *(
            'Content-Type: multipart/mixed; boundary="b"',
            "Content-Transfer-Encoding: base64",
            "Subject: =?utf-8?q?=80?=",
        ),
        *(
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Disposition: attachment",
            "Subject:\n =?x?b?!?=",
            "--b",
            "",
        ),
    )
)
LETTERS = st.builds(
    lambda head, blocks: "\n".join((*head, "", *("\n".join(block) for block in blocks))).encode("utf-8", "replace"),
    st.lists(FIELDS, max_size=7),
    st.lists(st.lists(st.one_of(FIELDS, WORDS), max_size=5), max_size=6),
)
MARKS = (
    "<",
    ">",
    "&",
    '"',
    "]]>",
    "<![CDATA[",
    "<!--",
    "<!DOCTYPE x [",
    '<!ENTITY a "b">',
    "<p>",
    "</p>",
    "\x00",
    "=?utf-8?q?",
)
JSON_MARKS = (
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "\\ud800",
    "\\u0000",
    "1e999",
    "-",
    "true",
    '"headline":',
    '"body_html":',
)
INPUTS = {
    "ninjs": st.one_of(JSON, mutated("ninjs", JSON_MARKS)),
    "newsml": st.one_of(xml("newsml"), mutated("newsml", MARKS)),
    "nitf": st.one_of(xml("nitf"), mutated("nitf", MARKS)),
    "feeds": st.one_of(xml("feeds"), JSON, mutated("feeds", (*MARKS, *JSON_MARKS))),
    "mail": st.one_of(
        LETTERS, mutated("mail", ("\n\n", "\n--outer\n", "=", "=\n", "boundary=", "charset=", "\r", *MARKS))
    ),
}
