"""The Markdown reader of the site."""

import pytest
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG

from newsbrief.publish.reader import free


@pytest.mark.parametrize("name", ["series", "colour", "x1"])
def test_unknown_field_reaches_the_theme(name: str) -> None:
    """A field of a third-party plugin becomes an attribute of the article."""
    assert free(name)


@pytest.mark.parametrize(
    "name", ["_content", "get_content", "override_save_as", "SAVE_AS", "a-b", "__class__", "model"]
)
def test_field_never_replaces_what_an_article_is(name: str) -> None:
    """Nothing that Pelican or we rely on can be set from front matter."""
    assert not free(name)


def test_every_attribute_of_an_article_is_taken() -> None:
    """Also those that Pelican sets on each article when it is made."""
    article = Article("x", {"title": "x", "summary": "x"}, {**DEFAULT_CONFIG, "AUTHOR": "x"}, "x.md", {})
    assert [name for name in vars(article) if free(name)] == []
