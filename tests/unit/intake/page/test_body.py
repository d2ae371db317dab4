"""The article's blocks, and what is no part of it."""

from __future__ import annotations

import pytest

from newsbrief.intake import page
from newsbrief.intake.page.plainly import plainly
from tests.unit.intake.page.saved import PARAGRAPHS, SENTENCE, TEXT, article, saved

H1 = "<h1>Harbour reopens after the storm</h1>"


def read(text: str, body: str = H1, head: str = "", data: object = None) -> list[tuple[str, str]]:
    found = page.read(saved(head, body, text, data))
    return list(zip(found.kinds, found.paragraphs, strict=True))


def plain(*paragraphs: str) -> list[tuple[str, str]]:
    return [("", words) for words in paragraphs]


def test_kinds_survive() -> None:
    """Headings, items of both kinds of lists and quotations keep their kind and their order."""
    text = (
        f"{TEXT}<h3>What the council says</h3><p>{SENTENCE}</p><ul><li>a rail along the north steps</li>"
        "<li>a new bell for the fog signal</li></ul><h4>What it costs</h4><ol><li>forty crowns for the rail</li></ol>"
        f"<blockquote><p>A lamp is not a lantern, they say.</p></blockquote><p>Nobody knows {SENTENCE}</p>"
    )
    assert read(text)[len(PARAGRAPHS) :] == [
        ("h2", "What the council says"),
        ("", SENTENCE.strip()),
        ("item", "a rail along the north steps"),
        ("item", "a new bell for the fog signal"),
        ("h3", "What it costs"),
        ("number", "forty crowns for the rail"),
        ("quote", "A lamp is not a lantern, they say."),
        ("", f"Nobody knows {SENTENCE}".strip()),
    ]


def test_line_breaks() -> None:
    """One break is a space, two in a row part paragraphs."""
    first, second, third, fourth = PARAGRAPHS
    assert read(f"<p>{first}<br>{second}<br><br>{third}</p><p>{fourth}</p>") == plain(
        f"{first} {second}", third, fourth
    )


FURNITURE = [
    "<p>Advertisement</p>",
    "<p><strong>READ MORE: <a href='/a'>Ferry late again, and again</a></strong></p>",
    "<p><a href='/a'>Ferry late again on Thursday</a></p>",
    "<p>[ <a href='/a'>Ferry late again on Thursday</a> ]</p>",
    "<p>Sign up for our letter from the quay.</p>",
    "<p>Want more of this? Subscribe to our newsletter, it is free.</p>",
    "<div class='newsletter-box'><p>The quay by post, every morning at seven o’clock.</p></div>",
    "<div class='relatedContent'><p>Herring prices fall for a third week in a row, traders say.</p></div>",
    "<ul class='tags'><li>Harbour and quay</li><li>Ferry and herring</li></ul>",
    "<div id='cookie-consent'><p>This page remembers that you do not like cookies.</p></div>",
    "<div class='author-bio'><p>Osla Brandt is a reporter who covers the quay.</p></div>",
    "<div><img src='/a.jpg'><p>Boats in the harbour on the day of the storm.</p><p>Image: Osla Brandt</p></div>",
    "<figure><img src='/a.jpg'><figcaption>Boats in the harbour on the day of the storm.</figcaption></figure>",
    "<p>osla.brandt@tidings.example</p>",
    "<h2>Most read</h2>",
    "<p>Osla Brandt is the Tidings’ harbour reporter.</p>",
    f"<p>{PARAGRAPHS[0]}</p>",
    "<h2>Harbour reopens after the storm</h2>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("last", [True, False])
def test_furniture_is_left_out(furniture: str, last: bool) -> None:
    """Between and after paragraphs: captions, links on, subscription boxes, notes on writers, repeats."""
    between = "" if "the Tidings’" in furniture else furniture
    text = TEXT + furniture if last else TEXT.replace("</p><p>", f"</p>{between}<p>", 2)
    assert read(text, data=article(author={"name": "Osla Brandt"})) == plain(*PARAGRAPHS)


@pytest.mark.parametrize(
    "words",
    [
        "“Sign up for the lifeboat,” she told the newsletter’s readers, “or row yourself to the other bank.”",
        "Osla Brandt said that she had never sold a boat to anyone who could not swim.",
        "Read more slowly, the ledger tells another story: the herring were never counted.",
        "Related by marriage, the two captains had not spoken since the storm of 2026.",
        "No.",
    ],
)
def test_text_that_looks_like_furniture_stays(words: str) -> None:
    """Sentences that begin or read like a page's furniture are the article's."""
    assert ("", words) in read(TEXT.replace("</p><p>", f"</p><p>{words}</p><p>", 1))


def test_an_article_in_several_boxes() -> None:
    """An article that advertisements part into several boxes is read whole, headings and all."""
    first, second, third, fourth = PARAGRAPHS
    boxes = (
        f"<div class='text'><p>{first}</p></div><div class='ad-slot'><p>Buy a boat</p></div>"
        f"<div class='text'><p>{second}</p><h2>Later</h2></div><div class='recirc'><p>{SENTENCE}</p></div>"
        f"<div class='text'><p>{third}</p><p>{fourth}</p></div>"
    )
    assert read(boxes) == [*plain(first, second), ("h2", "Later"), *plain(third, fourth)]


def test_standfirst() -> None:
    """The line under the headline begins the text, once."""
    line = "The council says the boats may sail again, and the boats say nothing."
    assert read(TEXT, f"{H1}<p class='article__standfirst'>{line}</p>") == plain(line, *PARAGRAPHS)
    assert read(f"<h2 class='subtitle'>{line}</h2>{TEXT}") == plain(line, *PARAGRAPHS)


def test_columns_of_a_table() -> None:
    """In a page laid out as a table the column with the article is read, the others are not."""
    row = f"<tr><td><a href='/'>Front</a><br>Town and farm</td><td>{TEXT}</td><td>Weather: rain all day</td></tr>"
    assert page.read(f"<html><body><table>{row}</table>{H1}</body></html>").paragraphs == PARAGRAPHS


def test_figures_in_tables_are_left_out() -> None:
    """A table of figures is none of the article's paragraphs."""
    table = "<table><tr><th>Boat</th><th>Days</th></tr><tr><td>Skerry</td><td>12</td></tr></table>"
    assert read(TEXT + table) == plain(*PARAGRAPHS)


def test_text_that_only_json_ld_has() -> None:
    """Of a page that scripts fill in, the text in its data is read."""
    found = read("", data=article(headline="Harbour reopens after the storm", articleBody="\n\n".join(PARAGRAPHS)))
    assert " ".join(words for _, words in found) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize("tag", ["div", "font", "b", "blockquote", "table", "li"])
@pytest.mark.parametrize("depth", [300, 20_000])
def test_deep_pages(tag: str, depth: int) -> None:
    """A page nested deeper than any parser's tree is read without one."""
    source = f"<html>{H1}{f'<{tag}>' * depth}{TEXT}<nav><p>Menu of all towns</p></nav></html>"
    assert page.read(source).paragraphs == PARAGRAPHS


def test_plainly() -> None:
    """Without a tree the kinds survive, and what is never shown does not."""
    source = (
        "<html><p>One<br>two<h2>Head</h2><ul><li>Item</li><li><p>Another</p></li></ul><div>Loose</div>"
        "<blockquote><p>Said</p></blockquote><script>track()</script><aside><p>Aside</p></aside><p>Last</html>"
    )
    assert [(block.kind, block.text) for block in plainly(source)] == [
        ("", "One two"),
        ("h2", "Head"),
        ("item", "Item"),
        ("item", "Another"),
        ("quote", "Said"),
        ("", "Last"),
    ]
