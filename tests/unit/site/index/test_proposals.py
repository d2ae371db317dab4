"""Which story a brief may belong to."""

from __future__ import annotations

import pytest

from newsbrief.model.entry import Entry
from newsbrief.site.facts.records import NameFacts
from newsbrief.site.index.proposals import Proposed, Stories, proposed, story_for
from tests.unit.briefs import entry
from tests.unit.site.index.told import facts, related

OTHERS = [entry(f"briefs/o{n}.md", title=n, date="2029-04-01") for n in ("Bread", "Snow", "Chess")]
SPILL = entry("briefs/a.md", title="Oil spill closes the herring grounds", date="2029-05-01", story="Oil spill")
SPILL_AGAIN = entry("briefs/b.md", title="Oil spill: herring grounds open", date="2029-05-09")
PIER, LAMP, NONE = NameFacts("pier", "Pier"), NameFacts("lamp", "Lamp"), NameFacts("", "")


def found(*entries: Entry) -> Proposed:
    told, people = related(entries)
    briefs = {one.path: one.brief for one in entries}
    return proposed(told, people, briefs.__getitem__)


@pytest.mark.parametrize(
    ("near", "story"),
    [
        (((PIER, 0.2),), "Pier"),
        (((PIER, 0.08), (PIER, 0.08)), "Pier"),
        (((PIER, 0.1),), ""),
        (((PIER, 0.2), (LAMP, 0.19)), ""),
        (((NONE, 0.9),), ""),
        ((), ""),
    ],
)
def test_story_is_proposed_only_when_it_stands_out(near: tuple[tuple[NameFacts, float], ...], story: str) -> None:
    """Similar briefs of one story count together; where another story is as similar, none is proposed."""
    assert story_for(near) == story


def test_brief_that_is_similar_to_a_story_is_proposed_for_it() -> None:
    """Only briefs without a story get a proposal."""
    assert found(SPILL, SPILL_AGAIN, *OTHERS).stories == {"briefs/b.md": "Oil spill"}


def test_similar_briefs_without_a_story_are_proposed_as_one() -> None:
    """Three or more are named together with what they share, unless one of them seems to belong to a story."""
    alike = [entry(f"briefs/{n}.md", title="Herring fleet idle", date=f"2029-05-0{n}") for n in (1, 2, 3)]
    assert found(*alike[:2], *OTHERS).new == ()
    (group,) = found(*alike, *OTHERS).new
    assert group.paths == ("briefs/1.md", "briefs/2.md", "briefs/3.md")
    assert {"herring", "fleet"} <= set(group.shared)
    story = entry("briefs/0.md", title="Herring fleet idle", date="2029-04-30", story="Herring fleet")
    assert found(story, *alike, *OTHERS).new == ()


def test_new_brief_gets_the_story_that_it_is_similar_to() -> None:
    """Briefs that were put in since count as well."""
    stories = Stories(facts([SPILL, *OTHERS]), ())
    (again, chess, herring) = (
        facts([one])[0]
        for one in (
            SPILL_AGAIN,
            entry("briefs/z.md", title="Chess club moves", date="2029-05-10"),
            entry("briefs/h.md", title="Lighthouse keeper retires", date="2029-05-11"),
        )
    )
    assert [stories.story(one) for one in (again, chess, herring)] == ["Oil spill", "", ""]
    keeper = entry("briefs/k.md", title="Lighthouse keeper honoured", date="2029-05-10", story="The last keeper")
    stories.put(facts([keeper])[0])
    assert stories.story(herring) == "The last keeper"


def test_new_brief_may_be_older_than_its_story() -> None:
    """An article that arrives weeks later than others of its story is compared with them, too."""
    (older,) = facts([entry("briefs/b.md", title="Oil spill: herring grounds open", date="2029-04-20")])
    assert Stories(facts([SPILL, *OTHERS]), ()).story(older) == "Oil spill"


def test_without_stories_nothing_is_proposed() -> None:
    """A newsroom that names no stories gets no proposals for new briefs."""
    assert Stories(facts(OTHERS), ()).story(facts([SPILL_AGAIN])[0]) == ""
