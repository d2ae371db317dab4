"""Which static files are not for readers."""

from __future__ import annotations

import pytest

from newsbrief.site.facts.body_links import named_in
from newsbrief.site.static.withheld import folders_of, withheld

FILES = frozenset({"images/a.png", "images/b c.png", "images/sub/d.png", "docs/e.pdf"})


def mentions(text: str) -> tuple[str, ...]:
    return named_in(text, folders_of(FILES))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Words.", set()),
        ("![x]({static}/images/a.png)", {"images/a.png"}),
        ("![x](|attach|../images/a.png 'title')", {"images/a.png"}),
        ('<img src="/images/b%20c.png">', {"images/b c.png"}),
        ("![x](</images/b c.png>)", {"images/b c.png"}),
        ("![x](https://news.example/brief/images/sub/d.png?x#y)", {"images/sub/d.png"}),
        ("[x](docs/e.pdf), and images/a.png.", {"docs/e.pdf"}),
        ("[x][1]\n\n[1]: /images/a.png", {"images/a.png"}),
        ("images/a.pngx images/none.png images/", set()),
    ],
)
def test_what_only_hidden_texts_name_is_withheld(body: str, wanted: set[str]) -> None:
    """However Markdown or HTML names it. It stays where a shown text or the theme names it as well."""
    hidden = mentions(body)
    assert withheld(FILES, hidden, (), ()) == wanted
    assert withheld(FILES, hidden, mentions(f"Words.\n{body}"), ()) == set()
    assert withheld(FILES, hidden, (), [body]) == set()


def test_theme_is_read_only_where_there_is_something_to_decide() -> None:
    """Most sites have no such pictures, and read no template for it."""
    read: list[str] = []
    theme = (read.append(text) or text for text in ("images/a.png",))  # type: ignore[func-returns-value]
    assert withheld(FILES, mentions("Words."), (), theme) == set()
    assert read == []
