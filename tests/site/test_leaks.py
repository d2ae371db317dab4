"""Nothing that is not published is in any byte of the output."""

import pytest

from tests import pictures
from tests.newsroom import Newsroom

PICTURE = pictures.saved("PNG", pictures.drawn(24, 16))
MARKER = "Zyxwomarker"


def brief(extra: str = "status: published", title: str = "Lantern parade moves inland") -> str:
    return f"""---
title: {title}
date: 2029-05-04
{extra}
summary: The parade will not pass the harbour.
tags: [Parade]
people:
- {{name: Tove Lind, role: the town's clerk}}
quotes:
- id: q1
  speaker: Tove Lind
  text: We carry the lamps up the hill this year
events:
- {{id: e1, date: 2029-05-03, when: on Thursday, text: The council met on Thursday.}}
---
The council met on Thursday. “We carry the lamps up the hill this year,” Tove Lind, the town's clerk, said.
"""


def hidden(extra: str) -> str:
    """A brief with the marker in every kind of fact."""
    text = brief(extra, f"{MARKER} title")
    for word in ("Parade", "Tove Lind", "clerk", "lamps", "council"):
        text = text.replace(word, f"{word} {MARKER}")
    return text


def found(newsroom: Newsroom) -> list[str]:
    return [
        name
        for name, data in newsroom.pages().items()
        if MARKER.lower() in f"{name} {data.decode('utf-8', 'replace')}".lower()
    ]


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize(
    "extra",
    [
        "status: draft",
        "status: published\nembargo: 2030-03-01 00:00:01",
        "status: review\nembargo: 2031-01-01",
        "status: withdrawn",
    ],
)
def test_hidden_brief_is_in_no_byte(newsroom: Newsroom, extra: str, publish: bool) -> None:
    """Draft, embargoed and withdrawn words are in no page, feed or file name, in a preview or for readers."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief("2029-05-04-secret.md", hidden(extra))
    done = newsroom.build(*(["--publish"] if publish else []), SITEURL="https://news.example")
    assert done.returncode == 0, done.stderr
    assert "Lantern parade" in newsroom.page("index.html")
    assert found(newsroom) == []


def test_brief_in_review_is_for_the_preview_only(newsroom: Newsroom) -> None:
    """A preview shows it with a banner and noindex, and in no feed; readers never get it."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief("2029-05-05-secret.md", hidden("status: review"))
    assert newsroom.build().returncode == 0
    page = newsroom.page("2029/05/04/secret/index.html")
    assert "noindex" in page
    assert "review" in page.lower()
    assert not [name for name in found(newsroom) if name.startswith("feeds/")]
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    assert found(newsroom) == []


def test_raw_articles_are_never_copied(newsroom: Newsroom) -> None:
    """Raw text, Markdown and HTML stay where they are, even when a brief links to them."""
    for ending in ("txt", "md", "html"):
        newsroom.raw(f"2029-05-04-{MARKER}.{ending}", f"{MARKER}\n\nSecret words of {MARKER}.")
    links = " ".join(
        f"[{kind}]({{{kind}}}{place}raw/2029-05-04-{MARKER}.{ending})"
        for kind in ("static", "attach", "filename")
        for place in ("/", "../", "/images/../", "/../content/")
        for ending in ("txt", "md", "html")
    )
    newsroom.brief("2029-05-04-parade.md", brief() + "\n" + links + "\n")
    assert newsroom.run("content", "-s", "pelican.conf.py", "-o", "output", module="pelican").returncode == 0
    assert set(found(newsroom)) <= {
        "2029/05/04/parade/index.html",
        "feeds/all.atom.xml",
        "feeds/all.rss.xml",
        "feeds/all.json",
        "feeds/topics/parade.atom.xml",
        "feeds/topics/parade.rss.xml",
        "feeds/topics/parade.json",
    }
    assert all(f"Secret words of {MARKER}".encode() not in data for data in newsroom.pages().values())


def test_draft_page_is_not_written(newsroom: Newsroom) -> None:
    """Pelican would put a draft page into output/drafts/."""
    (newsroom.content / "pages" / "plan.md").write_text(
        f"---\ntitle: {MARKER}\nstatus: draft\n---\n{MARKER}\n", "utf-8"
    )
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build().returncode == 0
    assert found(newsroom) == []


def test_brief_that_was_taken_back_leaves_the_output(newsroom: Newsroom) -> None:
    """A brief that becomes a draft again is gone from an output folder that had it."""
    newsroom.brief("2029-05-04-secret.md", hidden("status: published"))
    assert newsroom.build().returncode == 0
    assert found(newsroom)
    newsroom.brief("2029-05-04-secret.md", hidden("status: draft"))
    assert newsroom.build().returncode == 0
    assert found(newsroom) == []


def test_retracted_brief_keeps_headline_and_reason_only(newsroom: Newsroom) -> None:
    """Body, quotes and events of a retracted brief are on no page; its reason is."""
    notes = "status: retracted\nnotes:\n- {kind: retraction, text: The account could not be confirmed.}"
    newsroom.brief("2029-05-04-parade.md", brief(notes))
    assert newsroom.build().returncode == 0
    page = newsroom.page("2029/05/04/parade/index.html")
    assert "Lantern parade moves inland" in page
    assert "The account could not be confirmed." in page
    assert all(b"lamps up the hill" not in data for data in newsroom.pages().values())


def test_picture_of_what_is_not_shown_is_not_copied(newsroom: Newsroom) -> None:
    """Of a draft, of an excerpt and of a draft page; one that a published brief shows too is there."""
    for name in ("draft", "excerpt", "page", "quay"):
        (newsroom.content / "images" / f"{name}.png").write_bytes(PICTURE)
    both = "\n\n![]({static}/images/%s.png) ![]({static}/images/quay.png)\n"
    newsroom.brief("2029-05-04-draft.md", brief("status: draft", "A draft") + both % "draft")
    newsroom.brief("2029-05-04-excerpt.md", brief("status: published\nrights: excerpt", "Part") + both % "excerpt")
    page = "---\ntitle: Plan\nstatus: draft\n---\n" + both % "page"
    (newsroom.content / "pages" / "plan.md").write_text(page, "utf-8")
    newsroom.brief("2029-05-04-parade.md", brief() + "\n\n![]({static}/images/quay.png)\n")
    assert newsroom.build().returncode == 0
    assert {name for name in newsroom.pages() if name.startswith("images/")} == {"images/quay.png"}


def test_picture_that_is_shown_no_more_goes(newsroom: Newsroom) -> None:
    """Only a body changed, and a draft is now the only one to name it."""
    (newsroom.content / "images" / "quay.png").write_bytes(PICTURE)
    picture = '\n\n![The quay](../../../../images/quay.png "The quay")\n'
    newsroom.brief("2029-05-04-draft.md", brief("status: draft", "A draft") + picture)
    newsroom.brief("2029-05-04-parade.md", brief() + picture)
    assert newsroom.build().returncode == 0
    assert "images/quay.png" in newsroom.pages()
    newsroom.brief("2029-05-04-parade.md", brief() + "\n\nNo picture any more.\n")
    assert newsroom.build().returncode == 0
    assert "images/quay.png" not in newsroom.pages()
