"""Who says each quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.extract.speakers import cues
from newsbrief.extract.speakers.cast import Cast, genders, is_read
from newsbrief.extract.speakers.cues import Cue, Room
from newsbrief.extract.speakers.openings import first_subject
from newsbrief.extract.speakers.persons import meant
from newsbrief.extract.speakers.phrases import Subject, page
from newsbrief.model.mentions import Attribution, Name, QuoteSpan, Sentence
from newsbrief.rules import Rules

# How sure a speaker taken over from elsewhere is.
SAME_SENTENCE, SAME_PARAGRAPH, NEXT_PARAGRAPH, SENTENCE_BEFORE, GUESS = 0.8, 0.75, 0.6, 0.62, 0.4


class Spoken(Struct, frozen=True):
    """A quote's group with who said it, as far as was found, and where it stands."""

    spans: tuple[QuoteSpan, ...]
    paragraph: int
    sentence: int
    said: Attribution | None


def find(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name], quotes: Sequence[QuoteSpan], rules: Rules
) -> tuple[Attribution, ...]:
    """One attribution for each group that any speaker was found for; unsure persons have the name ""."""
    if not sentences or not is_read(text, rules):
        return ()
    outside = _outside(names, quotes)
    cast = Cast(
        page(text, outside, rules),
        sentences,
        [sentence.start for sentence in sentences],
        genders(text, names, outside, rules),
        [quote.start for quote in quotes],
        [quote.end for quote in quotes],
    )
    people = {name.name for name in outside if name.kind == "person"}
    done: list[Spoken] = []
    spoke: list[tuple[int, str]] = []
    for group in _groups(quotes):
        spoken = _spoken(cast, group, quotes, done, spoke, rules)
        done.append(spoken)
        if spoken.said is not None and spoken.said.name in people:
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
    taken = _from_paragraph_before(here, done)
    if taken is not None:
        return replace(here, said=taken)
    best = _paragraph_before(cast, here, rules)
    return replace(here, said=_attributed(cast, best, spans[0].group, spoke, rules)) if best is not None else here


def _room(cast: Cast, place: int, span: QuoteSpan, quotes: Sequence[QuoteSpan]) -> Room:
    """The reporter's words in the quote's sentence, from the quote before to the quote after."""
    first = cast.sentences[cast.sentence(span.start)]
    last = cast.sentences[cast.sentence(span.end - 1)]
    floor = max(first.start, quotes[place - 1].end if place else 0)
    ceiling = min(last.end, quotes[place + 1].start if place + 1 < len(quotes) else last.end)
    floor, ceiling = min(floor, span.start), max(ceiling, span.end)
    return Room(floor, span.start, span.end, ceiling, span.kind == "direct", floor == first.start)


def _attributed(cast: Cast, cue: Cue, group: int, spoke: Sequence[tuple[int, str]], rules: Rules) -> Attribution:
    name, factor = meant(cast, cue.subject, spoke, rules)
    start, end = _with_title(cast, cue.subject), cue.subject.end
    return Attribution(group, cast.page.text[start:end], start, end, name, cue.word, round(cue.sure * factor, 3))


def _with_title(cast: Cast, subject: Subject) -> int:
    """Where a mention begins, with the office right before the name: "Secretary of State Angela Weir"."""
    role = cast.page.names[subject.name].role if subject.name >= 0 else ""
    start = cast.page.names[subject.name].start - len(role) - 1 if role else -1
    return min(start, subject.start) if start >= 0 and cast.page.text.startswith(f"{role} ", start) else subject.start


def _taken_over(here: Spoken, done: Sequence[Spoken]) -> Attribution | None:
    """Without a cue of its own a quote is its neighbour's in the same sentence or paragraph."""
    near = [one for one in done[-6:] if one.said is not None and one.paragraph == here.paragraph]
    whole = [one for one in near if one.spans[0].kind == "direct" or one.sentence == here.sentence]
    before = next(reversed(whole if here.spans[0].kind == "direct" and whole else near), None)
    if before is None or before.said is None:
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


def _paragraph_before(cast: Cast, here: Spoken, rules: Rules) -> Cue | None:
    """A paragraph of speech after one that tells of somebody: a guess, never sure."""
    first = cast.sentences[here.sentence]
    if not here.sentence or here.spans[0].kind != "direct" or here.spans[0].start > first.start:
        return None
    before = cast.sentences[here.sentence - 1]
    subject = first_subject(cast.page, before.start, before.end, rules)
    return Cue(subject, "", GUESS) if subject is not None else None


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
        subject = cues.subject_of(cast.page, match, floor, before.end, rules)
        if subject is not None:
            return Cue(subject, match[0].lower(), cues.NAMED if leads else cues.AROUND)
    first = first_subject(cast.page, before.start, before.end, rules)
    return Cue(first, "", cues.AROUND if leads else SENTENCE_BEFORE) if first else None
