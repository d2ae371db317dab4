"""A changed raw article and the brief that people edited."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from msgspec.structs import replace

from newsbrief.document import field_source, fingerprints, parse, render, set_body, set_fields, stamp, update, withdraw
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote, Moment, Note, RawRecord
from tests.effort import examples
from tests.unit.document.any_brief import BRIEF

DESK = stamp(
    Brief(
        title="Lumen closes its harbour",
        date=Moment(dt.date(2031, 5, 2)),
        summary="The council voted.",
        tags=("Harbour",),
        quotes=(BriefQuote("q1", ("We will not",), "Ada Quill"), BriefQuote("q2", ("It is old",), "Bo Tarn")),
        events=(BriefEvent("e1", "2031-05-01", "on Thursday", "The council voted"),),
        body="The council voted on Thursday.",
        raw=RawRecord("harbour.txt", "aa"),
    )
)
FILE = render(DESK).replace("status: review\n", "status: published\n# by hand\n")


def fresh(**changes: object) -> Brief:
    """What the desk makes of the article once it changed."""
    return stamp(replace(DESK, raw=RawRecord("harbour.txt", "bb"), **changes))  # type: ignore[arg-type]


def edited(**changes: object) -> str:
    """The file after a person changed some fields in it."""
    brief = replace(DESK, **changes)  # type: ignore[arg-type]
    text = set_fields(FILE, {name: field_source(brief, name) or None for name in changes if name != "body"})
    return set_body(text, brief.body) if "body" in changes else text


def test_nothing_new_leaves_the_file_alone() -> None:
    """The same article gives the same file, byte for byte."""
    result = update(FILE, DESK)
    assert (result.text, result.updated, result.conflicts, result.identical) == (FILE, (), (), True)


def test_untouched_fields_take_the_new_words() -> None:
    """Fields that nobody touched are changed, added and removed; status and comments stay."""
    result = update(FILE, fresh(title="Lumen keeps it", tags=(), lang="en", body="New words."))
    brief = parse(result.text)
    assert (brief.title, brief.tags, brief.lang, brief.body) == ("Lumen keeps it", (), "en", "New words.")
    assert brief.status == "published"
    assert "\n# by hand\n" in result.text
    assert result.updated == ("title", "tags", "lang", "body")
    assert result.conflicts == ()
    assert not result.identical
    assert brief.raw is not None
    assert brief.raw.sha256 == "bb"
    assert brief.raw.desk == fingerprints(brief)


def test_a_person_s_words_stay_and_a_conflict_is_told_once() -> None:
    """An edited field stays; it is a conflict when the desk's words are new too, and no more on the next run."""
    text = edited(title="Harbour to close", summary="", category="Sea", body="My words.")
    result = update(text, fresh(title="Lumen keeps it", category="News", body="New words."))
    brief = parse(result.text)
    assert (brief.title, brief.summary, brief.category, brief.body) == ("Harbour to close", "", "Sea", "My words.")
    assert result.updated == ()
    assert result.conflicts == ("title", "category", "body")
    again = update(result.text, fresh(title="Lumen keeps it", category="News", body="New words."))
    assert (again.conflicts, again.identical) == ((), True)


def test_an_edit_stays_for_good() -> None:
    """A person's words stay through run after run, and each new desk version is told."""
    text = edited(title="Harbour to close")
    for number in range(3):
        result = update(text, fresh(title=f"Version {number}"))
        text = result.text
        assert parse(text).title == "Harbour to close"
        assert result.conflicts == ("title",)


def test_a_person_who_writes_what_the_desk_writes_agrees() -> None:
    """The same words from both sides are neither an update nor a conflict."""
    result = update(edited(title="Lumen keeps it"), fresh(title="Lumen keeps it"))
    assert (result.updated, result.conflicts) == ((), ())
    later = update(result.text, fresh(title="Lumen opens"))
    assert later.updated == ("title",)


def test_what_a_person_said_about_two_events_stays_byte_for_byte() -> None:
    """A line beside an event is a person's edit of the events: the desk's new ones do not replace them."""
    line = "  same:   harbour-fire#e2    # asked the clerk\n  apart: [ 2031-05-01-x#e1,y#e3 ]\n"
    text = FILE.replace("  when: on Thursday\n", f"  when: on Thursday\n{line}")
    result = update(text, fresh(title="Lumen keeps it", events=(BriefEvent("e1", "2031-05-02", "", "Nobody voted"),)))
    assert line in result.text
    assert (result.updated, result.conflicts) == (("title",), ("events",))
    assert parse(result.text).events[0].apart == ("2031-05-01-x#e1", "y#e3")


def test_ids_are_kept_and_never_used_again() -> None:
    """An unchanged quote keeps its id, a new one gets a number that no quote ever had."""
    quotes = (BriefQuote("q1", ("Brand new",)), BriefQuote("q2", ("It is old",), "Bo Tarn"))
    once = update(FILE, fresh(quotes=quotes))
    assert [quote.id for quote in parse(once.text).quotes] == ["q3", "q2"]
    twice = update(once.text, fresh(quotes=(BriefQuote("q1", ("Another",)),), events=()))
    assert [quote.id for quote in parse(twice.text).quotes] == ["q4"]
    back = update(twice.text, fresh())
    assert [quote.id for quote in parse(back.text).quotes] == ["q5", "q6"]
    assert [event.id for event in parse(back.text).events] == ["e2"]
    assert back.conflicts == ()


def test_ids_that_notes_name_are_not_used_again() -> None:
    """A note about a quote that is gone keeps that quote's number out of use."""
    text = render(replace(DESK, notes=(Note("correction", "wrong", None, "q7"),)))
    result = update(text, fresh(quotes=(*DESK.quotes, BriefQuote("q3", ("New",)))))
    assert [quote.id for quote in parse(result.text).quotes] == ["q1", "q2", "q8"]


def test_a_renamed_id_stays() -> None:
    """An id that a person chose stays with its quote when the desk writes the quotes anew."""
    text = FILE.replace("id: q2", "id: cranes")
    quotes = (*DESK.quotes, BriefQuote("q3", ("New",)))
    assert [quote.id for quote in parse(update(text, fresh(quotes=quotes)).text).quotes] == ["q1", "cranes", "q3"]


def test_formatting_is_no_edit() -> None:
    """Rewrapped or differently quoted front matter, and blank lines at the end, still count as the desk's words."""
    text = FILE.replace("summary: The council voted.", 'summary: "The council\n  voted."').replace(
        "[Harbour]", "\n- Harbour"
    )
    result = update(text + "\n\n", fresh(summary="New.", tags=("Sea",)))
    assert result.updated == ("summary", "tags")


@given(BRIEF, BRIEF)
@settings(max_examples=examples(80), deadline=None, derandomize=True)
def test_an_unedited_brief_becomes_the_fresh_one(old: Brief, new: Brief) -> None:
    """Whatever the desk wrote, an unedited file ends with the fingerprints of the fresh brief, and then rests."""
    first = render(stamp(replace(old, notes=())))
    result = update(first, stamp(new))
    assert fingerprints(parse(result.text)) == fingerprints(new)
    assert result.conflicts == ()
    assert update(result.text, stamp(new)).identical


def test_quotes_that_the_edited_body_lacks_are_not_taken() -> None:
    """A person's body and the desk's new quotes would contradict each other: the old quotes stay, and it is told."""
    desk = stamp(replace(DESK, body="“We will not,” she said. “It is old,” he said."))
    text = set_body(render(desk), "She said: “We will not.” He said: “It is old.”")
    newer = stamp(replace(desk, quotes=(BriefQuote("q1", ("We never will",), "Ada Quill"),), body="“We never will.”"))
    result = update(text, newer)
    assert [quote.text for quote in parse(result.text).quotes] == [("We will not",), ("It is old",)]
    assert set(result.conflicts) == {"body", "quotes"}


def test_body_without_the_edited_quotes_is_not_taken() -> None:
    """A person's quote must stay word for word in the body: the old body stays, and it is told."""
    desk = stamp(replace(DESK, body="“We will not,” she said. “It is old,” he said."))
    mine = replace(desk, quotes=(BriefQuote("q1", ("It is old",), "Cy Marsh"),))
    text = set_fields(render(desk), {"quotes": field_source(mine, "quotes")})
    result = update(text, stamp(replace(desk, quotes=desk.quotes[:1], body="“We will not,” she said.")))
    assert "It is old" in parse(result.text).body
    assert set(result.conflicts) == {"quotes", "body"}


def test_a_claim_follows_its_quote() -> None:
    """A claim is in the same quote under its number in the file; without that quote it does not come in."""
    said = (BriefQuote("q1", ("It is old",), "Bo Tarn"), BriefQuote("q2", ("It fell in May",), "Bo Tarn"))
    claims = (BriefEvent("e1", "2031-05", "in May", "It fell in May", claim="q2"),)
    taken = update(FILE, fresh(quotes=said, events=claims))
    assert [(event.id, event.claim) for event in parse(taken.text).events] == [("e2", "q3")]
    kept = update(edited(quotes=DESK.quotes[:1]), fresh(quotes=said, events=claims))
    assert set(kept.conflicts) == {"quotes", "events"}


def test_a_quote_marked_for_the_front_page_stays_so() -> None:
    """Another field changes around a person's mark byte for byte, and the desk's new quotes do not take it."""
    marked = FILE.replace("  text: We will not\n", "  text: We will not\n  lead: true   # the mayor's word\n")
    assert parse(marked).quotes[0].lead
    result = update(marked, fresh(title="Lumen keeps it"))
    assert (result.updated, result.conflicts) == (("title",), ())
    assert "  lead: true   # the mayor's word\n" in result.text
    again = update(marked, fresh(quotes=(BriefQuote("q1", ("It is old",), "Bo Tarn"),)))
    assert again.conflicts == ("quotes",)
    assert parse(again.text).quotes[0].lead


def test_what_changes_in_a_brief_that_was_read_is_remembered() -> None:
    """The fields that took the desk's words add up; a brief that nobody has read has none."""
    read = FILE.replace("raw:", "reviewed: {by: Bo}\nraw:")
    once = update(read, fresh(title="Lumen keeps it", tags=()))
    twice = update(once.text, replace(fresh(title="Lumen keeps it", tags=(), body="New words."), summary="Short."))
    for made, names in ((once, ("title", "tags")), (twice, ("title", "tags", "summary", "body"))):
        record = parse(made.text).raw
        assert record is not None
        assert record.unread == names
        gone = parse(withdraw(made.text, RawRecord("harbour.txt", "cc", item="x", killed="Kill")).text).raw
        assert gone is not None
        assert gone.unread == names
    unread = parse(update(FILE, fresh(title="Lumen keeps it")).text).raw
    assert unread is not None
    assert unread.unread == ()
