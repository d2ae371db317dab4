"""Text as YAML writes it: plain where any YAML reader takes it as it stands, else in double quotes on one line."""

from __future__ import annotations

import re

WIDTH = 100
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=~")
# Compiled when they are first asked for, and who reads briefs never asks.
NOT_PLAIN = "[^\x20-\x7e\xa0-\u2027\u202f-\u2065\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|: |:$| #"
FLOW_MARKS = re.compile(r"[][{},:]")
QUOTED = '["\\\\]|[^\x20-\x7e\xa0-\u2027\u202f-\u2065\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]'
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str, *, flow: bool = False) -> str:
    """One text as a YAML scalar of one line; `flow`: inside brackets or braces."""
    if not text or text[0] in INDICATORS or text != text.strip() or re.search(NOT_PLAIN, text):
        return quoted(text)
    return quoted(text) if flow and FLOW_MARKS.search(text) else text


def quoted(text: str) -> str:
    """One text in double quotes, with escapes for all that a line of YAML cannot hold."""
    return f'"{re.sub(QUOTED, _escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def flow_list(key: str, texts: tuple[str, ...]) -> str:
    """`key: [a, b]`, or one item a line where that would be wider than WIDTH columns."""
    line = f"{key}: [{', '.join(scalar(text, flow=True) for text in texts)}]"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{key}:", *(f"- {scalar(text)}" for text in texts)])


def flow_map(pairs: dict[str, str]) -> str:
    """`{a: b, c: d}` of the pairs that are not empty."""
    return "{" + ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in pairs.items() if value) + "}"


def wrapped_map(lead: str, pairs: dict[str, str], indent: int) -> str:
    """`lead: {a: b,` and so on, broken after a comma before WIDTH columns, later lines indented by `indent`."""
    items = [f"{scalar(key, flow=True)}: {scalar(value, flow=True)}" for key, value in pairs.items()]
    lines = [f"{lead}: {{"]
    for number, item in enumerate(items):
        piece = item + ("," if number + 1 < len(items) else "}")
        room = WIDTH - len(lines[-1])
        if number == 0:
            lines[-1] += piece
        elif len(piece) < room:
            lines[-1] += " " + piece
        else:
            lines.append(" " * indent + piece)
    return "\n".join(lines)
