"""Bylines."""

from __future__ import annotations

import pytest

from newsbrief.intake.page.authors import authors
from newsbrief.intake.page.look import look
from newsbrief.rules import pages
from tests.unit.intake.page.saved import article, saved

RULES = pages.load("en").bylines
PERSON = {"@type": "Person", "name": "Osla Brandt"}
BODY = {"@type": "Organization", "name": "Lantern Collective"}
META = '<meta name="author" content="Bela Korvin">'
BYLINE = '<div class="article-byline"><span class="author-name">Ada Verrin</span></div>'


@pytest.mark.parametrize(
    ("data", "head", "body", "found"),
    [
        (article(author=PERSON), META, BYLINE, ("Osla Brandt",)),
        (article(author=[PERSON, {"name": "By BELA KORVIN"}, BODY]), "", "", ("Osla Brandt", "BELA KORVIN")),
        (article(author="Osla Brandt and Bela Korvin"), "", "", ("Osla Brandt", "Bela Korvin")),
        (article(author={"name": ["Osla Brandt", "Bela Korvin"]}), "", "", ("Osla Brandt", "Bela Korvin")),
        (article(author=BODY), "", "", ("Lantern Collective",)),
        (article(author=BODY), META, "", ("Bela Korvin",)),
        (article(author=BODY), "", BYLINE, ("Ada Verrin",)),
        (article(author=BODY), "", '<div class="author">Share this story</div>', ("Lantern Collective",)),
        (article(author="Ellery Tidings", publisher={"name": "Ellery Tidings"}), META, "", ("Bela Korvin",)),
        (article(author={"name": "admin"}), META, "", ("Bela Korvin",)),
        (article(author={"@type": "Person", "name": "Osla Brandt (Ellery Wire)"}), "", "", ("Osla Brandt",)),
        (article(author={"name": "https://tidings.example/osla"}), "", "", ()),
        ([{"@type": "WebPage", "author": {"@type": "Person", "name": "Web Desk"}}, article(author=PERSON)], "", "",
         ("Osla Brandt",)),
        ({"@graph": [article(author={"@id": "#p"}), {"@type": "Person", "@id": "#p", "name": "Osla Brandt"}]}, "", "",
         ("Osla Brandt",)),
        (None, f'<meta property="article:author" content="https://social.example/osla">{META}', "", ("Bela Korvin",)),
        (None, f'<meta name="author" content="Osla Brandt">{META}', "", ("Osla Brandt", "Bela Korvin")),
        (None, "", '<span class="hb-contributor__name">Osla Brandt</span><span class="hb-role">Reporter</span>',
         ("Osla Brandt",)),
        (None, "", '<td class="byline">By <b>Osla Brandt</b>, Harbour News Agency</td><td class="byline">15 May 2029',
         ("Osla Brandt",)),
        (None, "", "", ()),
    ],
)  # fmt: skip
def test_authors(data: object, head: str, body: str, found: tuple[str, ...]) -> None:
    """People win over organisations wherever they are named; JSON-LD before metadata before the marked byline."""
    assert authors(look(saved(head, body, data=data)), RULES) == found
