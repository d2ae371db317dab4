"""The words of an agency's file as they stand in it, for holding quotes against: no form is asked what they mean."""

from __future__ import annotations

import html
from collections.abc import Iterator

from newsbrief.intake.decode import decoded
from newsbrief.intake.origin import origin
from newsbrief.intake.wire import mail, values
from newsbrief.model.refusal import RefusedError


def strings(data: bytes) -> tuple[str, tuple[str, ...]]:
    """(the text with references and escapes as the signs they stand for, its strings in order).

    Of JSON each string by itself, of XML the whole source, of an e-mail the texts of its parts.
    """
    if mail.begins(data):
        from newsbrief.intake.wire.parts import as_text

        try:
            return data.decode("utf-8", "replace"), (as_text(data),)
        except RefusedError:
            return "", ()
    try:
        text = origin(decoded(data)).text
        found = tuple(_all(values.parsed(text))) if values.begins(text) else (text,)
    except RefusedError:
        return "", ()
    return "\n".join((text, html.unescape(text), *found)), found


def _all(value: object) -> Iterator[str]:
    """Every string of a parsed JSON value, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _all(one)
