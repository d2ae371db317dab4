"""Whatever comes in, by whatever way: nothing active goes out, and nothing is lost or written elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest

from tests import hostile
from tests.hostile import judge, reading
from tests.hostile.attack import FEW, PICTURE, Attack
from tests.newsroom import Newsroom
from tests.site.test_leaks import brief

FRONT = (
    *("title", "summary", "category", "dateline", "credit", "rights", "tags", "places", "organisations", "authors"),
    *("source", "person", "role", "note", "speaker", "quote", "occasion", "when", "event", "label", "outcome", "also"),
)
FORMS = {
    "front matter and people.yaml": FRONT,
    "Markdown body": ("body", "code"),
    "plain text": ("headline", "bare", "text"),
    "saved page": ("htmltitle", "htmltext", "htmlitem", "htmlquoted", "markup"),
    "Markdown draft": ("drafttitle", "draft", "draftitem"),
    "own page": ("pagetitle", "page"),
}
FIELDS = [field for fields in FORMS.values() for field in fields]
POLICY = "default-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"
SEGMENT = re.compile(r"[\w~-][\w.~-]*")
Found = Mapping[tuple[str, int], list[str]]


@pytest.fixture(scope="module")
def files(attacked: Attack) -> dict[str, bytes]:
    return attacked.newsroom.pages()


@pytest.fixture(scope="module")
def found(files: dict[str, bytes]) -> Found:
    return reading.found_again(files)


def test_nothing_active_is_in_any_file(files: dict[str, bytes], attacked: Attack) -> None:
    """Each page, feed, calendar and JSON file holds what our templates write and words, and nothing else."""
    theirs = {name for name in files if name.startswith(("images/", "photos/", "theme/"))}
    wrong = {name: what for name, data in files.items() if name not in theirs and (what := judge.active(name, data))}
    assert wrong == {}
    assert len(files) > 10 * len(attacked.strings.own)
    assert {name for name in theirs if name.startswith("theme/")} == {
        *("theme/newsbrief.css", "theme/newsbrief.js", "theme/search.js", "theme/favicon.svg")
    }
    assert {files[name] for name in theirs if name.startswith("images/")} == {PICTURE}


@pytest.mark.parametrize("field", FIELDS)
def test_every_string_reaches_a_page_as_words(attacked: Attack, found: Found, field: str) -> None:
    """What was put into a field stands on a page, sign by sign but for what `reading` names with its reason."""
    put = {number: attacked.strings.all[number] for number in attacked.put[field]}
    lost = [
        text
        for number, text in put.items()
        if not reading.is_shown(field, number, text, found.get((field, number), ()))
        and not reading.is_excused(field, text)
    ]
    assert lost == []
    assert len(put) >= len(attacked.strings.own) // FEW


def test_every_form_takes_every_string(attacked: Attack) -> None:
    """Front matter, body, text, page, draft and own page each had all strings, and no field is left unproved."""
    everything = set(range(len(attacked.strings.all)))
    for form, fields in FORMS.items():
        assert set().union(*(attacked.put[field] for field in fields)) == everything, form
    assert set(attacked.put) == set(FIELDS)


def test_nothing_is_refused_but_names_of_pictures(attacked: Attack) -> None:
    """No string costs its brief; pictures with names that servers read otherwise are not copied, and it is said."""
    *lines, last = attacked.told.splitlines()
    assert [line for line in lines if not line.startswith("content/images/")] == []
    assert last == f"{len(lines)} files left out, for the reasons above; all else is built"
    assert all(line.isprintable() for line in lines)
    assert "Traceback" not in attacked.told


def test_nothing_is_written_or_changed_elsewhere(attacked: Attack) -> None:
    """Beside new briefs and the output nothing is new in the newsroom or around it, and what was there is the same."""
    after = attacked.newsroom.files()
    assert {name: data for name, data in after.items() if name in attacked.before} == attacked.before
    new = after.keys() - attacked.before.keys()
    places = ("site/output/", "site/content/briefs/", "site/.output.newsbrief/")
    assert [name for name in new if not name.startswith(places)] == []
    assert [name for name in new if name.startswith(places[1]) and not name.endswith(".md")] == []


def test_addresses_are_plain(files: dict[str, bytes]) -> None:
    """The path of every file is made of letters, digits, hyphens and dots: no way up, nothing hidden, no header."""
    odd = [
        name
        for name in files
        if not name.startswith("images/") and not all(SEGMENT.fullmatch(part) for part in name.split("/"))
    ]
    assert odd == []
    pictures = [name.removeprefix("images/") for name in files if name.startswith("images/")]
    assert all(name.isprintable() and "/" not in name and not name.startswith(".") for name in pictures)


def test_every_page_has_the_one_policy(files: dict[str, bytes]) -> None:
    """The policy is this one, word by word; nothing that it rules stands before it, and no second one after it."""
    head = re.compile(
        r'<!doctype html>\s*<html lang="[^"]*"(?: dir="rtl")?>\s*<head>\s*<meta charset="utf-8">\s*'
        r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
    )
    for name, data in files.items():
        if name.endswith(".html"):
            start = head.match(data.decode("utf-8").lstrip())
            assert start, name
            assert start[1].replace("&#39;", "'") == POLICY, name
            assert data.count(b"<meta http-equiv") == 1, name


def test_scripts_are_the_themes_own_or_data(files: dict[str, bytes]) -> None:
    """One script file (two where readers search), and JSON-LD that is JSON and has no sign that HTML knows."""
    script = re.compile(r"<script([^>]*)>([^<]*)</script>")
    data = 0
    for name, source in files.items():
        text = source.decode("utf-8") if name.endswith(".html") else ""
        pairs = script.findall(text)
        assert len(pairs) == text.count("<script"), name
        for attributes, inner in pairs:
            if "application/ld+json" in attributes:
                data += 1
                assert json.loads(inner)["@context"] == "https://schema.org", name
            else:
                alone = r"|search\.js\" defer" if name == "search/index.html" else ""
                assert re.fullmatch(rf' src="[^":]*theme/(?:newsbrief\.js"{alone})', attributes), name
                assert inner == ""
    assert data > 100


HOSTILE_NAMES = [one for way in ("headers", "unicode", "paths", "tags") for one in hostile.by_way()[way]]


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_messages_stay_on_their_lines(newsroom: Newsroom, form: str) -> None:
    """A file's name starts no line, no workflow command and no sequence of a terminal of its own."""
    names = {f"2029-05-04-{number} {hostile.file_name(one)}.md" for number, one in enumerate(HOSTILE_NAMES)}
    for name in names:
        newsroom.brief(name, f"---\ntitle: x\ndate: {name}\n---\nWords.\n")
    done = newsroom.run("check", "--format", form)
    assert done.returncode == 1
    if form == "json":
        rows = json.loads(done.stdout)
        assert {row["file"] for row in rows} >= {f"content/briefs/{name}" for name in names}
        return
    lines = done.stdout.removesuffix("\n").split("\n")
    begin = "::error file=content/briefs/" if form == "github" else "content/briefs/"
    assert all(line.startswith(begin) for line in lines if not line.endswith("to look at"))
    assert all(line.isprintable() for line in lines)
    assert len(lines) >= len(names)


def test_commands_give_one_line_a_document(newsroom: Newsroom) -> None:
    """`read` and `annotate` take every string and answer in JSON, with the words at the offsets that they give."""
    texts = hostile.strings().all
    rows = "\n".join(json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts))
    done = newsroom.run("annotate", given=rows)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert [answer["id"] for answer in answers] == [str(number) for number in range(len(texts))]
    for answer, text in zip(answers, texts, strict=True):
        spans = (*answer["quotes"], *answer["dates"], *answer["names"])
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_a_briefs_own_addresses_lead_nowhere_else(newsroom: Newsroom) -> None:
    """As slug, alias, link, id, language or raw file a string is refused or made harmless; nobody else is harmed."""
    for number, text in enumerate(hostile.strings().own):
        one = hostile.quoted(text)
        for name in ("slug", "aliases", "link", "lang", "embargo", "rights", "status", "modified"):
            front = f"title: x\ndate: 2029-05-04\nstatus: published\n{name}: {one}"
            front = front.replace("status: published\nstatus", "status")
            newsroom.brief(f"2029-05-04-{name}-{number}.md", f"---\n{front}\n---\nWords.\n")
        facts = f"quotes:\n- {{id: {one}, text: Words}}\nraw: {{file: {one}}}"
        newsroom.brief(f"2029-05-04-id-{number}.md", f"---\ntitle: x\ndate: 2029-05-04\n{facts}\n---\nWords.\n")
        newsroom.brief(f"2029-05-04-bare-{number}.md", f"---\ntitle: x\ndate: 2029-05-04\nstory: {text}\n---\nWords.\n")
    newsroom.brief("2029-05-05-good.md", brief())
    done = newsroom.build(SITEURL="https://news.example/brief")
    assert "Traceback" not in done.stderr + done.stdout
    files = newsroom.pages()
    assert {
        name: what for name, data in files.items() if name.endswith(".html") and (what := judge.active(name, data))
    } == {}
    assert "2029/05/04/good/index.html" in files
    assert all(SEGMENT.fullmatch(part) for name in files for part in name.split("/"))


ATOM = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
SEEN = {
    "handler.html": '<p onclick="x">words</p>',
    "bare.html": "<p>words < words</p>",
    "unquoted.html": "<p class=x>words</p>",
    "script.html": "<script>alert(1)</script>",
    "foreign.html": '<script src="https://evil.example/theme/newsbrief.js" defer></script>',
    "picture.html": '<img src="//evil.example/x.png">',
    "scheme.html": '<a href="javascript:alert(1)">words</a>',
    "reference.html": '<a href="&#106;avascript:alert(1)">words</a>',
    "refresh.html": '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
    "reload.html": '<meta http-equiv="refresh" content="0; url=x/; url=//evil.example/">',
    "style.html": '<p style="color:red">words</p>',
    "comment.html": "<!-- words -->",
    "cut.html": "<p>words</p><p",
    "feed.json": '{"items": [{"content_html": "<img src=x onerror=alert(1)>"}]}',
    "slide.json": '{"text": {"headline": "<b onclick=x>"}}',
    "away.json": '{"url": "https://evil.example/"}',
    "search/r0.json": '[["words", "javascript:alert(1)", "", ""]]',
    "search/r1.json": '[["words", "//evil.example/", "", ""]]',
    "search/t0.json": '{"<b>": "0"}',
    "search/index.json": '{"segments": ["names", "//evil.example"]}',
    "search/odd/index.json": '{"segments": [{"at": "names"}]}',
    "search/names/about.json": '{"version": "//evil.example", "size": 1, "counts": [], "starts": "", "often": ""}',
    "field.html": '<input type="password">',
    "body.xml": ATOM.format('<content type="html">&lt;script&gt;alert(1)&lt;/script&gt;</content>'),
    "element.xml": ATOM.format('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
    "style.xml": '<?xml-stylesheet href="x.xsl"?>' + ATOM.format(""),
    "entity.xml": '<!DOCTYPE x [<!ENTITY e "x">]>' + ATOM.format(""),
    "alarm.ics": "BEGIN:VCALENDAR\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VCALENDAR\r\n",
    "line.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:words\nATTACH:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "break.ics": "BEGIN:VCALENDAR\r\nX-WR-CALNAME:words\u2028ATTACH:x\r\nEND:VCALENDAR\r\n",
    "sitemap-2029.xml": "<urlset><url><loc>https://evil.example/</loc></url></urlset>",
    "news-sitemap.xml": "<urlset><url><loc>https://news.example/</loc><script/></url></urlset>",
    "sitemap.xml": '<!DOCTYPE x [<!ENTITY e "x">]><sitemapindex/>',
    "robots.txt": "User-agent: *\nSitemap: https://evil.example/sitemap.xml\n",
    "cards/words.png": "words",
    "cards/text.png": "\x89PNG\r\n\x1a\n\0\0\0\0IHDR\0\0\0\0\0\0\0\0tEXt\0\0\0\0",
    "page.exe": "words",
}


@pytest.mark.parametrize("name", SEEN)
def test_judge_sees_what_is_wrong(name: str) -> None:
    """The proof can fail: a file with one wrong thing in it is found out."""
    assert judge.active(name, SEEN[name].encode("latin-1" if name.startswith("cards/") else "utf-8")) != []


@pytest.mark.parametrize("way", ["tags", "handlers", "loading", "svg", "reparsed", "comments"])
def test_judge_sees_every_string_that_is_markup(way: str) -> None:
    """Written into a page as they are, all of them are found out."""
    assert [one for one in hostile.by_way()[way] if not list(judge.page(f"<p>{one}</p>"))] == []


def test_own_list_has_every_class() -> None:
    """Without the public lists the tests still mean something."""
    own = hostile.strings().own
    assert len(set(own)) == len(own) >= 250
    assert all(len(ways) >= 8 for ways in hostile.by_way().values())
