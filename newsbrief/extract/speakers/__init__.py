"""Who says each quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsbrief.extract.speakers import cues
from newsbrief.extract.speakers.cues import Cue, Room
from newsbrief.extract.speakers.persons import Cast, genders, meant
from newsbrief.extract.speakers.phrases import left, page
from newsbrief.model.mentions import Attribution, Name, QuoteSpan, Sentence
from newsbrief.rules import Rules

# How sure a speaker taken over from elsewhere is.
SAME_SENTENCE, SAME_PARAGRAPH, NEXT_PARAGRAPH, SENTENCE_BEFORE = 0.8, 0.75, 0.6, 0.62


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote's group with who said it, as far as was found, and where it stands."""

    spans: tuple[QuoteSpan, ...]
    paragraph: int
    sentence: int
    said: Attribution | None


def find(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name], quotes: Sequence[QuoteSpan], rules: Rules
) -> tuple[Attribution, ...]:
    """One attribution for each group that any speaker was found for; unsure persons have the name ""."""
    if not sentences:
        return ()
    outside = _outside(names, quotes)
    cast = Cast(
        page(text, outside),
        sentences,
        [sentence.start for sentence in sentences],
        genders(text, names, rules),
        [quote.start for quote in quotes],
        [quote.end for quote in quotes],
    )
    done: list[Spoken] = []
    spoke: list[tuple[int, str]] = []
    for group in _groups(quotes):
        spoken = _spoken(cast, group, quotes, done, spoke, rules)
        done.append(spoken)
        if spoken.said is not None and spoken.said.name:
            spoke.append((group[-1][1].start, spoken.said.name))
    return tuple(spoken.said for spoken in done if spoken.said is not None)


def _outside(names: Sequence[Name], quotes: Sequence[QuoteSpan]) -> list[Name]:
    """The names that the reporter writes; those inside marks are spoken."""
    kept: list[Name] = []
    place = 0
    for name in names:
        while place < len(quotes) and quotes[place].end <= name.start:
            place += 1
        if place == len(quotes) or name.start < quotes[place].start:
            kept.append(name)
    return kept


def _groups(quotes: Sequence[QuoteSpan]) -> Iterator[tuple[tuple[int, QuoteSpan], ...]]:
    for _, members in groupby(enumerate(quotes), key=lambda one: one[1].group):
        yield tuple(members)


def _spoken(
    cast: Cast,
    group: Sequence[tuple[int, QuoteSpan]],
    quotes: Sequence[QuoteSpan],
    done: Sequence[Spoken],
    spoke: Sequence[tuple[int, str]],
    rules: Rules,
) -> Spoken:
    sentence = cast.sentence(group[0][1].start)
    spans = tuple(span for _, span in group)
    here = Spoken(spans, cast.sentences[sentence].paragraph, sentence, None)
    best: Cue | None = None
    for place, span in group:
        cue = cues.find(cast.page, _room(cast, place, span, quotes), rules)
        if cue is not None and (best is None or cue.sure > best.sure):
            best = cue
    if best is not None and best.sure > SENTENCE_BEFORE:
        return replace(here, said=_attributed(cast, best, spans[0].group, spoke, rules))
    taken = _taken_over(here, done)
    if taken is not None:
        return replace(here, said=taken)
    best = _sentence_before(cast, here, rules) or best
    if best is not None:
        return replace(here, said=_attributed(cast, best, spans[0].group, spoke, rules))
    return replace(here, said=_from_paragraph_before(here, done))


def _room(cast: Cast, place: int, span: QuoteSpan, quotes: Sequence[QuoteSpan]) -> Room:
    """The reporter's words in the quote's sentence, from the quote before to the quote after."""
    first = cast.sentences[cast.sentence(span.start)]
    last = cast.sentences[cast.sentence(span.end - 1)]
    floor = max(first.start, quotes[place - 1].end if place else 0)
    ceiling = min(last.end, quotes[place + 1].start if place + 1 < len(quotes) else last.end)
    return Room(min(floor, span.start), span.start, span.end, max(ceiling, span.end), span.kind == "direct")


def _attributed(cast: Cast, cue: Cue, group: int, spoke: Sequence[tuple[int, str]], rules: Rules) -> Attribution:
    name, factor = meant(cast, cue.subject, spoke, rules)
    start, end = cue.subject.start, cue.subject.end
    return Attribution(group, cast.page.text[start:end], start, end, name, cue.word, round(cue.sure * factor, 3))


def _taken_over(here: Spoken, done: Sequence[Spoken]) -> Attribution | None:
    """Without a cue of its own a quote is its neighbour's in the same sentence or paragraph."""
    before = done[-1] if done else None
    if before is None or before.said is None or before.paragraph != here.paragraph:
        return None
    sure = SAME_SENTENCE if before.sentence == here.sentence else SAME_PARAGRAPH
    return replace(before.said, group=here.spans[0].group, confidence=round(before.said.confidence * sure, 3), cue="")


def _from_paragraph_before(here: Spoken, done: Sequence[Spoken]) -> Attribution | None:
    """A paragraph that is all quote goes on with the speaker of the one before."""
    before = done[-1] if done else None
    if before is None or before.said is None or here.paragraph - before.paragraph > 1 or here.spans[0].kind != "direct":
        return None
    sure = round(before.said.confidence * NEXT_PARAGRAPH, 3)
    return replace(before.said, group=here.spans[0].group, confidence=sure, cue="")


def _sentence_before(cast: Cast, here: Spoken, rules: Rules) -> Cue | None:
    """A quote that stands alone belongs to whoever the sentence before leads to: "Brandt disagreed. “…”"."""
    if not here.sentence or here.spans[0].kind != "direct":
        return None
    before = cast.sentences[here.sentence - 1]
    leads = cast.page.text[before.end - 1] == ":"
    if not leads and before.paragraph != here.paragraph:
        return None
    floor = max(before.start, before.end - cues.REACH)
    for match in reversed(list(rules.speech.verb.finditer(cast.page.text, floor, before.end))[-4:]):
        if cast.spoken(match.start()):
            continue
        subject = left(cast.page, floor, match.start(), rules)
        if subject is not None:
            return Cue(subject, match[0].lower(), cues.NAMED if leads else cues.AROUND)
    first = cues.first_subject(cast.page, before.start, before.end, rules)
    return Cue(first, "", cues.AROUND if leads else SENTENCE_BEFORE) if first else None
