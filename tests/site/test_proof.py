"""Proofs under `newsbrief devserver`: who gets them, and that nothing of them is ever a file of the site."""

from __future__ import annotations

import datetime as dt
import http.client
import re
from urllib.parse import urlsplit

import pytest

from newsbrief.proof import Room, Shelf
from newsbrief.serve import ROOT, Proofs
from newsbrief.site.options import BRIEF_URL
from tests import hostile
from tests.conftest import PROJECT
from tests.hostile import attack as attacks
from tests.hostile import judge
from tests.hostile.attack import Attack
from tests.newsroom import Newsroom
from tests.site.test_devserver import running

BRIEF = (
    "---\ntitle: Parade\ndate: 2029-05-04\nstatus: {status}\nquotes:\n- id: q1\n  speaker: Hob Merrin\n"
    "  text: It rained on all of us\n---\n“It rained on all of us,” said Hob Merrin.\n"
)
PAGE = "/2029/05/04/parade/"
# What only our own templates write.
OWN = {"data-saves", "data-keys", "data-key", "data-line", "data-waiting", "open"}


def asked(address: str, path: str, host: str = "") -> http.client.HTTPResponse:
    place = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=60)
    connection.request("GET", path, headers={"Host": host} if host else {})
    return connection.getresponse()


def test_proofs_are_for_this_machine_and_never_files(newsroom: Newsroom) -> None:
    """A draft has a proof though it has no page; another Host gets none; the output folder holds nothing of it."""
    newsroom.brief("2029-05-04-parade.md", BRIEF.format(status="published"))
    newsroom.brief("secret.md", BRIEF.format(status="draft"))
    with running(newsroom) as (address, _):
        answer = asked(address, f"{ROOT}secret")
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert "It rained on all of us" in answer.read().decode()
        listed = asked(address, ROOT).read().decode()
        assert listed.index(f"{ROOT}secret") < listed.index(f"{ROOT}2029-05-04-parade")
        for path in (ROOT, f"{ROOT}secret", "/.newsbrief/saves", "/.newsbrief/proof.js"):
            refused = asked(address, path, "evil.example")
            assert (refused.status, b"at http://localhost and its port only" in refused.read()) == (421, True)
        assert asked(address, f"{ROOT}nobody").status == 404
        assert asked(address, f"{ROOT}..%2f..%2fpelican.conf").status == 404

        link = f'<a href="{ROOT}2029-05-04-parade">'
        page = asked(address, PAGE).read().decode()
        assert (page.count(link), page.count("/.newsbrief/preview.css")) == (1, 1)
        assert link not in asked(address, PAGE, "evil.example").read().decode()
        assert ROOT not in asked(address, "/").read().decode()
    assert [name for name, data in newsroom.pages().items() if b".newsbrief" in data or "proof" in name] == []


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """Briefs and raw articles of every form with hostile strings in them, each brief beside one of those."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("proofs") / "site", PROJECT)
    made = Attack(newsroom, hostile.strings())
    own = len(made.strings.own)
    chunks = [range(start, min(start + 20, own)) for start in range(0, own, 20)]
    chunks += [range(start, start + 20) for start in range(own, len(made.strings.all) - 20, 200)]
    for place, numbers in enumerate(chunks):
        form, ending = ((attacks.text, "txt"), (attacks.saved_page, "html"), (attacks.draft, "md"))[place % 3]
        newsroom.raw(f"{place}.{ending}", form(made, place, numbers))
        text = attacks.brief(made, dt.date(2028, 1, 1), numbers)
        newsroom.brief(f"{place}.md", text.replace("\n---\n", f"\nraw: {{file: {place}.{ending}}}\n---\n", 1))
        newsroom.brief(f"{place} <b onclick=x>&\"'.md", f"---\ntitle: {made.in_line('title', numbers[0])}")
    return made


def test_hostile_strings_are_words(attack: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in a raw article, a brief or its name, a proof holds no markup but its templates' own."""
    monkeypatch.setattr(judge, "PLAIN", judge.PLAIN | OWN)
    monkeypatch.setattr(judge, "SCRIPT", r"/\.newsbrief/proof\.js")
    shelf = Shelf(Room(attack.newsroom.content, dt.date(2029, 1, 1)), BRIEF_URL)
    proofs = Proofs(shelf)
    rows = shelf.rows(0)
    assert len(rows) > 20
    found: set[str] = set()
    for row in rows:
        page = proofs.answer(ROOT + row.path).data.decode()
        assert list(judge.page(page)) == [], row.path
        found |= {
            match[0] for match in re.finditer(r"zq(body|quote|speaker|text|htmltext|draft)\d+z", judge.words(page))
        }
    assert list(judge.page(proofs.answer(ROOT).data.decode())) == []
    for field in ("body", "quote", "text", "htmltext", "draft"):
        assert any(one.startswith(f"zq{field}") for one in found), field
