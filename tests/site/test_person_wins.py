"""Whoever edits the Markdown wins."""

import shutil

from newsbrief import document
from newsbrief.model.brief import Brief
from tests.newsroom import Newsroom

RAW = "2029-05-04-ferry.txt"
BRIEF = "2029-05-04-ferry.md"
ARTICLE = """Ferry to run through the winter

The morning ferry will run through the winter, the harbour board said on Thursday.

“Nobody should have to swim to work in January,” harbour master Mira Solberg said.

The board met in Port Ellery.

Written by staff.
"""
OPEN = f"""---
title: Ferry to run through the winter
date: 2029-05-04
status: review
rights: excerpt
summary: {"The morning ferry will run. " * 20}
---
The morning ferry will run.
"""


def read(newsroom: Newsroom) -> tuple[str, Brief]:
    text = (newsroom.content / "briefs" / BRIEF).read_text("utf-8")
    return text, document.parse(text)


def change(newsroom: Newsroom, old: str, new: str) -> None:
    text, _ = read(newsroom)
    assert old in text
    newsroom.brief(BRIEF, text.replace(old, new))


def test_edits_of_a_person_survive_every_run(newsroom: Newsroom) -> None:
    """Comments, order, quoting and words that a person wrote are there after the raw article changed."""
    newsroom.raw(RAW, ARTICLE)
    assert newsroom.run("ingest").returncode == 0
    change(newsroom, "title: Ferry to run through the winter", "title: 'Ferry stays' # shorter")
    newsroom.raw(RAW, ARTICLE.replace("met in Port Ellery", "met in Port Ellery on Tuesday"))
    done = newsroom.run("ingest")
    assert done.returncode == 0
    text, brief = read(newsroom)
    assert "title: 'Ferry stays' # shorter\n" in text
    assert "met in Port Ellery on Tuesday" in brief.body


def test_conflict_is_told_and_the_persons_words_stay(newsroom: Newsroom) -> None:
    """Where both a person and the raw article changed a field, the person's stands and is named once."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    change(newsroom, "title: Ferry to run through the winter", "title: Ferry stays")
    newsroom.raw(RAW, ARTICLE.replace("Ferry to run through the winter", "Ferry to run all winter"))
    assert "title" in newsroom.run("ingest").stdout
    assert read(newsroom)[1].title == "Ferry stays"
    assert "title" not in newsroom.run("ingest").stdout


def test_unchanged_raw_article_changes_nothing(newsroom: Newsroom) -> None:
    """A second run leaves every byte, edited or not."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    change(newsroom, "Port Ellery.", "Port Ellery, as ever.")
    before = (newsroom.content / "briefs" / BRIEF).read_bytes()
    done = newsroom.run("ingest")
    assert "1 kept" in done.stdout
    assert (newsroom.content / "briefs" / BRIEF).read_bytes() == before


def test_edits_survive_in_a_fresh_clone(newsroom: Newsroom, tmp_path_factory: object) -> None:
    """What the desk needs to know stands in the brief: a copy with other time stamps behaves the same."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    change(newsroom, "title: Ferry to run through the winter", "title: Ferry stays")
    clone = Newsroom(newsroom.folder.with_name("clone"), newsroom.project)
    shutil.copytree(
        newsroom.folder, clone.folder, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("output", ".*")
    )
    clone.raw(RAW, ARTICLE.replace("Nobody should have to", "Nobody should ever have to"))
    assert clone.run("ingest").returncode == 0
    brief = read(clone)[1]
    assert brief.title == "Ferry stays"
    assert "Nobody should ever have to" in brief.body
    assert clone.run("check").returncode == 0


def test_renamed_brief_is_found_by_its_record(newsroom: Newsroom) -> None:
    """A brief that a person gave another file name is not written a second time."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    briefs = newsroom.content / "briefs"
    (briefs / BRIEF).rename(briefs / "2029-05-04-winter.md")
    assert "1 kept" in newsroom.run("ingest").stdout
    assert [path.name for path in briefs.iterdir()] == ["2029-05-04-winter.md"]


def test_everything_works_without_raw_articles(newsroom: Newsroom) -> None:
    """A newsroom that keeps content/raw out of git builds, checks and approves all the same."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    shutil.rmtree(newsroom.content / "raw")
    file = newsroom.content / "briefs" / BRIEF
    assert newsroom.run("ingest").returncode == 0
    assert newsroom.run("check").returncode == 0
    assert newsroom.run("approve", str(file)).returncode == 0
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    assert "Ferry to run through the winter" in newsroom.page("index.html")


def test_approving_changes_the_status_and_says_who_read_it(newsroom: Newsroom) -> None:
    """Nothing else differs afterwards; whoever approves it again changes nothing."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    before = read(newsroom)[0]
    file = newsroom.content / "briefs" / BRIEF
    done = newsroom.run("approve", "--by", "R. Amadi", str(file))
    assert done.returncode == 0
    assert done.stdout.startswith(f"{file}: published with the next build; R. Amadi has read it\n")
    published = before.replace("status: review", "status: published")
    lines = read(newsroom)[0].splitlines()
    assert [line for line in lines if line not in published.splitlines()] == [
        "reviewed: {by: R. Amadi, on: 2030-03-01}"
    ]
    assert [line for line in lines if not line.startswith("reviewed:")] == published.splitlines()
    again = newsroom.run("approve", "--by", "Bo", str(file))
    assert again.stdout.startswith(f"{file}: is published already; R. Amadi has read it\n")
    assert read(newsroom)[0].splitlines() == lines


def test_who_reads_a_published_brief_is_written_down(newsroom: Newsroom) -> None:
    """A brief that the desk published by itself is asked about no more once somebody approved it."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest", NEWSBRIEF_NEW_STATUS="published")
    file = newsroom.content / "briefs" / BRIEF
    done = newsroom.run("approve", "--by", "R. Amadi", str(file))
    assert done.stdout.startswith(f"{file}: is published already, and now says R. Amadi has read it\n")
    assert "\nreviewed: {by: R. Amadi, on: 2030-03-01}\n" in read(newsroom)[0]


def test_brief_that_was_read_does_not_change_unseen(newsroom: Newsroom) -> None:
    """What the changed raw article gives it is told at once, and listed until somebody has read the brief again."""
    newsroom.raw(RAW, ARTICLE)
    newsroom.run("ingest")
    file = newsroom.content / "briefs" / BRIEF
    newsroom.run("approve", "--by", "R. Amadi", str(file))
    newsroom.raw(RAW, ARTICLE.replace("Ferry to run through the winter", "Ferry to run all winter"))
    done = newsroom.run("ingest")
    command = f"newsbrief approve content/briefs/{BRIEF}"
    said = (
        f"title was changed with the raw article since R. Amadi read the brief; when you have read it again: {command}"
    )
    assert f"  look at: {BRIEF}: {said}\n" in done.stdout
    text, brief = read(newsroom)
    assert (brief.title, brief.status) == ("Ferry to run all winter", "published")
    line = text.splitlines().index("reviewed: {by: R. Amadi, on: 2030-03-01}") + 1
    assert f"content/briefs/{BRIEF}:{line}: {said} [changed-since-read]\n" in newsroom.run("check").stdout
    assert "1 kept" in newsroom.run("ingest").stdout
    assert "changed-since-read" in newsroom.run("check").stdout
    assert newsroom.run("review", "--plain", given="q\n").stdout != "nothing to review\n"
    again = newsroom.run("approve", "--by", "Bo", str(file))
    assert "and now says Bo has read it" in again.stdout
    assert "changed-since-read" not in newsroom.run("check").stdout
    assert newsroom.run("review", "--plain", given="q\n").stdout == "nothing to review\n"


def test_what_is_open_is_told_to_who_approves(newsroom: Newsroom) -> None:
    """What `check` finds in the brief after it was read, with what to do; it is published all the same."""
    newsroom.brief("2029-05-04-ferry.md", OPEN)
    done = newsroom.run("approve", "--by", "Bo", "content/briefs/2029-05-04-ferry.md")
    assert done.returncode == 0
    approved, *told = done.stdout.splitlines()
    assert approved.endswith("published with the next build; Bo has read it")
    assert [line.rpartition(" [")[2] for line in told] == ["no-link]", "long-excerpt]"]
    assert all(line.startswith("  look at: content/briefs/2029-05-04-ferry.md:") for line in told)
    assert "it is not published: write a shorter one as `summary:`, or excerpts have none" in told[1]
