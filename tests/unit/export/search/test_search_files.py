"""The index's files: everything is found again, and the same content gives the same bytes."""

import json
import random

from newsbrief.edtf.text import date_text
from newsbrief.export.search import search_files
from newsbrief.export.search.results import result
from newsbrief.export.search.shards import MANY, SHARD
from newsbrief.export.search.sheets import LEAST, MOST
from newsbrief.export.search.words import Terms, terms
from newsbrief.model.search import Findable
from newsbrief.model.views import DateText
from tests import hostile
from tests.unit.export.search.reading import find, numbers

LETTERS = "abcdeé한국東京\U00020000\uff5e0123456789"


def say(date: DateText, form: str) -> str:
    """A date in a language in which every month is Moon."""
    return f"{'Moonday ' if form == 'full' else ''}{date.iso[8:]} Moon {date.iso[:4]}"


def items(count: int, seed: int = 1) -> list[Findable]:
    """Briefs with a quote each, in words of few letters, newest first."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    made = []
    for number in range(count, 0, -1):
        words = [" ".join("".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(9)) for _ in "abc"]
        day = f"20{10 + number // 40:02d}-{1 + number // 4 % 10:02d}-01"
        made.append(Findable("brief", day, f"b{number}/", words[0], words[0], f"often {words[1]}", "x", date_text(day)))
        made.append(Findable("quote", day, f"q{number}/", words[2], words[2]))
    return made


def test_every_term_finds_what_has_it_and_nothing_else() -> None:
    """Read as a browser reads them, over several parts, many files and every kind of letter."""
    made = items(300)
    files = dict(search_files(made, say))
    wanted: dict[str, set[tuple[str, bool]]] = {}
    for item in made:
        own = set(terms(item.words, Terms()))
        for term in own | set(terms(result(item, say).also, Terms())):
            wanted.setdefault(term, set()).add((item.url, term in own))
    assert {term: set(find(files, term)) for term in wanted} == wanted
    assert find(files, "nothing") == []
    assert len(wanted) > 700
    assert len([name for name in files if "/t" in name]) > 5


def test_the_newer_comes_first() -> None:
    """What a term finds comes in the order of the briefs."""
    found = [url for url, _ in find(dict(search_files(items(300), say)), "often")]
    assert found == [f"b{number}/" for number in range(300, 0, -1)]


def test_frequent_words_are_named_and_figures_never() -> None:
    """A word of every brief parts nothing; a year in every brief parts dates from dates."""
    made = [Findable("brief", "2029-01-01", f"{n}/", "Ferry", "the ferry 2029", "the quay") for n in range(MANY)]
    (segment,) = json.loads(dict(search_files(made, say))["index.json"])["segments"]
    assert segment["often"].split(" ") == ["ferry", "quay", "the"]
    (segment,) = json.loads(dict(search_files(made[1:], say))["index.json"])["segments"]
    assert segment["often"] == ""


def test_files_are_small() -> None:
    """A file of terms has a few kilobytes; ten results share a file, and some more people, whose lines are short."""
    people = [Findable("person", "", f"p{number}/", f"Person {number}", f"Person {number}") for number in range(400)]
    files = dict(search_files([*items(300), *people], say))
    sizes = [len(text.encode()) for name, text in files.items() if "/t" in name]
    assert max(sizes) < 3 * SHARD
    rows = [json.loads(text) for name, text in files.items() if "/r" in f"/{name}"]
    of_people = [those for those in rows if those[0][1].startswith("p")]
    assert {LEAST <= len(those) <= MOST for those in of_people[:-1]} == {True}
    assert len(of_people) >= 400 / MOST
    assert max(len(those) for those in rows if those not in of_people) == 10
    assert {url for url, _ in find(files, "person")} == {f"p{number}/" for number in range(400)}


def test_the_same_content_gives_the_same_files() -> None:
    """And content that differs in one shown word gives another folder."""
    made = items(20)
    assert list(search_files(made, say)) == list(search_files(list(made), say))
    names = {name.split("/")[0] for name, _ in search_files(made, say)}
    changed = [*made[:-1], Findable("quote", made[-1].day, "elsewhere/", made[-1].text, made[-1].words)]
    assert {name.split("/")[0] for name, _ in search_files(changed, say)} != names


def test_a_site_without_briefs_has_an_index() -> None:
    """The page says that nothing was found, and no file is missing."""
    assert dict(search_files([], say)) == {"index.json": '{"segments":[]}\n'}


def test_hostile_text_stays_text() -> None:
    """Each string is a value of a record, sign by sign, and no term has a sign that is no letter, mark or figure."""
    made = [Findable("brief", "2029-05-04", "b/", text, text, text, text) for text in hostile.strings().own]
    files = dict(search_files(made, say))
    records = [record for name, text in files.items() if "/r" in name for record in json.loads(text)]
    assert sorted(record[0] for record in records) == sorted(item.text for item in made)
    found = [term for name, text in files.items() if "/t" in name for term in json.loads(text)]
    assert [term for term in found if list(terms(term, Terms()))[:1] != [term[: len(term)]]] == []


def test_numbers_are_written_as_they_are_read() -> None:
    """Of one, two and three digits."""
    made = [
        Findable("brief", "2029-01-01", f"{n}/", "x", "ferry" if n in (0, 31, 1056, 1057, 40_000) else "x")
        for n in range(40_001)
    ]
    files = dict(search_files(made, say))
    terms_of = next(json.loads(text) for name, text in files.items() if name.endswith("/t0.json"))
    assert numbers(terms_of["ferry"]) == [0, 31, 1056, 1057, 40_000]


def test_a_date_is_found_in_the_sites_words_and_in_figures() -> None:
    """An event by its date, as by its own words; a brief by its day; a quote by neither. No weekday is shown."""
    day = date_text("2029-05-04")
    made = [Findable(kind, "2029-05-04", f"{kind}/", "x", "x", "", "", day) for kind in ("brief", "quote", "date")]
    files = dict(search_files(made, say))
    assert all(find(files, term) == [("date/", True), ("brief/", False)] for term in ("moonday", "moon", "4", "2029"))
    assert find(files, "may") == []
    assert "04 Moon 2029" in next(text for name, text in files.items() if "/r" in name)
