"""The briefs that every generator builds."""

from collections import Counter
from dataclasses import replace

import pytest

from bench.peers import dialects
from bench.peers.contenders import CONTENDERS
from bench.peers.newsroom import BRIEFS_A_VOICE, TOPICS_A_BRIEF, newsroom, spare
from bench.peers.sheets import PER_PAGE, lists, older_pages
from newsbrief.document import parse
from newsbrief.edtf.text import date_text
from newsbrief.site.pages.partition import lists as parted

COUNT = 240


def test_same_seed_gives_the_same_bytes() -> None:
    """A seed is a newsroom, file by file; another seed is another one."""
    assert newsroom(COUNT) == newsroom(COUNT)
    assert newsroom(COUNT, seed=2) != newsroom(COUNT)
    for contender in CONTENDERS:
        assert contender.files(newsroom(20)) == contender.files(newsroom(20))


def test_briefs_are_distinct() -> None:
    """No two briefs share an address, a title, a quote, an event's words or a paragraph's beginning and end."""
    items = newsroom(COUNT).items
    for many in (
        [item.url for item in items],
        [item.title for item in items],
        [words for item in items for words in item.said],
        [item.published for item in items],
        [item.paragraphs for item in items],
    ):
        assert max(Counter(many).values()) == 1
    assert len({item.happened for item in items}) > COUNT * 3 // 4


def test_people_are_many_and_none_has_a_parted_list() -> None:
    """Every second brief has a speaker of its own; who comes back has about forty briefs."""
    briefs = Counter(who.name for item in newsroom(COUNT).items for who in item.speakers)
    assert sum(count == 1 for count in briefs.values()) == COUNT // 2
    assert max(briefs.values()) <= BRIEFS_A_VOICE + 1 < 2 * PER_PAGE


def test_size_and_headings_are_as_promised() -> None:
    """Some 350 words, three different topics, one or two speakers with a role."""
    for item in newsroom(COUNT).items:
        assert 300 <= sum(len(paragraph.split()) for paragraph in item.paragraphs) <= 420
        assert len(set(item.topics)) == TOPICS_A_BRIEF
        assert len(item.said) == len(item.speakers) in (1, 2)
        assert all(who.role for who in item.speakers)


def test_spare_brief_is_the_newest() -> None:
    """A brief that is added comes after all others and repeats none of them."""
    items = newsroom(COUNT).items
    added = [spare(COUNT, number) for number in range(3)]
    assert [one.published for one in added] == sorted(one.published for one in added)
    assert added[0].published > items[-1].published
    assert not {one.url for one in added} & {one.url for one in items}


def test_our_brief_reads_as_it_was_meant() -> None:
    """Newsbrief's own reader finds in the file what the newsroom holds, and the quotes in the body."""
    room = newsroom(4)
    files = dialects.ours.small(room)
    for item in room.items:
        brief = parse(files[f"content/briefs/{item.published:%Y-%m-%d}-{item.slug}.md"])
        assert (brief.title, brief.slug, brief.summary) == (item.title, item.slug, item.summary)
        assert [quote.text for quote in brief.quotes] == [(words,) for words in item.said]
        assert all(words in brief.body for words in item.said)
        assert brief.events[0].text in brief.body


@pytest.mark.parametrize("entries", [0, 1, 49, 99, 100, 101, 150, 199, 200, 1234])
def test_lists_are_parted_as_newsbrief_does_it(entries: int) -> None:
    """The other generators' numbered pages are as many as ours."""
    days = [date_text("2029-01-01")] * entries
    assert older_pages(entries) == len(parted.parts("topics/ferry/", days, lambda day: day.iso)) - 1


def test_hugo_has_a_file_for_each_numbered_page() -> None:
    """And no other; a brief more can make a page more."""
    room = newsroom(COUNT)
    ferry = replace(room, items=tuple(replace(item, topics=("Ferry",)) for item in room.items))
    named = [path for path in dialects.hugo.site(ferry) if path.startswith("content/topics/")]
    assert lists(ferry)["topics", "Ferry"] == COUNT
    assert named == [f"content/topics/ferry/{number}.md" for number in (1, 2, 3)]
