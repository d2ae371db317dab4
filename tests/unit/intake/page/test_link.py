"""A page's own address is the one that it gives, if it is one."""

from __future__ import annotations

import pytest

from newsbrief.intake import page
from tests.unit.intake.page.saved import article, saved

URL, SAVED = "https://news.example/2029/ferry", "https://news.example/2029/ferry?from=front"


def canonical(href: str) -> str:
    return f"<title>Harbour reopens after the storm</title><link rel='canonical' href='{href}'>"


OG = f'<title>Harbour reopens after the storm</title><meta property="og:url" content="{URL}">'
LINKS = {
    "canonical": (saved(canonical(URL)), SAVED, URL),
    "canonical of another host": (saved(canonical("https://wire.example/1")), SAVED, "https://wire.example/1"),
    "canonical in capitals": (saved(canonical(URL).replace("canonical", "Canonical")), "", URL),
    "canonical beside others": (saved(canonical(URL).replace("'canonical'", "'canonical alternate'")), "", URL),
    "canonical with a place in the page": (saved(canonical(f" {URL}#top\n")), "", URL),
    "relative canonical": (saved(canonical("/2029/ferry")), SAVED, URL),
    "relative canonical of a page from nowhere": (saved(canonical("/2029/ferry")), "", ""),
    "front page": (saved(canonical("https://news.example/")), SAVED, SAVED),
    "front page alone": (saved(canonical("https://news.example/")), "", "https://news.example/"),
    "other link": (saved(canonical("/").replace("canonical", "alternate")), SAVED, SAVED),
    "og:url": (saved(OG), SAVED, URL),
    "mainEntityOfPage": (saved(data=article(mainEntityOfPage=URL)), SAVED, URL),
    "mainEntityOfPage as an object": (saved(data=article(mainEntityOfPage={"@id": f"{URL}#page"})), SAVED, URL),
    "url": (saved(data=article(url=URL, mainEntityOfPage=True)), SAVED, URL),
    "url of an organisation": (saved(data={"@type": "Organization", "url": "https://a.example/b"}), SAVED, SAVED),
    "saved": (saved(), SAVED, SAVED),
    "nothing": (saved(), "", ""),
    "script": (saved(canonical("javascript:alert(1)")), SAVED, SAVED),
    "data": (saved(canonical("data:text/html,a")), "", ""),
    "file": (saved(canonical("file:///a")), "", ""),
    "person": (saved(canonical("https://ann:b@news.example/a")), "", ""),
    "broken": (saved(canonical("https://[::1")), SAVED, SAVED),
    "words": (saved(canonical("the ferry page")), "", ""),
    "half a character": (saved(data=article(url="https://news.example/\ud800")), "", ""),
}


@pytest.mark.parametrize("name", LINKS)
def test_link(name: str) -> None:
    """Canonical link, og:url, JSON-LD, then where it was saved from; http and https only, the front page last."""
    source, known, link = LINKS[name]
    assert page.read(source, known).link == link
