"""A fetched page lies in content/raw/ with its address, readable without the server's word for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief import intake
from newsbrief.fetch import Fetched, Limits, Net, Shelf, fetch
from newsbrief.intake.decode import decoded
from newsbrief.model.refusal import RefusedError
from tests.unit.fetch.server import HTML, PAGE, Answer, Server
from tests.unit.intake.page.saved import TEXT, saved

TODAY = "2029-05-04"
LATER = "2029-06-01"
HEAD = "<!-- saved from url=({:04}){} -->\n<!-- fetched by newsbrief on 2029-05-04; "


def day(data: bytes, name: str) -> str:
    """The date of an article, as the pipeline gives it."""
    return intake.read(data, name).date[:10]


def fetched(url: str, raw: Path, today: str = TODAY, taken: frozenset[str] = frozenset()) -> Fetched:
    return fetch(url, Shelf(raw, taken, today), day, Limits(read=5, whole=10), Net())


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw"


def test_page(server: Server, raw: Path) -> None:
    """The page's own bytes stand behind the comment that browsers write and a line that says whose file it is."""
    server.answers["/2029/ferry.html"] = Answer()
    url = f"{server.url}/2029/ferry.html"
    got = fetched(url, raw)
    assert got == Fetched(raw / "2029-05-04-ferry.html", "new")
    data = got.file.read_bytes()
    assert data.decode().startswith(HEAD.format(len(url), url))
    assert data.endswith(b" -->\n" + PAGE)
    assert intake.read(data, got.file.name).link == url
    assert [file.name for file in raw.iterdir()] == [got.file.name]


def test_day_of_the_article(server: Server, raw: Path) -> None:
    """The file is named after the day of the article, if it has one."""
    meta = '<title>Harbour</title><meta property="article:published_time" content="2029-04-30T08:00:00Z">'
    server.answers["/ferry"] = Answer(saved(meta).encode())
    assert fetched(f"{server.url}/ferry", raw).file.name == "2029-04-30-ferry.html"


ENCODED = "<p>“Zoë’s café” is open.</p>"
ENCODINGS = [
    ("utf-8", "text/html", "", True),
    ("utf-8-sig", "text/html", "", True),
    ("cp1252", "text/html; charset=windows-1252", "", False),
    ("cp1252", "text/html; charset=iso-8859-1", '<meta charset="koi8-r">', False),
    ("cp1252", "text/html", '<meta charset="windows-1252">', True),
    ("utf-16", "text/html", "", False),
    ("utf-16-le", "text/html; charset=utf-16le", "", False),
]


@pytest.mark.parametrize(("encoding", "said", "meta", "stays"), ENCODINGS, ids=range(len(ENCODINGS)))
def test_encodings(server: Server, raw: Path, encoding: str, said: str, meta: str, stays: bool) -> None:
    """What only the server said of a page's encoding is not lost; other pages keep their bytes."""
    data = saved(f"<title>Harbour reopens</title>{meta}", text=ENCODED + TEXT).encode(encoding)
    server.answers["/a"] = Answer(data, (("Content-Type", said),))
    kept = fetched(f"{server.url}/a", raw).file.read_bytes()
    assert ENCODED in decoded(kept)
    assert kept.endswith(data.removeprefix(b"\xef\xbb\xbf")) is stays
    assert kept.startswith(b"\xef\xbb\xbf") is (not stays or encoding == "utf-8-sig")


@pytest.mark.parametrize(
    ("kind", "body", "ending"),
    [
        ("text/plain", "Ferry to run all winter\n\nThe council voted for it on Monday in a long sitting.\n", ".txt"),
        ("text/markdown", "---\ntitle: Ferry to run all winter\n---\nThe council voted for it on Monday.\n", ".md"),
        ("text/markdown", "# Ferry to run all winter\n\nThe council voted for it on Monday.\n", ".md"),
    ],
)
def test_texts(server: Server, raw: Path, kind: str, body: str, ending: str) -> None:
    """A text keeps its first line as headline, its lines' numbers count the file's, and its link is where it was."""
    server.answers["/ferry"] = Answer(body.encode(), (("Content-Type", kind),))
    file = fetched(f"{server.url}/ferry", raw).file
    article = intake.read(file.read_bytes(), file.name)
    assert file.name == f"2029-05-04-ferry{ending}"
    assert (article.headline, article.link) == ("Ferry to run all winter", f"{server.url}/ferry")
    lines = file.read_text().split("\n")
    assert lines[article.lines[0] - 1].startswith("The council")


def test_the_same_page_again(server: Server, raw: Path) -> None:
    """Nothing happens as long as the page's text is the same; then its file has the new one under the old name."""
    server.answers["/ferry"] = Answer()
    url = f"{server.url}/ferry"
    first = fetched(url, raw).file
    before = first.read_bytes()
    assert fetched(f"{url}#top", raw, LATER) == Fetched(first, "kept")
    server.answers["/ferry"] = Answer(PAGE.replace(b"\n", b"\r\n"))
    assert fetched(url, raw, LATER) == Fetched(first, "kept")
    assert first.read_bytes() == before
    server.answers["/ferry"] = Answer(saved(text=f"<p>A correction was made.</p>{TEXT}").encode())
    assert fetched(url, raw, LATER) == Fetched(first, "updated")
    assert b"A correction was made" in first.read_bytes()
    assert first.read_text().startswith(HEAD.format(len(url), url))
    assert list(raw.iterdir()) == [first]


def test_other_pages_of_the_same_name(server: Server, raw: Path) -> None:
    """Another page, even with other capitals, another ending or a brief of that name, never takes a name's place."""
    for path in ("/a/ferry", "/b/ferry.html", "/c/Ferry"):
        server.answers[path] = Answer()
    raw.mkdir()
    (raw / "2029-05-04-Ferry.txt").write_text("Another article\n\nIts text.\n")
    names = [
        fetched(f"{server.url}{path}", raw, taken=frozenset({"2029-05-04-ferry-3"})).file.name
        for path in server.answers
    ]
    assert names == ["2029-05-04-ferry-2.html", "2029-05-04-ferry-4.html", "2029-05-04-ferry-5.html"]
    assert (raw / "2029-05-04-Ferry.txt").read_text().startswith("Another article")


def test_a_page_that_somebody_saved(server: Server, raw: Path) -> None:
    """What a person saved from that address is named, and neither replaced nor doubled."""
    server.answers["/ferry"] = Answer()
    url = f"{server.url}/ferry"
    own = f"<!DOCTYPE html>\n<!-- saved from url=({len(url):04}){url} -->\n{PAGE.decode()}"
    raw.mkdir()
    (raw / "ferry.html").write_text(own)
    with pytest.raises(RefusedError, match=r"ferry\.html was saved from there by hand"):
        fetched(url, raw)
    assert [file.read_text() for file in raw.iterdir()] == [own]


def test_no_article(server: Server, raw: Path) -> None:
    """A page without an article leaves nothing behind, and an article that became none stays as it was."""
    server.answers["/ferry"] = Answer()
    file = fetched(f"{server.url}/ferry", raw).file
    before = file.read_bytes()
    for path in ("/ferry", "/menu"):
        server.answers[path] = Answer(b"<html><title>Menu</title><nav>Home</nav></html>", HTML)
        with pytest.raises(RefusedError, match="no body"):
            fetched(server.url + path, raw)
    assert list(raw.iterdir()) == [file]
    assert file.read_bytes() == before


def test_an_address_cannot_end_the_comment(server: Server, raw: Path) -> None:
    """Whatever the address, the page's head is one comment, and the address is read from it again."""
    path = "/a--%3E%3Cscript%3E/b--!"
    server.answers[path] = Answer()
    file = fetched(server.url + path, raw).file
    comment = file.read_text().partition("\n")[0]
    assert comment.count("--") == 2
    assert intake.read(file.read_bytes(), file.name).link == server.url + path
    assert fetched(server.url + path, raw).kind == "kept"


AGENCY = {
    "application/json": (
        '{"uri": "urn:nmp:1", "headline": "Café “opens”", "body_text": "The café opened on Friday."}',
        ".json",
    ),
    "application/feed+json; charset=utf-8": (
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Café “opens”", "content_text": "Yes."}]}',
        ".json",
    ),
    "text/xml": (
        '<?xml version="1.0" encoding="windows-1252"?><nitf><body><hl1>Café “opens”</hl1><p>It did.</p></body></nitf>',
        ".xml",
    ),
    "application/rss+xml": (
        "<rss><channel><item><title>Café “opens”</title><description>It did.</description></item></channel></rss>",
        ".xml",
    ),
}


@pytest.mark.parametrize("kind", AGENCY)
def test_agency_file(server: Server, raw: Path, kind: str) -> None:
    """It is kept behind the same lines, whatever its encoding, and read as the file that it is."""
    text, ending = AGENCY[kind]
    coding = "cp1252" if "windows-1252" in text else "utf-8"
    server.answers["/wire"] = Answer(text.encode(coding), (("Content-Type", kind),))
    got = fetched(f"{server.url}/wire", raw)
    assert (got.file.suffix, got.kind) == (ending, "new")
    assert got.file.read_text("utf-8-sig").startswith("<!-- saved from url=")
    (article,) = intake.articles(got.file.read_bytes(), got.file.name)
    assert article.headline == "Café “opens”"
    assert article.delivery is not None
    assert fetched(f"{server.url}/wire", raw).kind == "kept"


@pytest.mark.parametrize("kind", ["image/svg+xml", "application/zip", "application/xml-dtd", "jsonish/json"])
def test_types_that_are_not_read(server: Server, raw: Path, kind: str) -> None:
    """What is neither a page, a text nor JSON or XML is refused before it is read."""
    server.answers["/wire"] = Answer(b"<rss/>", (("Content-Type", kind),))
    with pytest.raises(RefusedError, match="no page and no text"):
        fetched(f"{server.url}/wire", raw)
