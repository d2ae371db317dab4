"""The same content at the same instant gives the same bytes."""

import datetime as dt

from tests.newsroom import Newsroom, files_of
from tests.site.test_leaks import brief


def test_building_again_changes_nothing(seed_newsroom: Newsroom) -> None:
    """A second build changes no byte of content/ and output/, and no time stamp of a page."""
    assert seed_newsroom.build().returncode == 0
    before = files_of(seed_newsroom.folder)
    stamp = (seed_newsroom.output / "index.html").stat().st_mtime_ns
    assert seed_newsroom.build().returncode == 0
    assert files_of(seed_newsroom.folder) == before
    assert (seed_newsroom.output / "index.html").stat().st_mtime_ns == stamp


def test_plain_pelican_builds_the_same_site(seed_newsroom: Newsroom) -> None:
    """`pelican content -s pelican.conf.py -o DIR` gives what `make html` gives."""
    assert seed_newsroom.build().returncode == 0
    other = seed_newsroom.folder / "elsewhere"
    done = seed_newsroom.run("content", "-s", "pelican.conf.py", "-o", str(other), module="pelican")
    assert done.returncode == 0
    assert files_of(other) == seed_newsroom.pages()


def test_build_depends_on_its_instant_only(newsroom: Newsroom) -> None:
    """Another machine's clock, time zone and hash seed change no byte."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief("2029-05-04-other.md", brief(title="Another headline"))
    assert newsroom.build("-o", "one", PYTHONHASHSEED="1", TZ="UTC").returncode == 0
    assert newsroom.build("-o", "two", PYTHONHASHSEED="2", TZ="Pacific/Auckland").returncode == 0
    assert files_of(newsroom.folder / "one") == files_of(newsroom.folder / "two")


# What a brief says besides, by what it is divided by; and its body, likewise.
FIELDS = {5: "rights: excerpt", 7: "status: retracted", 11: "story: The North Quay", 13: "terms: Ask us"}
BODIES = {
    3: "The vote was *close*.\n\n* one\n* two",
    4: "As [told before]({filename}/briefs/2028-01-01-brief-0.md), it was 5 to 4.",
    6: "A line\nand another one; {all} of it.",
}


def of_many(number: int) -> str:
    """One of hundreds of briefs, of which some say the same, and some are not plain words."""
    day = dt.date(2028, 1, 1) + dt.timedelta(days=number)
    name = f"Speaker {'ABCDEFGHIJ'[number % 10]}olberg"
    own = [text for by, text in FIELDS.items() if number % by == 1]
    body = [text for by, text in BODIES.items() if number % by == 1]
    said = f"We shall keep the north quay open for {number % 40} days, and not one day more"
    event = f"The council voted to keep quay {number % 200} on 2 May 2027."
    head = [
        f'title: "Council keeps quay {number}"',
        f"date: {day}",
        *(["status: published"] if not any(text.startswith("status") for text in own) else []),
        *own,
        f"people: [{{name: {name}, role: clerk}}]",
        f'quotes: [{{id: q1, speaker: {name}, text: "{said}"}}]',
        f"events: [{{id: e1, date: 2027-05-02, when: on 2 May 2027, text: {event}}}]",
    ]
    return "\n".join(["---", *head, "---", event, "", f"“{said},” {name} said.", "", *body, ""])


def test_number_of_cores_changes_no_byte(newsroom: Newsroom) -> None:
    """What is found out in copies, and what bodies they set ahead, is what one process makes of it."""
    for number in range(450):
        newsroom.brief(f"{dt.date(2028, 1, 1) + dt.timedelta(days=number)}-brief-{number}.md", of_many(number))
    assert newsroom.build("-o", "one", NEWSBRIEF_JOBS="1").returncode == 0
    assert newsroom.build("-o", "two", NEWSBRIEF_JOBS="2").returncode == 0
    one, two = files_of(newsroom.folder / "one"), files_of(newsroom.folder / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    assert sum(name.startswith("202") for name in one) > 450
