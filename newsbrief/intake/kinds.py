"""Which kind of block each paragraph of a reading is."""

from __future__ import annotations

from newsbrief.model.article import Article


def kinds(article: Article, text: str) -> tuple[str, ...]:
    """The kinds of the paragraphs that are left of an article's after some were left out; () if all are plain.

    `text` holds them with blank lines between; the first may have lost its beginning, as datelines go.
    """
    if not any(article.kinds):
        return ()
    left = iter(zip(article.paragraphs, article.kinds, strict=True))
    found = []
    for number, words in enumerate(text.split("\n\n")):
        found.append(
            next((kind for whole, kind in left if whole == words or (not number and whole.endswith(words))), "")
        )
    return tuple(found)
