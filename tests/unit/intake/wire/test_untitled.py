"""Items without a headline: what stands for one is the item's own, the text loses nothing, and a person is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsbrief import intake
from newsbrief.intake.wire.untitled import LONGEST, headline
from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError

FIRST, SECOND = "The council of Skerrow kept the ferry on Friday.", "Nobody spoke against it."
G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><itemClass qcode="ninat:{kind}"/>{meta}'
    "</itemMeta><contentMeta>{about}</contentMeta></newsItem>"
)


def only(data: str) -> Article:
    (article,) = intake.articles(data.encode(), "a")
    return article


def ninjs(**fields: Any) -> str:
    return json.dumps({"uri": "u", "type": "text", **fields})


def g2(about: str, meta: str = "", kind: str = "text") -> str:
    return G2.format(about=about, meta=meta, kind=kind)


@pytest.mark.parametrize(
    ("data", "title", "body"),
    [
        (ninjs(body_text=f"Ferry stays\n\n{FIRST}"), "Ferry stays", FIRST),
        (ninjs(body_html=f"<h2>Ferry stays</h2><p>{FIRST}</p>"), "Ferry stays", FIRST),
        (ninjs(body_html=f"<p>{FIRST}</p><p>{SECOND}</p>", slugline="ferry"), FIRST, f"{FIRST}\n\n{SECOND}"),
        (ninjs(body_html=f"<p>{FIRST} {SECOND}</p>"), FIRST, f"{FIRST} {SECOND}"),
        (ninjs(body_text=FIRST), FIRST, FIRST),
        (ninjs(body_text=f"{SECOND}\n\n{SECOND}", description_text=FIRST), FIRST, f"{SECOND}\n\n{SECOND}"),
        (ninjs(description_text=f"{FIRST} {SECOND}"), FIRST, f"{FIRST} {SECOND}"),
        (ninjs(slugline="skerrow-ferry"), "skerrow-ferry", ""),
        (ninjs(subjects=[{"name": "ferries"}, {"name": "harbours"}]), "ferries, harbours", ""),
        (g2(f"<description>{FIRST}</description>"), FIRST, FIRST),
        (g2("", meta="<title>FERRY-1</title>"), "FERRY-1", ""),
        (g2("<slugline>FERRY</slugline><dateline>SKERROW, May 4</dateline>"), "FERRY", ""),
        (g2("<dateline>SKERROW, May 4 (NMP)</dateline>"), "SKERROW, May 4 (NMP)", ""),
        (f"<nitf><body><p>{FIRST}</p><p>{SECOND}</p></body></nitf>", FIRST, f"{FIRST}\n\n{SECOND}"),
        (f"<rss><channel><item><description>{FIRST}</description></item></channel></rss>", FIRST, FIRST),
        (f"<entry><content>Ferry stays\n\n{FIRST}</content></entry>", "Ferry stays", FIRST),
    ],
)
def test_what_stands_for_a_headline(data: str, title: str, body: str) -> None:
    """A line that looks like one goes up, a sentence stays in the text, and names come last; the desk says which."""
    article = only(data)
    assert (article.headline, "\n\n".join(article.paragraphs)) == (title, body)
    assert article.delivery is not None
    assert article.delivery.doubts[0] == f"no headline in the file; “{title}” stands for it: write one"


def test_item_with_a_headline_is_not_doubted() -> None:
    """Nothing is said of one that has a headline, whatever else it has."""
    article = only(ninjs(headline="Ferry stays", slugline="x y", body_text=f"Another line\n\n{FIRST}"))
    assert article.headline == "Ferry stays"
    assert article.delivery is not None
    assert article.delivery.doubts == ()


@pytest.mark.parametrize("data", [ninjs(), ninjs(body_html="<p> </p>", slugline="--"), g2(""), g2("<by>A</by>")])
def test_nothing_that_may_stand(data: str) -> None:
    """An item without any words is no article."""
    with pytest.raises(RefusedError, match=r"^not an article: the item has no headline, and nothing"):
        only(data)


def test_picture_is_no_article_for_its_words() -> None:
    """A description or a slug line makes no article of a picture."""
    with pytest.raises(RefusedError, match="a picture without a text of its own"):
        only(g2(f"<slugline>x</slugline><description>{FIRST}</description>", kind="picture"))
    with pytest.raises(RefusedError, match="a picture without a text of its own"):
        only(json.dumps({"uri": "u", "type": "picture", "description_text": FIRST}))


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Mr. Solberg spoke. He left.", "Mr. Solberg spoke. He left."),
        ("Prices rose 2.5 percent in May, the bureau said. More.", "Prices rose 2.5 percent in May, the bureau said."),
        ("ferry " * 60, f"{('ferry ' * 23).strip()} …"),
        ("x" * 500, f"{'x' * LONGEST} …"),
        ("… — 17", ""),
    ],
)
def test_first_sentence(words: str, title: str) -> None:
    """It ends where a sentence ends, or at a word; without a letter there is none."""
    assert headline((), words, "", ()) == title
