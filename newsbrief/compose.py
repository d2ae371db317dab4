"""An article's reading and mentions to a brief: every word in it is the article's."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from newsbrief.model.article import Delivery, Reading
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment, Note, RawRecord
from newsbrief.model.mentions import Attribution, Mentions, Name, Occasion, QuoteSpan
from newsbrief.rules.stated import stated

# A speaker less sure than this is no one's quote.
SURE = 0.6
# Fewer words are an expression, not a quote.
LEAST_WORDS = 4
MOST_TAGS = 6
MENTIONS_FOR_TAG = 2
ENDS = tuple(".!?…”’\"')")
SUMMARY = 280
MARKS = "\"“”„‟«»＂‘’'"


def brief(
    reading: Reading,
    mentions: Mentions,
    *,
    raw: RawRecord,
    date: Moment,
    status: str,
    embargo: Moment | None = None,
    markdown: Callable[[Sequence[str], Sequence[str]], str],
) -> Brief:
    """Make the brief of one article; `markdown` makes a safe body of paragraphs and their kinds."""
    kept = dict(quotes(mentions))
    sent = reading.delivery or Delivery()
    return Brief(
        title=reading.headline,
        date=date,
        status=status,
        embargo=embargo,
        body=markdown(reading.text.split("\n\n"), reading.kinds),
        authors=reading.authors,
        source=reading.source,
        link=reading.link,
        summary=sent.summary or _summary(reading, mentions),
        tags=_tags(reading.headline, mentions.names, sent.subjects),
        category=sent.category,
        lang=reading.lang,
        dateline=reading.dateline or sent.located,
        rights=sent.rights,
        terms=sent.terms,
        photo=reading.photo,
        people=tuple(_people(mentions.names)),
        organisations=_named(mentions.names, "organisation"),
        places=_named(mentions.names, "place"),
        quotes=tuple(kept.values()),
        events=tuple(_events(mentions, kept)),
        notes=tuple(_corrections(sent)),
        raw=raw,
    )


def _summary(reading: Reading, mentions: Mentions) -> str:
    """The first sentence of the body, and the second if both are short; headings are no sentences."""
    text, headings = reading.text, {place for place, kind in enumerate(reading.kinds) if kind.startswith("h")}
    first = tuple(islice((one for one in mentions.sentences if one.paragraph not in headings), 2))
    if not first:
        return ""
    together = len(first) > 1 and first[0].paragraph == first[1].paragraph and first[1].end - first[0].start <= SUMMARY
    words = " ".join(text[first[0].start : first[-1 if together else 0].end].split())
    # A standfirst without a stop is a whole of its own.
    ended = words[-1:] in ENDS
    if ended and not together and len(first) > 1 and len(words) + first[1].end - first[1].start < SUMMARY:
        words = f"{words} {' '.join(text[first[1].start : first[1].end].split())}"
    return words


def _people(names: Sequence[Name]) -> Iterator[BriefPerson]:
    """Everyone with a full name, once, in order of appearance."""
    roles: dict[str, str] = {}
    for name in names:
        if name.kind == "person" and " " in name.name:
            # Where a line was broken before a comma, a role ends in a space. Whose mother it is stands in the text.
            role = "" if stated().is_bare_kin(name.role) else name.role.strip()
            roles[name.name] = roles.get(name.name) or role
    return (BriefPerson(name, role) for name, role in roles.items())


def _named(names: Sequence[Name], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.name for name in names if name.kind == kind))


def _corrections(sent: Delivery) -> Iterator[Note]:
    """What the agency tells readers that it corrected, on the day of that version."""
    if sent.corrects:
        day = sent.sent[:10]
        yield Note("correction", sent.corrects, dt.date.fromisoformat(day) if day else None)


def _tags(headline: str, names: Sequence[Name], subjects: Sequence[str]) -> tuple[str, ...]:
    """What the article is about, as its agency says; then the places and organisations named most, or on top."""
    count = Counter(name.name for name in names if name.kind in {"place", "organisation"})
    order = list(count)
    fitting = [name for name in order if count[name] >= MENTIONS_FOR_TAG or name in headline]
    fitting.sort(key=lambda name: (-count[name], order.index(name)))
    known = {subject.casefold() for subject in subjects}
    told = [name for name in fitting[:MOST_TAGS] if name.casefold() not in known]
    return (*subjects, *told[: max(0, MOST_TAGS - len(subjects))])


def _events(mentions: Mentions, quotes: Mapping[int, BriefQuote]) -> Iterator[BriefEvent]:
    """The article's events, and the claims of those whose quote is kept; what nobody stands for is left out."""
    told = (event for event in mentions.events if event.claim is None or event.claim in quotes)
    for number, event in enumerate(told, 1):
        claim = "" if event.claim is None else quotes[event.claim].id
        yield BriefEvent(f"e{number}", event.date, event.when, event.text, claim)


def quotes(mentions: Mentions) -> Iterator[tuple[int, BriefQuote]]:
    """The quotes that the desk writes, those worth keeping, by their group; numbered as in a new brief."""
    said = {one.group: one for one in mentions.attributions}
    occasions = {one.group: one for one in mentions.occasions}
    number = 0
    for group, spans in groupby(mentions.quotes, key=lambda quote: quote.group):
        members = tuple(spans)
        speaker = said.get(group)
        if speaker is None or not _worth_keeping(members, speaker):
            continue
        number += 1
        where = occasions.get(group, Occasion(group, "", ""))
        # A paragraph may hold nothing but the mark that ends the quote.
        parts = tuple(words for span in members if (words := part(span)))
        yield group, BriefQuote(f"q{number}", parts, speaker.name, said=where.day, occasion=where.words)


def _worth_keeping(spans: Sequence[QuoteSpan], speaker: Attribution) -> bool:
    words = sum(len(part(span).split()) for span in spans)
    return bool(speaker.name) and speaker.confidence >= SURE and words >= LEAST_WORDS


def part(span: QuoteSpan) -> str:
    """A segment's words without its marks, and without the comma that belongs to the cue after it.

    A full stop inside the marks of a whole sentence stays; after a fragment it is the reporter's.
    """
    words = span.text.strip()
    if words[:1] in MARKS:
        words = words[1:]
    if len(words) > 1 and words[-1] in MARKS:
        words = words[:-1]
    words = words.strip().rstrip(",")
    if span.kind == "mixed" and words.endswith(".") and not words.endswith("..") and words.count(".") == 1:
        words = words[:-1]
    return words.strip()
