"""Saved pages for tests, made of the parts that a test is about."""

from __future__ import annotations

import json

SENTENCE = "The boats came back to the harbour late on a quiet evening, and nobody had come to see them. "
PARAGRAPHS = tuple(f"On day {number} the harbour stayed shut. {SENTENCE * 2}".strip() for number in range(1, 5))
TEXT = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def saved(
    head: str = "<title>Harbour reopens after the storm</title>",
    body: str = "<h1>Harbour reopens after the storm</h1>",
    text: str = TEXT,
    data: object = None,
) -> str:
    """A page with a headline and four paragraphs, unless a test says otherwise; `data` becomes its JSON-LD."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    return (
        f'<!doctype html><html lang="en"><head>{head}{script}</head><body>{body}<article>{text}</article></body></html>'
    )


def article(**more: object) -> dict[str, object]:
    """A JSON-LD article."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", **more}
