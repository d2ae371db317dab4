"""A newsroom may write in a language that is not English."""

from __future__ import annotations

import pytest

from newsbrief import document
from newsbrief.model.brief import Brief
from tests.newsroom import Newsroom

TITLE = "Fähre fährt nach Norden"
BODY = """Die Morgenfähre fährt am 3. Dezember zum ersten Mal nach Norden, teilte die Hafenbehörde mit.

„Niemand soll mehr zur Arbeit schwimmen müssen“, sagte Hafenmeisterin Mira Solberg am Donnerstag.
"""
PLAIN = f"{TITLE}\n\n{BODY}"
DRAFT = f"---\ntitle: {TITLE}\nlang: de-CH\n---\n\n{BODY}"
PAGE = f"""<!doctype html><html lang="de"><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in BODY.split(chr(10) * 2))}</article></body></html>"""


def ingested(newsroom: Newsroom, name: str, text: str, **environment: str) -> Brief:
    newsroom.raw(f"2029-11-15-ferry.{name}", text)
    done = newsroom.run("ingest", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return document.parse((newsroom.content / "briefs" / "2029-11-15-ferry.md").read_text("utf-8"))


def in_german(newsroom: Newsroom) -> None:
    settings = newsroom.folder / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8").replace('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "de"'), "utf-8")


@pytest.mark.parametrize(("name", "text"), [("md", DRAFT), ("html", PAGE)])
def test_an_article_names_its_language(newsroom: Newsroom, name: str, text: str) -> None:
    """What the article itself says wins, and the brief keeps it."""
    brief = ingested(newsroom, name, text)
    assert brief.lang == ("de-CH" if name == "md" else "de")
    assert [(quote.speaker, quote.said) for quote in brief.quotes] == [("Mira Solberg", "2029-11-15")]
    assert [event.date for event in brief.events] == ["2029-12-03"]


def test_the_environment_names_the_language(newsroom: Newsroom) -> None:
    """NEWSBRIEF_LANG reads plain text; the brief says what it is in."""
    brief = ingested(newsroom, "txt", PLAIN, NEWSBRIEF_LANG="de")
    assert (brief.lang, brief.quotes[0].speaker, brief.events[0].date) == ("de", "Mira Solberg", "2029-12-03")


def test_the_site_names_the_language(newsroom: Newsroom) -> None:
    """DEFAULT_LANG reads plain text, and `check` reads the brief alike."""
    in_german(newsroom)
    brief = ingested(newsroom, "txt", PLAIN)
    assert (brief.lang, brief.quotes[0].speaker, brief.events[0].date) == ("de", "Mira Solberg", "2029-12-03")
    assert "undated-event" not in newsroom.run("check").stdout


def test_a_language_without_rules_is_told(newsroom: Newsroom) -> None:
    """The article is read all the same, and one line says as what and which languages there are."""
    newsroom.raw("2029-11-15-ferry.md", DRAFT.replace("lang: de-CH", "lang: tlh"))
    done = newsroom.run("ingest")
    assert done.returncode == 0
    assert (
        '2029-11-15-ferry.md: there are no rules for the language "tlh"; there are rules for de, en; it was read as en'
        in done.stdout
    )


def test_an_unknown_language_of_the_environment_ends_the_run(newsroom: Newsroom) -> None:
    """Nothing is written in a language that nobody meant."""
    newsroom.raw("2029-11-15-ferry.txt", PLAIN)
    done = newsroom.run("ingest", NEWSBRIEF_LANG="tlh")
    assert done.returncode == 2
    assert "NEWSBRIEF_LANG: there are no rules for the language" in done.stderr
    assert not list((newsroom.content / "briefs").iterdir())
