"""Related briefs and what the memo saves."""

from __future__ import annotations

from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.site.index import related as relating
from newsbrief.site.index.related import Related
from tests.unit.briefs import entry, options
from tests.unit.site.index.told import related

OTHERS = [entry(f"briefs/o{n}.md", title=n, date="2029-04-01") for n in ("Bread", "Snow", "Chess")]
ALIKE = [entry(f"briefs/{n}.md", title="Herring fleet idle", date=f"2029-05-0{n}") for n in (1, 2, 3)]


def found(*entries: Entry, memo: dict[bytes, bytes] | None = None, publish: bool = False) -> Related:
    told, people = related([*entries, *OTHERS])
    briefs = {one.path: one.brief for one in entries}
    chosen = options(publish=publish)
    return relating.find(told, people, chosen, briefs.__getitem__, {} if memo is None else memo)


def test_related_briefs_lead_to_each_other() -> None:
    """The newer brief leads to the older one, and the older one to the newer."""
    beside = found(
        entry("briefs/a.md", title="Herring fleet stranded", date="2029-05-01"),
        entry("briefs/b.md", title="Herring fleet sails", date="2029-05-03"),
    ).beside
    assert (beside["briefs/a.md"], beside["briefs/b.md"]) == (("briefs/b.md",), ("briefs/a.md",))
    assert beside["briefs/oSnow.md"] == ()


def test_briefs_of_the_same_story_are_left_out() -> None:
    """The story leads to its own briefs; related ones are outside it, the newest first."""
    beside = found(
        entry("briefs/a.md", title="Herring fleet stranded", date="2029-05-01", story="Herring"),
        entry("briefs/b.md", title="Herring fleet sails", date="2029-05-03", story="Herring"),
        entry("briefs/c.md", title="Herring fleet painted", date="2029-05-04"),
    ).beside
    assert beside["briefs/b.md"] == ("briefs/c.md",)
    assert beside["briefs/c.md"] == ("briefs/b.md", "briefs/a.md")


def test_brief_leads_to_three_older_and_two_newer_ones() -> None:
    """Of many that are alike the nearest older ones and the newest others count."""
    many = [entry(f"briefs/{n}.md", title="Herring fleet idle", date=f"2029-05-{n}") for n in range(10, 20)]
    newest_first = ("briefs/19.md", "briefs/18.md", "briefs/14.md", "briefs/13.md", "briefs/12.md")
    beside = found(*many).beside
    assert beside["briefs/19.md"] == ("briefs/18.md", "briefs/17.md", "briefs/16.md")
    assert len(beside["briefs/15.md"]) == 5
    assert beside["briefs/15.md"][2:] == newest_first[2:]


def test_proposals_are_for_the_newsroom() -> None:
    """Three briefs that are alike are proposed as a story with what they share, but never to readers."""
    (proposal,) = found(*ALIKE).proposals
    assert proposal.paths == ("briefs/1.md", "briefs/2.md", "briefs/3.md")
    assert proposal.shared == ("fleet", "herring", "idle")
    assert found(*ALIKE, publish=True).proposals == ()
    assert found(*ALIKE[:2]).proposals == ()


def test_nothing_is_related_where_the_theme_does_not_show_it() -> None:
    """Only the parts that are asked for are computed."""
    told, people = related(ALIKE)
    chosen = options(parts=frozenset(("quotes",)))
    assert relating.find(told, people, chosen, _unreadable, {}) == Related({})


def _unreadable(path: str) -> Brief:
    raise AssertionError(f"{path} is read")


def test_memo_gives_the_same_result_without_reading_briefs() -> None:
    """A second build computes nothing again, and a new brief of another time only its own period."""
    memo: dict[bytes, bytes] = {}
    first = found(*ALIKE, memo=memo)
    size = len(memo)
    told, people = related([*ALIKE, *OTHERS])
    assert relating.find(told, people, options(), _unreadable, memo) == first
    assert len(memo) == size
    later = entry("briefs/z.md", title="Herring fleet again", date="2031-05-01")
    assert found(*ALIKE, later, memo=memo).proposals == first.proposals
    assert len(memo) == size + 1


def test_result_with_a_memo_is_that_without() -> None:
    """What a memo has of other briefs never shows in a result."""
    memo: dict[bytes, bytes] = {}
    for entries in (ALIKE, ALIKE[1:], [entry("briefs/0.md", title="Snow idle", date="2029-02-01"), *ALIKE]):
        assert found(*entries, memo=memo) == found(*entries)
