"""Clean HTML as tokens."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbrief.document import words_alone
from newsbrief.site.render.body import to_html
from newsbrief.site.render.clean_html import BETWEEN, joined, paragraphs, tokens, word_tokens
from newsbrief.site.render.marking import Mark, inside, write, write_paragraphs
from tests.effort import examples

WORDS = st.text("ab “é\xa0&<\n>*", max_size=8)


@example(blocks=["a", "\n"], tagged=True)
@given(st.lists(WORDS, max_size=4), st.booleans())
@settings(max_examples=examples(1000), deadline=None, derandomize=True)
def test_paragraphs_are_read_the_quick_way(blocks: list[str], tagged: bool) -> None:
    """What is nothing but paragraphs, and only that, has the same words at the same places as it has tag by tag."""
    html = to_html("\n\n".join(blocks)) if not tagged else f"<p>{BETWEEN.join(blocks)}</p>"
    quick = paragraphs(html)
    if tagged and any("<" in block or ">" in block for block in blocks):
        return  # nothing that is clean
    run, text = tokens(html)
    tags = [token.tag for token in run if not token.text]
    plain = tags == ["p", "/p"] * (len(tags) // 2) and all(token.text == "\n" for token in run[3::4])
    assert quick is None or plain
    if quick:
        assert quick == ([token for token in run if token.text.strip("\n")], text)


@given(st.lists(st.text("ab “&", min_size=1, max_size=12), min_size=1, max_size=4), st.data())
@settings(max_examples=examples(1000), deadline=None, derandomize=True)
def test_paragraphs_are_marked_the_quick_way(blocks: list[str], data: st.DataObject) -> None:
    """With quotes, their links and anchors wherever they are, as long as no mark leaves its paragraph."""
    html = f"<p>{BETWEEN.join(block.replace('&', '&nbsp;') for block in blocks)}</p>"
    quick = paragraphs(html)
    assert quick is not None
    run, text = quick
    place = st.integers(0, len(text) - 2)
    spans = sorted((min(one), max(one) + 1) for one in data.draw(st.lists(st.tuples(place, place), max_size=3)))
    nested = [one for n, one in enumerate(spans) if not any(a < one[0] < b < one[1] for a, b in spans[:n])]
    marks = [Mark(start, end, "span", ' class="x"', f"q{number}", "!") for number, (start, end) in enumerate(nested)]
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    anchors = {mark.start: "e1" for mark in marks[:1]}
    said = data.draw(st.sampled_from([[], spans]))
    links = {end: f"<a>{end}</a>" for end in data.draw(st.lists(place, max_size=2))}
    slow = write(tokens(html)[0], marks, anchors, said, links)
    if inside(run, marks) and all(any(one.offset < end <= one.offset + len(one.text) for one in run) for end in links):
        assert write_paragraphs(run, marks, anchors, said, links) == slow


@given(st.lists(st.text("aé“,\xa0 \n", max_size=8), max_size=5).map("\n\n".join))
@settings(max_examples=examples(1000), deadline=None, derandomize=True)
def test_text_without_markup_needs_no_html(body: str) -> None:
    """Tokens, words and HTML are what comes of the way through HTML."""
    if words_alone(body):
        plain = word_tokens(body)
        assert joined(plain[0]) == to_html(body)
        assert plain == paragraphs(to_html(body))
