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
