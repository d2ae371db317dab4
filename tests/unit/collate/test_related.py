"""Related briefs."""

from newsbrief import collate
from tests.unit.briefs import edition, entry

OTHERS = [entry(f"briefs/o{n}.md", title=n, date="2029-04-01") for n in ("Bread", "Snow", "Chess")]


def related(*entries: collate.Entry) -> dict[str, list[str]]:
    site = collate.site([*entries, *OTHERS], edition())
    return {path: [teaser.headline for teaser in page.related] for path, page in site.briefs.items()}


def test_related_leads_both_ways() -> None:
    """The newer brief leads to the older, and so does the older to the newer."""
    found = related(
        entry("briefs/a.md", title="Herring fleet stranded", date="2029-05-01"),
        entry("briefs/b.md", title="Herring fleet sails", date="2029-05-03"),
    )
    assert found["briefs/a.md"] == ["Herring fleet sails"]
    assert found["briefs/b.md"] == ["Herring fleet stranded"]


def test_briefs_of_the_same_story_are_not_named_twice() -> None:
    """The story leads to its own briefs; related are those outside it."""
    found = related(
        entry("briefs/a.md", title="Herring fleet stranded", date="2029-05-01", story="Herring"),
        entry("briefs/b.md", title="Herring fleet sails", date="2029-05-03", story="Herring"),
        entry("briefs/c.md", title="Herring fleet painted", date="2029-05-04"),
    )
    assert found["briefs/b.md"] == ["Herring fleet painted"]
    assert found["briefs/c.md"] == ["Herring fleet sails", "Herring fleet stranded"]


def test_what_shares_little_is_not_related() -> None:
    """A brief that is near to none leads to none."""
    assert related(entry("briefs/a.md", title="Herring fleet stranded"))["briefs/a.md"] == []


def test_new_brief_changes_few() -> None:
    """Of many briefs only those that a new one is near to change."""
    shelf = [entry(f"briefs/{n}.md", title=f"Matter {n} {n}xyz", date=f"2029-05-{n:02d}") for n in range(1, 20)]
    new = entry("briefs/new.md", title="More on 7xyz and 8xyz", date="2029-05-30")
    before, after = related(*shelf), related(*shelf, new)
    assert {path for path in before if before[path] != after[path]} <= {"briefs/7.md", "briefs/8.md"}
