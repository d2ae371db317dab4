"""What is asked of a brief: each quote and its speaker, each event and its date, each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, field

from newsbrief import document
from newsbrief.check import Seen
from newsbrief.check.seen import line_of
from newsbrief.check.unnamed_speaker import unnamed
from newsbrief.edtf.text import date_text, day_text
from newsbrief.model.brief import BriefEvent, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.model.mentions import QuoteSpan
from newsbrief.review.passages import Passage, around, lines_of

QUOTE, MISSING, EVENT, FINDING, REFUSED, END = "quote", "missing quote", "event", "finding", "refused", "end"
# What the questions about quotes and events ask already, and the last one.
ASKED = ("awaits-review", "weak-speaker", "unnamed-speaker")
CHOICES = 9


class Choice(Struct, frozen=True):
    """What a digit stands for: the value that is written, and what is shown beside it."""

    value: str
    beside: str = ""


# What may be published of somebody else's article; see docs/front-matter.md.
RIGHTS_CHOICES = (
    Choice("own", "it is ours after all"),
    Choice("licensed", "all of it may be published; the page says so"),
    Choice("excerpt", "headline, summary, short quotes and the link"),
)


class Question(Struct, frozen=True):
    """One question about a brief. `about`: the id of its quote or event, or what else tells it from the others.

    `ask` is the question, `stands` what the file says now, `remark` what makes it doubtful. `choices` are what 1 to 9
    stand for; `line` is where the editor opens. `group`: the quoted passage that a missing quote is.
    """

    kind: str
    about: str
    ask: str
    stands: str = ""
    remark: str = ""
    passage: Passage = field(default_factory=Passage)
    choices: tuple[Choice, ...] = ()
    line: int = 0
    finding: Finding | None = None
    group: tuple[QuoteSpan, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Tells the question from the others of its brief, and from itself once the answer is another."""
        return self.kind, self.about, self.stands


def questions(entry: Entry, seen: Seen, findings: Sequence[Finding], lines: Sequence[str] = ()) -> tuple[Question, ...]:
    """Everything to ask of one brief, in its order: quotes, and missing ones, as the body has them; then events.

    What is found besides comes last, and then whether the brief may be published. `lines` are the file's own.
    """
    weak = {one.about: one.message for one in findings if one.code == "weak-speaker"}
    people = candidates(entry, seen)
    said = [*_quotes(entry, people, weak), *_missing(entry, seen, people, findings)]
    said.sort(key=lambda question: question.passage.at)
    return (*said, *_events(entry, seen), *_findings(entry, seen, findings, lines), _end(entry))


def refused(lines: Sequence[str], reasons: Sequence[tuple[int, str]]) -> tuple[Question, ...]:
    """Of a file that cannot be read, one question a reason; only an editor helps."""
    return tuple(
        Question(
            REFUSED,
            f"{line} {reason}",
            "This keeps the brief from being built.",
            "",
            reason,
            lines_of(lines, line),
            (),
            line,
        )
        for line, reason in reasons
    )


def candidates(entry: Entry, seen: Seen) -> tuple[Choice, ...]:
    """Everyone who may have said something: the brief's people, those named in the body, then bodies."""
    roles = {person.name: person.role for person in entry.brief.people}
    speakers = (quote.speaker for quote in entry.brief.quotes if quote.speaker)
    body = (name.name for name in seen.mentions.names if name.kind == "person" and " " in name.name)
    names = dict.fromkeys((*roles, *speakers, *body, *entry.brief.organisations))
    return tuple(Choice(name, roles.get(name, "")) for name in names)


def nearest(choices: Sequence[Choice], entry: Entry, at: int, kept: str = "") -> tuple[Choice, ...]:
    """The nine whose last names stand nearest to a place in the body, in their own order; `kept` is one of them."""
    if len(choices) <= CHOICES:
        return tuple(choices)

    def distance(choice: Choice) -> int:
        last = choice.value.rsplit(" ", 1)[-1]
        before, after = entry.text.rfind(last, 0, at), entry.text.find(last, at)
        return min(at - before if before >= 0 else len(entry.text), after - at if after >= 0 else len(entry.text))

    near = sorted(choices, key=lambda choice: (choice.value != kept, distance(choice)))[:CHOICES]
    return tuple(choice for choice in choices if choice in near)


def _quotes(entry: Entry, people: Sequence[Choice], weak: Mapping[str, str]) -> Iterator[Question]:
    for quote in entry.brief.quotes:
        spans = entry.parts.get(quote.id, ())
        passage = around(entry.text, spans)
        choices = nearest(people, entry, passage.at, quote.speaker)
        remark = "the desk is not sure" if quote.id in weak else ""
        if remark:
            remark = f"{remark}: {_by(weak[quote.id])}"
        yield Question(QUOTE, quote.id, "Who says this?", _speaker(quote, entry), remark, passage, choices, quote.line)


def _by(message: str) -> str:
    """The evidence in a finding's message."""
    return message.partition("’s only by ")[2].partition(";")[0] or message


def _speaker(quote: BriefQuote, entry: Entry) -> str:
    role = next((person.role for person in entry.brief.people if person.name == quote.speaker), "")
    return f"{quote.speaker or 'nobody'}{f', {role}' if role else ''}"


def _missing(entry: Entry, seen: Seen, people: Sequence[Choice], findings: Sequence[Finding]) -> Iterator[Question]:
    if not any(one.code == "unnamed-speaker" for one in findings):
        return
    for group in unnamed(entry, seen.mentions):
        passage = around(entry.text, [(span.start, span.end) for span in group])
        choices = nearest(people, entry, passage.at)
        line = line_of(entry, group[0].start)
        about = group[0].text
        yield Question(
            MISSING, about, "Who says this? It has no page yet.", "nobody", "", passage, choices, line, group=group
        )


def quoted(entry: Entry, seen: Seen) -> tuple[tuple[QuoteSpan, ...], ...]:
    """All quoted passages that are in none of the brief's quotes, short ones too."""
    listed = [place for parts in entry.parts.values() for place in parts]
    groups = (tuple(spans) for _, spans in groupby(seen.mentions.quotes, key=lambda quote: quote.group))
    return tuple(
        group
        for group in groups
        if not any(start < span.end and span.start < end for span in group for start, end in listed)
    )


def _events(entry: Entry, seen: Seen) -> Iterator[Question]:
    speakers = {quote.id: quote.speaker for quote in entry.brief.quotes}
    for event in entry.brief.events:
        found = document.locate(entry.text, [event.text]) if event.text else 0
        spans = () if isinstance(found, int) else found
        passage = around(entry.text, spans, event.when)
        ask = f"{speakers[event.claim]} says so. Was it then?" if event.claim in speakers else "Was it then?"
        choices = dates(event, seen, spans[0] if spans else None)
        yield Question(EVENT, event.id, ask, when(event), event.label, passage, choices, event.line)


def when(event: BriefEvent) -> str:
    """An event's date with its weekday, and the words that give it."""
    date = date_text(event.date)
    day = f"{date.weekday}, {date.text}" if date.weekday else date.text
    return f"{day} (“{event.when}”)" if event.when else day


def dates(event: BriefEvent | None, seen: Seen, span: tuple[int, int] | None) -> tuple[Choice, ...]:
    """The other dates that the article names, as EDTF: those nearest to the event's words first.

    Without such words (`span`) in the article's order.
    """
    start, end = span or (0, 0)
    named = [one for one in seen.mentions.dates if one.type == "DATE" and date_like(one.value)]
    found: dict[str, str] = {}
    for one in sorted(named, key=lambda one: max(start - one.end, one.start - end, 0)):
        if event is None or one.value != event.date:
            found.setdefault(one.value, one.text)
    return tuple(Choice(value, f"{date_text(value).text} (“{words}”)") for value, words in found.items())[:CHOICES]


def date_like(value: str) -> bool:
    """Whether a date's value is one that an event may have."""
    return document.edtf_fault(value) is None


def _findings(entry: Entry, seen: Seen, findings: Sequence[Finding], lines: Sequence[str]) -> Iterator[Question]:
    for one in findings:
        if one.code in ASKED:
            continue
        choices: tuple[Choice, ...] = ()
        passage = _place(entry, one)
        passage = passage if passage.text else lines_of(lines, one.line)
        if one.code == "no-story":
            choices = tuple(Choice(name, "the story") for name in one.names)
        if one.code == "agency-copy":
            choices = RIGHTS_CHOICES
        if one.code == "undated-event":
            choices = dates(None, seen, one.span)
        yield Question(FINDING, f"{one.code} {one.message}", "", "", one.message, passage, choices, one.line, one)


def _place(entry: Entry, finding: Finding) -> Passage:
    """The words that a finding is about, where there are some."""
    if finding.span:
        return around(entry.text, [finding.span])
    if finding.about in entry.parts:
        return around(entry.text, entry.parts[finding.about])
    text = next((event.text for event in entry.brief.events if event.id == finding.about), "")
    found = document.locate(entry.text, [text]) if text else 0
    return Passage() if isinstance(found, int) else around(entry.text, found)


def _end(entry: Entry) -> Question:
    brief = entry.brief
    if brief.status in ("draft", "review"):
        ask = "All of it was asked. Publish it with the next build?"
    else:
        ask = "All of it was asked. Write down that you have read it?"
    summary = Passage(brief.summary) if brief.summary else Passage()
    return Question(
        END,
        "",
        ask,
        f"{brief.status}, of {day_text(brief.date.day).text}",
        "",
        summary,
        (),
        brief.lines.get("status", 0),
    )
