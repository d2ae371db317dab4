"""Sites are compared by what is read on their pages."""

from pathlib import Path

import pytest

from bench.peers.seen import differences, page_text, seen

PAGE = "<!doctype html><html><head><title>Ferry</title></head><body>{}</body></html>"
ALIKE = [
    ("<p>One</p><p>Two</p>", "<div>\n One\n</div> Two"),
    ("<p>“<span class='nb-said'>No</span>,” she said</p>", "<p>“No,” she said</p>"),
    ("<script>x()</script><p>A<!-- b --> &amp; B</p>", "<p>A &#38; B</p>"),
]
APART = [
    ("<p>One</p>", "<p>one</p>"),
    ("<p>One</p><p>Two</p>", "<p>OneTwo</p>"),
    ("<p>One two</p>", "<p>Two one</p>"),
    ("<p>One</p>", "<p>One.</p>"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_same_words_are_alike(one: str, other: str) -> None:
    """Marks, white space, scripts and comments are no words."""
    assert page_text(PAGE.format(one).encode()) == page_text(PAGE.format(other).encode())


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_are_apart(one: str, other: str) -> None:
    """A letter, an order, a space between words that one has and the other has not."""
    assert page_text(PAGE.format(one).encode()) != page_text(PAGE.format(other).encode())


def _site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(PAGE.format(body), "utf-8")
    return folder


def test_differences_name_page_and_words(tmp_path: Path) -> None:
    """A page too many, one too few, and the first words that differ."""
    one = seen(_site(tmp_path / "one", a="<p>The ferry is late</p>", b="x"))
    other = seen(_site(tmp_path / "other", a="<p>The ferry was late</p>", c="x"))
    assert differences(one, one) == []
    assert differences(one, other) == [
        "b/index.html: only in the first",
        "c/index.html: only in the second",
        "a/index.html: “The ferry is” and “The ferry was”",
    ]


def test_feed_is_compared_too(tmp_path: Path) -> None:
    """Entries by their address, title and text; how the feed is written does not count."""
    content = "<content type='html'>&lt;p&gt;A&lt;/p&gt;</content>"
    entry = f"<entry><title>{{}}</title><link href='http://x.example/a/'/>{content}</entry>"
    for name, title, more in (("one", "Late", ""), ("same", "Late", "<id>x</id>"), ("other", "Early", "")):
        folder = tmp_path / name / "feeds"
        folder.mkdir(parents=True)
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{more}{entry.format(title)}</feed>"
        (folder / "all.atom.xml").write_text(feed, "utf-8")
    one, same, other = (seen(tmp_path / name) for name in ("one", "same", "other"))
    assert differences(one, same) == []
    assert differences(one, other) == ["feeds/all.atom.xml: “http://x.example/a/ Late” and “http://x.example/a/ Early”"]
