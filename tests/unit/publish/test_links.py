"""Links between pages."""

import pytest

from newsbrief.publish.links import Links


@pytest.mark.parametrize(
    ("page", "url", "served", "from_disk"),
    [
        ("index.html", "", "./", "index.html"),
        ("index.html", "timeline/", "timeline/", "timeline/index.html"),
        ("2029/05/04/ferry/index.html", "", "../../../../", "../../../../index.html"),
        ("2029/05/04/ferry/index.html", "quotes/x/", "../../../../quotes/x/", "../../../../quotes/x/index.html"),
        ("timeline/index.html", "timeline/#y2029", "../timeline/#y2029", "../timeline/index.html#y2029"),
        ("people/a/index.html", "theme/newsbrief.css", "../../theme/newsbrief.css", "../../theme/newsbrief.css"),
        ("404.html", "timeline/", "/brief/timeline/", "timeline/index.html"),
        ("404.html", "", "/brief/", "index.html"),
    ],
)
def test_link_is_relative_to_its_page(page: str, url: str, served: str, from_disk: str) -> None:
    """Any page reaches any other under every prefix and, with index.html, from disk; the 404 page names whole paths."""
    assert Links("https://news.example/brief", files=False).href(page, url) == served
    assert Links("https://news.example/brief", files=True).href(page, url) == from_disk


def test_canonical_address_is_absolute_or_missing() -> None:
    """Without the site's address there is no canonical one."""
    assert Links("https://news.example/brief", files=False).canonical("people/") == "https://news.example/brief/people/"
    assert Links("", files=False).canonical("people/") == ""
