"""Pelican's articles in a lean build."""

import pytest
from pelican.contents import Content

from newsbrief.publish.articles import OWN_LINK, forget_articles


def test_articles_are_forgotten() -> None:
    """What Pelican remembers of each article's content goes: a server that builds all day would keep every run."""
    remembered = vars(Content)["get_content"].cache
    remembered["an article"] = "its content"
    forget_articles()
    assert remembered == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[other]({filename}other.md)", True),
        ("![](|static|/images/quay.png)", True),
        ('<a href="{AUTHOR}tove">', True),
        ("{tag}ferry", True),
        ("a {filename without its end", False),
        ("{other}", False),
        ("plain words", False),
    ],
)
def test_links_that_pelican_resolves_are_known(text: str, found: bool) -> None:
    """In both signs that Pelican takes, in any case."""
    assert bool(OWN_LINK.search(text)) == found
