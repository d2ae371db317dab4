"""Pelican's articles in a lean build."""

import datetime as dt
from types import SimpleNamespace

import pytest
from pelican.contents import Content

from newsbrief.model.pages import BriefPage
from newsbrief.model.views import DateText
from newsbrief.publish.articles import OWN_LINK
from newsbrief.publish.handing_over import forget_articles
from newsbrief.publish.light import Light

NOON = dt.datetime(2029, 5, 4, 12, tzinfo=dt.UTC)
PAGE = BriefPage(
    "2029/05/04/ferry/", "Ferry", "", DateText("2029-05-04", "2029-05-04", "4 May 2029", "4 May"), NOON, NOON
)


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


def test_light_article_makes_way_for_pelican_s() -> None:
    """It has the model and the body at hand; whatever else is asked for comes from the whole article, made once."""
    asked: list[str] = []

    def whole() -> SimpleNamespace:
        asked.append("whole")
        return SimpleNamespace(title="Ferry", tags=["Ferry"])

    light = Light(PAGE, "<p>a</p>", "<p>b</p>", whole)
    assert (light.model, light.get_content(""), light.clean) == (PAGE, "<p>a</p>", "<p>b</p>")
    assert not asked
    assert (light.title, light.tags) == ("Ferry", ["Ferry"])
    assert asked == ["whole"]
    with pytest.raises(AttributeError):
        light.nothing  # noqa: B018  # it is asked for
