"""Small files in many dialects: what each field becomes. Whole files stand in tests/golden/."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsbrief import intake
from newsbrief.model.article import Article, Delivery, Photo
from newsbrief.model.refusal import RefusedError

TEXT = "The ferry of Skerrow sails again from Monday, the council said."
G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="2" xml:lang="en">'
    "<rightsInfo>{rights}</rightsInfo>"
    '<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2029-05-04T09:00:00Z</versionCreated>{meta}</itemMeta>'
    "<contentMeta><headline>Ferry sails</headline>{about}</contentMeta><contentSet>{body}</contentSet></newsItem>"
)
PLAIN = f"<inlineData>{TEXT}</inlineData>"


def only(data: str) -> Article:
    """The one article of a file."""
    (article,) = intake.articles(data.encode(), "a")
    return article


def ninjs(**fields: Any) -> Article:
    """The article of a ninjs item."""
    return only(json.dumps({"uri": "u", "headline": "Ferry sails", "body_text": TEXT, **fields}))


def sent(article: Article) -> Delivery:
    """What its agency says of it."""
    assert article.delivery
    return article.delivery


def newsml(meta: str = "", about: str = "", rights: str = "", body: str = PLAIN) -> Article:
    """The article of a NewsML-G2 item."""
    return only(G2.format(meta=meta, about=about, rights=rights, body=body))


def nitf(head: str = "", top: str = "", body: str = f"<p>{TEXT}</p>") -> Article:
    """The article of a NITF document."""
    return only(
        f"<nitf><head>{head}</head><body><body.head><hedline><hl1>Ferry sails</hl1></hedline>{top}</body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"headline": "A &amp; B"}, "A & B"),
        ({"headline": "<em>A</em> b"}, "A b"),
        ({"headline": None, "headline_main": "A b"}, "A b"),
        ({"headline": None, "headlines": [{"role": "sub", "value": "x"}, {"role": "main", "value": "A b"}]}, "A b"),
        ({"headline": None, "headlines": ["A b"]}, "A b"),
        ({"headline": "UPDATE 2-Ferry sails"}, "Ferry sails"),
    ],
)
def test_headline_of_ninjs(fields: dict[str, Any], headline: str) -> None:
    """The main headline, whatever the version calls it."""
    assert ninjs(**fields).headline == headline


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ({"by": "Osla Brandt"}, ("Osla Brandt",)),
        ({"byline": "Von Lene Dahl, nmp", "source": "NMP"}, ("Lene Dahl",)),
        (
            {"bylines": [{"by": "By OSLA BRANDT", "title": "SKW"}, {"by": "Tom Averel"}]},
            ("By OSLA BRANDT", "Tom Averel"),
        ),
        ({"authors": [{"name": "Osla Brandt"}]}, ("Osla Brandt",)),
        (
            {"people": [{"name": "Osla Brandt", "rel": "author"}, {"name": "Mira Solberg", "rel": "about"}]},
            ("Osla Brandt",),
        ),
        ({"byline": "Per Ek/NP"}, ("Per Ek",)),
    ],
)
def test_authors_of_ninjs(fields: dict[str, Any], authors: tuple[str, ...]) -> None:
    """Who signs, in any version's field."""
    assert ninjs(**fields).authors == authors


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"versioncreated": "2029-05-04T09:00:00Z"}, "2029-05-04T09:00:00Z"),
        ({"versioncreated": "2029-05-05", "contentcreated": "2029-05-04"}, "2029-05-04"),
        ({"versioncreated": "2029-05-05", "contentcreated": "2029-05-04", "firstcreated": "2029-05-03"}, "2029-05-03"),
        ({"publishedAt": "2029-05-04"}, "2029-05-04"),
        ({"versioncreated": "soon"}, ""),
    ],
)
def test_date_of_ninjs(fields: dict[str, Any], date: str) -> None:
    """The day on which it was there first."""
    assert ninjs(**fields).date == date


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"type": "picture", "body_text": ""}, "a picture without a text of its own"),
        ({"type": "video", "body_text": ""}, "a video without a text of its own"),
        ({"type": "composite", "body_text": ""}, "a package that names other items and has no text of its own"),
        ({"headline": "", "type": "text", "body_text": ""}, "the item has no headline, and nothing .* stand for one"),
    ],
)
def test_no_article_in_ninjs(fields: dict[str, Any], reason: str) -> None:
    """What has no words of its own is refused with what it is."""
    with pytest.raises(RefusedError, match=f"^not an article: {reason}$"):
        ninjs(**fields)


@pytest.mark.parametrize(
    ("subjects", "category", "names"),
    [
        (
            [{"name": "sport", "code": "medtop:15000000"}, {"name": "soccer", "code": "medtop:20001065"}],
            "Sport",
            ("soccer",),
        ),
        ([{"name": "soccer", "uri": "http://cv.iptc.org/newscodes/mediatopic/20001065"}], "Sport", ("soccer",)),
        ([{"name": "Skola", "code": "medtop/05000000", "scheme": "x"}], "Education", ()),
        ([{"name": "local", "code": "11006000"}], "Politics", ("local",)),
        ([{"name": "Ferries", "code": "fy"}, {"name": "Ferries"}], "", ("Ferries",)),
        (["Ferries", "Harbour"], "", ("Ferries", "Harbour")),
        ("Ferries", "", ()),
    ],
)
def test_subjects(subjects: object, category: str, names: tuple[str, ...]) -> None:
    """The top-level topic is the section, the others' names are topics."""
    told = sent(ninjs(subjects=subjects))
    assert (told.category, told.subjects) == (category, names)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"uri": "urn:a"}, "urn:a"),
        ({"uri": None, "guid": "g"}, "g"),
        ({"uri": "https://x.example/5b?et=1a", "altids": {"itemid": "5b"}}, "5b"),
        (
            {"uri": "https://x.example/item?id=5", "altids": [{"role": "x", "value": "5"}]},
            "https://x.example/item?id=5",
        ),
        ({"uri": "urn:a", "altids": {"itemid": "5b"}}, "urn:a"),
    ],
)
def test_name_of_an_item(fields: dict[str, Any], name: str) -> None:
    """The name that all versions share, also where the address has a mark of the version behind it."""
    assert sent(ninjs(**fields)).item == name


def test_picture_of_ninjs() -> None:
    """The first picture that says whose it is."""
    pictures = {
        "clip": {"type": "video", "byline": "No"},
        "lead": {
            "type": "picture",
            "byline": "Ada Holm",
            "usageterms": "Once",
            "description_html": "<p>The <b>pier</b></p>",
        },
    }
    assert ninjs(associations=pictures).photo == Photo("Ada Holm", "Once", "The pier")
    assert ninjs(associations=[{"name": "a", "creditline": "HNA"}]).photo == Photo("HNA")
    assert ninjs(associations="x").photo is None


@pytest.mark.parametrize(
    ("article", "status"),
    [
        (ninjs(pubstatus="canceled"), "canceled"),
        (ninjs(pubStatus="stat:withheld"), "withheld"),
        (ninjs(signals=["kill"]), "canceled"),
        (ninjs(ednote="MANDATORY KILL"), "canceled"),
        (ninjs(ednote="Adds that three were killed"), ""),
        (newsml('<pubStatus qcode="stat:canceled"/>'), "canceled"),
        (newsml('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>'), "withheld"),
        (newsml('<pubStatus qcode="stat:usable"/><signal qcode="sig:kill"/>'), "canceled"),
        (newsml('<signal qcode="sig:update"/>'), ""),
        (nitf('<docdata management-status="canceled"/>'), "canceled"),
        (nitf('<docdata><ed-msg info="EDS: Kill this story."/></docdata>'), "canceled"),
    ],
)
def test_standing(article: Article, status: str) -> None:
    """Whether an item may be published, as each form says it."""
    assert sent(article).status == status


@pytest.mark.parametrize(
    ("article", "embargo"),
    [
        (ninjs(embargoed="2029-05-05T06:00:00+02:00"), "2029-05-05T06:00:00+02:00"),
        (ninjs(embargoed=""), ""),
        (ninjs(embargoed="", ednote="EMBARGO until she speaks"), "EMBARGO until she speaks"),
        (newsml("<embargoed>2029-05-05T06:00:00Z</embargoed>"), "2029-05-05T06:00:00Z"),
        (newsml("<embargoed/>"), ""),
        (
            nitf('<docdata><date.issue norm="20290504"/><date.release norm="20290505T060000Z"/></docdata>'),
            "2029-05-05T06:00:00Z",
        ),
        (nitf('<docdata><date.issue norm="20290504"/><date.release norm="20290504"/></docdata>'), ""),
    ],
)
def test_embargo(article: Article, embargo: str) -> None:
    """An instant is the embargo's end; an empty one is over, unless a note speaks of it."""
    assert article.embargo == embargo


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (f"<inlineXML><nitf><body><body.content><p>{TEXT}</p><p>Two.</p></body.content></body></nitf></inlineXML>", 2),
        (f"<inlineXML><html><head><title>x</title></head><body><p>{TEXT}</p><p>Two.</p></body></html></inlineXML>", 2),
        (f"<inlineXML><p>{TEXT}</p><p>Two.</p></inlineXML>", 2),
        (f'<inlineData contenttype="text/html">&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</inlineData>', 2),
        (f"<inlineData><![CDATA[<p>{TEXT}</p><p>Two.</p>]]></inlineData>", 2),
        (f"<inlineData>{TEXT}\n\nTwo.</inlineData>", 2),
        (f'{PLAIN}<inlineData contenttype="image/jpeg" encoding="base64">AAAA</inlineData>', 1),
        ('<remoteContent href="x"/>', 0),
        ("", 0),
    ],
)
def test_bodies_of_newsml(body: str, paragraphs: int) -> None:
    """The text in all the ways in which an item has it; a text elsewhere leaves the headline."""
    assert len(newsml(body=body).paragraphs) == paragraphs


@pytest.mark.parametrize(
    ("about", "authors", "source", "sender"),
    [
        ("<by>By Osla Brandt</by>", ("By Osla Brandt",), (), ""),
        ("<creator><name>Osla Brandt</name></creator>", ("Osla Brandt",), (), ""),
        ('<creator type="cpnat:organisation"><name>HNA</name></creator><creditline>HNA</creditline>', (), ("HNA",), ""),
        ('<creator role="crol:editor"><name>Osla Brandt</name></creator>', (), (), ""),
        ("<infoSource><name>Skerrow Wire</name></infoSource><creditline>SKW</creditline>", (), ("Skerrow Wire",), ""),
        ('<infoSource qcode="NS:SKW"/>', (), (), "SKW"),
    ],
)
def test_people_and_sources_of_newsml(
    about: str, authors: tuple[str, ...], source: tuple[str, ...], sender: str
) -> None:
    """Who wrote it, whose reporting it is, and the code of who sends it."""
    article = newsml(about=about)
    assert (article.authors, article.source, sent(article).sender) == (authors, source, sender)


def test_names_in_the_items_language() -> None:
    """Of names in several languages the item's counts."""
    names = '<name xml:lang="de">Hafen</name><name xml:lang="en">harbour</name>'
    article = newsml(about=f"<subject>{names}</subject><located>{names}</located>")
    assert (sent(article).subjects, sent(article).located) == (("harbour",), "harbour")


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        ("<byline>By <person>Osla Brandt</person><byttl>SKW Writer</byttl></byline>", ("Osla Brandt",)),
        ("<byline>Osla Brandt<byttl>SKW Writer</byttl></byline>", ("Osla Brandt",)),
        ("<byline><byttl>Skerrow Wire</byttl></byline>", ("Skerrow Wire",)),
        ("<byline><person>A Brandt</person> and <person>B Averel</person></byline>", ("A Brandt and B Averel",)),
        ("", ()),
    ],
)
def test_byline_of_nitf(top: str, authors: tuple[str, ...]) -> None:
    """The names without their titles; a title alone is the byline."""
    assert nitf(top=top).authors == authors


@pytest.mark.parametrize(
    ("top", "dateline"),
    [
        ("<dateline><location>SKERROW</location>, <story.date>May 4</story.date></dateline>", "SKERROW"),
        ("<dateline>SKERROW, Northmere, <story.date>May 4</story.date></dateline>", "SKERROW, Northmere"),
        ("<dateline>SKERROW, May 4 (SKW) -</dateline>", "SKERROW"),
        ("", ""),
    ],
)
def test_dateline_of_nitf(top: str, dateline: str) -> None:
    """The place without its day and its agency."""
    assert nitf(top=top).dateline == dateline


@pytest.mark.parametrize(
    ("usage", "notice", "rights", "terms"),
    [
        ("Not for use outside Northmere", "(c) SKW", "licensed", "Not for use outside Northmere (c) SKW"),
        ("", "Copyright 2029 SKW. All rights reserved.", "", "Copyright 2029 SKW. All rights reserved."),
        ("Not for republication", "", "excerpt", "Not for republication"),
        ("No use without permission", "", "", "No use without permission"),
        ("", "", "", ""),
    ],
)
def test_terms(usage: str, notice: str, rights: str, terms: str) -> None:
    """Terms keep their words, and say what may be published only where they are plain."""
    rights_info = f"<usageTerms>{usage}</usageTerms><copyrightNotice>{notice}</copyrightNotice>"
    for article in (ninjs(usageterms=usage, copyrightnotice=notice), newsml(rights=rights_info)):
        assert (sent(article).rights, sent(article).terms) == (rights, terms)


FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Chronicle</title><author><name>Desk</name></author>{}</feed>'


@pytest.mark.parametrize(
    ("entry", "paragraphs"),
    [
        (f'<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>', (TEXT, "Two.")),
        (f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content>', (TEXT,)),
        (f'<content type="text">{TEXT}\n\n1 &lt; 2, and 3 &gt; 2.</content>', (TEXT, "1 < 2, and 3 > 2.")),
        (f'<content src="https://x.example/"/><summary>{TEXT}</summary>', (TEXT,)),
    ],
)
def test_content_of_atom(entry: str, paragraphs: tuple[str, ...]) -> None:
    """Text, escaped HTML and XHTML, as the type says; a summary where the text is elsewhere."""
    article = only(
        FEED.format(f"<entry><id>1</id><title>Ferry sails</title><updated>2029-05-04</updated>{entry}</entry>")
    )
    assert (article.paragraphs, article.authors, article.source) == (paragraphs, ("Desk",), ("Chronicle",))
    assert ("only a summary is in the file, and stands for the body" in sent(article).doubts) == ("summary" in entry)


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("desk@x.example (Osla Brandt)", ("Osla Brandt",)),
        ("Osla Brandt &lt;osla@x.example&gt;", ("Osla Brandt",)),
        ("osla@x.example", ()),
        ("Osla Brandt", ("Osla Brandt",)),
    ],
)
def test_author_of_rss(author: str, authors: tuple[str, ...]) -> None:
    """The name in a field that wants an address."""
    item = f"<item><title>Ferry sails</title><author>{author}</author><description>{TEXT}</description></item>"
    assert only(f"<rss><channel><title>C</title>{item}</channel></rss>").authors == authors


def test_one_bad_item_costs_only_itself() -> None:
    """Of a feed the items with words are articles."""
    item = f"<item><title>{{}}</title><description>{TEXT}</description></item>"
    none = "<item><title/><link>https://news.example/1</link></item>"
    items = f"{item.format('One')}{none}{item.format('Two')}"
    found = intake.articles(f"<rss><channel>{items}</channel></rss>".encode(), "a")
    assert [article.headline for article in found] == ["One", "Two"]


def test_texts_that_a_package_takes_along() -> None:
    """Each whole text is an article, at any depth; what is only named, and pictures, are none."""
    text = {"uri": "a", "type": "text", "headline": "One", "body_html": f"<p>{TEXT}</p>"}
    named = {"uri": "b", "type": "text", "headline": "Named"}
    picture = {"uri": "c", "type": "picture", "headline": "Pier", "body_text": "The pier."}
    inner = {"uri": "d", "type": "composite", "headline": "In", "associations": [{**text, "headline": "Two"}, named]}
    package = {
        "uri": "p",
        "type": "composite",
        "headline": "All",
        "associations": {"1": text, "2": inner, "3": picture},
    }
    found = intake.articles(json.dumps(package).encode(), "a")
    assert [article.headline for article in found] == ["One", "Two"]
    whole = {**text, "headline": "Main", "associations": {"side": text, "ref": named, "pic": picture}}
    assert [article.headline for article in intake.articles(json.dumps(whole).encode(), "a")] == ["Main", "One"]
    about = "<contentMeta><headline>{0}</headline></contentMeta>"
    item = f'<newsItem guid="{{0}}">{about}<contentSet>{PLAIN}</contentSet></newsItem>'
    items = "".join(item.format(name) for name in ("One", "Two"))
    for message in (
        f"<packageItem><itemRef/>{items}</packageItem>",
        f"<newsMessage><packageItem/>{items}</newsMessage>",
    ):
        assert [article.headline for article in intake.articles(message.encode(), "a")] == ["One", "Two"]


def test_parts_of_newsml_1() -> None:
    """Texts with headlines of their own in one item are articles of their own, with names of their own."""
    text = f"<ContentItem><DataContent>{TEXT}</DataContent></ContentItem>"
    part = f"<NewsComponent><NewsLines><HeadLine>{{}}</HeadLine></NewsLines>{text}</NewsComponent>"
    names = "<NewsIdentifier><ProviderId>p</ProviderId><NewsItemId>i</NewsItemId></NewsIdentifier>"
    parts = f"<NewsComponent>{part.format('One')}{part.format('Two')}</NewsComponent>"
    item = f"<NewsItem><Identification>{names}</Identification>{parts}</NewsItem>"
    found = intake.articles(f"<NewsML>{item}</NewsML>".encode(), "a")
    assert [(one.headline, sent(one).item) for one in found] == [("One", "p:i:part 1"), ("Two", "p:i:part 2")]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([("de", "Der Rat behielt die Fähre, und zwar für immer und alle Zeit."), ("en", TEXT)], TEXT),
        ([("de", "Der Rat behielt die Fähre, und zwar für immer und alle Zeit."), ("", TEXT)], TEXT),
        ([("de", "Der Rat behielt die Fähre.")], "Der Rat behielt die Fähre."),
    ],
)
def test_body_in_the_language_of_the_item(bodies: list[tuple[str, str]], expected: str) -> None:
    """Of several the one in its language, else one that names none, else what there is."""
    told = {lang: f' xml:lang="{lang}"' if lang else "" for lang, _ in bodies}
    body = "".join(f"<inlineData{told[lang]}>{text}</inlineData>" for lang, text in bodies)
    assert newsml(body=body).paragraphs == (expected,)
