"""JSON-LD."""

from __future__ import annotations

import json

import pytest

from newsbrief.intake.page import data


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Harbour"}',
        '<!-- {"@type": "NewsArticle", "headline": "Harbour"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Harbour"}\n//]]>',
        '[{"@type": "WebSite"}, {"@type": ["Thing", "https://schema.org/NewsArticle"], "headline": "Harbour"}];',
        '{"@graph": [{"@graph": [{"@type": "ReportageNewsArticle", "headline": "Harbour"}]}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "LiveBlogPosting", "headline": "Harbour"}}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Harbour&quot;}",
        '{"@type": "NewsArticle", "headline": "Har\tbour"}',
    ],
)
def test_articles(script: str) -> None:
    """The article is found wherever pages put it, and however they wrap it."""
    (found,) = data.articles(data.items([script]), ())
    assert str(found["headline"]).replace("\t", "") == "Harbour"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "7",
        "{",
        "[" * 100_000,
        json.dumps({"@type": "JobPosting", "headline": "Harbour master"}),
        json.dumps({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}),
        json.dumps({"@type": "WebPage", "hasPart": {"@type": "Article", "headline": "Other"}}),
    ],
)
def test_no_articles(script: str) -> None:
    """What is no JSON, or about something else, gives nothing and costs nothing."""
    assert data.articles(data.items([script]), ()) == ()


def test_addresses_are_resolved() -> None:
    """`@id` stands for the object that has it, in another script, too."""
    one = json.dumps(
        {"@type": "Article", "author": [{"@id": "#a"}], "image": {"@id": "#i"}, "publisher": {"@id": "#x"}}
    )
    other = json.dumps([{"@id": "#a", "name": "Osla Brandt"}, {"@id": "#i", "url": "/quay.jpg", "creditText": "EW"}])
    (article,) = data.articles(data.items([one, other]), ())
    assert data.names(article["author"]) == ["Osla Brandt"]
    assert [picture["creditText"] for picture in data.pictures(article)] == ["EW"]
    assert data.names(article["publisher"]) == []
