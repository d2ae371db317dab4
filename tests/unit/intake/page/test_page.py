"""Saved pages."""

from __future__ import annotations

from newsbrief.intake import page

PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour reopens - Ellery Wire</title>
<meta property="og:title" content="Harbour reopens">
<meta property="article:published_time" content="2023-09-21T08:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Harbour reopens",
"datePublished": "2023-09-20T08:00:00Z",
"author": [{"@type": "Person", "name": "Osla Brandt"}, {"name": "Bela Korvin"}]}]}</script>
</head><body><nav><p>Menu of many words that is no text at all</p></nav>
<article><h1>Harbour <em>reopens</em></h1><p>The boats <a href="/b">came</a> back.</p>
<blockquote><p>Nobody had come.</p></blockquote>
<ul><li>A list item that is long enough to be text</li><li>Share</li></ul>
<script>alert(1)</script><p> </p></article><footer><p>© Ellery Wire</p></footer></body></html>"""


def test_page() -> None:
    """Headline, text, date, authors and language come out of a page; its furniture does not."""
    article = page.read(PAGE)
    assert article.headline == "Harbour reopens"
    assert article.paragraphs == (
        "The boats came back.",
        "Nobody had come.",
        "A list item that is long enough to be text",
    )
    assert article.date == "2023-09-20T08:00:00Z"
    assert article.authors == ("Osla Brandt", "Bela Korvin")
    assert article.lang == "en-GB"
    assert article.lines == (0, 0, 0)


def test_page_without_an_article_element() -> None:
    """The element that holds most text in its own paragraphs is the article."""
    first, last = "The boats came back to the harbour. " * 8, "Nobody had come to the quay to see them. " * 8
    article = page.read(
        "<html><title>Harbour reopens</title><body><div><p>Menu</p></div>"
        f"<div><p>{first}</p><p>{last}</p></div></body></html>"
    )
    assert article.paragraphs == (first.strip(), last.strip())
    assert article.headline == "Harbour reopens"


def test_broken_data_is_passed_over() -> None:
    """Metadata that is no JSON costs only itself."""
    source = '<html><h1>Head</h1><script type="application/ld+json">{"a": </script><p>The boats came back.</p></html>'
    assert page.read(source).authors == ()


def test_deep_nesting() -> None:
    """A page nested thousands deep is read."""
    deep = "<div>" * 5_000
    assert page.read(f"<html><h1>Head</h1>{deep}<p>The boats came back.</p></html>").paragraphs == (
        "The boats came back.",
    )


def test_signs_that_nobody_sees_do_not_part_words() -> None:
    """A soft hyphen and a space of no width are where a line may break, not where a word ends."""
    article = page.read(PAGE.replace("Nobody had come.", "No\u00adbody had\u200b co\u200bme."))
    assert article.paragraphs[1] == "Nobody had come."


def test_what_is_too_long_is_cut_without_a_space_at_its_end() -> None:
    """A caption and a title that go on for pages end with a word."""
    caption, title = ("boats x " * 1_000).strip(), ("harbour " * 200).strip()
    article = page.read(
        f"<html><meta property='og:title' content='{title}'><body><figure><img src=a.jpg>"
        f"<figcaption>{caption[:1_499]} x boats</figcaption></figure><p>The boats came back.</p></body></html>"
    )
    assert article.photo is not None
    assert article.photo.caption == article.photo.caption.strip() != ""
    assert article.headline == article.headline.strip() != ""


def test_signs_that_reorder_a_page_s_text_go() -> None:
    """A headline of a page reads as it is written, and a paragraph of such signs alone is none."""
    article = page.read("<html><h1>Har\u202ebour</h1><p>The boats&#x2066; came back.</p><p>&#x202a;</p></html>")
    assert (article.headline, article.paragraphs) == ("Harbour", ("The boats came back.",))
