"""Puts marks into clean HTML, and sets what is mainly a quote as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate, pairwise

from msgspec import Struct

from newsbrief.publish.clean_html import Token

# A paragraph is set as a quote when at least this share of its signs is one.
QUOTE_SHARE = 0.5
QUOTE = '<p class="nb-quote">'


class Mark(Struct, frozen=True):
    """Something to put around text[start:end]; `id` and `after` are given out once, at its first and last piece.

    `attributes` begin with a blank. There are no classes in them: a page has dozens of marks, and an article's body has
    neither `span` nor `aria-label` of its own (`body.TAGS`, `body.ATTRIBUTES`): the style knows ours by these.
    """

    start: int
    end: int
    tag: str
    attributes: str
    id: str = ""
    after: str = ""


def write(
    run: Sequence[Token],
    marks: Sequence[Mark],
    anchors: dict[int, str],
    said: Sequence[tuple[int, int]],
    permalinks: dict[int, str],
) -> str:
    """The HTML of a run of tokens with its marks, which are sorted and nest.

    `anchors`: names that stand before a place, `said`: where quotes are, `permalinks`: the way to a quote's page, by
    where the quote ends.
    """
    quoted = _quoted_blocks(run, said)
    touched = _touching(marks, permalinks)
    waiting: list[str] = []
    pending = dict(permalinks)
    out: list[str] = []
    given: set[str] = set()
    for token in run:
        if token.text:
            stop = token.offset + len(token.text)
            here = touched(token.offset, stop)
            pieces = _pieces(token, marks, anchors, given, pending) if here else [(stop, token.html)]
            out += _linked(pieces, pending, waiting if token.block in quoted else None)
            continue
        if token.tag.startswith("/") and waiting and token.tag[1:] in ("p", "li", "blockquote"):
            out += waiting
            waiting = []
        is_quote = token.tag == "p" and token.block in quoted
        out.append(QUOTE if is_quote else token.html)
    return "".join(out + waiting)


def inside(run: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """Whether each mark begins and ends in one of these tokens, which are of words."""
    starts = [token.offset for token in run]
    ends = [token.offset + len(token.text) for token in run]
    return all(mark.end <= ends[bisect_right(starts, mark.start) - 1] for mark in marks)


def write_paragraphs(
    run: Sequence[Token],
    marks: Sequence[Mark],
    anchors: dict[int, str],
    said: Sequence[tuple[int, int]],
    permalinks: dict[int, str],
) -> str:
    """The same of what `clean_html.paragraphs` read, in which each mark is `inside`."""
    quoted = _quoted_blocks(run, said)
    touched = _touching(marks, permalinks)
    pending = dict(permalinks)
    out: list[str] = []
    given: set[str] = set()
    for token in run:
        stop = token.offset + len(token.text)
        out.append(QUOTE if token.block in quoted else "<p>")
        if touched(token.offset, stop):
            waiting: list[str] = []
            pieces = _pieces(token, marks, anchors, given, pending)
            out += _linked(pieces, pending, waiting if token.block in quoted else None)
            out += waiting
        else:  # one piece, and the way to a quote that ends with it comes after it either way
            out += (token.html, pending.pop(stop, ""))
        out.append("</p>\n")
    return "".join(out).removesuffix("\n")


def _linked(pieces: Iterable[tuple[int, str]], pending: dict[int, str], waiting: list[str] | None) -> Iterator[str]:
    """The pieces, each with the way to a quote that ends there; `waiting`: or that goes to the paragraph's end."""
    for end, piece in pieces:
        yield piece
        link = pending.pop(end, "")
        if link and waiting is not None:
            waiting.append(link)
        elif link:
            yield link


def _touching(marks: Sequence[Mark], links: Iterable[int]) -> Callable[[int, int], bool]:
    """Tells of a stretch of text whether a mark is in it, or a way to a quote inside of it; most have neither.

    `marks` are sorted by where they begin.
    """
    starts, places = [mark.start for mark in marks], sorted(links)
    reach = list(accumulate((mark.end for mark in marks), max))

    def touched(start: int, end: int) -> bool:
        begun = bisect_left(starts, end)
        if begun and reach[begun - 1] > start:
            return True
        behind = bisect_right(places, start)
        return behind < len(places) and places[behind] < end

    return touched


def _pieces(
    token: Token, marks: Sequence[Mark], anchors: dict[int, str], given: set[str], links: Collection[int]
) -> list[tuple[int, str]]:
    """The token's words cut where marks begin and end, and where a way to a quote is to stand.

    Each is (where a piece ends, its HTML). A mark is opened once in it.
    """
    start, end = token.offset, token.offset + len(token.text)
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    between = {place for place in links if start < place < end}
    cuts = sorted(
        {start, end, *between} | {cut for mark in here for cut in (mark.start, mark.end) if start < cut < end}
    )
    pieces = []
    for first, last in pairwise(cuts):
        opened = closed = ""
        for mark in here:
            if mark.start <= first and last <= mark.end:
                opened += _opened(mark, given) if first in (mark.start, start) else ""
                closed = _closed(mark, last) + closed if last in (mark.end, end) else closed
        html = f"{opened}{escape(token.text[first - start : last - start], quote=False)}{closed}"
        if first in anchors and anchors[first] not in given:
            given.add(anchors[first])
            html = f'<span id="{escape(anchors[first])}"></span>{html}'
        pieces.append((last, html))
    return pieces


def _opened(mark: Mark, given: set[str]) -> str:
    name = f' id="{escape(mark.id)}"' if mark.id and mark.id not in given else ""
    given.add(mark.id)
    return f"<{mark.tag}{mark.attributes}{name}>"


def _closed(mark: Mark, end: int) -> str:
    return f"</{mark.tag}>{mark.after if end == mark.end else ''}"


def _quoted_blocks(run: Sequence[Token], said: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The paragraphs that are mainly a quote."""
    words = [token for token in run if token.text]
    covered: dict[int, int] = {}
    for first, last in said:
        # Most words stand before it or after it.
        for token in words[_from(words, first) : _from(words, last) + 1]:
            start, end = token.offset, token.offset + len(token.text)
            covered[token.block] = covered.get(token.block, 0) + max(0, min(end, last) - max(start, first))
    length = dict.fromkeys(covered, 0)
    for token in words:
        if token.block in length:
            length[token.block] += len(token.text)
    return frozenset(block for block, signs in length.items() if covered[block] >= QUOTE_SHARE * signs > 0)


def _from(words: Sequence[Token], place: int) -> int:
    """Which of them is the first that ends behind a place, or is the one in which it lies."""
    return max(0, bisect_right(words, place, key=lambda token: token.offset) - 1)
