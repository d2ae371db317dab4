"""The paragraphs around a quote."""

from __future__ import annotations

import pytest

from newsbrief.site.views.context import Run, Span, context_of

TEXT = "Far.\n\nBefore.\n\n“A tide,” she said. “A clock.”\n\nAfter.\n\nFar too."


def place(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("parts", "context"),
    [
        ((), ()),
        (
            ("A tide", "A clock."),
            (
                (("Before.", False),),
                (("“", False), ("A tide", True), (",” she said. “", False), ("A clock.", True), ("”", False)),
                (("After.", False),),
            ),
        ),
        (("Far.",), ((("Far.", True),), (("Before.", False),))),
        (
            ("After.\n\nFar too.",),
            ((("“A tide,” she said. “A clock.”", False),), (("After.", True),), (("Far too.", True),)),
        ),
    ],
)
def test_context_is_one_paragraph_on_either_side(parts: tuple[str, ...], context: tuple[tuple[Run, ...], ...]) -> None:
    """The quote's words are told from the reporter's; a quote may run through several paragraphs."""
    assert context_of(TEXT, [place(part) for part in parts]) == context
