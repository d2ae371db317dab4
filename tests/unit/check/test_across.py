"""What only several briefs together show, each with the cases that must stay quiet."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsbrief import check
from newsbrief.check import Across, Clock, Seen, alike, contradictions, copies, targets
from newsbrief.check.facts import facts
from newsbrief.check.repository import Repository, repository
from newsbrief.document import stamp
from newsbrief.model.brief import BriefPerson, BriefQuote, RawRecord, Review
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.mentions import Attribution, Mentions, QuoteSpan
from newsbrief.site.index.people import gather
from tests.unit.briefs import entry, moment

SEEN = Seen("content/briefs/a.md", Mentions(), dt.date(2030, 3, 1))


def named(path: str, *people: tuple[str, str], **fields: Any) -> Entry:
    return entry(f"briefs/{path}.md", people=tuple(BriefPerson(*one) for one in people), **fields)


def codes(made: Entry, seen: Seen) -> list[str]:
    return [one.code for one in check.findings(made, seen)]


MAYOR = "mayor"


@pytest.mark.parametrize(
    ("one", "other", "fields", "told"),
    [
        (("Mira Solberg", MAYOR), ("Mira Solburg", "the mayor"), {}, True),
        (("Mira Solberg", MAYOR), ("Mira A. Solberg", MAYOR), {}, True),
        (("Mira Solberg", MAYOR), ("M. Solberg", MAYOR), {}, True),
        (("Yoon Suk Yeol", ""), ("Suk Yeol Yoon", "president"), {}, True),
        (("Kim Jong Un", ""), ("Kim Jongun", ""), {}, True),
        (("Mira Solberg", ""), ("Mira Solburg", ""), {"story": "Ferry"}, True),
        (("Mira Solberg", ""), ("Mira Solburg", ""), {}, False),
        (("Mira Solberg", MAYOR), ("Mira Solburg", "lock keeper"), {}, False),
        (("Mira Solberg", MAYOR), ("Mira Solburg", MAYOR), {"date": "2029-09-04"}, False),
        (("Maria Solberg", MAYOR), ("Marie Solberg", MAYOR), {}, False),
        (("Mira Solberg", MAYOR), ("Mira Sandberg", MAYOR), {}, False),
        (("Mira Solberg", MAYOR), ("Tove Solberg", MAYOR), {}, False),
        (("Ida Fen", MAYOR), ("Ida Fin", MAYOR), {}, False),
        (("Una Solberg", MAYOR), ("Runa Solberg", MAYOR), {}, False),
        (("Ana Solberg", MAYOR), ("Ava Solberg", MAYOR), {}, False),
    ],
)
def test_name_spelled_two_ways(
    one: tuple[str, str], other: tuple[str, str], fields: dict[str, Any], told: bool
) -> None:
    """Told once, at the newer brief; far apart in time, with other roles, or with two given names it is two people."""
    briefs = [named("2029-05-04-a", one, story=fields.get("story", "")), named("2029-05-09-b", other, **fields)]
    briefs[1] = replace(briefs[1], brief=replace(briefs[1].brief, date=moment(fields.get("date", "2029-05-09"))))
    found = alike.found(briefs, gather(facts(briefs), ()))
    assert list(found) == (["briefs/2029-05-09-b.md"] if told else [])
    seen = replace(SEEN, across=Across(spellings=found), file="content/briefs/2029-05-09-b.md")
    assert codes(briefs[1], seen) == ["two-spellings"] * told


def test_two_names_that_a_person_or_a_brief_tells_apart() -> None:
    """A line for each in people.yaml, or one brief with both, says that they are two."""
    briefs = [named("a", ("Mira Solberg", MAYOR)), named("b", ("Mira Solburg", MAYOR))]
    rules = (PersonRule("Mira Solberg"), PersonRule("Mira Solburg"))
    assert alike.found(briefs, gather(facts(briefs), ())) != {}
    assert alike.found(briefs, gather(facts(briefs), rules)) == {}
    both = named("c", ("Mira Solberg", MAYOR), ("Mira Solburg", MAYOR))
    assert alike.found([*briefs, both], gather(facts([*briefs, both]), ())) == {}


@pytest.mark.parametrize(
    ("before", "now", "days", "told"),
    [
        ("former mayor", "mayor", 20, True),
        ("the former mayor of Port Ellery", "mayor of Port Ellery", 20, True),
        ("Port Ellery's former mayor", "Port Ellery's mayor", 20, True),
        ("mayor", "the ex-mayor", 0, True),
        ("mayor", "former mayor", 20, False),
        ("mayor of Port Ellery", "mayor of Varnholt", 20, True),
        ("mayor of Port Ellery", "mayor of Varnholt", 300, False),
        ("mayor of Port Ellery", "mayor", 20, False),
        ("mayor", "deputy mayor", 10, True),
        ("deputy mayor", "mayor", 10, False),
        ("mayor", "harbour master", 0, False),
        ("ehemalige Bürgermeisterin", "Bürgermeisterin", 5, True),
        ("former keeper of Oxhouse Lock", "keeper of Oxhouse Lock", 900, False),
    ],
)
def test_role_that_contradicts_the_one_before(before: str, now: str, days: int, told: bool) -> None:
    """Nobody is the mayor after having been the former mayor, nor of two towns; a change of office is news."""
    day = (dt.date(2029, 5, 4) + dt.timedelta(days)).isoformat()
    briefs = [named("a", ("Mira Solberg", before)), named("b", ("Mira Solberg", now), date=day)]
    found = contradictions.found(briefs, gather(facts(briefs), ()))
    assert list(found) == (["briefs/b.md"] if told else [])
    assert codes(briefs[1], replace(SEEN, across=Across(roles=found))) == ["contradicting-role"] * told


WORDS = " ".join(f"word{number} of the long report" for number in range(40))
OTHER = " ".join(f"line{number} of another tale" for number in range(40))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"text": WORDS}, {"text": f"New first line. {WORDS}"}, "of the words in the same order"),
        ({"text": WORDS}, {"text": OTHER}, ""),
        ({"text": "Too short to tell."}, {"text": "Too short to tell."}, ""),
        ({"link": "https://wire.example/1"}, {"link": "https://wire.example/1/"}, "the same `link`"),
        ({"raw": RawRecord("a.txt", "ab")}, {"raw": RawRecord("b.txt", "ab")}, "byte for byte"),
        ({"text": WORDS}, {"text": WORDS, "status": "withdrawn"}, ""),
    ],
)
def test_brief_of_an_article_that_has_one(one: dict[str, Any], other: dict[str, Any], told: str) -> None:
    """Nearly the same words, the same link, the same bytes: told at the newer one, with what they share."""
    briefs = [entry("briefs/a.md", **one), entry("briefs/b.md", date="2029-05-06", **other)]
    found = copies.found([brief for brief in briefs if brief.brief.status == "published"])
    assert [(path, copy.path) for path, copy in found.items()] == ([("briefs/b.md", "briefs/a.md")] if told else [])
    messages = [one.message for one in check.findings(briefs[1], replace(SEEN, across=Across(copies=found)))]
    assert all(told in message for message in messages)
    assert len(messages) == bool(told)


def test_standing_paragraph_makes_no_copies() -> None:
    """What stands under every brief says nothing of any two of them."""
    standing = " ".join(f"notice{number} to all our readers" for number in range(12))
    briefs = [
        entry(f"briefs/{n:03}.md", text=" ".join(f"w{n}x{m}" for m in range(120)) + f" {standing}") for n in range(40)
    ]
    assert copies.found(briefs) == {}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("images/quay.jpg", "pages/about.md", "briefs/2029-05-04-ferry.md", "briefs/2029-05-05-late.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[a](https://elsewhere.example/x) [b](mailto:a@b.example) [c](#q1) [d](/feeds/all.atom.xml)", ""),
        ("[a]({filename}2029-05-04-ferry.md) ![b]({static}/images/quay.jpg)", ""),
        ("[a]({filename}/briefs/2029-05-09-gone.md)", "briefs/2029-05-09-gone.md"),
        ("![b]({static}/images/gone.jpg)", "images/gone.jpg"),
        ("[a]({filename}../../../etc/passwd)", "not in the content folder"),
        ("[a]({filename}2029-05-05-late.md)", "in draft"),
        ("[a](/2029/05/04/ferry/) [b](../../../2029/05/04/ferry/index.html#q1) [c](/people/mira-solberg/)", ""),
        ("[a](/2029/05/04/gone/)", "leads to no page"),
        ("[a](../../04/gone/)", "leads to no page"),
        ("[a](/people/nobody/)", "leads to no page"),
        ("[a][1]\n\n[1]: /quotes/2029-05-04-ferry-q9/", "leads to no page"),
        ("[a](/quotes/2029-05-04-ferry-q1/ 'title')", ""),
        ('<a href="/stories/none/">a</a>', "leads to no page"),
        ("`[a](/people/nobody/)`\n\n```\n[a](/people/nobody/)\n```", ""),
        ("[a](//elsewhere.example/people/nobody/)", ""),
    ],
)
def test_link_that_leads_nowhere(body: str, told: str, folder: Path) -> None:
    """To sources, briefs, quotes, people and stories of this site; other sites and code are not looked at."""
    ferry = named("2029-05-04-ferry", ("Mira Solberg", MAYOR), quotes=(BriefQuote("q1", ("Yes",), "Mira Solberg"),))
    late = named("2029-05-05-late", status="draft", date="2029-05-05")
    people = gather(facts([ferry]), ())
    site = targets.site([ferry, late], folder, people)
    made = entry(
        "briefs/2029-05-06-new.md", date="2029-05-06", body=f"Words.\n\n{body}", silence={"photo-rights": "ours"}
    )
    made = replace(made, brief=replace(made.brief, body_line=9))
    found = list(check.findings(made, replace(SEEN, across=Across(site=site))))
    assert [one.code for one in found] == ["broken-link"] * bool(told)
    assert all(told in one.message and one.line >= 11 for one in found)


@pytest.mark.parametrize("piece", ["`", "~", "](", "](a(", "[a]: ", "href='", "```\n", "`a", "[a](b)", "](  "])
def test_body_of_one_piece_takes_no_longer_than_its_length(piece: str) -> None:
    """Links are looked for in time that grows with the body, whatever it consists of."""
    begun = time.process_time()
    list(targets.faults(piece * (190_000 // len(piece)), "briefs/a.md", "2029/05/04/a/", targets.Site()))
    assert time.process_time() - begun < 6


def test_link_of_a_page(folder: Path) -> None:
    """Pages and the words about stories are looked at too, and may be silenced with a reason."""
    page = folder / "pages" / "about.md"
    page.write_text("---\ntitle: About\n---\n\n[a](/people/nobody/)\n", "utf-8")
    site = targets.site([], folder, gather([], ()))
    assert [(one.file.partition("/")[2], one.line) for one in check.of_pages(site)] == [("pages/about.md", 5)]
    page.write_text("---\ntitle: About\nsilence: {broken-link: next week}\n---\n[a](/people/nobody/)\n", "utf-8")
    assert list(check.of_pages(site)) == []


@pytest.mark.parametrize(
    ("embargo", "status", "told"),
    [
        ("2029-05-05 06:00", "published", "in 9 hours; build the site again then"),
        ("2029-05-05 06:00", "review", "still in review"),
        ("2029-05-04 21:40", "published", "in 40 minutes"),
        ("2029-05-04 22:30", "published", "in 1 hour"),
        ("2029-05-07 06:00", "published", ""),
        ("2029-05-04 06:00", "published", ""),
        ("0001-01-01 00:00+14:00", "draft", "ended on"),
        ("9999-12-31 23:59-12:00", "draft", ""),
        ("2029-05-04 06:00", "draft", "ended on 4 May 2029 at 06:00, and the brief is still in draft"),
    ],
)
def test_embargo_that_ends_soon(embargo: str, status: str, told: str) -> None:
    """On the site's clock, within a day; one that is over only where the brief still waits."""
    zone = dt.timezone(dt.timedelta(hours=9))
    clock = Clock(dt.datetime(2029, 5, 4, 12, tzinfo=dt.UTC), zone)
    made = entry("briefs/a.md", embargo=moment(embargo), status=status)
    found = [
        one for one in check.findings(made, replace(SEEN, across=Across(clock=clock))) if one.code == "embargo-near"
    ]
    assert [told in one.message for one in found] == [True] * bool(told)


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_draft_that_git_tracks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only with a remote, and not where GitHub itself says that the repository is private."""
    content = tmp_path / "content"
    for name in ("briefs/a.md", "raw/a.txt", "briefs/new.md"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("x", "utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert repository(content) == Repository()
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "content/briefs/a.md", "content/raw")
    assert repository(content) == Repository()
    git(tmp_path, "remote", "add", "origin", "https://git.invalid/a.git")
    known = repository(content)
    assert known == Repository("origin", frozenset(("briefs/a.md", "raw/a.txt")))
    cases = {"review": 1, "draft": 1, "published": 0, "withdrawn": 0}
    for status, number in cases.items():
        made = entry("briefs/a.md", status=status, raw=RawRecord("a.txt"))
        found = list(check.findings(made, replace(SEEN, across=Across(repository=known))))
        assert sum(one.code == "tracked-draft" for one in found) == number
        assert all("with its raw article" in one.message for one in found if one.code == "tracked-draft")
    untracked = entry("briefs/new.md", status="review")
    assert "tracked-draft" not in codes(untracked, replace(SEEN, across=Across(repository=known)))
    event = tmp_path / "event.json"
    monkeypatch.setenv("GITHUB_EVENT_PATH", os.fspath(event))
    for private, number in ((True, 0), (False, 1)):
        event.write_text(f'{{"repository": {{"private": {str(private).lower()}}}}}', "utf-8")
        seen = replace(SEEN, across=Across(repository=repository(content)))
        assert codes(entry("briefs/a.md", status="review"), seen).count("tracked-draft") == number


TEXT = "Mira Solberg left.\n\n“We shall keep the ferry,” she said."
SPAN = QuoteSpan(TEXT.index("“"), TEXT.index("”") + 1, "“We shall keep the ferry,”", 1, "direct")
QUOTE = BriefQuote("q1", ("We shall keep the ferry",), "Mira Solberg", line=7)


@pytest.mark.parametrize(
    ("name", "sure", "fields", "told"),
    [
        ("Mira Solberg", 0.7, {}, ["weak-speaker"]),
        ("Mira Solberg", 0.8, {}, []),
        ("Ansel Quay", 0.7, {}, []),
        ("Mira Solberg", 0.7, {"reviewed": Review("Bo")}, []),
        ("Mira Solberg", 0.7, {"silence": {"weak-speaker q1": "asked her"}}, []),
        ("Mira Solberg", 0.7, {"silence": {"weak-speaker q2": "asked her"}}, ["weak-speaker"]),
        ("Mira Solberg", 0.7, {"raw": RawRecord("a.txt", "ab", {"quotes": "0000000000"})}, ["weak-speaker"]),
        ("Mira Solberg", 0.7, {"quotes": (replace(QUOTE, text=("We shall keep",)),)}, []),
        ("Mira Solberg", 0.7, {"quotes": (QUOTE, BriefQuote("q2", ("Late",), "Ansel Quay"))}, ["weak-speaker"]),
        ("Mira Solberg", 0.5, {}, []),
        ("Mira Solberg", 0.7, {"raw": RawRecord("a.txt", "ab")}, []),
    ],
)
def test_speaker_taken_from_little(name: str, sure: float, fields: dict[str, Any], told: list[str]) -> None:
    """Below a measured sureness, as long as nobody has read the brief, touched that quote or said so."""
    made = entry("briefs/a.md", text=TEXT, quotes=(QUOTE,), raw=RawRecord("a.txt", "ab"))
    place = TEXT.index("We")
    parts = {"q1": ((place, place + len(QUOTE.text[0])),)}
    made = replace(made, parts=parts, brief=replace(stamp(made.brief), **fields))
    she = TEXT.index("she")
    said = Attribution(1, "she", she, she + 3, name, "said", sure)
    seen = replace(SEEN, mentions=Mentions(quotes=(SPAN,), attributions=(said,)))
    assert codes(made, seen) == told
    assert all("“she said”" in one.message and one.about == "q1" for one in check.findings(made, seen))
