"""Long inputs that consist of one piece again and again: the readers' time grows with their length, not its square.

Regular expressions do their work out of sight, so that it cannot be counted in calls as elsewhere. Processor time is
counted instead, and the limit is several times what any of these takes; with a square in it each would take more.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from xml.sax.saxutils import escape

import pytest

from newsbrief import document, intake
from newsbrief.model.refusal import RefusedError
from tests.effort import SOAK
from tests.fuzz.fuzzing import within

# Characters, just below the longest line that is read; seconds.
SIZE, LONGEST = 190_000, 6.0
TITLE = "Ferry stays for the winter"
TEXT = "The boats came back on Monday and the harbour was open again, said the harbour master of the town.\n\n"
HEAD = "---\ntitle: Ferry\ndate: 2029-05-04\n"
PIECES = (
    *(
        "a ",
        "A ",
        "Ab ",
        "aB",
        "a-",
        "A-",
        "a'",
        "a’",
        "x",
        "é",
        "ß",
        "安",
        "1",
        "1 ",
        "2029 ",
        "May 4, 2029 ",
        "12:30 ",
    ),
    *("(", ")", "()", "((", "[", "[[[", "[]", "{", "{{", "{}", "<", ">", "<>", "<a>", "<b", "<b ", "</", "<!--", "-->"),
    *("<!-- ", "<!-- >", "-", "- ", "--", "—", "=", "*", "**a", "_a", "`", "#", "# ", "#a ", "#a", "~", "+", "$", "%"),
    *("\\", "|", " | ", "a|", "/", "/a", "@", "a@", "@a ", "a@b.c ", "http://a ", "www.a ", ".", ". ", "…", "!", "!a"),
    *("![a](", "[a](b", "[a](b)", "&", "&amp;", "&#", '"', "“", "‘a ", "'", ":", "a:", "A: ", "A. ", "A, ", "a, "),
    *(
        "\n",
        "\n\n",
        "a\n",
        "A\n",
        "a\n\n",
        "A b c.\n\n",
        " ",
        "\t",
        "\x0c",
        "\x01",
        "a\u2028",
        "\u3000",
        "\xa0",
        "\u200b",
    ),
    *(
        "By ",
        "By A and ",
        "by A ",
        "via ",
        "of ",
        "A of the ",
        "said ",
        "Mr. ",
        "a.m. ",
        "Photo: ",
        "(Photo: ",
        "© ",
        "©A",
    ),
    *(
        "A/B ",
        "(A/B) ",
        "Eds: ",
        "^",
        "^a<\n",
        "EMBARGOED ",
        "MORE\n",
        "more ",
        "###\n",
        "- 30 -\n",
        "30\n",
        "1. ",
        "(1) ",
    ),
    *("• ", "•", "key: v\n", "Headline: a\n", "From: a\n", "Subject: a\n", ">a\n", "> > ", "Continued on page A1\n"),
    *(
        "See FERRY, A7\n",
        "Copyright ",
        "Editing by ",
        "This story was ",
        "0 min ",
        "Share ",
        "share/",
        "News > ",
        "A > ",
    ),
)


def _page(body: str, head: str = "", title: str = TITLE) -> str:
    return f"<html><head><title>Ferry</title>{head}</head><body><h1>{title}</h1><p>{TEXT * 4}</p>{body}</body></html>"


def _value(words: str) -> str:
    """Words as an attribute's value; a longer one would be taken out before the page is parsed."""
    return (words if "<" in words else words[:55_000]).replace('"', "'")


SHAPES: dict[str, Callable[[str], str]] = {
    "a text": lambda words: words,
    "a text's paragraph": lambda words: f"{TITLE}\n\n{TEXT}{words}",
    "a text's paragraphs": lambda words: f"{TITLE}\n\n{TEXT}" + f"{words[:600]}\n\n" * (SIZE // 600),
    "a text's lines": lambda words: f"{TITLE}\n\n{TEXT}" + f"{words[:60]}\n" * (SIZE // 60),
    "a draft": lambda words: f"# {TITLE}\n\n{TEXT}{words}",
    "a draft's field": lambda words: f"---\ntitle: {words}\n---\n{TEXT}",
    "a page": _page,
    "a page's paragraph": lambda words: _page(f"<p>{words}"),
    "a page's paragraphs": lambda words: _page(f"<p>{words[:600]}</p>" * (SIZE // 600)),
    "a page's caption": lambda words: _page(f"<figure><img src=a.jpg><figcaption>{words}</figcaption></figure>"),
    "a page's author": lambda words: _page("", f'<meta name=author content="{_value(words)}">'),
    "a page's byline": lambda words: _page(f"<div class=byline>By {words}</div>"),
    "a page's title": lambda words: _page("", f'<meta property="og:title" content="{_value(words)}">', words),
    "a page's data": lambda words: _page("", f'<script type="application/ld+json">{words}</script>'),
    "a page's attribute": lambda words: _page(f'<div class="{_value(words) * 2}">a</div>'),
    "a page's comment": lambda words: f"<html><!--{words}{_page('')}",
    "an item's headline": lambda words: json.dumps({"headline": words, "body_text": TEXT}),
    "an item's text": lambda words: json.dumps({"headline": TITLE, "body_text": TEXT + words}),
    "an item's HTML": lambda words: json.dumps({"headline": TITLE, "body_html": f"<p>{TEXT}</p><p>{words}"}),
    "an item's notes": lambda words: json.dumps({"headline": TITLE, "body_text": TEXT, "ednote": words, "by": words}),
    "an item's terms": lambda words: json.dumps({"headline": TITLE, "body_text": TEXT, "usageterms": words}),
    "a paragraph of NITF": lambda words: (
        f"<nitf><body><hedline><hl1>{TITLE}</hl1></hedline><p>{escape(words)}</p></body></nitf>"
    ),
    "an element of NITF": lambda words: (
        f"<nitf><body><hedline><hl1>{TITLE}</hl1></hedline><p>{words}</p></body></nitf>"
    ),
    "a file's prolog": lambda words: f"<?xml version='1.0'?>{words}<nitf><body><hl1>{TITLE}</hl1></body></nitf>",
    "a document type": lambda words: f"<!DOCTYPE nitf {words}><nitf><body><hl1>{TITLE}</hl1></body></nitf>",
    "an e-mail's text": lambda words: f"From: a@b.example\nX-A: b\nSubject: {TITLE}\n\n{TEXT}{words}",
    "an e-mail's head": lambda words: (
        f"From: {words[:60_000]}\nX-A: {words[:60_000]}\nSubject: {words[:60_000]}\n\n{TITLE}\n\n{TEXT}"
    ),
    "an e-mail's HTML": lambda words: (
        f"From: a@b.example\nSubject: {TITLE}\nContent-Type: text/html\n\n<p>{TEXT}</p><p>{words}"
    ),
    "a brief's title": lambda words: f"---\ntitle: {words}\ndate: 2029-05-04\n---\n",
    "a brief's list": lambda words: f"{HEAD}tags: [{words}]\n---\n",
    "a brief's quoted text": lambda words: f'{HEAD}summary: "{words}"\n---\n',
    "a brief's fields": lambda words: (
        HEAD + "".join(f"k{number}: {words[:60]}\n" for number in range(SIZE // 60)) + "---\n"
    ),
    "a brief's body": lambda words: f"{HEAD}---\n{words}",
}
# Each of these took seconds once.
HARD = (
    *(("a text's paragraphs", "@"), ("a text", "a\n"), ("a page's paragraph", "1"), ("a page's paragraph", "a@")),
    *(("a page's author", "("), ("a page's author", "<!--"), ("a page's data", "<"), ("a page's data", "<!--")),
    *(("a page's attribute", "<!--"), ("a page's title", "<b")),
)
CASES = [(shape, piece) for shape in SHAPES for piece in PIECES] if SOAK else HARD


@pytest.mark.parametrize(("shape", "piece"), CASES)
def test_time_grows_with_length(shape: str, piece: str) -> None:
    """190,000 characters of one piece are read or refused within a few seconds, wherever they stand."""
    text = SHAPES[shape](piece * (SIZE // len(piece)))
    with within(LONGEST), suppress(RefusedError):
        if shape.startswith("a brief"):
            document.parse(text)
        else:
            intake.read(text.encode(), "a.txt")
