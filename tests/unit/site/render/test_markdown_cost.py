"""Texts for which Markdown would take very long."""

from __future__ import annotations

import time

import pytest

from newsbrief.site.render.body import to_html
from newsbrief.site.render.markdown_cost import is_too_expensive

MANY = 5000
TANGLED = {
    "brackets": "Words [ " * MANY,
    "pictures": "![" * MANY,
    "within one another": "[" * MANY + "]" * MANY,
    "closed too early": "]" * MANY + "[" * MANY,
    "links": "[a](" * MANY,
    "tags": "<a " * MANY,
    "values": '<a href="' * MANY,
    "addresses": "<http://a" * MANY,
    "sections": "<![CDATA[" * MANY,
    "abbreviations": "".join(f"*[ab{number}]: x\n" for number in range(MANY)),
    "a glossary": "term\n: what it means\n" * MANY,
}
PLAIN = {
    "prose": "The [mayor] said so. " * MANY,
    "links": "[the lock](https://lock.example/a?b=c) " * MANY,
    "tags": '<a href="b">x</a> ' * MANY,
    "a table": "| a | b |\n|---|---|\n" + "| [a](b) | `c` |\n" * MANY,
    "a glossary": "term\n: what it means\n" * 300,
}


@pytest.mark.parametrize("name", TANGLED)
def test_tangled_texts_are_shown_as_they_are_written(name: str) -> None:
    """Nothing is lost, nobody waits, and no build fails."""
    assert is_too_expensive(TANGLED[name])
    start = time.process_time()
    html = to_html(TANGLED[name])
    assert time.process_time() - start < 3
    assert html.startswith("<p>")
    assert len(html) >= len(TANGLED[name].strip())


@pytest.mark.parametrize("name", PLAIN)
def test_what_people_write_is_read(name: str) -> None:
    """Long bodies with many signs that close soon."""
    assert not is_too_expensive(PLAIN[name])


@pytest.mark.parametrize("text", ["1. " * MANY, "> " * MANY, "term\n: what it means\n" * 600])
def test_deep_texts_do_not_end_the_build(text: str) -> None:
    """Markdown recurses further than Python allows: the words are there all the same."""
    assert ("what it means" in text) == ("what it means" in to_html(text))


def test_looking_takes_linear_time() -> None:
    """Eight times the text in about eight times the time."""
    start = time.process_time()
    is_too_expensive("[ < ![ ]( " * 200_000)
    assert time.process_time() - start < 4
