"""A newsroom into which every string was put by every way there is, each signed so that it can be found again."""

from __future__ import annotations

import datetime as dt
import html
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsbrief import document
from newsbrief.images.look import stripped
from tests.effort import AUDIT
from tests.hostile import Strings, file_name, line, quoted, signed
from tests.newsroom import Newsroom
from tests.pictures import drawn, jpeg, saved

TOGETHER, FEW = 40, 8
PICTURE = stripped(saved("PNG", drawn(60, 40)))
FIRST = dt.date(2028, 1, 1)
SINGLE = ("title", "summary", "category", "dateline", "credit", "rights")
# Lists, into each of which our own strings go, and the public ones by turns (in an audit all of them).
LISTS = ("tags", "places", "organisations", "authors", "source", "people", "quotes", "events", "labels")
# What a brief may be besides published.
OTHERWISE = ("status: review", "status: retracted", "status: withdrawn", "status: published\nrights: excerpt")
# Whoever is named in two briefs and marked for the front page stands on more pages.
TWICE = "title: Once more\ndate: 2027-01-02\nstatus: published"
SETTINGS = '\nNEWSBRIEF_FEED_ITEMS = 10000\nNEWSBRIEF_REPORT = "https://tracker.example/new?title={title}&url={url}"\n'


@dataclass
class Attack:
    """`put`: for each field the numbers of the strings that were put into it.

    `before`: every file of the newsroom as it was before the build; `told`: what the build said.
    """

    newsroom: Newsroom
    strings: Strings
    put: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    before: dict[str, bytes] = field(default_factory=dict)
    told: str = ""

    def build(self) -> None:
        """The desk and the site, as `make html` with an address and with briefs that nobody has to approve."""
        self.before = self.newsroom.files()
        done = self.newsroom.build(NEWSBRIEF_NEW_STATUS="published", SITEURL="https://news.example/brief")
        self.told = done.stderr

    def sign(self, field: str, number: int) -> str:
        """The string, signed, and noted down."""
        self.put[field].add(number)
        return signed(self.strings.all[number], field, number)

    def value(self, field: str, number: int) -> str:
        """The same as a value of front matter."""
        return quoted(self.sign(field, number))

    def in_line(self, field: str, number: int) -> str:
        """The same as a line of a text."""
        return line(self.sign(field, number))

    def turn(self, name: str, numbers: Sequence[int]) -> list[int]:
        """Those whose turn it is to stand in one of LISTS."""
        own, place = len(self.strings.own), LISTS.index(name)
        return [number for number in numbers if AUDIT or number < own or number % len(LISTS) == place]

    def chunks(self, together: int = 1) -> Iterator[Sequence[int]]:
        """The numbers of all strings: our own one by one or some `together`, many public ones together."""
        own, count = len(self.strings.own), len(self.strings.all)
        yield from (range(start, min(start + together, own)) for start in range(0, own, together))
        yield from (range(start, min(start + TOGETHER, count)) for start in range(own, count, TOGETHER))


def mount(newsroom: Newsroom, strings: Strings) -> Attack:
    """Write all files; nothing is built yet."""
    attack = Attack(newsroom, strings)
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    names = []
    for place, numbers in enumerate(attack.chunks()):
        # Days apart, so that names that come to the same address do not come to the same page.
        day = FIRST + dt.timedelta(days=place)
        before = day - dt.timedelta(days=2000)
        name = file_name(strings.all[numbers[0]])
        newsroom.brief(f"{day}-{name}.md", brief(attack, day, numbers))
        newsroom.raw(f"{before}-{name}.txt", text(attack, place, numbers))
        newsroom.raw(f"{before}-saved {place}.html", saved_page(attack, place, numbers))
        (newsroom.content / "pages" / f"{place} {name}.md").write_text(page(attack, place, numbers), "utf-8")
        names += numbers if len(numbers) == 1 else []
    for place, numbers in enumerate(attack.chunks(1 if AUDIT else FEW)):
        newsroom.raw(f"{FIRST}-draft {place}.md", draft(attack, place, numbers))
    for place, status in enumerate(OTHERWISE):
        # Unsigned: it must not be these pages on which a string is found again.
        other = brief(Attack(newsroom, strings), FIRST, names[place::8]).replace("zq", "xq")
        newsroom.brief(f"2027-01-01-other-{place}.md", other.replace("status: published", status))
    both = [f"{name}: [{', '.join(attack.value(name, n) for n in names)}]" for name in ("places", "organisations")]
    newsroom.brief("2027-01-02-twice.md", "---\n" + "\n".join([TWICE, *both]) + "\n---\nWords.\n")
    for number in names:
        (newsroom.content / "images" / f"{file_name(strings.all[number])} {number}.png").write_bytes(PICTURE)
    (newsroom.content / "images" / "photo.jpg").write_bytes(jpeg(drawn(60, 40)))
    rules = "".join(
        f"{quoted(signed(strings.own[n], 'person', n))}: {{page: yes, also: [{attack.value('also', n)}]}}\n"
        for n in names
    )
    (newsroom.content / "people.yaml").write_text(rules, "utf-8")
    return attack


def brief(attack: Attack, day: dt.date, numbers: Sequence[int]) -> str:
    """A brief with the strings in every field, in its body as words and as code, and as they are at its end."""
    one = {name: attack.value(name, numbers[place % len(numbers)]) for place, name in enumerate(SINGLE)}
    quotes = attack.turn("quotes", numbers)
    fields = [
        *(f"{name}: {one[name]}" for name in SINGLE[:4]),
        f"date: {day}",
        "status: published",
        f"photo: {{credit: {one['credit']}, rights: {one['rights']}, caption: {one['title']}, file: images/photo.jpg,",
        f"  alt: {quoted(attack.strings.all[numbers[0]])}}}",
        *(f"{name}: {quoted(attack.strings.all[numbers[0]])}" for name in ("lang", "story", "colour", "_content")),
        *(f"{name}: [{', '.join(attack.value(name, n) for n in attack.turn(name, numbers))}]" for name in LISTS[:5]),
        "people:",
        *_items(attack, "people", numbers, "", name="person", role="role"),
        "notes:",
        *(f"- {{kind: correction, date: {day}, about: q{n}, text: {attack.value('note', n)}}}" for n in numbers),
        "quotes:",
        *_items(
            attack, "quotes", numbers, "id: q{}, lead: true, ", speaker="speaker", text="quote", occasion="occasion"
        ),
        "events:",
        *_items(attack, "events", numbers, "id: e{}, date: 2027, ", when="when", text="event"),
        *_items(attack, "labels", numbers, "id: f{}, date: 2031, ", label="label", outcome="outcome"),
    ]
    said = [f"“{document.escape(document.cleaned(signed(attack.strings.all[n], 'quote', n)))}”" for n in quotes]
    body = [document.escape(document.cleaned(attack.sign("body", n))) for n in numbers]
    code = [f"    {attack.in_line('code', n)}" for n in numbers]
    live = [attack.strings.all[n].replace("\0", "") for n in numbers]
    front = "\n".join(fields)
    return f"---\n{front}\n---\n" + "\n\n".join([*said, *body, *code, *live]) + "\n"


def _items(attack: Attack, turn: str, numbers: Sequence[int], begin: str, **keys: str) -> Iterator[str]:
    """Items of a list of maps, for those whose turn it is; `keys` are the map's, with the field that each counts as."""
    for number in attack.turn(turn, numbers):
        pairs = ", ".join(f"{key}: {attack.value(name, number)}" for key, name in keys.items())
        yield f"- {{{begin.format(number)}{pairs}}}"


def text(attack: Attack, place: int, numbers: Sequence[int]) -> str:
    """Plain text: a headline, sentences that have the strings in them, paragraphs that begin with them."""
    blocks = [
        f"On the wall: {attack.in_line('headline', numbers[0])}",
        f"The town's clerk came to the quay in the morning and read out all {place} words that stood on the wall.",
        *(attack.in_line("bare", n) for n in numbers),
        *(f"The town's clerk read out {attack.in_line('text', n)}, and sat down on the quay again." for n in numbers),
        "The town's clerk went home when the last of the words was read out, and nobody spoke for a while.",
    ]
    # One empty line between short lines is double spacing, and no paragraph's end.
    return "\n\n\n".join(blocks)


def saved_page(attack: Attack, place: int, numbers: Sequence[int]) -> str:
    """A saved page: the strings as words wherever a page has words, and as markup in a paragraph of their own."""

    def words(name: str, number: int) -> str:
        return html.escape(attack.in_line(name, number))

    one = attack.strings.all[numbers[0]].replace("\0", "")
    data = {
        "@type": "NewsArticle",
        "author": [{"@type": "Person", "name": one}, one],
        "datePublished": f"2029-05-06 {one}",
        "image": {"url": one, "caption": one, "creditText": one, "license": one, "copyrightNotice": one},
        "publisher": {"name": one},
    }
    attribute = html.escape(one, quote=True)
    metas = "".join(
        f'<meta property="{name}" content="{attribute}">'
        for name in ("og:site_name", "og:image", "article:author", "author", "date", "description")
    )
    said = "".join(
        f"<p>The town's clerk read out {words('htmltext', n)}, and sat down on the quay again.</p>"
        f"<ul><li>On the list of the harbour stood {words('htmlitem', n)}</li></ul>"
        f"<blockquote><p>On the wall was written {words('htmlquoted', n)}, in chalk.</p></blockquote>"
        for n in numbers
    )
    markup = "".join(
        f"<p>Of the wall the clerk copied zqmarkup{n}z: {attack.strings.all[n].replace(chr(0), '')}</p>"
        for n in numbers
    )
    attack.put["markup"].add(numbers[0])
    script = json.dumps(data).replace("<", "\\u003c")
    title = words("htmltitle", numbers[0])
    return (
        f'<!doctype html><html lang="{attribute}"><head><meta charset="utf-8"><title>{title}</title>{metas}'
        f'<script type="application/ld+json">{script}</script></head><body>'
        f'<h1>{title}</h1><span class="byline author">By {attribute}</span>'
        f'<figure><img src="{attribute}"><figcaption>{attribute} <span class="credit">Photo: {attribute}</span>'
        f"</figcaption></figure><article><p>The town's clerk came to the quay for the {place}th time.</p>"
        f"{said}{markup}</article></body></html>"
    )


def draft(attack: Attack, place: int, numbers: Sequence[int]) -> str:
    """A Markdown draft: in fields, in sentences, in a list and a heading."""
    one = line(attack.strings.all[numbers[0]])
    said = [
        *(f"The town's clerk read out {attack.in_line('draft', n)}, and sat down on the quay again." for n in numbers),
        *(f"- On the list of the harbour stood {attack.in_line('draftitem', n)}" for n in numbers),
    ]
    blocks = [
        f"---\ntitle: {attack.in_line('drafttitle', numbers[0])}\nauthor: {one}\nsource: [{one}]\nlang: {one}\n---",
        f"The town's clerk came to the quay in the morning and read out all {place} words that stood on the wall.",
        "The town's clerk went home when the last of the words was read out, and nobody spoke for a while.",
        # A comment that one string begins ends in the next: they come last.
        *sorted(said, key=lambda words: "<!--" in words),
    ]
    return "\n\n".join(blocks)


def page(attack: Attack, place: int, numbers: Sequence[int]) -> str:
    """A page of the newsroom's own; all but a few are hidden, since each page's foot names the others."""
    status = "hidden" if place % 100 else "published"
    body = [document.escape(document.cleaned(attack.sign("page", n))) for n in numbers]
    live = [attack.strings.all[n].replace("\0", "") for n in numbers]
    title = attack.in_line("pagetitle", numbers[0])
    return f"Title: {title}\nstatus: {status}\nslug: own-{place}\n\n" + "\n\n".join([*body, *live]) + "\n"
