r"""Plain text as Markdown that shows exactly these words.

Written for Python-Markdown with its `extra` extensions, whose backslash serves only some characters (`\<` stays `\<`);
the others become character references. Ordinary prose comes out as it went in.
"""

from __future__ import annotations

import re

LINE_BREAKS = re.compile(r"[\t\n\v\f\r]+")
MARKUP = re.compile(
    r"""
      [\\`*<]                                                     # always markup, or one step from it
    | (?<![^\W_])_ | _(?![^\W_])                                  # not an underscore inside a word
    | &(?=\#|[A-Za-z0-9][-.A-Za-z0-9]*;)                          # would be a character reference
    | \[(?=\^) | \](?=[ ]?[(\[:])                                 # footnotes, links
    """,
    re.VERBOSE,
)
# Markdown looks for the end of every bracket: with so many in one paragraph they are told to be none.
MANY = 100
ALL_BRACKETS = re.compile(rf"{MARKUP.pattern} | \[", re.VERBOSE)
SPELLED = {"<": "&lt;", "&": "&amp;"}
OPENING = re.compile(
    r"""
      (?P<backslash>[\#>] | [-+](?=[ ]) | -(?=[- ]*$) | \[(?=[^\]]*\]:|TOC\]$))
    | (?P<number>\d+)\.(?=[ ]|$)
    | (?P<reference>:(?=[ ]) | ~(?=~~) | =(?==*$))
    """,
    re.VERBOSE,
)


def escape(paragraph: str) -> str:
    """Turn one paragraph of plain text into Markdown that renders as these words and nothing else.

    White space around the paragraph goes, line breaks and tabs in it become spaces; other control characters are not
    expected.
    """
    text = LINE_BREAKS.sub(" ", paragraph.strip())
    markup = MARKUP if text.count("[") < MANY else ALL_BRACKETS
    opening = OPENING.match(text)
    if opening is None:
        return markup.sub(_escaped, text)
    rest = markup.sub(_escaped, text[opening.end() :])
    if opening["number"]:
        return f"{opening['number']}\\.{rest}"
    if opening["backslash"]:
        return f"\\{opening['backslash']}{rest}"
    return f"&#{ord(opening['reference'])};{rest}"


def _escaped(match: re.Match[str]) -> str:
    return SPELLED.get(match[0]) or f"\\{match[0]}"
