"""Compose a brief from what was read and found in an article. Every word in the brief is the article's."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from newsbrief.model.article import Delivery, Reading
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment, Note, RawRecord
from newsbrief.model.mentions import Attribution, Mentions, Name, Occasion, QuoteSpan
from newsbrief.rules.stated import stated

# A quote whose speaker is less sure than this is left out.
SURE = 0.6
# Fewer words are an expression, not a quote.
LEAST_WORDS = 4
MOST_TAGS = 6
MENTIONS_FOR_TAG = 2
ENDS = tuple(".!?…”’\"')")
# A summary has one sentence more if both are shorter than this, in characters.
SUMMARY = 280
# Quotation marks.
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
    """Return the brief of one article. `markdown` makes the body from paragraphs and their kinds ("p", "h2")."""
    chosen = dict(quotes(mentions))
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
        quotes=tuple(chosen.values()),
        events=tuple(_events(mentions, chosen)),
        notes=tuple(_corrections(sent)),
        raw=raw,
    )


def _summary(reading: Reading, mentions: Mentions) -> str:
    """Return the first sentence of the body, and the second if both are short; headings do not count."""
    text, headings = reading.text, {place for place, kind in enumerate(reading.kinds) if kind.startswith("h")}
    first = tuple(islice((one for one in mentions.sentences if one.paragraph not in headings), 2))
    if not first:
        return ""
    together = len(first) > 1 and first[0].paragraph == first[1].paragraph and first[1].end - first[0].start <= SUMMARY
    words = " ".join(text[first[0].start : first[-1 if together else 0].end].split())
    # A standfirst may have no full stop; the sentence after it follows in a paragraph of its own.
    ended = words[-1:] in ENDS
    if ended and not together and len(first) > 1 and len(words) + first[1].end - first[1].start < SUMMARY:
        words = f"{words} {' '.join(text[first[1].start : first[1].end].split())}"
    return words


def _people(names: Sequence[Name]) -> Iterator[BriefPerson]:
    """Return everybody with a full name, once, in order of appearance."""
    roles: dict[str, str] = {}
    for name in names:
        if name.kind == "person" and " " in name.name:
            # A role ends in a space where a line was broken before a comma. "Mother" alone does not say whose.
            role = "" if stated().is_bare_kin(name.role) else name.role.strip()
            roles[name.name] = roles.get(name.name) or role
    return (BriefPerson(name, role) for name, role in roles.items())


def _named(names: Sequence[Name], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.name for name in names if name.kind == kind))


def _corrections(sent: Delivery) -> Iterator[Note]:
    """Yield the agency's correction for readers, dated on the day of its version."""
    if sent.corrects:
        day = sent.sent[:10]
        yield Note("correction", sent.corrects, dt.date.fromisoformat(day) if day else None)


def _tags(headline: str, names: Sequence[Name], subjects: Sequence[str]) -> tuple[str, ...]:
    """Return the agency's subjects, then places and organisations: those in the headline and those named most."""
    count = Counter(name.name for name in names if name.kind in {"place", "organisation"})
    order = list(count)
    fitting = [name for name in order if count[name] >= MENTIONS_FOR_TAG or name in headline]
    fitting.sort(key=lambda name: (-count[name], order.index(name)))
    known = {subject.casefold() for subject in subjects}
    added = [name for name in fitting[:MOST_TAGS] if name.casefold() not in known]
    return (*subjects, *added[: max(0, MOST_TAGS - len(subjects))])


def _events(mentions: Mentions, quotes: Mapping[int, BriefQuote]) -> Iterator[BriefEvent]:
    """Yield the events of the article. A claim needs a speaker: it is left out if its quote is."""
    chosen = (event for event in mentions.events if event.claim is None or event.claim in quotes)
    for number, event in enumerate(chosen, 1):
        claim = "" if event.claim is None else quotes[event.claim].id
        yield BriefEvent(f"e{number}", event.date, event.when, event.text, claim)


def quotes(mentions: Mentions) -> Iterator[tuple[int, BriefQuote]]:
    """Yield the quotes for a new brief by their group, numbered from "q1": long enough, and with a sure speaker."""
    said = {one.group: one for one in mentions.attributions}
    occasions = {one.group: one for one in mentions.occasions}
    number = 0
    for group, spans in groupby(mentions.quotes, key=lambda quote: quote.group):
        members = tuple(spans)
        speaker = said.get(group)
        if speaker is None or not _is_quotable(members, speaker):
            continue
        number += 1
        where = occasions.get(group, Occasion(group, "", ""))
        # A paragraph may consist of the closing quotation mark alone.
        parts = tuple(words for span in members if (words := part(span)))
        yield group, BriefQuote(f"q{number}", parts, speaker.name, said=where.day, occasion=where.words)


def _is_quotable(spans: Sequence[QuoteSpan], speaker: Attribution) -> bool:
    words = sum(len(part(span).split()) for span in spans)
    return bool(speaker.name) and speaker.confidence >= SURE and words >= LEAST_WORDS


def part(span: QuoteSpan) -> str:
    """Return a segment's words without quotation marks and without the comma before "she said".

    A full stop stays in a whole sentence; after a fragment it is the reporter's and goes.
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
