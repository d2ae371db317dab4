"""A quote or an event from the body's words: which, whose, when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsbrief.model.refusal import RefusedError
from newsbrief.review import answers, sayings
from newsbrief.review.modes import Picking, Selecting, Typing
from newsbrief.review.questions import Choice, candidates, date_like, nearest, quoted
from newsbrief.review.typed import EXAMPLES, date_of

if TYPE_CHECKING:
    from newsbrief.review.session import Opened, Session

PASSAGES = 7
SHOWN = 60
MARKS = "\"“”„‟«»‚‘’' "


def start(session: Session) -> None:
    """Offer the quoted passages that are no quotes yet, and other words."""
    entry, seen = session.opened.entry, session.opened.seen
    if entry is None or seen is None:
        return
    groups = quoted(entry, seen)[:PASSAGES]
    choices = [
        Choice(str(place), _shown(" … ".join(span.text for span in group))) for place, group in enumerate(groups)
    ]

    def picked(place: str) -> None:
        group = groups[int(place)]

        def said(name: str) -> None:
            session.change(lambda brief: answers.with_passage(brief, group, name)[0], sayings.new_quote(name))

        _speaker(session, group[0].start, said)

    others = {
        "w": (
            "other words as a quote",
            lambda: _select(session, "Which words are the quote?", lambda words: _quote(session, words)),
        ),
        "v": (
            "words as an event",
            lambda: _select(session, "Which words tell of the event?", lambda words: _event(session, words)),
        ),
    }
    session.enter(Picking("Add which quote, or what else?", choices, picked, others))


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"


def _speaker(session: Session, at: int, said: Callable[[str], None]) -> None:
    entry, seen = session.opened.entry, session.opened.seen
    if entry is None or seen is None:
        return
    choices = nearest(candidates(entry, seen), entry, at)
    typed = Typing("Who says this?", "", said, "the full name")
    session.enter(Picking("Who says this?", choices, said, {"t": ("other name", lambda: session.enter(typed))}))


def _select(session: Session, ask: str, done: Callable[[str], None]) -> None:
    entry, seen = session.opened.entry, session.opened.seen
    if entry is None or seen is None:
        return
    mode = Selecting(ask, entry.text, [one.start for one in seen.mentions.sentences], done)
    mode.begin_at(session.question.passage.at)
    session.enter(mode)


def _quote(session: Session, words: str) -> None:
    entry = session.opened.entry
    bare = words.strip(MARKS).rstrip(",")
    if entry is None or "\n\n" in bare:
        session.refuse(
            "A quote of several paragraphs has a part of each; choose words of one, or add it in the editor."
        )
        return

    def said(name: str) -> None:
        session.change(lambda brief: answers.with_quote(brief, (bare,), name)[0], sayings.new_quote(name))

    _speaker(session, max(0, entry.text.find(bare)), said)


def _event(session: Session, words: str) -> None:
    entry, seen = session.opened.entry, session.opened.seen
    if entry is None or seen is None:
        return
    at = entry.text.find(words)
    inside = [one for one in seen.mentions.dates if at <= one.start and one.end <= at + len(words)]
    known = next((one for one in inside if date_like(one.value)), None)
    when = known.text if known else next((one.text for one in seen.mentions.undated if one.text in words), "")

    def done(typed: str) -> None:
        new_event(session, words, when, typed)

    session.enter(Typing("When was it?", known.value if known else "", done, EXAMPLES))


def new_event(session: Session, words: str, when: str, typed: str) -> None:
    """An event of a date as somebody typed it."""
    entry = session.opened.entry
    if entry is None:
        return
    try:
        date = date_of(typed, entry)
    except RefusedError as error:
        session.refuse(error.reasons[0][1])
        return
    session.change(lambda brief: answers.with_event(brief, words, when, date)[0], sayings.new_event(date))


def sentence(opened: Opened, span: tuple[int, int]) -> tuple[str, str]:
    """The sentence around a place in the body, and the words at the place."""
    if opened.entry is None or opened.seen is None:
        raise RefusedError((0, "the file cannot be read; open it in the editor"))
    text = opened.entry.text
    around = next((one for one in opened.seen.mentions.sentences if one.start <= span[0] < one.end), None)
    words = text[around.start : around.end] if around else text[span[0] : span[1]]
    return words.strip(), text[span[0] : span[1]]
