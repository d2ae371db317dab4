"""Lines as they come from typewriters, wires and word processors, made plain."""

from __future__ import annotations

import pytest

from newsbrief.intake.text.lines import clean, lines


def texts(words: str) -> list[str]:
    return [line.text for line in lines(words)]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Brandt &amp; Sons, &ldquo;late&rdquo;&nbsp;again", "Brandt & Sons, “late”\u00a0again"),
        ("a har\u00adbour, a\u200bzero", "a harbour, azero"),
        ("&lt;b&gt; is a tag, and &amp; a sign", "&lt;b&gt; is a tag, and &amp; a sign"),
        ("<b>late</b> &#8217;", "<b>late</b> &#8217;"),
        ("write to <osla@ellery.example> &#8217;", "write to <osla@ellery.example> ’"),
    ],
)
def test_clean(raw: str, plain: str) -> None:
    """References are resolved, but not where a text speaks of markup; marks that are not seen go."""
    assert clean(raw) == plain


def test_numbers_and_blanks() -> None:
    """A line knows its number, whether an empty one stood before it, and how far it was indented."""
    found = lines("One\n\n\tTwo\n  Three\n")
    assert [(line.number, line.text, line.after_blank, line.indent) for line in found] == [
        (1, "One", True, 0),
        (3, "Two", True, 4),
        (4, "Three", False, 2),
    ]


def test_double_spacing() -> None:
    """One empty line between all lines is typing, and two are a paragraph's end."""
    typed = [f"the boats came back to the harbour late and nobody had come {number}" for number in range(8)]
    found = lines("\n\n".join(typed[:4]) + "\n\n\n\n" + "\n\n".join(typed[4:]))
    assert [line.after_blank for line in found] == [True, *[False] * 3, True, *[False] * 3]


def test_frames_of_a_wire() -> None:
    """The carets and ends with which wires frame their elements go, and each element stands apart."""
    found = lines("^Ferry tax passes<\n^By OSLA BRANDT=\n^Ellery Wire=\n   PORT ELLERY (EW) _ The tax passed.")
    assert [(line.text, line.after_blank) for line in found] == [
        ("Ferry tax passes", True),
        ("By OSLA BRANDT", True),
        ("Ellery Wire", True),
        ("PORT ELLERY (EW) _ The tax passed.", True),
    ]
