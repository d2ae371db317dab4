"""Headlines."""

from __future__ import annotations

import pytest

from newsbrief.intake.page.look import look
from newsbrief.intake.page.title import headline
from tests.unit.intake.page.saved import article, saved

OWN = "Ferry late again as tide runs out"


def og(title: str, site: str = "Ellery Tidings") -> str:
    return f'<meta property="og:site_name" content="{site}"><meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        (og(f"{OWN} | Ellery Tidings"), f"<h1>{OWN}</h1>", OWN),
        (og("Why the ferry is late: the tide runs out again"), f"<h1>{OWN}</h1>", OWN),
        (og("Your morning boat explained in five charts"), f"<h1>{OWN}</h1>", OWN),
        (og(OWN), f"<h1>Ellery Tidings</h1><h1>{OWN}</h1>", OWN),
        (og(OWN), f"<h1>Log in</h1><h2>Menu</h2><h1>{OWN}</h1><h1>Herring prices fall for a week</h1>", OWN),
        (og(OWN), f"<h1><span>Live</span> <span>{OWN}</span></h1>", OWN),
        (og(OWN), f"<h1>{OWN} Ellery Tidings</h1><title>{OWN} - Ellery Tidings</title>", OWN),
        (og(OWN), "<h1>Business</h1>", OWN),
        (og(OWN), "", OWN),
        (f"<title>{OWN} – Quay – Ellery Tidings</title>{og('Ellery Tidings')}", "", f"{OWN} – Quay"),
        (f"<title>Ellery Tidings: {OWN}</title>{og('')}", "", f"Ellery Tidings: {OWN}"),
        (f"<title>{OWN} | The Quay | ellerytidings.com</title>{og('', 'ElleryTidings')}", "", OWN),
        (og(f"{OWN}…") + f"<title>{OWN} for the third day - Ellery Tidings</title>", "", f"{OWN} for the third day"),
        (og("Ferry &amp;#039;late&amp;#039; again, they say"), "", "Ferry 'late' again, they say"),
        ("<title>x</title>", f"<h1>{OWN}</h1>", OWN),
        ("", "<h1>Ferry<br>late <em>again</em></h1><svg><title>Close</title></svg>", "Ferry late again"),
        (f"<title>Ellery On-Line - News - {OWN}</title>", f'<table><tr><td class="headline">{OWN}</table>', OWN),
        ("", "", ""),
    ],
)
def test_headline(head: str, body: str, found: str) -> None:
    """The h1 wins where it is the article's, else what the page declares; the site's name goes."""
    assert headline(look(saved(head, body))) == found


def test_json_ld_before_metadata() -> None:
    """Of two declared titles the article object's is the surer."""
    page = saved(og("Late boat: what we know"), "<h1>News</h1>", data=article(headline=OWN))
    assert headline(look(page)) == OWN


def test_other_articles_objects_do_not_count() -> None:
    """A page may describe several articles; the one with its own heading is its own."""
    other = article(headline="Herring prices fall for a third week in a row")
    page = saved("", f"<h1>{OWN}</h1>", data=[other, article(headline=OWN, author={"name": "Osla Brandt"})])
    assert headline(look(page)) == OWN
    assert look(page).articles()[0]["headline"] == OWN
