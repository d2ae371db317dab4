"""What becomes of one item."""

from __future__ import annotations

import json

import pytest

from newsbrief.archive import annotation
from newsbrief.archive.item import Item

DEEP = b"[" * 100_000 + b"]" * 100_000

HOSTILE = {
    "no JSON": (b"ferry", None, "give one JSON object"),
    "half of it": (b'{"id": "a", "text": "x', None, "give one JSON object"),
    "a list": (b'["id", "text"]', None, "give one JSON object"),
    "a word": (b'"id text"', None, "give one JSON object"),
    "no id": (b'{"text": "x"}', None, "'id'"),
    "no text": (b'{"id": "a"}', None, "'text'"),
    "a number as text": (b'{"id": "a", "text": 7}', "a", '"text" is no text'),
    "no UTF-8": (b'{"id": "a", "text": "\xff\xfe"}', None, "codec can't decode"),
    "deep": (b'{"id": "a", "text": "x", "more": ' + DEEP + b"}", None, "recursion"),
    "a deep id": (b'{"id": ' + b"[" * 300 + b"]" * 300 + b', "text": "x"}', None, "neither text nor a number"),
    "NaN as id": (b'{"id": NaN, "text": "x"}', None, "neither text nor a number"),
    "no end as id": (b'{"id": -Infinity, "text": "x"}', None, "neither text nor a number"),
    "a very large number": (b'{"id": ' + b"7" * 10_000 + b', "text": "x"}', None, "give one JSON object"),
    "a language without rules": (b'{"id": "a", "text": "x", "lang": "tlh"}', "a", "no rules"),
}
HARMLESS = {
    "NaN beside it": (b'{"id": "a", "text": "x", "score": NaN}', "a"),
    "a name twice": (b'{"id": "a", "id": "b", "text": "x"}', "b"),
    "no date": (b'{"id": 7, "text": "x", "date": null}', 7),
    "a list as date": (b'{"id": "a", "text": "x", "date": [1]}', "a"),
    "half a pair in the id": (b'{"id": "\\ud800", "text": "x"}', "\ud800"),
    "half a pair in the text": (b'{"id": "a", "text": "\\ud800 \xe2\x80\x9cYes\\udfff,\xe2\x80\x9d she said."}', "a"),
    "line ends in the text": (b'{"id": "a\\u2028", "text": "x\\n\\r\\u0085\\u2029"}', "a\u2028"),
    "a byte order mark": (b'\xef\xbb\xbf{"id": "a", "text": "x"}', "a"),
}


@pytest.mark.parametrize(("data", "name", "why"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_line_gives_one_line_that_says_why(data: bytes, name: object, why: str) -> None:
    """Whatever a line holds, one line of JSON comes out, with the id where there is one."""
    row = annotation.annotated(Item("line", "", "line 3", data), "en")
    assert row.data.count(b"\n") == 1
    assert (row.articles, row.errors) == (1, 1)
    answer = json.loads(row.data, parse_constant=pytest.fail)
    assert answer["id"] == name
    assert answer["error"].startswith("line 3: ")
    assert why in answer["error"]


@pytest.mark.parametrize(("data", "name"), HARMLESS.values(), ids=HARMLESS)
def test_an_odd_line_is_annotated(data: bytes, name: object) -> None:
    """What is odd and can be read is read, and comes out as one line of UTF-8 with every id as it was."""
    row = annotation.annotated(Item("line", "", "line 3", data), "en")
    answer = json.loads(row.data.decode("utf-8"))
    assert row.data.count(b"\n") == 1
    assert (answer["id"], row.errors) == (name, 0)
    assert set(answer) == {"id", "quotes", "dates", "names", "events"}


def test_a_raw_article_has_its_text_with_it() -> None:
    """Offsets of a raw article are those of the text in its row; its date may come from the file's name."""
    data = "Ferry stays\n\n“The ferry stays,” Mira Solberg said on Monday. The quay opens in May 2030.\n".encode()
    row = json.loads(annotation.annotated(Item("raw", "b/2029-05-04-ferry.txt", "b.txt", data), "en").data)
    assert (row["id"], row["title"], row["date"]) == ("b/2029-05-04-ferry", "Ferry stays", "2029-05-04")
    assert row["quotes"]
    for span in (*row["quotes"], *row["dates"], *row["names"]):
        assert row["text"][span["start"] : span["end"]] == span["text"]


def test_what_is_no_article_costs_itself() -> None:
    """A raw file that the desk refuses gives a row that names it and says why."""
    answer = json.loads(annotation.annotated(Item("raw", "c/x.jpg", "c/x.jpg", b"\x89PNG\0\0\0\1" * 30), "en").data)
    assert answer["id"] == "c/x"
    assert answer["error"].startswith("c/x.jpg: ")
