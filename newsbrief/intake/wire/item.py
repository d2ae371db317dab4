"""One item of an agency's file, as its form found it, and the article that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.intake import text as plain_text
from newsbrief.intake.credit import parted
from newsbrief.intake.text import Atom, Head
from newsbrief.intake.text.lines import one_line
from newsbrief.intake.wire import untitled
from newsbrief.intake.wire.markup import Block
from newsbrief.model.address import is_web_address
from newsbrief.model.article import Article, Delivery, Photo
from newsbrief.model.refusal import RefusedError
from newsbrief.rules import Rules, copy, pages, wire
from newsbrief.rules.wire import Wire

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# What a field may have, in signs; more of anything is no field's.
LONGEST_ID, LONGEST_LINE, LONGEST_TERMS, LONGEST_SUMMARY = 300, 1_000, 1_500, 1_200
MOST_TOPICS, LONGEST_TOPIC = 12, 80
# Without a letter there is no headline.
LETTER = re.compile(r"[^\W\d_]")
# “MOSCOW, May 4 (SKW) -”
AGENCY = re.compile(r"\s*\((?P<who>[^()]{2,40})\)\W*$")
# “Von Lene Dahl, nmp”; English bylines are read by the rules for credits.
BY = re.compile(r"(?i:von|par|por|da|di|av|af|door|texte?)\s*:?\s+(?=[^\W\d_a-z])")
# “Per Ek/NP”
BLANK_LINE = re.compile(r"\n[ \t]*\n")
BEHIND = re.compile(r"(?<=[^\W\d_])\s?/\s?[^\W\d_a-z]{2,6}$")
LETTERS = re.compile(r"\s*[a-z]{2,5}\s*")
HEADLINE_KILL = re.compile(r"\W*(?:MANDATORY )?(?:KILL|WITHDRAWN|WITHDRAWAL)\b\s?[-:–—]")
EMBARGO = re.compile(r"\bembargo", re.IGNORECASE)


class Topic(Struct, frozen=True):
    """What an item says that it is about. `above`: the codes of broader topics."""

    name: str = ""
    code: str = ""
    above: tuple[str, ...] = ()


class Item(Struct, frozen=True):
    """One item. Times are ISO 8601 or "".

    The body is `blocks`, where it is marked up, else `text`, of which lines may be wrapped. `standing`: whether the
    item may be published, as `Delivery.status`; `lifted`: an embargo is named without an end. `teaser`: the body is a
    summary only. `labels` name it where it has no headline: a title among its data, a slug line. `usage` are terms of
    use, `copyright` whose it is.
    `sender` is a code for who sends it.
    """

    headline: str = ""
    labels: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    text: str = ""
    name: str = ""
    version: str = ""
    sent: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    sender: str = ""
    dateline: str = ""
    located: str = ""
    lang: str = ""
    link: str = ""
    topics: tuple[Topic, ...] = ()
    summary: str = ""
    usage: tuple[str, ...] = ()
    copyright: tuple[str, ...] = ()
    embargo: str = ""
    lifted: bool = False
    notes: tuple[str, ...] = ()
    standing: str = ""
    signal: str = ""
    photo: Photo | None = None
    teaser: bool = False


def article(item: Item, rules: Rules) -> Article:
    """The article of an item. Raises RefusedError for one that is none: without a headline, or whose words are cut."""
    headline, doubts = _headline(item)
    known, forms = wire.load(), copy.load(rules.lang)
    if HEADLINE_KILL.match(headline):
        item = replace(item, standing="canceled")
    if forms.prefix.match(headline):
        headline = forms.prefix.sub("", headline, count=1) or headline
    item = _placed(item, rules)
    notes = tuple(dict.fromkeys(filter(None, map(one_line, item.notes))))
    delivery = _delivery(item, notes, known)
    made = _assembled(item, headline, notes, rules)
    embargo, told = _embargo(item, notes, made)
    if item.teaser and made.paragraphs:
        told = (*told, "only a summary is in the file, and stands for the body")
    return replace(
        made,
        date=item.date or made.date,
        lines=(0,) * len(made.paragraphs),
        photo=_photo(item, rules) or made.photo,
        embargo=embargo,
        notes=tuple(dict.fromkeys(made.notes)),
        link=item.link if is_web_address(item.link) else "",
        delivery=replace(delivery, doubts=(*doubts, *told)),
    )


def _headline(item: Item) -> tuple[str, tuple[str, ...]]:
    """The headline, or what may stand for it, and what to say of it. Raises RefusedError where nothing may."""
    headline = _cut(item.headline, LONGEST_LINE)
    if LETTER.search(headline):
        return headline, ()
    topics = ", ".join(topic.name for topic in item.topics[:3] if topic.name)
    found = untitled.headline(item.blocks, item.text, item.summary, (*item.labels, topics, item.dateline))
    headline = _cut(found, LONGEST_LINE)
    if not headline:
        raise RefusedError((0, "not an article: the item has no headline, and nothing that may stand for one"))
    return headline, (f"no headline in the file; “{headline}” stands for it: write one",)


def _photo(item: Item, rules: Rules) -> Photo | None:
    if item.photo is None:
        return None
    photo = Photo(*(_cut(words, LONGEST_TERMS) for words in (item.photo.credit, item.photo.rights, item.photo.caption)))
    if not photo.credit and photo.caption:
        said = parted(photo.caption, pages.load(rules.lang))
        photo = replace(said, rights=photo.rights or said.rights)
    return photo if photo.credit or photo.rights or photo.caption else None


def _cut(words: str, longest: int) -> str:
    """Words as one line of at most so many signs, as they read back from a brief."""
    return one_line(words)[:longest].strip()


def _placed(item: Item, rules: Rules) -> Item:
    """The dateline without its day and its agency; the agency is a source where nobody is named as one."""
    match = AGENCY.search(item.dateline)
    place: list[str] = []
    for part in (item.dateline[: match.start()] if match else item.dateline).split(","):
        words = part.lower().replace(".", " ").split()
        if any(sign.isdigit() for sign in part) or (words and words[0] in _day_names(rules)):
            break
        place.append(part.strip(" –—-"))
    source = item.source or ((match["who"].strip(),) if match else ())
    return replace(item, dateline=", ".join(filter(None, place)), source=source)


def _day_names(rules: Rules) -> frozenset[str]:
    return frozenset((*rules.calendar.months, *rules.calendar.weekdays))


def _embargo(item: Item, notes: Sequence[str], made: Article) -> tuple[str, tuple[str, ...]]:
    """The words that tell when an embargo ends, and what to say of it."""
    if item.embargo or made.embargo:
        return item.embargo or made.embargo, ()
    if not item.lifted:
        return "", ()
    spoken = next((note for note in notes if EMBARGO.search(note)), "")
    return spoken, () if spoken else ("an embargo without an end: taken for one that is over",)


def _delivery(item: Item, notes: Sequence[str], known: Wire) -> Delivery:
    kill = next((note for note in notes if known.is_kill(note)), "")
    canceled = item.standing == "canceled" or bool(kill)
    usage = " ".join(dict.fromkeys(filter(None, map(one_line, item.usage))))
    owners = dict.fromkeys(words for one in item.copyright if (words := one_line(one)) and words not in usage)
    terms = " ".join(filter(None, (usage, *owners)))[:LONGEST_TERMS].strip()
    return Delivery(
        item=_cut(item.name, LONGEST_ID),
        version=_cut(item.version, 20),
        sent=item.sent,
        status="canceled" if canceled else item.standing,
        kill=(kill or next(iter(notes), "") or "canceled")[:LONGEST_LINE].strip() if canceled else "",
        category=_category(item.topics, known),
        subjects=_subjects(item.topics),
        summary=_summary(item, known),
        located=_cut(item.located, LONGEST_TOPIC),
        rights=known.rights(usage, terms),
        terms=terms,
        sender=_cut(item.sender, LONGEST_TOPIC),
        corrects=next((note for note in notes if known.is_correction(note)), "")[:LONGEST_LINE].strip(),
    )


def _summary(item: Item, known: Wire) -> str:
    """The summary, if it is whole."""
    said = one_line(item.summary)
    return "" if len(said) > LONGEST_SUMMARY or known.is_cut(said) else said


def _category(topics: Iterable[Topic], known: Wire) -> str:
    """The section of the first topic that is of the top level or names one above it, else of the first below one."""
    found = tuple(topics)
    codes = [code for topic in found for code in (topic.code, *topic.above)]
    ordered = (*(code for code in codes if wire.is_top(code)), *codes)
    return next((known.sections[top] for code in ordered if (top := known.top(code))), "")


def _subjects(topics: Iterable[Topic]) -> tuple[str, ...]:
    """The names of all topics but those that are a section of their own."""
    named = (one_line(topic.name) for topic in topics if not wire.is_top(topic.code))
    return tuple(dict.fromkeys(name for name in named if name and len(name) <= LONGEST_TOPIC))[:MOST_TOPICS]


def _assembled(item: Item, headline: str, notes: Sequence[str], rules: Rules) -> Article:
    """Read like plain text: what newsrooms write around an article stands in agencies' bodies, too."""
    told = {
        "headline": (headline,),
        "date": (item.date,),
        "authors": tuple(_named(one_line(words), item.source) for words in item.authors),
        "lang": (item.lang if LANGUAGE.fullmatch(item.lang) else "",),
        "source": tuple(map(one_line, item.source)),
        "dateline": (_cut(item.dateline, LONGEST_LINE),),
        "note": tuple(notes),
    }
    head = Head({name: kept for name, words in told.items() if (kept := tuple(filter(None, words)))}, ())
    marked: dict[int, str] | None = None
    if item.blocks:
        known = wire.load()
        blocks = [block for block in item.blocks if block.text and not known.is_program(block.text)]
        atoms = [Atom(number, block.text, True) for number, block in enumerate(blocks, 1)]
        marked = {number: block.kind for number, block in enumerate(blocks, 1)}
    else:
        # Between short paragraphs one empty line would be a typewriter's double spacing.
        atoms = plain_text.joined(plain_text.lines(BLANK_LINE.sub("\n\n\n", item.text)), rules)
    # A sentence that stands for a headline is still the text's.
    if item.headline or not untitled.ENDS_SENTENCE.search(headline):
        atoms = _without_headline(atoms, headline)
    if not atoms:
        return _bare(head, headline)
    try:
        return plain_text.assembled(head, atoms, rules, marked)
    except RefusedError:
        # Nothing in it reads like an article's text; but an agency called it one.
        kinds = tuple(marked.get(atom.number, "") if marked else "" for atom in atoms)
        return replace(_bare(head, headline), paragraphs=tuple(atom.text for atom in atoms), kinds=kinds)


def _named(words: str, source: Sequence[str]) -> str:
    """A byline in any language without its “by” and the agency's letters behind the name."""
    name, *behind = BEHIND.sub("", BY.sub("", words, count=1)).split(",")
    sources = {one.casefold() for one in source}
    kept = [part for part in behind if part.strip().casefold() not in sources and not LETTERS.fullmatch(part)]
    return ",".join((name, *kept)).strip()


def _without_headline(atoms: Sequence[Atom], headline: str) -> list[Atom]:
    """Without a first line that is the headline again."""
    same = atoms and _folded(atoms[0].text) == _folded(headline)
    return list(atoms[1:] if same else atoms)


def _folded(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _bare(head: Head, headline: str) -> Article:
    fields = head.fields
    return Article(
        headline,
        (),
        authors=fields.get("authors", ()),
        lang=head.first("lang"),
        source=fields.get("source", ()),
        dateline=head.first("dateline"),
        notes=fields.get("note", ()),
    )
