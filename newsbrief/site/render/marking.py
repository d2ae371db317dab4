"""Write clean HTML with marks in it, and paragraphs that are mainly a quote as quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate, pairwise

from msgspec import Struct

from newsbrief.site.render.clean_html import Token

# A paragraph is a quote if at least this share of its characters is quoted.
QUOTE_SHARE = 0.5
QUOTE = '<p class="nb-quote">'


class Mark(Struct, frozen=True):
    """A tag around text[start:end]. `id` stands on its first piece, `after` behind its last.

    `attributes` begin with a space and have no classes: a page has dozens of marks. A body has neither `span` nor
    `aria-label` of its own (`body.TAGS`, `body.ATTRIBUTES`), so that the style can select marks by these.
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
    quoted: Sequence[tuple[int, int]],
    permalinks: dict[int, str],
) -> str:
    """Return the HTML of tokens with marks, which are sorted and nest.

    `anchors` are ids by the place that they stand before; `quoted` is where quotes are; `permalinks` are links to
    quotes' pages by the place where the quote ends.
    """
    quotes = _quoted_blocks(run, quoted)
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
            out += _linked(pieces, pending, waiting if token.block in quotes else None)
            continue
        if token.tag.startswith("/") and waiting and token.tag[1:] in ("p", "li", "blockquote"):
            out += waiting
            waiting = []
        is_quote = token.tag == "p" and token.block in quotes
        out.append(QUOTE if is_quote else token.html)
    return "".join(out + waiting)


def inside(run: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """Return whether each mark begins and ends in the same token. `run` has only tokens of words."""
    starts = [token.offset for token in run]
    ends = [token.offset + len(token.text) for token in run]
    return all(mark.end <= ends[bisect_right(starts, mark.start) - 1] for mark in marks)


def write_paragraphs(
    run: Sequence[Token],
    marks: Sequence[Mark],
    anchors: dict[int, str],
    quoted: Sequence[tuple[int, int]],
    permalinks: dict[int, str],
) -> str:
    """Return what `write` returns, for tokens of `clean_html.paragraphs` and marks that are `inside` of them."""
    quotes = _quoted_blocks(run, quoted)
    touched = _touching(marks, permalinks)
    pending = dict(permalinks)
    out: list[str] = []
    given: set[str] = set()
    for token in run:
        stop = token.offset + len(token.text)
        out.append(QUOTE if token.block in quotes else "<p>")
        if touched(token.offset, stop):
            waiting: list[str] = []
            pieces = _pieces(token, marks, anchors, given, pending)
            out += _linked(pieces, pending, waiting if token.block in quotes else None)
            out += waiting
        else:  # one piece; the permalink of a quote that ends with it follows
            out += (token.html, pending.pop(stop, ""))
        out.append("</p>\n")
    return "".join(out).removesuffix("\n")


def _linked(pieces: Iterable[tuple[int, str]], pending: dict[int, str], waiting: list[str] | None) -> Iterator[str]:
    """Yield the pieces, each followed by the permalink that belongs there. In a quote, permalinks go to `waiting`."""
    for end, piece in pieces:
        yield piece
        link = pending.pop(end, "")
        if link and waiting is not None:
            waiting.append(link)
        elif link:
            yield link


def _touching(marks: Sequence[Mark], links: Iterable[int]) -> Callable[[int, int], bool]:
    """Return a function that tells whether a stretch of text has a mark or a permalink in it; most have neither.

    `marks` are sorted by where they begin.
    """
    starts, places = [mark.start for mark in marks], sorted(links)
    furthest = list(accumulate((mark.end for mark in marks), max))

    def touched(start: int, end: int) -> bool:
        begun = bisect_left(starts, end)
        if begun and furthest[begun - 1] > start:
            return True
        behind = bisect_right(places, start)
        return behind < len(places) and places[behind] < end

    return touched


def _pieces(
    token: Token, marks: Sequence[Mark], anchors: dict[int, str], given: set[str], links: Collection[int]
) -> list[tuple[int, str]]:
    """Return the token's words, cut where marks begin and end and where permalinks belong.

    Each piece is (the place where it ends, its HTML).
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


def _quoted_blocks(run: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the blocks that are mainly a quote."""
    words = [token for token in run if token.text]
    covered: dict[int, int] = {}
    for first, last in quoted:
        # Most tokens lie before or after it.
        for token in words[_from(words, first) : _from(words, last) + 1]:
            start, end = token.offset, token.offset + len(token.text)
            covered[token.block] = covered.get(token.block, 0) + max(0, min(end, last) - max(start, first))
    lengths = dict.fromkeys(covered, 0)
    for token in words:
        if token.block in lengths:
            lengths[token.block] += len(token.text)
    return frozenset(block for block, length in lengths.items() if covered[block] >= QUOTE_SHARE * length > 0)


def _from(words: Sequence[Token], place: int) -> int:
    """Return the index of the token in which a place lies, or of the one before it."""
    return max(0, bisect_right(words, place, key=lambda token: token.offset) - 1)
