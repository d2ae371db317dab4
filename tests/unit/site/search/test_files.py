"""The files of a segment: everything is found again, and the same content gives the same bytes."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

from newsbrief.edtf.text import date_text
from newsbrief.model.search import Findable
from newsbrief.model.views import DateText
from newsbrief.site.search.files import index_file, segment_files
from newsbrief.site.search.results import result
from newsbrief.site.search.shards import MANY, SHARD
from newsbrief.site.search.words import Terms, terms
from tests.unit.site.search.reading import find, numbers

LETTERS = "abcdeé한국東京\U00020000\uff5e0123456789"


def say(date: DateText, form: str) -> str:
    """A date in a language in which every month is Moon."""
    return f"{'Moonday ' if form == 'full' else ''}{date.iso[8:]} Moon {date.iso[:4]}"


def files(items: Sequence[Findable]) -> dict[str, str]:
    """The files of a segment by their names without folder and ending."""
    made = segment_files("x", (result(item, say) for item in items))
    return {path.removeprefix("search/x/").removesuffix(".json"): data.decode() for path, data in made}


def items(count: int, seed: int = 1) -> list[Findable]:
    """Briefs with a quote each, in words of few letters, newest first."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    made = []
    for number in range(count, 0, -1):
        words = [" ".join("".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(9)) for _ in "abc"]
        day = "2029-05-01"
        made.append(Findable("brief", day, f"b{number}/", words[0], words[0], f"often {words[1]}", "x", date_text(day)))
        made.append(Findable("quote", day, f"q{number}/", words[2], words[2]))
    return made


def test_every_term_finds_what_has_it_and_nothing_else() -> None:
    """Over many files and every kind of letter, in the order of the briefs."""
    made = items(300)
    segment = files(made)
    wanted: dict[str, set[tuple[str, bool]]] = {}
    for item in made:
        own = set(terms(item.words, Terms()))
        for term in own | set(terms(result(item, say).also, Terms())):
            wanted.setdefault(term, set()).add((item.url, term in own))
    assert {term: set(find(segment, term)) for term in wanted} == wanted
    assert find(segment, "nothing") == []
    assert len([name for name in segment if name[0] == "t"]) > 5
    assert [url for url, _ in find(segment, "often")] == [f"b{number}/" for number in range(300, 0, -1)]


def test_results_stand_kind_by_kind() -> None:
    """Briefs, quotes, dates, then people and things, each in the order given: by that a browser knows their kinds."""
    kinds = ["date", "brief", "person", "quote", "brief", "author"]
    made = [Findable(kind, "", f"{place}/", "x", "x") for place, kind in enumerate(kinds)]
    segment = files(made)
    assert [row[1] for row in json.loads(segment["r0"])] == ["1/", "4/", "3/", "0/", "2/", "5/"]
    assert json.loads(segment["about"])["counts"] == [2, 1, 1, 1, 0, 0, 0, 1]


def test_frequent_words_are_named_and_figures_never() -> None:
    """A word of every brief tells none from another; a year in every brief tells dates from dates."""
    made = [Findable("brief", "2029-01-01", f"{n}/", "Ferry", "the ferry 2029", "the quay") for n in range(MANY)]
    assert json.loads(files(made)["about"])["often"].split(" ") == ["ferry", "quay", "the"]
    assert json.loads(files(made[1:])["about"])["often"] == ""


def test_files_are_small() -> None:
    """A file of terms has a few kilobytes."""
    segment = files(items(300))
    assert max(len(text.encode()) for name, text in segment.items() if name[0] == "t") < 3 * SHARD


def test_version_changes_with_the_files() -> None:
    """The same content gives the same bytes. Browsers load other files for another version."""
    made = items(20)
    assert files(made) == files(list(made))
    changed = [*made[:-1], Findable("quote", made[-1].day, "elsewhere/", made[-1].text, made[-1].words)]
    versions = {json.loads(files(those)["about"])["version"] for those in (made, changed)}
    assert len(versions) == 2


def test_site_without_briefs_has_a_list_of_segments() -> None:
    """The page says that nothing was found, and no file is missing."""
    assert index_file(()) == ("search/index.json", b'{"segments":[]}\n')


def test_hostile_text_stays_text() -> None:
    """No file has a tag in it, and each text is a value of a row, sign by sign."""
    text = "</script><b>\u2028\"'\\ \x07 \ud800"
    segment = files([Findable("brief", "2029-05-04", "b/", text, text, text, text)])
    assert not [name for name, data in segment.items() if "<" in data]
    assert json.loads(segment["r0"])[0][0] == text.replace("\ud800", "?")


def test_numbers_are_written_as_they_are_read() -> None:
    """Of one, two and three digits."""
    wanted = [0, 31, 1056, 1057, 40_000]
    made = [Findable("brief", "2029-01-01", f"{n}/", "x", "ferry" if n in wanted else "x") for n in range(40_001)]
    assert numbers(json.loads(files(made)["t0"])["ferry"]) == wanted


def test_a_date_is_found_in_the_sites_words_and_in_figures() -> None:
    """An event by its date, as by its own words; a brief by its day; a quote by neither. No weekday is shown."""
    day = date_text("2029-05-04")
    made = [Findable(kind, "2029-05-04", f"{kind}/", "x", "x", "", "", day) for kind in ("brief", "quote", "date")]
    segment = files(made)
    assert all(find(segment, term) == [("date/", True), ("brief/", False)] for term in ("moonday", "moon", "4", "2029"))
    assert find(segment, "may") == []
    assert "04 Moon 2029" in segment["r0"]
