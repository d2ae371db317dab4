"""What each key answers, and which keys a question has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbrief.document.people import with_other_name
from newsbrief.model.brief import BriefEvent
from newsbrief.model.refusal import RefusedError
from newsbrief.review import adding, answers, sayings
from newsbrief.review.files import contents
from newsbrief.review.modes import Picking, Typing
from newsbrief.review.questions import CHOICES, END, EVENT, FINDING, MISSING, QUOTE, REFUSED, Choice
from newsbrief.review.typed import EXAMPLES, date_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsbrief.review.session import Session


def keys(session: Session) -> dict[str, str]:
    """The keys of this question, each with what it does."""
    kind, finding = session.question.kind, session.question.finding
    own = {
        QUOTE: {"y": "right", "x": "no quote", "t": "other name", "m": "same person as"},
        MISSING: {"t": "other name", "x": "leave it"},
        EVENT: {"y": "right", "x": "no event", "d": "other date"},
        FINDING: {"y": "seen"},
        REFUSED: {},
        END: {"A": "approve"},
    }[kind].copy()
    if finding and finding.code == "same-event":
        own |= {"m": "same event", "x": "another event"}
    if finding and finding.code == "two-spellings":
        own |= {"m": "same person"}
    if finding and finding.code == "undated-event":
        own |= {"d": "its date"}
    if silenced(session) is not None:
        own["z"] = "silence"
    if session.opened.entry is not None:
        own["a"] = "add"
    return own | {"e": "editor", "u": "undo", " ": "skip", "p": "back", "N": "next brief", "?": "help", "q": "quit"}


def silenced(session: Session) -> tuple[str, str] | None:
    """The finding that a reason would silence here: its code, and the quote or event."""
    question = session.question
    if question.finding is not None:
        return question.finding.code, question.finding.about
    if question.kind == QUOTE and question.remark:
        return "weak-speaker", question.about
    return ("unnamed-speaker", "") if question.kind == MISSING else None


def confirm(session: Session) -> bool:
    """It is so. Of a speaker taken from little this silences the finding; whether there is no more to be done."""
    question = session.question
    if question.kind != QUOTE or not question.remark:
        return True
    speaker = next((quote.speaker for quote in session.current().quotes if quote.id == question.about), "")
    code, about = silenced(session) or ("", "")
    reason = f"{session.by} says that it is {speaker}"
    said = sayings.confirmed(about, speaker)
    return session.change(lambda brief: answers.with_silence(brief, code, about, reason), said)


def remove(session: Session) -> None:
    """It is no quote, or no event; or the event is another than the one it was held against."""
    question = session.question
    if question.kind == MISSING:
        session.skip()
    elif question.kind == FINDING and question.finding:
        _answer_event(session, same=False)
    else:
        what = "quote" if question.kind == QUOTE else "event"
        session.change(lambda brief: answers.without(brief, question.about), sayings.removed(what, question.about))


def other_name(session: Session) -> None:
    """Type a speaker's name."""
    session.mode = Typing("Who says this?", "", lambda value: _speaker(session, value), "the full name")


def other_date(session: Session) -> None:
    """Type a date."""
    event = _event(session, session.question.about)
    session.mode = Typing("When was it?", event.date if event else "", lambda value: _date(session, value), EXAMPLES)


def same(session: Session) -> None:
    """The same person as somebody else, or the same event as another brief's."""
    question = session.question
    if question.finding and question.finding.code == "same-event":
        _answer_event(session, same=True)
        return
    if question.finding:
        one, other = question.finding.names[:2]
        choices = [Choice(one), Choice(other)]
        session.mode = Picking(
            "One person. Which name is right?", choices, lambda name: _merge(session, name, one, other)
        )
        return
    speaker = next((quote.speaker for quote in session.current().quotes if quote.id == question.about), "")
    here = (choice.value for choice in question.choices)
    names = [name for name in dict.fromkeys((*session.shelf.names_like(speaker), *here)) if name != speaker]
    ask = f"“{speaker}” is another name of …"
    typed = Typing(ask, "", lambda name: _merge(session, name, name, speaker), "the full name")
    session.mode = Picking(
        ask,
        [Choice(name) for name in names[:CHOICES]],
        lambda name: _merge(session, name, name, speaker),
        {"t": ("other name", lambda: session.enter(typed))},
    )


def silence(session: Session) -> None:
    """Write down why this is no finding."""
    code, about = silenced(session) or ("", "")
    said = sayings.silenced(f"{code} {about}".strip())

    def done(reason: str) -> None:
        session.change(lambda brief: answers.with_silence(brief, code, about, reason), said)

    session.mode = Typing("Why is this nothing to look at?", "", done, "the reason, for those who come after you")


def add(session: Session) -> None:
    """A quote or an event from the body's words."""
    adding.start(session)


def approve(session: Session) -> None:
    """Publish it, and write down who read it; the next brief comes."""
    said = sayings.approved(session.current(), session.opened.path)
    if session.change(lambda brief: answers.approved(brief, session.by, session.today), said):
        session.next_brief(said.done)


def choose(session: Session, index: int) -> None:
    """What a digit stands for: a speaker, a date, a story or what may be published."""
    question = session.question
    if index >= len(question.choices):
        session.message = f"There is no {index + 1} here."
        return
    value = question.choices[index].value
    if question.kind in (QUOTE, MISSING):
        _speaker(session, value)
    elif question.finding and question.finding.code == "no-story":
        session.change(lambda brief: answers.with_story(brief, value), sayings.story(session.current(), value))
    elif question.finding and question.finding.code == "agency-copy":
        session.change(lambda brief: answers.with_rights(brief, value), sayings.rights(session.current(), value))
    else:
        _date(session, value)


def _speaker(session: Session, name: str) -> None:
    question = session.question
    if question.kind == QUOTE:
        stands = any(one.id == question.about and one.speaker == name for one in session.current().quotes)
        if stands and question.remark:
            confirm(session)
            return
        said = sayings.speaker(session.current(), question.about, name)
        session.change(lambda brief: answers.with_speaker(brief, question.about, name), said)
        return
    session.change(lambda brief: answers.with_passage(brief, question.group, name)[0], sayings.new_quote(name))


def _date(session: Session, typed: str) -> None:
    question, entry = session.question, session.opened.entry
    if question.kind == EVENT and entry is not None:
        try:
            date = date_of(typed, entry)
        except RefusedError as error:
            session.refuse(error.reasons[0][1])
            return
        said = sayings.date(entry.brief, question.about, date)
        session.change(lambda brief: answers.with_date(brief, question.about, date), said)
    elif question.finding and question.finding.span and session.opened.seen:
        adding.new_event(session, *adding.sentence(session.opened, question.finding.span), typed)


def _answer_event(session: Session, *, same: bool) -> None:
    finding = session.question.finding
    if finding is not None and finding.names:
        name, field_name = finding.names[0], "same" if same else "apart"
        said = sayings.answered(finding.about, name, field_name)
        session.change(lambda brief: answers.with_answer(brief, finding.about, name, same=same), said)


def _merge(session: Session, right: str, one: str, other: str) -> None:
    wrong = other if right == one else one
    file = session.shelf.people_file
    done = session.write(
        file, contents(file), lambda text: with_other_name(text, right, wrong), sayings.merged(wrong, right)
    )
    if done:
        told = session.message
        session.shelf.people_changed()
        session.reload()
        session.message = told


def _event(session: Session, event_id: str) -> BriefEvent | None:
    return next((event for event in session.current().events if event.id == event_id), None)


COMMANDS: Mapping[str, Callable[[Session], None]] = {
    "x": remove,
    "t": other_name,
    "d": other_date,
    "m": same,
    "z": silence,
    "a": add,
    "A": approve,
}
