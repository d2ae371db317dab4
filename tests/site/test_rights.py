"""Of a brief that may only show an excerpt, nothing else is in any byte of the output."""

from __future__ import annotations

import json
import re

import pytest

from tests.newsroom import Newsroom
from tests.pictures import drawn, saved
from tests.site.reading import Page, broken_links

MARKER = "Zyxwomarker"
LINK = "https://wire.example/2029/05/ferry?id=7&lang=en"
SHORT = "The tide keeps no calendar and neither do we"
LONG = " ".join(["We waited", *(f"{MARKER}{number} and waited" for number in range(20)), "until noon"])
SENTENCES = " ".join(f"The {MARKER} sentence number {number} is the agency's own." for number in range(60))
EXCERPT = f"""---
title: Council keeps the morning ferry
date: 2029-05-04
status: published
source: [Harbour News Agency]
link: {LINK}
rights: excerpt
summary: The vote was seven to four.
tags: [Ferry]
photo: {{credit: {MARKER} photos, rights: Fair Use, caption: {MARKER} on the quay}}
people:
- {{name: Mira Solberg, role: the harbour master}}
quotes:
- id: q1
  speaker: Mira Solberg
  text: {SHORT}
- id: q2
  speaker: Mira Solberg
  text: {LONG}
events:
- id: e1
  date: 2029-05-03
  when: on Thursday, {MARKER}
  text: The council voted on Thursday, {MARKER}.
- id: e2
  date: 2029-05-02
  text: The board met, {MARKER}.
  label: The ferry board meets
- id: e3
  date: 2029-05-01
  text: We waited {MARKER}0 and waited
  claim: q2
notes:
- {{kind: correction, date: 2029-05-06, about: q2, text: The hour was wrong.}}
---
The council voted on Thursday, {MARKER}. The board met, {MARKER}.

“{SHORT},” Mira Solberg, the harbour master, said. “{LONG},” she said.

![{MARKER}]({{static}}/images/quay.png) {SENTENCES}
"""


@pytest.fixture(scope="module", params=["preview", "publish"])
def excerpted(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Newsroom:
    """A site of one excerpt and of a whole brief that tells of the same event."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("rights") / "site", request.config.rootpath)
    newsroom.brief("2029-05-04-ferry.md", EXCERPT)
    newsroom.brief("2029-05-05-later.md", EXCERPT.replace("rights: excerpt", "rights: own").replace(MARKER, "plain"))
    (newsroom.content / "images" / "quay.png").write_bytes(saved("PNG", drawn(60, 40)))
    done = newsroom.build(*(["--publish"] if request.param == "publish" else []), SITEURL="https://news.example")
    assert done.returncode == 0, done.stderr
    return newsroom


def test_body_is_in_no_byte(excerpted: Newsroom) -> None:
    """Body, long quotes, the article's telling of events, caption and photo credit: in no page, feed or export."""

    def read(data: bytes) -> str:
        return data.decode("utf-8", "replace")

    wrong = [name for name, data in excerpted.pages().items() if MARKER.lower() in f"{name} {read(data)}".lower()]
    assert wrong == []
    assert any("sentence number 7" in read(data) for data in excerpted.pages().values())


def test_excerpt_says_what_it_may(excerpted: Newsroom) -> None:
    """Headline, summary, the short quote and who said it, an editor's words for an event, the way to the article."""
    page = Page(excerpted.page("2029/05/04/ferry/index.html"))
    whole = "Read the whole article at wire.example"
    title, summary, label, note = (
        "Council keeps the morning ferry",
        "seven to four.",
        "The ferry board meets",
        "The hour",
    )
    assert [
        words for words in (title, summary, SHORT, "Mira Solberg", label, note, whole) if words not in page.text
    ] == []
    assert LINK in page.links
    assert {"q1", "e2"} <= set(page.ids)


def test_quote_page_of_an_excerpt_has_no_context(excerpted: Newsroom) -> None:
    """The quote has its page; of the paragraphs around it nothing is there; the long quote has no page."""
    page = Page(excerpted.page("quotes/2029-05-04-ferry-q1/index.html"))
    assert SHORT in page.text
    assert "Around it" not in page.text
    assert not (excerpted.output / "quotes" / "2029-05-04-ferry-q2").exists()


def test_machines_get_no_more_than_people(excerpted: Newsroom) -> None:
    """Feed items have the notes and the summary as their text; JSON-LD names the article's address."""
    items = json.loads(excerpted.page("feeds/all.json"))["items"]
    (item,) = (one for one in items if one["url"].endswith("/04/ferry/"))
    note, summary = "<strong>Correction, 6 May 2029:</strong> The hour was wrong.", "The vote was seven to four."
    assert item["content_html"] == f"<p>{note}</p><p>{summary}</p>"
    assert "content_text" not in item
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', excerpted.page("2029/05/04/ferry/index.html")
    )
    assert found is not None
    data = json.loads(found[1])
    (article,) = (one for one in data.get("@graph", [data]) if one["@type"] == "NewsArticle")
    assert article["isBasedOn"][0]["url"] == LINK


def test_no_link_of_an_excerpt_is_broken(excerpted: Newsroom) -> None:
    """Timelines, quotes and notes lead to places that are there."""
    pages = {name: data for name, data in excerpted.pages().items() if name != "404.html"}
    assert broken_links(pages, "/")[0] == []


PHOTO = "photo: {credit: Osla Brandt, rights: Fair Use}"


def test_photo_rights_are_the_articles_claim(newsroom: Newsroom) -> None:
    """What the article says of a photo's rights is shown as its claim, and no machine is told of a licence."""
    newsroom.brief(
        "2029-05-04-ferry.md", f"---\ntitle: Ferry\ndate: 2029-05-04\nstatus: published\n{PHOTO}\n---\nWords.\n"
    )
    assert newsroom.build().returncode == 0
    source = newsroom.page("2029/05/04/ferry/index.html")
    assert "The article’s photo: Osla Brandt. Rights as stated: Fair Use" in Page(source).text
    assert '"license"' not in source


def test_briefs_files_are_not_for_readers(newsroom: Newsroom) -> None:
    """Pelican's OUTPUT_SOURCES would publish the files themselves, bodies and all: it is refused."""
    newsroom.brief("2029-05-04-ferry.md", EXCERPT)
    done = newsroom.build("-e", "OUTPUT_SOURCES=true")
    assert done.returncode == 1
    assert "OUTPUT_SOURCES" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr + done.stdout
    assert not newsroom.output.exists()
