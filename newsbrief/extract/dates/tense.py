"""Whether the words around a date look ahead of the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsbrief.extract.dates.scan import Hit
from newsbrief.rules.shape import Tense

# Words around an expression that tell tense are looked for no further than this.
WINDOW = 160
WORDS = 16
NONE: frozenset[str] = frozenset()
CUTS = ",;:–—"
MARKS = ',.;:“”„»«"’‘()'


def surely_ahead(text: str, hit: Hit, tense: Tense) -> bool:
    """Whether the deciding word promises: “will”, “is to”. A history looks ahead with nothing less."""
    return looks_ahead(text, hit, replace(tense, future=tense.sure, intents=NONE, aims=NONE, until=NONE))


def looks_ahead(text: str, hit: Hit, tense: Tense) -> bool:
    """The nearest word before the date that tells a tense decides; where none does, the nearest after it."""
    before = text[max(hit.sentence.start, hit.start - WINDOW) : hit.start].split()[-WORDS:]
    lead = before[-1].lower() if before else ""
    if "weekday" in hit.parts and (lead in tense.until or (lead in tense.aims and not _owns(text, hit))):
        return True
    if lead in tense.since:
        return False
    if lead in tense.deadlines and any(_bare(word) in tense.intents for word in before):
        return True
    after = text[hit.end : min(hit.sentence.end, hit.end + WINDOW)].split()[:WORDS]
    ahead = _nearest(_since_mark(before), _until_mark(after), tense) if tense.own_clause else None
    if ahead is None:
        ahead = _nearest(before, after, tense)
    return lead in tense.until if ahead is None else ahead


def _nearest(before: Sequence[str], after: Sequence[str], tense: Tense) -> bool | None:
    ahead = next(_backwards(before, tense), None)
    return next(_cues(after, tense), None) if ahead is None else ahead


def _since_mark(words: Sequence[str]) -> Sequence[str]:
    """The words behind the last comma or its like."""
    return words[max((place + 1 for place, word in enumerate(words) if word[-1] in CUTS), default=0) :]


def _until_mark(words: Sequence[str]) -> Sequence[str]:
    """The words before the first comma or its like."""
    return words[: next((place + 1 for place, word in enumerate(words) if word[-1] in CUTS), len(words))]


def _owns(text: str, hit: Hit) -> bool:
    """“for Friday’s attack”."""
    return text[hit.end : hit.end + 1] in {"'", "’"}


def _bare(word: str) -> str:
    return word.strip(MARKS).lower()


def _backwards(words: Sequence[str], tense: Tense) -> Iterator[bool]:
    following = ""
    for place in range(len(words) - 1, -1, -1):
        cue = _cue(words[place], words[place - 1] if place else "", following, tense, tense.intents)
        if cue is not None:
            yield cue
        following = _bare(words[place])


def _cues(words: Sequence[str], tense: Tense) -> Iterator[bool]:
    """What stands after its date is dated by it, so no intent counts: “in February they decided to end it”."""
    for place, word in enumerate(words):
        following = _bare(words[place + 1]) if place + 1 < len(words) else ""
        cue = _cue(word, words[place - 1] if place else "", following, tense, NONE)
        if cue is not None:
            yield cue


def _cue(word: str, before: str, following: str, tense: Tense, intents: frozenset[str]) -> bool | None:
    """True for a word that looks ahead, False for a past one, None for one that says nothing."""
    bare = _bare(word)
    if bare.endswith(tense.future_endings):
        return True
    # Names, and months whose word is also a verb's, say nothing of tense.
    if before and not word.strip(MARKS).islower():
        return None
    if bare in intents:
        return following in tense.infinitive or bare in tense.future
    if bare in tense.future or f"{bare} {following}" in tense.future:
        # “may have been seen” and “had been due” look back.
        return bare in tense.sure or not (following in tense.perfect or _bare(before) in tense.undone)
    regular = bare.endswith(tense.past_endings) and len(bare) > len("need")
    return False if (bare in tense.past or regular) and _bare(before) not in tense.neutral else None
