"""Scores of the extractors on our own articles.

Quotes of fewer than `LEAST_WORDS` words are left out, as borrowed words. A segment is found when it and the gold's
share four fifths of their signs; its speaker is right when the mention is the gold's, or the name is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from newsbrief import extract, rules
from newsbrief.desk.compose import SURE
from newsbrief.model.mentions import Attribution, Mentions
from tests.accuracy.gold import GoldArticle, GoldEvent, GoldQuote

LEAST_WORDS = 4
OVERLAP = 0.8


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.share:.3f} ({self.right} of {self.of})"


@dataclass(frozen=True)
class Scores:
    """`found`/`sound`: recall and precision of quotes with the right speaker; `f1` of the two.

    `named`: of the names that would stand under a quote on the site, how many are right. `dated`: of the entries that
    are events, how many have the right date; `events`: of all entries, how many are events; `told`: of the gold's
    events outside speech, how many have an entry.
    """

    found: Share
    sound: Share
    named: Share
    dated: Share
    events: Share
    told: Share

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        total = self.found.share + self.sound.share
        return 2 * self.found.share * self.sound.share / total if total else 0.0


def of_articles(articles: Iterable[GoldArticle]) -> Scores:
    """Read every article and add up."""
    count: Counter[str] = Counter()
    for article in articles:
        seen = extract.mentions(article.text, article.date, rules.load())
        _quotes(article, seen, count)
        _events(article, seen, count)
    return Scores(
        found=Share(count["right"], count["gold"]),
        sound=Share(count["right"], count["quotes"]),
        named=Share(count["named right"], count["named"]),
        dated=Share(count["dated right"], count["dated"]),
        events=Share(count["dated"], count["entries"]),
        told=Share(count["told"], count["gold events"]),
    )


def _quotes(article: GoldArticle, seen: Mentions, count: Counter[str]) -> None:
    said = {attribution.group: attribution for attribution in seen.attributions}
    gold = [quote for quote in article.quotes if _long(article.text[quote.start : quote.end])]
    count["gold"] += sum(1 for quote in gold if quote.speaker or quote.name)
    for span in seen.quotes:
        if not _long(span.text):
            continue
        match = next((one for one in gold if _overlap((span.start, span.end), (one.start, one.end)) >= OVERLAP), None)
        if match is not None and not match.name:
            continue
        count["quotes"] += 1
        attribution = said.get(span.group)
        if attribution is None:
            continue
        right = match is not None and _same_speaker(attribution, match)
        count["right"] += right
        if attribution.name and attribution.confidence >= SURE:
            count["named"] += 1
            count["named right"] += match is not None and _same_name(attribution.name, match.name)


def _same_speaker(said: Attribution, gold: GoldQuote) -> bool:
    mention = gold.speaker is not None and said.start < gold.speaker[1] and gold.speaker[0] < said.end
    return mention or _same_name(said.name or said.speaker, gold.name)


def _same_name(name: str, gold: str) -> bool:
    ours, theirs = (re.findall(r"[^\W_]+", words.casefold()) for words in (name, gold))
    return bool(ours) and bool(theirs) and (ours[-1] == theirs[-1] or set(ours) <= set(theirs))


def _events(article: GoldArticle, seen: Mentions, count: Counter[str]) -> None:
    outside = [event for event in article.events if not event.claim]
    told: set[GoldEvent] = set()
    for entry in seen.events:
        start = entry.start + max(0, article.text[entry.start : entry.end].find(entry.when))
        place = (start, start + len(entry.when))
        near = [event for event in article.events if event.when[0] < place[1] and place[0] < event.when[1]]
        if not near and any(words and words in entry.when for words in article.unclear):
            continue
        count["entries"] += 1
        if near:
            count["dated"] += 1
            count["dated right"] += any(_same_date(entry.date, event.date) for event in near)
            told.update(near)
    sure = [event for event in outside if not event.doubtful]
    count["gold events"] += len(sure)
    count["told"] += sum(event in told for event in sure)


def _same_date(one: str, other: str) -> bool:
    return re.sub(r"[~?%]", "", one) == re.sub(r"[~?%]", "", other)


def _long(text: str) -> bool:
    return len(text.split()) >= LEAST_WORDS


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0
