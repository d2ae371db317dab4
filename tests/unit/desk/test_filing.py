"""Agencies' items through the desk: several in a file, new versions in other files, and items that are called back."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from newsbrief import document
from newsbrief.content.library import library
from newsbrief.desk.ingest import ingest
from newsbrief.desk.origins import newer
from newsbrief.desk.raw_files import raw_files
from newsbrief.desk.records import Desk, Outcome
from newsbrief.model.brief import Brief

BODY = (
    "<p>SKERROW (SKW) - The council of Skerrow kept the morning ferry on Friday.</p>"
    "<p>“Nobody has to stand on a cold pier,” said Mira Solberg, the harbour master.</p>"
)


class Room:
    """A content folder and its desk."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        (self.content / "raw").mkdir(parents=True)
        self.desk = Desk(self.content, self.content / "briefs")

    def put(self, name: str, value: object) -> None:
        """Write a raw file: JSON of a value, or a text."""
        text = value if isinstance(value, str) else json.dumps(value)
        (self.content / "raw" / name).write_text(text, "utf-8")

    def run(self) -> list[Outcome]:
        """Bring everything up to date."""
        return list(ingest(raw_files(self.content), self.desk))

    def kinds(self) -> list[str]:
        """What became of each article."""
        return [outcome.kind for outcome in self.run()]

    @property
    def files(self) -> list[Path]:
        """The briefs' files."""
        return sorted((self.content / "briefs").glob("*.md"))

    def brief(self) -> Brief:
        """The only brief."""
        (file,) = self.files
        return document.parse(file.read_text("utf-8"))

    def edit(self, old: str, new: str) -> None:
        """A person's edit of the only brief."""
        (file,) = self.files
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def item(**changes: object) -> dict[str, object]:
    """A ninjs item, some fields otherwise."""
    plain = {
        "uri": "urn:skw:ferry",
        "type": "text",
        "version": "1",
        "versioncreated": "2029-05-04T09:00:00Z",
        "firstcreated": "2029-05-04T09:00:00Z",
        "headline": "Skerrow keeps its ferry",
        "by": "Osla Brandt",
        "body_html": BODY,
    }
    return {key: value for key, value in {**plain, **changes}.items() if value is not None}


def newer_item(**changes: object) -> dict[str, object]:
    """The second version of the same item."""
    told = {"version": "2", "versioncreated": "2029-05-04T11:00:00Z", "headline": "Skerrow keeps its ferry for good"}
    return item(**{**told, **changes})


def test_each_item_of_a_file_has_its_brief(room: Room) -> None:
    """A list of items gives a brief each, named after their headlines; doing it again changes nothing."""
    room.put("feed.json", [item(), item(uri="urn:skw:swans", headline="Swans are counted"), item(uri="urn:skw:third")])
    assert room.kinds() == ["new", "new", "new"]
    assert [file.name for file in room.files] == [
        "2029-05-04-skerrow-keeps-its-ferry-2.md",
        "2029-05-04-skerrow-keeps-its-ferry.md",
        "2029-05-04-swans-are-counted.md",
    ]
    before = [file.read_bytes() for file in room.files]
    assert room.kinds() == ["kept"] * 3
    assert [file.read_bytes() for file in room.files] == before


def test_new_version_in_another_file_updates(room: Room) -> None:
    """A higher version of the same item, in whatever file, updates the brief and leaves what a person edited."""
    room.put("a.json", item())
    room.run()
    room.edit("authors: [Osla Brandt]", "authors: [Osla Brandt, Tom Averel]")
    room.put("b.json", newer_item(by="Jo Fenn", body_html=BODY + "<p>The vote was seven to four.</p>"))
    outcomes = room.run()
    assert [outcome.kind for outcome in outcomes] == ["kept", "updated"]
    assert any("authors was edited by hand and stays" in note for note in outcomes[1].notes)
    brief = room.brief()
    assert brief.title == "Skerrow keeps its ferry for good"
    assert brief.authors == ("Osla Brandt", "Tom Averel")
    assert brief.body.endswith("The vote was seven to four.")
    assert brief.raw
    assert (brief.raw.file, brief.raw.item, brief.raw.version) == ("b.json", "urn:skw:ferry", "2")
    assert room.kinds() == ["kept", "kept"]


def test_older_version_changes_nothing(room: Room) -> None:
    """What arrives late does not take a brief back, however often it is read."""
    room.put("b.json", newer_item())
    room.run()
    before = room.files[0].read_bytes()
    room.put("a.json", item())
    room.put("c.json", item(versioncreated="2029-05-04T23:00:00Z"))
    assert room.kinds() == ["kept"] * 3
    assert room.files[0].read_bytes() == before


def test_same_version_in_another_file_is_the_same_article(room: Room) -> None:
    """An item that is sent twice has one brief, made from the file that came first."""
    room.put("a.json", item())
    room.put("b.json", [item(), item(uri="urn:skw:other")])
    assert room.kinds() == ["new", "kept", "new"]
    assert room.kinds() == ["kept", "kept", "kept"]


def test_changed_file_updates_its_item(room: Room) -> None:
    """The rule for changed raw articles holds for items without a version, too."""
    room.put("a.json", item(version=None, versioncreated=None))
    room.run()
    room.put("a.json", item(version=None, versioncreated=None, headline="Ferry stays"))
    assert room.kinds() == ["updated"]
    assert room.brief().title == "Ferry stays"


@pytest.mark.parametrize(
    "kill",
    [
        newer_item(pubstatus="canceled", body_html=None),
        newer_item(ednote="EDS: MANDATORY KILL. Please kill this story."),
        newer_item(headline="KILL: Skerrow keeps its ferry", body_html=None),
        item(pubstatus="stat:canceled"),
    ],
)
def test_canceled_item_withdraws_its_brief(room: Room, kill: dict[str, object]) -> None:
    """A brief whose item is called back is withdrawn, with all else as it was; again and an old copy change nothing."""
    room.put("a.json", item())
    room.run()
    body = room.brief().body
    room.put("b.json", kill)
    assert room.kinds() == ["kept", "updated"]
    brief = room.brief()
    assert (brief.status, brief.body, brief.title) == ("withdrawn", body, "Skerrow keeps its ferry")
    assert brief.raw
    assert (brief.raw.file, bool(brief.raw.killed)) == ("a.json", True)
    assert room.kinds() == ["kept", "kept"]
    assert library(room.content)[1] == ()


def test_kill_in_the_same_file(room: Room) -> None:
    """A file whose words a kill has replaced still has a brief that the site can be built with."""
    room.put("a.json", item())
    room.run()
    room.put("a.json", newer_item(pubstatus="canceled", body_html=None))
    assert room.kinds() == ["updated"]
    assert room.brief().status == "withdrawn"
    assert library(room.content)[1] == ()
    assert room.kinds() == ["kept"]


def test_status_that_a_person_set_is_a_conflict(room: Room) -> None:
    """A published brief is not taken away behind its editor's back: ingest says so, and check goes on saying it."""
    room.put("a.json", item())
    room.run()
    room.edit("status: review", "status: published")
    room.put("b.json", newer_item(pubstatus="canceled", ednote="Wrong council"))
    outcomes = room.run()
    assert any("status was edited by hand and stays" in note for note in outcomes[1].notes)
    brief = room.brief()
    assert brief.status == "published"
    assert brief.raw
    assert brief.raw.killed == "Wrong council"
    assert room.kinds() == ["kept", "kept"]


def test_item_that_comes_back_is_in_review_again(room: Room) -> None:
    """A version after the one that was called back brings the brief back, unless a person has touched its status."""
    room.put("a.json", item())
    room.put("b.json", newer_item(pubstatus="canceled"))
    room.run()
    room.put("c.json", newer_item(version="3"))
    assert room.kinds() == ["kept", "kept", "updated"]
    brief = room.brief()
    assert brief.status == "review"
    assert brief.raw
    assert not brief.raw.killed


def test_canceled_item_that_nobody_knew_is_withdrawn(room: Room) -> None:
    """A kill that comes first leaves a withdrawn brief, so that the item is not taken for new afterwards."""
    room.put("b.json", newer_item(pubstatus="canceled"))
    assert room.kinds() == ["new"]
    assert room.brief().status == "withdrawn"
    room.put("a.json", item())
    assert room.kinds() == ["kept", "kept"]


def test_new_setting_publishes_nothing_that_waits(room: Room) -> None:
    """NEWSBRIEF_NEW_STATUS is for new briefs: another version of an item in review stays in review."""
    room.put("a.json", item())
    room.run()
    room.desk = Desk(room.content, room.content / "briefs", status="published")
    room.put("b.json", newer_item())
    assert room.kinds() == ["kept", "updated"]
    assert room.brief().status == "review"


def test_withheld_item_is_a_draft_until_it_is_let_go(room: Room) -> None:
    """What an agency holds back is in no build, and comes into review with the version that is usable."""
    room.put("a.json", item(pubstatus="withheld"))
    room.run()
    assert room.brief().status == "draft"
    room.put("b.json", newer_item())
    room.run()
    assert room.brief().status == "review"


def test_correction_for_readers_becomes_a_note_once(room: Room) -> None:
    """What an agency tells readers that it corrected stands among the notes; a note to editors does not."""
    room.put("a.json", item(ednote="Corrects name in third paragraph"))
    room.run()
    assert room.brief().notes == ()
    said = "This story has been corrected to say that the vote was seven to four."
    room.put("b.json", newer_item(ednote=said))
    room.put("c.json", newer_item(ednote=said, version="3"))
    room.run()
    (note,) = room.brief().notes
    assert (note.kind, note.text, str(note.date)) == ("correction", said, "2029-05-04")


def test_agency_s_note_in_a_brief_that_was_read_is_to_be_read_too(room: Room) -> None:
    """Nobody vouches for what came later, be it only a note."""
    room.put("a.json", item())
    room.run()
    room.edit("status: review", "status: review\nreviewed: {by: Bo}")
    room.put("b.json", newer_item(ednote="This story has been corrected to say that the vote was seven to four."))
    (_, outcome) = room.run()
    record = room.brief().raw
    assert record is not None
    assert record.unread[-1] == "notes"
    assert "and notes were changed with the raw article since Bo read the brief" in outcome.notes[-1]


def test_pictures_beside_articles_cost_nothing(room: Room) -> None:
    """Of a file with articles the others are passed over; a file without any is refused in one line."""
    picture = {"uri": "urn:skw:p", "type": "picture", "headline": "Pier"}
    room.put("a.json", [item(), picture])
    room.put("b.json", [picture, picture])
    outcomes = room.run()
    assert [outcome.kind for outcome in outcomes] == ["new", "refused"]
    (refusal,) = outcomes[1].refusals
    assert refusal.reason == "not an article: a picture without a text of its own; so with 1 more in this file"


def test_broken_brief_of_an_item_is_not_made_anew(room: Room) -> None:
    """A person's mistake in a brief does not lead to a second one beside it."""
    room.put("a.json", item())
    room.run()
    room.edit("status: review", "status: nonsense")
    (outcome,) = room.run()
    (fault,) = outcome.refusals
    assert outcome.kind == "kept"
    assert fault.file.endswith(room.files[0].name)
    assert "nonsense" in fault.reason
    assert len(room.files) == 1


@pytest.mark.parametrize(
    "name", ["a\u0085b", "x" * 299 + " y", " a  b\n", "a\u202eb", '"a": {b}', "# a", "\ud800", "a\x1b"]
)
def test_odd_names_are_found_again(room: Room, name: str) -> None:
    """Whatever an item is called, its brief is the same one the next time."""
    room.put("a.json", item(uri=name))
    assert room.kinds() == ["new"]
    assert room.kinds() == ["kept"]
    room.put("b.json", newer_item(uri=name))
    assert room.kinds() == ["kept", "updated"]


@pytest.mark.parametrize(
    ("one", "other", "age"),
    [
        (("2", ""), ("1", ""), 1),
        (("9", ""), ("10", ""), -1),
        (("2", "2029-05-04T09:00:00Z"), ("1", "2029-05-04T10:00:00Z"), 1),
        (("1", "2029-05-04T09:00:00+02:00"), ("1", "2029-05-04T08:00:00Z"), -1),
        (("", "2029-05-04"), ("", "2029-05-03T23:00:00Z"), 1),
        (("", ""), ("", "2029-05-03"), 0),
        (("b", ""), ("a", ""), 0),
    ],
)
def test_newer(one: tuple[str, str], other: tuple[str, str], age: int) -> None:
    """Numbers count first, then instants; where neither tells, nothing is newer."""
    assert newer(*one, *other) == age


def test_item_gone_from_its_feed_keeps_its_brief(room: Room) -> None:
    """Feeds drop what is old: quotes are not held against a file that has the item no more."""
    feed = '<rss version="2.0"><channel><title>SKW</title>{}</channel></rss>'
    entry = "<item><title>{0}</title><guid>urn:{0}</guid><description>{1}</description></item>"
    room.put("feed.xml", feed.format(entry.format("Ferry", escape(BODY))))
    room.run()
    assert room.brief().quotes
    room.put("feed.xml", feed.format(entry.format("Swans", escape(BODY.replace("cold pier", "cold quay")))))
    room.run()
    entries, refusals = library(room.content)
    assert (len(entries), refusals) == (2, ())
