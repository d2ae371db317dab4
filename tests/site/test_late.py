"""A few briefs came, went or were edited: only what they reach is made, with whatever pages the theme has."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsbrief.build import ledger, named
from newsbrief.build.pack import Pack
from newsbrief.publish.outline import Outline
from tests.effort import SOAK
from tests.newsroom import INSTANT, Newsroom
from tests.pictures import saved
from tests.site.test_reprint import edit, spoil, whole

PAGE = "<!doctype html><html><title>{{ nb.name }}</title><body>{% block content %}{% endblock %}</body></html>"
BRIEFS = (
    '{% macro list(briefs) %}{% for one in briefs %}<a href="{{ one.url|to }}">{{ one.headline }}</a> '
    "{{ one.summary }} {{ one.published|dated }}{% endfor %}{% endmacro %}"
)
FRONT = "{% for day in model.days %}{{ list(day.briefs) }}{% endfor %}{{ model.announced }}{{ model.lead_quote }}"
LISTING = (
    "<h1>{{ model.title }} {{ model.count }}</h1>{{ list(model.briefs) }}{{ model.sheet }}{{ nb.feeds_of(model) }}"
)
INDEX = "{% for group in model.groups %}{% for one in group.links %}{{ one }}{% endfor %}{% endfor %}"
ARTICLE = (
    "{% set model = article.model %}<h1>{{ model.headline }}</h1>{{ article|body }}{{ model.quotes }}{{ model.events }}"
)
CONTENT = {
    "index": FRONT,
    "article": f"{ARTICLE}{{{{ model.people }}}}{{{{ model.places }}}}{{{{ model.newer }}}}{{{{ model.older }}}}",
    "archives": "{% for day in model.days %}{{ list(day.briefs) }}{% endfor %}{{ model.periods }}",
    "period_archives": "{% for day in model.days %}{{ list(day.briefs) }}{% endfor %}{{ model.periods }}",
    **dict.fromkeys(("tag", "category", "author", "place", "listing"), LISTING),
    **dict.fromkeys(("tags", "categories", "authors", "places"), INDEX),
    "person": "{{ model.name }}{{ model.quotes }}{{ model.roles }}{{ model.beside }}{{ list(model.briefs) }}",
    "people": "{% for group in model.groups %}{{ group }}{% endfor %}",
}
BESIDE = "{{ list(model.related) }}{{ model.story }}"
SEARCH = {"search": "{{ model.index }}"}
# Pages that are made of all events, quotes and words at once.
OF_ALL = {
    **SEARCH,
    "timeline": "{{ model }}",
    "quotes": "{{ model.count }} {{ model.days }}{{ model.speakers }}{{ model.letters }}{{ model.most }}",
    "quote": "{{ model.quote }}{{ model.earlier }}{{ model.later }}{{ model.variants }}{{ model.context }}",
}
# With what is found out by holding each of the newest hundred briefs against those before it.
PARTS = {
    **OF_ALL,
    "article": f"{CONTENT['article']}{BESIDE}",
    "index": f"{CONTENT['index']}{{{{ model.stories }}}}{{{{ model.all_announced }}}}",
    "stories": "{{ model }}",
    "story": "{{ model }}{{ nb.feeds_of(model) }}",
}
FERRY = """---
title: Ferry late on day {0}
date: 2029-04-{0:02}
status: published
summary: It was late {0} times.
{4}category: Harbour
tags: [Ferry, {1}]
places: [Quay Street]
organisations: [Harbour Board]
people:
- {{name: {2}, role: skipper}}
quotes:
- {{id: q1, speaker: {2}, text: The tide of day {0} was against us}}
events:
- {{id: e1, date: 2028-{3:02}-{0:02}, when: that day, text: The ferry ran aground at buoy {0} in fog}}
---
Nobody knows why. “The tide of day {0} was against us,” said {2}.

The ferry ran aground at buoy {0} in fog.
"""
UNREACHED, MIDDLE, NEWEST = (f"2029-04-{day:02}-ferry.md" for day in (1, 14, 26))
# So many of the oldest briefs are of the month before.
OLDER = 3


def ferry(day: int, tag: str = "", name: str = "", month: int = 3) -> str:
    """A brief with all that reaches others: section, topics, place, speaker, quote, date; every fourth a story."""
    story = "" if day % 4 else "story: Aground\n"
    return FERRY.format(day, tag or f"Week {day // 7}", name or ("Tove Lind", "Odd Fenn")[day % 2], month, story)


def themed(newsroom: Newsroom, content: Mapping[str, str]) -> None:
    """Give the newsroom a theme of these pages."""
    templates = newsroom.folder / "plain" / "templates"
    templates.mkdir(parents=True)
    (templates / "base.html").write_text(PAGE, "utf-8")
    for name, text in content.items():
        block = f"{{% block content %}}{text}{{% endblock %}}"
        (templates / f"{name}.html").write_text(f'{{% extends "base.html" %}}{BRIEFS}{block}', "utf-8")
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME = str(HERE / "plain")\nTHEME_STATIC_PATHS = []\n')


@pytest.fixture
def town(newsroom: Newsroom, request: pytest.FixtureRequest) -> Newsroom:
    """A newsroom that was built with a theme of its own, of briefs of two months.

    The parameter: what the theme has besides lists; None for the theme that every newsroom has at first.
    """
    content = getattr(request, "param", PARTS)
    if content is not None:
        themed(newsroom, {**CONTENT, **content})
    for day in range(1, 27):
        text = ferry(day, name="Ann Bo" if day == 1 else "")
        newsroom.brief(f"2029-04-{day:02}-ferry.md", text.replace("date: 2029-04", f"date: 2029-0{3 + (day > OLDER)}"))
    done = newsroom.build(SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 0, done.stderr
    return newsroom


def new(town: Newsroom) -> None:
    town.brief("2029-04-27-ferry.md", ferry(27))


def new_with_a_new_speaker_and_topic(town: Newsroom) -> None:
    town.brief("2029-04-27-ferry.md", ferry(27, "Fog", "Runa Holm"))


def new_of_an_old_day(town: Newsroom) -> None:
    town.brief("2028-12-31-ferry.md", ferry(27).replace("date: 2029-04-27", "date: 2028-12-31"))


def new_of_a_new_month(town: Newsroom) -> None:
    town.brief("2029-07-01-ferry.md", ferry(27).replace("date: 2029-04-27", "date: 2029-07-01"))


def another_headline(town: Newsroom) -> None:
    edit(town, MIDDLE, "title: Ferry late", "title: Ferry very late")


def another_day(town: Newsroom) -> None:
    edit(town, MIDDLE, "date: 2029-04-14", "date: 2029-05-02")


def other_topics(town: Newsroom) -> None:
    edit(town, MIDDLE, "tags: [Ferry, Week 2]", "tags: [Week 3, Fog]")


def another_quote_and_role(town: Newsroom) -> None:
    edit(town, MIDDLE, "The tide of day 14 was against us", "Nothing could be done on day 14")
    edit(town, MIDDLE, "role: skipper", "role: pilot")


def another_date_to_come(town: Newsroom) -> None:
    edit(town, MIDDLE, "date: 2028-03-14", "date: 2031-03-14")


def marked_for_the_front_page(town: Newsroom) -> None:
    edit(town, NEWEST, "id: q1, speaker", "id: q1, lead: true, speaker")


def in_review(town: Newsroom) -> None:
    edit(town, MIDDLE, "status: published", "status: review")


def gone(town: Newsroom) -> None:
    (town.content / "briefs" / MIDDLE).unlink()


def under_another_name(town: Newsroom) -> None:
    file = town.content / "briefs" / MIDDLE
    file.rename(file.with_name("2029-04-14-boat.md"))


def two_at_once(town: Newsroom) -> None:
    new(town)
    another_headline(town)


def one_after_another(town: Newsroom) -> None:
    for change in (new, another_headline, other_topics, gone):
        change(town)
        assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    new_with_a_new_speaker_and_topic(town)


def from_a_raw_article(town: Newsroom) -> None:
    town.raw("fog.txt", "Fog on the quay\n\n27 April 2029\n\nFog lay on the quay all day, and nobody sailed.\n")


REACHED = (
    *(new, new_with_a_new_speaker_and_topic, new_of_an_old_day, new_of_a_new_month, another_headline, another_day),
    *(other_topics, another_quote_and_role, another_date_to_come, marked_for_the_front_page, in_review, gone),
    *(under_another_name, two_at_once, one_after_another, from_a_raw_article),
)


def searched(town: Newsroom, output: str) -> tuple[object, ...]:
    """What is kept of the search, in its order: what is found of each brief, and the segments."""
    room = town.folder / f".{output}.newsbrief"
    last = ledger.read(room)
    assert last is not None
    assert last.made is not None
    known = named.read("outline", room, last.made.outline, Outline)
    assert known is not None
    return list(known.found.items()), known.segments


@pytest.mark.parametrize("town", [{}, OF_ALL], indirect=True, ids=["lists", "pages of all"])
@pytest.mark.parametrize("change", REACHED, ids=lambda one: one.__name__)
def test_no_brief_is_read_that_is_not_reached(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """What is kept of one that the change does not reach is not looked at, and the site is the right one."""
    pack = town.folder / ".output.newsbrief" / "entries.pack"
    spoil(pack, f"briefs/{UNREACHED}")
    change(town)
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert town.pages() == whole(town)
    assert searched(town, "output") == searched(town, "whole")
    assert Pack(pack).newest(f"briefs/{UNREACHED}") is None


def a_name_spelt_otherwise(town: Newsroom) -> None:
    town.brief("2029-04-27-ferry.md", ferry(27, name="Tove-Lind"))


def a_name_that_comes_to_have_a_page(town: Newsroom) -> None:
    for day in (20, 21):
        edit(town, f"2029-04-{day}-ferry.md", "people:\n", "people:\n- {name: Rolf Mo}\n")
        assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, "2029-04-22-ferry.md", "people:\n", "people:\n- {name: Rolf Mo}\n")


def a_place_that_comes_to_have_a_page(town: Newsroom) -> None:
    for day in (20, 21):
        edit(town, f"2029-04-{day}-ferry.md", "[Quay Street]", "[Quay Street, North Mole]")
        assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0


def the_words_of_another_quote(town: Newsroom) -> None:
    edit(town, MIDDLE, "The tide of day 14 was against us", "The tide of day 12 was against us")


def the_event_of_another(town: Newsroom) -> None:
    told = "Tove Lind sold nine rusty anchors and two lamps and one bell to Odd Fenn"
    for day in (14, 16):
        edit(town, f"2029-04-{day}-ferry.md", f"The ferry ran aground at buoy {day} in fog", told)
        edit(town, f"2029-04-{day}-ferry.md", f"date: 2028-03-{day}", "date: 2028-03-01")
        assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, "2029-04-16-ferry.md", "one bell", "one old bell")


def a_person_says_so(town: Newsroom) -> None:
    edit(town, NEWEST, "id: e1, date", "id: e1, same: 2029-04-14-ferry#e1, date")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, MIDDLE, "2028-03-14", "2028-03-15")


def the_address_of_another(town: Newsroom) -> None:
    edit(town, MIDDLE, "title: Ferry late on day 14", "title: Ferry\nslug: ferry\nlang: en")
    edit(town, MIDDLE, "date: 2029-04-14", "date: 2029-04-15")


def the_address_of_an_own_page(town: Newsroom) -> None:
    (town.content / "pages" / "fog.md").write_text(
        "Title: Fog\nslug: topics/fog\nsave_as: topics/fog/index.html\n\nHm.\n"
    )
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    other_topics(town)


def a_draft(town: Newsroom) -> None:
    edit(town, MIDDLE, "status: published", "status: draft")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, MIDDLE, "status: draft", "status: published")


def a_retraction(town: Newsroom) -> None:
    edit(town, MIDDLE, "status: published", "status: retracted")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    another_headline(town)


def a_correction(town: Newsroom) -> None:
    edit(town, MIDDLE, "quotes:", "notes:\n- {kind: correction, text: It was so., date: 2029-04-20}\nquotes:")


def the_last_of_a_kind(town: Newsroom) -> None:
    town.brief("2029-04-27-ferry.md", ferry(27).replace("category", "authors: [Ann Bo]\ncategory"))
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, "2029-04-27-ferry.md", "authors: [Ann Bo]\n", "")


def a_mistake(town: Newsroom) -> None:
    edit(town, MIDDLE, "title: Ferry late on day 14", "title: Ferry late on day 14\nstatus: what")
    town.build(SOURCE_DATE_EPOCH=INSTANT)
    edit(town, MIDDLE, "\nstatus: what", "")


def register_of(town: Newsroom) -> Path:
    """The one that there is: those of earlier builds are gone."""
    (file,) = (town.folder / ".output.newsbrief").glob("register*")
    return file


def a_register_of_another_build(town: Newsroom) -> None:
    before = register_of(town).read_bytes()
    new(town)
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    register_of(town).write_bytes(before)
    another_headline(town)


def a_damaged_register(town: Newsroom) -> None:
    register_of(town).write_bytes(b"mine")
    another_headline(town)


def damaged_plates(town: Newsroom) -> None:
    for name in (NEWEST, UNREACHED):
        spoil(town.folder / ".output.newsbrief" / "plates.pack", f"briefs/{name}")
    new(town)


def a_rule_for_quite_another_name(town: Newsroom) -> None:
    (town.content / "people.yaml").write_text("Tove Lind: {also: [Captain Lind]}\n", "utf-8")
    for day in range(1, 27):
        town.brief(f"2029-04-{day:02}-ferry.md", ferry(day, name="Odd Fenn"))
    for day in (20, 21):
        edit(town, f"2029-04-{day}-ferry.md", "people:\n", "people:\n- {name: Captain Lind}\n")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, "2029-04-22-ferry.md", "people:\n", "people:\n- {name: Tove Lind}\n")


def the_title_of_a_list_that_its_feed_has(town: Newsroom) -> None:
    edit(town, NEWEST, "status: published", "status: review")
    edit(town, NEWEST, "tags: [Ferry", "tags: [ferry")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, NEWEST, "tags: [ferry", "tags: [Ferry")


def an_old_address_where_a_list_comes_to_be(town: Newsroom) -> None:
    edit(town, UNREACHED, "category", "aliases: [topics/fog/]\ncategory")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    other_topics(town)


def an_old_address_below_a_person_s(town: Newsroom) -> None:
    edit(town, UNREACHED, "category", "aliases: [people/tove-lind/interview/]\ncategory")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    another_quote_and_role(town)


def an_own_page_where_a_person_s_would_be(town: Newsroom) -> None:
    (town.folder / "plain" / "templates" / "person.html").unlink()
    page = "Title: Runa\nsave_as: people/runa-holm/index.html\nurl: people/runa-holm/\n\nHm.\n"
    (town.content / "pages" / "runa.md").write_text(page, "utf-8")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    new_with_a_new_speaker_and_topic(town)


def the_photo_of_an_excerpt(town: Newsroom) -> None:
    (town.content / "images" / "quay.png").write_bytes(saved("PNG"))
    edit(town, MIDDLE, "status: published", "status: published\nrights: excerpt")
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(town, MIDDLE, "category", "photo: {file: images/quay.png, credit: Osla, rights: free, alt: Quay}\ncategory")


def a_damaged_plate_that_only_a_feed_has(town: Newsroom) -> None:
    spoil(town.folder / ".output.newsbrief" / "plates.pack", "briefs/2029-04-08-ferry.md")
    town.brief("2029-05-01-ferry.md", ferry(27, "Fog", "Runa Holm").replace("date: 2029-04-27", "date: 2029-05-01"))


FURTHER = (
    *(a_name_spelt_otherwise, a_name_that_comes_to_have_a_page, a_place_that_comes_to_have_a_page, a_draft),
    *(the_words_of_another_quote, the_event_of_another, a_person_says_so, the_address_of_another, a_retraction),
    *(the_address_of_an_own_page, a_correction, the_last_of_a_kind, a_mistake, a_register_of_another_build),
    *(a_damaged_register, damaged_plates, a_rule_for_quite_another_name, the_title_of_a_list_that_its_feed_has),
    *(an_old_address_where_a_list_comes_to_be, an_old_address_below_a_person_s, the_photo_of_an_excerpt),
    *(an_own_page_where_a_person_s_would_be, a_damaged_plate_that_only_a_feed_has),
)


@pytest.mark.parametrize("change", FURTHER, ids=lambda one: one.__name__)
def test_what_reaches_further_is_built_as_always(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """Byte for byte what a build from nothing gives, also after a headline changed then."""
    change(town)
    for word in ("old ferry", "very old ferry"):
        town.build(SOURCE_DATE_EPOCH=INSTANT)
        assert town.pages() == whole(town)
        edit(town, "2029-04-24-ferry.md", "title:", f"title: {word}")


LENGTH = 200 if SOAK else 10
# Of four months, two of which are seldom the newest or the oldest.
MONTHS = ("2028-11", "2029-07", *(("2029-03", "2029-04") * 3))
# One is spelt in another way, which is seldom a late change.
NAMES = (*(("Tove Lind", "Odd Fenn", "Runa Holm", "Ann Bo", "Rolf Mo") * 4), "Tove-Lind")
# What a line of a brief may become.
LINES: tuple[tuple[str, Callable[[random.Random], str]], ...] = (
    (r"^title: .*", lambda chance: f"title: Ferry, take {chance.randint(1, 999)}"),
    (r"^date: .*", lambda chance: f"date: {chance.choice(MONTHS)}-{chance.randint(1, 28):02}"),
    (
        r"^status: .*",
        lambda chance: f"status: {chance.choice(['published'] * 6 + ['review'] * 3 + ['draft', 'retracted'])}",
    ),
    (r"^tags: .*", lambda chance: f"tags: [{', '.join(chance.sample(['Ferry', 'Fog', 'ferry', 'Quay'], 2))}]"),
    (r"^places: .*", lambda chance: f"places: [{chance.choice(['Quay Street'] * 6 + ['North Mole', 'Galeford'])}]"),
    (r"^(story: .*\n)?category", lambda chance: f"{chance.choice(['', 'story: Aground', 'story: Fog'])}\ncategory"),
    (r"^category: .*", lambda chance: f"category: {chance.choice(['Harbour', 'Town', 'harbour'])}"),
    (r"role: \w+", lambda chance: f"role: {chance.choice(['skipper', 'pilot', 'clerk'])}"),
    (r"Nobody knows \w+", lambda chance: f"Nobody knows {chance.choice(['how', 'when', 'where'])}"),
    (r"id: e1, date: [\d-]+", lambda chance: f"id: e1, date: {chance.choice([2028, 2031])}-0{chance.randint(1, 3)}-09"),
)


def something(town: Newsroom, chance: random.Random, number: int) -> str:
    """Do something by chance, and say what."""
    file = chance.choice(sorted((town.content / "briefs").glob("*.md")))
    what = chance.choice(["new", "new", "gone", "line", "line", "line", "line", "renamed"])
    if what == "new":
        text = ferry(number, chance.choice(["Fog", "Quay"]), chance.choice(NAMES), chance.randint(1, 9))
        day = f"{chance.choice(MONTHS)}-{chance.randint(1, 28):02}"
        # Of a day that there is, for the event too.
        text = re.sub(r"id: e1, date: [\d-]+", f"id: e1, date: 2027-01-{number % 28 + 1:02}", text)
        file = town.brief(f"{day}-new-{number}.md", re.sub(r"(?m)^date: .*", f"date: {day}", text))
    elif what == "gone":
        file.unlink()
    elif what == "renamed":
        file.rename(file.with_name(f"{file.stem}-r.md"))
    else:
        pattern, made = chance.choice(LINES)
        file.write_text(re.sub(pattern, made(chance), file.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8")
    return f"{what} {file.name}"


@pytest.mark.parametrize("town", [PARTS, None], indirect=True, ids=["theme of the test", "own theme"])
@pytest.mark.parametrize("seed", range(3 if SOAK else 1))
def test_every_change_gives_what_a_build_from_nothing_gives(town: Newsroom, seed: int) -> None:
    """Byte for byte, after each of many changes, one or several at a time."""
    chance, log = random.Random(seed), list[str]()  # noqa: S311
    for number in range(LENGTH):
        log += [something(town, chance, 30 + 2 * number + more) for more in range(chance.choice([1, 1, 2]))]
        town.build(SOURCE_DATE_EPOCH=INSTANT)
        assert town.pages() == whole(town), log
        assert searched(town, "output") == searched(town, "whole"), log
