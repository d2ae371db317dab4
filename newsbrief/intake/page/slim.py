"""A page's source without what tells nothing of its article, so that less of it need be parsed."""

from __future__ import annotations

import re

from newsbrief.intake import overfull

# Scripts that hold data stay; an svg or a nav that closes itself holds nothing.
SCRIPTS = r"script(?![^<>]{0,300}ld\+json)|style"
DRAWN = r"svg|nav|footer|select"
CLOSED = r"\b[^<>]{0,2000}(?<!/)>"
OPENING = re.compile(rf"<(?:(!--)|({SCRIPTS}){CLOSED})", re.IGNORECASE)
OPENING_ALL = re.compile(rf"<(?:(!--)|({SCRIPTS}|{DRAWN}){CLOSED})", re.IGNORECASE)
ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", *DRAWN.split("|"))}
# Some templates put their data at the end of these.
KEEPING = frozenset({"nav", "footer"})
# Declarations of XML, which pages are not; characters that no tree takes, and references to them.
NOT_HTML = re.compile(
    r"<\?xml[^<>]{0,300}>?|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])(?![0-9a-f])"
    r"|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9]));?",
    re.IGNORECASE,
)
# Two line breaks part paragraphs; trafilatura would make one of them. This sign stands for them until the text is out.
PARTING = "\u205c"
BREAKS = re.compile(r"<[bB][rR]\b[^<>]{0,80}>(?:\s*<[bB][rR]\b[^<>]{0,80}>)+")
COMMENT_END = re.compile("-->")


def without_scripts(source: str) -> str:
    """Without scripts, styles, comments, control characters and attributes by the thousand; breaks are marked."""
    return BREAKS.sub(f" {PARTING} ", overfull.bare(NOT_HTML.sub("", _without(source, OPENING))))


def without_frame(source: str) -> str:
    """Without drawings, navigation, footers and selections, too."""
    return _without(source, OPENING_ALL)


def _without(source: str, opening: re.Pattern[str]) -> str:
    """Take out what an opening begins, up to its end; what is never closed stays. Takes linear time."""
    pieces: list[str] = []
    at = begin = 0
    unclosed: set[str] = set()
    while match := opening.search(source, begin):
        kind = (match[1] or match[2]).lower()
        end = None if kind in unclosed else ENDS.get(kind, COMMENT_END).search(source, match.end())
        begin = end.end() if end else match.end()
        if end is None:
            unclosed.add(kind)
            continue
        if kind in KEEPING and "ld+json" in source[match.start() : begin]:
            continue
        pieces.append(source[at : match.start()])
        at = begin
    return "".join([*pieces, source[at:]])
