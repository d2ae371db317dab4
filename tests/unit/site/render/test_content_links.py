"""Links that Pelican's syntax writes by paths."""

from __future__ import annotations

import pytest

from newsbrief.site.render.body import to_html
from newsbrief.site.render.content_links import LinkTargets, resolve_links
from tests.hostile import judge

ADDRESSES = {"briefs/lock.md": "2029/05/04/lock/", "images/the quay.png": "images/the quay.png", "raw/lock.md": ""}
TARGETS = LinkTargets(ADDRESSES, lambda url: f"../{url}", lambda name: name != "category")
PATH = "briefs/ferry.md"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("{filename}lock.md", "../2029/05/04/lock/"),
        ("{filename}/briefs/lock.md#q1", "../2029/05/04/lock/#q1"),
        ("|filename|lock.md?a=b&c", "../2029/05/04/lock/?a=b&amp;c"),
        ("{static}/images/the%20quay.png", "../images/the quay.png"),
        ("{attach}../images/the%20quay.png", "../images/the quay.png"),
        ("{tag}Night%20ferry", "../topics/night-ferry/"),
        ("{author}Una%20Wick", "../authors/una-wick/"),
        ("{index}", "../"),
        ("{filename}none.md", "#"),
        ("{filename}/raw/lock.md", "#"),
        ("{static}../../../etc/passwd", "#"),
        ("{category}Sea", "#"),
        ("{other}lock.md", "{other}lock.md"),
    ],
)
def test_links_lead_to_addresses_of_the_site(link: str, address: str) -> None:
    """Paths count from the file or from the content folder; what has no page on this site becomes "#"."""
    assert f'href="{address}"' in resolve_links(f'<p><a href="{link}">x</a></p>', PATH, TARGETS)


def test_missing_target_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    """The warning names the file and the link."""
    resolve_links('<a href="{filename}none.md">x</a>', PATH, TARGETS)
    assert "briefs/ferry.md: the link to {filename}none.md leads nowhere" in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        "[x]({filename}javascript:alert\\(1\\))",
        '<a href="{filename}lock.md#&quot;onclick=x">x</a>',
        '<a href="{filename}lock.md#&#34;&gt;&lt;script&gt;">x</a>',
        '<a href="{tag}&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">x</a>',
        "![x]({static}//evil.example/x.png)",
        "![x]({static}https://evil.example/x.png)",
        '<a href="{index}javascript:alert(1)">x</a>',
        '<a href="{index}//evil.example/">x</a>',
    ],
)
def test_address_never_ends_its_attribute_nor_runs(text: str) -> None:
    """Whatever a body writes as a link, nothing active and nothing of another host comes out."""
    html = resolve_links(to_html(text), PATH, TARGETS)
    assert list(judge.page(html)) == []
    assert 'src="https://evil' not in html


def test_words_that_look_like_links_stay() -> None:
    """Only attributes change."""
    words = '<p>He wrote href="{static}/x.png" and {filename}lock.md.</p>'
    assert resolve_links(words, PATH, TARGETS) == words
