"""What readers had is held against what is published next."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from tests.newsroom import Newsroom

SITE = {"SITEURL": "https://news.example/brief"}
BRIEF = """---
title: Parade returns
date: 2029-05-04
status: published
quotes:
- {{id: q1, speaker: {speaker}, text: We shall walk again}}
{more}---
“We shall walk again,” said Tove Lind. It cost {cost} crowns.
"""
NAME = "2029-05-04-parade.md"


def put(newsroom: Newsroom, speaker: str = "Tove Lind", cost: str = "1,200", more: str = "") -> None:
    newsroom.brief(NAME, BRIEF.format(speaker=speaker, cost=cost, more=more))


def publish(newsroom: Newsroom) -> subprocess.CompletedProcess[str]:
    return newsroom.build("--publish", **SITE)


@pytest.fixture
def printed(newsroom: Newsroom) -> Newsroom:
    """A newsroom that published a brief."""
    put(newsroom)
    assert publish(newsroom).returncode == 0
    return newsroom


@pytest.mark.parametrize("change", [{"speaker": "Odd Fenn"}, {"cost": "1,300"}])
def test_a_changed_fact_stops_publishing_until_a_note_says_why(printed: Newsroom, change: dict[str, str]) -> None:
    """The last site stays as it was; a preview is built all the same; with a note the site is published."""
    before = printed.pages()
    put(printed, **change)
    for _ in range(2):
        stopped = publish(printed)
        assert stopped.returncode == 1
        assert f"content/briefs/{NAME}:" in stopped.stdout + stopped.stderr
        assert printed.pages() == before
    assert printed.build().returncode == 0
    assert publish(printed).returncode == 1
    put(printed, **change, more="notes:\n- {kind: correction, text: It was otherwise.}\n")
    assert publish(printed).returncode == 0
    assert publish(printed).returncode == 0


def test_the_note_that_is_suggested_tells_readers_when(printed: Newsroom) -> None:
    """Copied from the message with its text filled in, it stands under its month and dates the feeds."""
    put(printed, speaker="Odd Fenn")
    stopped = publish(printed)
    suggested = re.search(r"notes: \[.*?\]", stopped.stdout + stopped.stderr)
    assert suggested
    put(printed, speaker="Odd Fenn", more=suggested[0].replace("…", "It was Odd Fenn.") + "\n")
    assert publish(printed).returncode == 0
    assert "March 2030" in printed.page("corrections/index.html")
    for feed in ("corrections", "all"):
        assert "<updated>2030-03-01" in printed.page(f"feeds/{feed}.atom.xml")
    for form in ("atom.xml", "rss.xml", "json"):
        feed = printed.page(f"feeds/all.{form}")
        assert re.search("Correction, 1 March 2030:.*It was Odd Fenn", feed)
    assert "undated-note" not in printed.run("check").stdout


def test_a_published_brief_does_not_go_without_a_word(printed: Newsroom) -> None:
    """Its file stays, as retracted or withdrawn; a draft again it cannot be."""
    file = printed.content / "briefs" / NAME
    text = file.read_text("utf-8")
    for gone in ("", text.replace("status: published", "status: draft")):
        file.unlink()
        if gone:
            file.write_text(gone, "utf-8")
        else:
            printed.brief("2029-05-05-other.md", "---\ntitle: Other\ndate: 2029-05-05\nstatus: published\n---\nRain.\n")
        assert publish(printed).returncode == 1
        file.write_text(text, "utf-8")
    file.write_text(text.replace("status: published", "status: withdrawn"), "utf-8")
    assert publish(printed).returncode == 0
    assert NAME not in printed.page("published.json")


def test_a_retraction_without_a_reason_is_published_and_told(printed: Newsroom) -> None:
    """What was wrong is gone at once; publishing and `check` say what readers have to be told, until they are."""
    file = printed.content / "briefs" / NAME
    text = file.read_text("utf-8").replace("status: published", "status: retracted")
    file.write_text(text, "utf-8")
    note = "notes: [{kind: retraction, date: 2030-03-01, text: …}]"
    said = f"content/briefs/{NAME}:4: is retracted, and nothing tells readers why; write {note} [no-reason]\n"
    done = publish(printed)
    assert (done.returncode, done.stderr.count(said)) == (0, 1)
    assert said in printed.run("check").stdout
    assert printed.build().stderr.count(said) == 0
    file.write_text(text.replace("quotes:", note.replace("…", "There was no parade.") + "\nquotes:"), "utf-8")
    done = publish(printed)
    assert (done.returncode, "no-reason" in done.stderr) == (0, False)
    assert "no-reason" not in printed.run("check").stdout
    assert "There was no parade." in printed.page("feeds/corrections.atom.xml")
    for form in ("atom.xml", "rss.xml", "json"):
        feed = printed.page(f"feeds/all.{form}")
        assert all(
            words in feed for words in ("Retracted: Parade returns", "There was no parade.", "no longer published")
        )
        assert "1,200" not in feed


def git(newsroom: Newsroom, *command: str) -> None:
    options = ("-c", "user.name=Desk", "-c", "user.email=desk@news.example")
    subprocess.run(["git", "-C", str(newsroom.folder), *options, *command], check=True, capture_output=True)


def test_the_record_comes_back_from_the_branch_that_readers_have(newsroom: Newsroom) -> None:
    """A clone that never built the site knows what was published; what was built and not pushed counts for nothing."""
    put(newsroom)
    assert publish(newsroom).returncode == 0
    record = newsroom.output / "published.json"
    git(newsroom, "init", "-q", "-b", "gh-pages")
    (newsroom.folder / "published.json").write_bytes(record.read_bytes())
    git(newsroom, "add", "published.json")
    git(newsroom, "commit", "-qm", "site")
    put(newsroom, cost="1,300", more="notes: [{kind: correction, text: It was more.}]\n")
    assert publish(newsroom).returncode == 0
    put(newsroom, cost="1,400", more="notes: [{kind: correction, text: It was more.}]\n")
    assert publish(newsroom).returncode == 0
    put(newsroom, cost="1,400")
    assert publish(newsroom).returncode == 1
    settings = newsroom.folder / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + '\nNEWSBRIEF_PUBLISHED_BRANCH = "none"\n', "utf-8")
    assert publish(newsroom).returncode == 0


def test_a_build_is_not_done_while_readers_have_something_else(newsroom: Newsroom) -> None:
    """What another clone put on the branch is looked at though no file changed here: a brief would be lost."""
    put(newsroom)
    git(newsroom, "init", "-q", "-b", "gh-pages")
    for _ in range(2):
        assert publish(newsroom).returncode == 0
    assert "Nothing to do" in publish(newsroom).stdout
    record = json.loads(newsroom.page("published.json"))
    lock = {**record["briefs"][f"briefs/{NAME}"], "url": "2029/05/03/lock/"}
    record["briefs"]["briefs/2029-05-03-lock.md"] = lock
    (newsroom.folder / "published.json").write_text(json.dumps(record), "utf-8")
    git(newsroom, "add", "published.json")
    git(newsroom, "commit", "-qm", "site")
    stopped = publish(newsroom)
    assert stopped.returncode == 1
    assert "2029-05-03-lock.md" in stopped.stdout + stopped.stderr


def test_a_preview_has_no_record(printed: Newsroom) -> None:
    """It is nothing that readers had."""
    assert json.loads(printed.page("published.json"))["briefs"].keys() == {f"briefs/{NAME}"}
    assert printed.build().returncode == 0
    assert "published.json" not in printed.pages()


def test_what_is_wrong_is_said_first(printed: Newsroom) -> None:
    """A brief that cannot be read any more stops publishing with that reason, and not as one that vanished."""
    printed.brief(NAME, "---\ntitle: Parade\n---\nIt rained.\n")
    stopped = publish(printed)
    assert stopped.returncode == 1
    assert "date" in stopped.stdout + stopped.stderr
    assert "vanish" not in stopped.stdout + stopped.stderr


def test_check_lists_what_would_stop_publishing(printed: Newsroom) -> None:
    """By its code and with its line, before anybody publishes; and nothing where all is explained."""
    put(printed, speaker="Odd Fenn")
    found = json.loads(printed.run("check", "--format", "json").stdout)
    assert [(one["code"], one["line"]) for one in found if one["code"] == "unexplained-change"] == [
        ("unexplained-change", 6)
    ]
    put(printed, speaker="Odd Fenn", more="notes:\n- {kind: correction, text: It was Odd Fenn., about: q1}\n")
    assert "unexplained-change" not in printed.run("check").stdout
