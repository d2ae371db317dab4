"""A bad file costs itself, is named with its line and reason, and is told by the exit code."""

import re

import pytest

from tests.newsroom import Newsroom
from tests.site.test_leaks import brief

GOOD = "2029-05-04-good.md"


def front(*lines: str, body: str = "A body.") -> str:
    return "\n".join(["---", *lines, "---", body, ""])


BRIEFS = [
    ("empty file", "", r"empty"),
    ("only blank lines", " \n\n", r"empty"),
    ("no front matter", "Just words.\n", r":1: "),
    ("not UTF-8", b"---\ntitle: Caf\xe9\ndate: 2029-05-04\n---\nx\n", r":2: .*UTF-8"),
    ("too large", b"---\ntitle: x\ndate: 2029-05-04\n---\n" + b"a" * 6_000_000, r"6,000,0\d\d bytes"),
    ("broken YAML", front("title: x", "date: 2029-05-04", "tags: [x"), r":\d: "),
    ("duplicate key", front("title: One", "date: 2029-05-04", "title: Two"), r":4: .*title.*2"),
    ("no title", front("date: 2029-05-04"), r"title"),
    ("no date", front("title: x"), r"date"),
    ("impossible date", front("title: x", "date: 2029-02-31"), r":3: .*2029-02-31"),
    ("unknown status", front("title: x", "date: 2029-05-04", "status: publishd"), r":4: .*publishd"),
    (
        "quote that is not in the body",
        front(
            "title: x", "date: 2029-05-04", "quotes:", "- {id: q1, speaker: Tove Lind, text: Never said this at all}"
        ),
        r":5: .*Never said this at all",
    ),
    (
        "bad event date",
        front("title: x", "date: 2029-05-04", "events:", "- {id: e1, date: 2023-13-45, text: A body.}"),
        r":5: .*2023-13-45",
    ),
    (
        "event that names no other event",
        front(
            "title: x", "date: 2029-05-04", "events:", "- id: e1", "  date: 2029-05-03", "  text: A body.", "  same: no"
        ),
        r":8: .*`same` \"no\" names no event",
    ),
]


@pytest.mark.parametrize(("name", "text", "reason"), BRIEFS, ids=[row[0] for row in BRIEFS])
def test_bad_brief_is_named_and_the_rest_is_built(
    newsroom: Newsroom, name: str, text: str | bytes, reason: str
) -> None:
    """One line says file, line and reason; the good brief is online; the exit code is 1."""
    newsroom.brief(GOOD, brief())
    newsroom.brief("2029-05-05-bad.md", text)
    done = newsroom.build()
    named = [line for line in done.stderr.splitlines() if line.startswith("content/briefs/2029-05-05-bad.md")]
    assert len(named) == 1
    assert re.search(reason, named[0])
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert "Lantern parade" in newsroom.page("index.html")


def test_two_briefs_with_one_slug_are_one_too_many(newsroom: Newsroom) -> None:
    """The second file is named together with the first, which is built."""
    newsroom.brief("2029-05-04-a.md", brief("status: published\nslug: parade"))
    newsroom.brief("2029-05-04-b.md", brief("status: published\nslug: parade", "Another headline"))
    done = newsroom.build()
    assert re.search(r"content/briefs/2029-05-04-b\.md:\d+: .*2029-05-04-a\.md", done.stderr)
    assert done.returncode == 1
    assert "Lantern parade" in newsroom.page("2029/05/04/parade/index.html")


RAWS = [
    ("empty file", b"", r"empty"),
    ("text in no encoding", b"Headline\n\nCaf\xe9 on \x01\x02 the quay reopens.\n", r":3: .*UTF-8"),
    (
        "no headline",
        b"The harbour office said on Monday that the ferry would be late, and that nobody was to blame for it. " * 4,
        r"headline",
    ),
    ("50 MB in one line", b"a" * 50_000_000, r"50,000,000 bytes"),
    ("one very long line", b"Headline\n\n" + b"a " * 500_000, r"line"),
]


@pytest.mark.parametrize(("name", "data", "reason"), RAWS, ids=[row[0] for row in RAWS])
def test_bad_raw_article_is_named_and_the_rest_is_built(
    newsroom: Newsroom, name: str, data: bytes, reason: str
) -> None:
    """The desk names it in one line; the other article becomes a brief; the exit code is 1."""
    newsroom.raw("2029-05-04-good.txt", "Ferry late again\n\nThe ferry was late on Thursday.\n\nNobody was hurt.\n")
    newsroom.raw("2029-05-05-bad.txt", data)
    done = newsroom.build()
    named = [line for line in done.stderr.splitlines() if line.startswith("content/raw/2029-05-05-bad.txt")]
    assert len(named) == 1, done.stderr
    assert re.search(reason, named[0])
    assert done.returncode == 1
    assert "Ferry late again" in newsroom.page("2029/05/04/good/index.html")


def test_pelican_by_itself_fails_too(newsroom: Newsroom) -> None:
    """`pelican content -s pelican.conf.py` names the bad brief, builds the rest and exits with 1."""
    newsroom.brief(GOOD, brief())
    newsroom.brief("2029-05-05-bad.md", "")
    done = newsroom.run("content", "-s", "pelican.conf.py", "-o", "output", module="pelican")
    assert done.returncode == 1
    assert "content/briefs/2029-05-05-bad.md" in done.stderr
    assert "Lantern parade" in newsroom.page("index.html")


def test_broken_people_file_keeps_the_last_site(newsroom: Newsroom) -> None:
    """Without its rules a protected name could be shown, so nothing is built until the file is mended."""
    newsroom.brief(GOOD, brief())
    assert newsroom.build().returncode == 0
    before = newsroom.pages()
    (newsroom.content / "people.yaml").write_text("Tove Lind: {page: never}\n", "utf-8")
    done = newsroom.build()
    assert done.returncode == 1
    assert "people.yaml:1: " in done.stderr + done.stdout
    assert newsroom.pages() == before
    (newsroom.content / "people.yaml").write_text("", "utf-8")
    done = newsroom.build()
    assert done.returncode == 1
    assert "content/people.yaml: the file is empty; write one line a person" in done.stderr + done.stdout
    assert newsroom.pages() == before


def test_publishing_without_an_address_is_refused(newsroom: Newsroom) -> None:
    """`make publish` without SITEURL says what to write."""
    newsroom.brief(GOOD, brief())
    done = newsroom.build("--publish")
    assert done.returncode == 1
    assert "SITEURL" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr + done.stdout


EVENTS = "- {id: e1, date: 0001, text: x}\n- {id: e2, date: 9999-12, text: x}\n- {id: e3, date: 000X, text: x}"
OWN_NAMES = "template: nonsense\nsave_as: ../x.html\nurl: ../x\n_content: <script>\nget_content: x\ntranslations: x"
EXTREMES = [
    "title: x\ndate: 0001-01-01",
    "title: x\ndate: 9999-12-31",
    "title: x\ndate: 2029-05-04 23:59:59+14:00",
    "title: '{{ 7*7 }}{% raw %}'\ndate: 2029-05-04",
    "title: '<script>alert(1)</script>'\ndate: 2029-05-04\ntags: ['<b>', '', '☃', '../..']\nauthors: ['<i>']",
    "title: x\ndate: 2029-05-04\nslug: index.html\ncategory: '&'",
    "title: x\ndate: 2029-05-04\nlang: '\"><script>'",
    f"title: x\ndate: 2029-05-04\nevents:\n{EVENTS}",
    f"title: x\ndate: 2029-05-04\n{OWN_NAMES}",
    "title: x\ndate: 2029-05-04\nembargo: 0001-01-01 00:00+14:00",
]


@pytest.mark.parametrize("fields", EXTREMES)
def test_extreme_values_harm_nobody(newsroom: Newsroom, fields: str) -> None:
    """Dates at the calendar's ends, markup, template code and Pelican's own names in fields: the site is built."""
    body = "Words. ![x]({static}/images/missing.jpg) [y]({filename}/none.md) {{ 7*7 }}"
    newsroom.brief(GOOD, brief())
    newsroom.brief("2029-05-05-odd.md", f"---\nstatus: published\n{fields}\n---\n{body}\n")
    done = newsroom.build("--publish", SITEURL="https://news.example")
    assert "Traceback" not in done.stderr + done.stdout
    assert done.returncode == 0, done.stderr + done.stdout
    assert "Lantern parade" in newsroom.page("index.html")
    for name, data in newsroom.pages().items():
        assert b"<script>" not in data, name
        assert name.endswith((".json", ".xml")) or b">49<" not in data, name


RAW_ARTICLE = "Ferry stays\n\n“We will sail on,” Tove Lind, the clerk, said.\n"
CHANGED = """---
title: Ferry stays
date: 2029-05-04
status: published
quotes:
- id: q1
  speaker: Tove Lind
  text: We will never sail on{differs}
raw: {{file: 2029-05-04-ferry.txt}}
---
“We will never sail on,” Tove Lind, the clerk, said.
"""


def test_words_that_the_raw_article_lacks_are_not_put_into_a_mouth(newsroom: Newsroom) -> None:
    """A quote that stands in the body but not in the raw article is refused, with the article's nearest words."""
    newsroom.raw("2029-05-04-ferry.txt", RAW_ARTICLE)
    newsroom.brief("2029-05-04-ferry.md", CHANGED.format(differs=""))
    done = newsroom.run("content", "-s", "pelican.conf.py", "-o", "output", module="pelican")
    assert done.returncode == 1
    (line,) = (one for one in done.stderr.splitlines() if one.startswith("content/briefs/2029-05-04-ferry.md:6: "))
    assert "raw article" in line
    assert "We will sail on" in line


def test_difference_from_the_raw_article_needs_a_reason(newsroom: Newsroom) -> None:
    """With `differs` beside it the quote is published, and its page does not claim to be word for word."""
    newsroom.raw("2029-05-04-ferry.txt", RAW_ARTICLE)
    newsroom.brief("2029-05-04-ferry.md", CHANGED.format(differs="\n  differs: the agency corrected it"))
    done = newsroom.run("content", "-s", "pelican.conf.py", "-o", "output", module="pelican")
    assert done.returncode == 0, done.stderr
    page = newsroom.page("quotes/2029-05-04-ferry-q1/index.html")
    assert "We will never sail on" in page
    assert "Word for word" not in page


def test_quote_of_a_page_with_signs_that_nobody_sees(newsroom: Newsroom) -> None:
    """The page and the brief are held against one another without them: the quote stands."""
    words = "<p>The ferry stays, the board said in the town hall of the harbour in the morning.</p>"
    said = "<p>“We will keep sail\u200bing in the win\u00adter months,” said Tove Lind, the town's clerk.</p>"
    newsroom.raw("2029-05-04-ferry.html", f"<html><h1>Ferry stays</h1><article>{words}{said}{words}</article></html>")
    done = newsroom.build()
    assert done.returncode == 0, done.stderr
    assert "We will keep sailing in the winter months" in newsroom.page("quotes/2029-05-04-ferry-q1/index.html")


def test_mistake_in_a_brief_is_told_once_and_of_the_brief(newsroom: Newsroom) -> None:
    """Not of its raw article, which has none; `ingest` tells it, too, and takes the changed article later."""
    newsroom.raw("2029-05-04-ferry.txt", RAW_ARTICLE)
    newsroom.run("ingest")
    file = newsroom.content / "briefs" / "2029-05-04-ferry.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("date: 2029-05-04", "date: 4.5.2029", 1), "utf-8")
    newsroom.raw("2029-05-04-ferry.txt", RAW_ARTICLE.replace("Ferry stays", "Ferry remains"))
    for done in (newsroom.build(), newsroom.run("ingest")):
        named = [line for line in done.stderr.splitlines() if "4.5.2029" in line]
        assert [line.partition(": ")[0] for line in named] == ["content/briefs/2029-05-04-ferry.md:3"]
        assert done.returncode == 1
        assert "refused" not in done.stdout
    file.write_text(text, "utf-8")
    assert newsroom.run("ingest").returncode == 0
    assert "title: Ferry remains" in file.read_text("utf-8")


def test_quote_that_is_nowhere_is_told_once(newsroom: Newsroom) -> None:
    """With both places in which it is not, and with what to do."""
    newsroom.raw("2029-05-04-ferry.txt", RAW_ARTICLE)
    newsroom.brief("2029-05-04-ferry.md", CHANGED.format(differs="").replace("text: We will never", "text: We shall"))
    (line,) = (one for one in newsroom.build().stderr.splitlines() if one.startswith("content/briefs/"))
    said = "is not in the body word for word, nor in the raw article; correct the quote; the nearest is"
    assert f'quote q1: "We shall sail on" {said} "“We will never sail on,”"' in line
