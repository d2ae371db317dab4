"""Which story a brief may belong to."""

import pytest

from newsbrief.collate.kinship import Kin
from newsbrief.collate.proposals import Stories, proposed, story_for
from tests.unit.briefs import entry

OTHERS = [entry(f"briefs/o{n}.md", title=n, date="2029-04-01") for n in ("Bread", "Snow", "Chess")]
SPILL = entry("briefs/a.md", title="Oil spill closes the herring grounds", date="2029-05-01", story="Oil spill")
SPILL_AGAIN = entry("briefs/b.md", title="Oil spill: herring grounds open", date="2029-05-09")


@pytest.mark.parametrize(
    ("near", "story"),
    [
        ((("a", 0.2),), "Pier"),
        ((("a", 0.08), ("b", 0.08)), "Pier"),
        ((("a", 0.1),), ""),
        ((("a", 0.2), ("c", 0.19)), ""),
        ((("d", 0.9),), ""),
        ((), ""),
    ],
)
def test_story_is_proposed_only_when_it_stands_out(near: tuple[tuple[str, float], ...], story: str) -> None:
    """Several near briefs of a story count together; one that another story is as near to is not proposed."""
    stories = {"a": "Pier", "b": "Pier", "c": "Lamp"}
    assert story_for([Kin(*one) for one in near], stories) == story


def test_brief_that_is_near_to_a_story_is_asked_about() -> None:
    """`newsbrief check` names the story; a brief that has one is not asked about."""
    found = proposed([SPILL, SPILL_AGAIN, *OTHERS], ())
    assert found.stories == {"briefs/b.md": "Oil spill"}


def test_briefs_without_a_story_that_hang_together_are_asked_about() -> None:
    """Three and more that look like one are named together, with what they share."""
    alike = [entry(f"briefs/{n}.md", title="Herring fleet idle", date=f"2029-05-0{n}") for n in (1, 2, 3)]
    assert proposed([*alike[:2], *OTHERS], ()).looks == ()
    (group,) = proposed([*alike, *OTHERS], ()).looks
    assert group.paths == ("briefs/1.md", "briefs/2.md", "briefs/3.md")
    assert {"herring", "fleet"} <= set(group.shared)


def test_desk_puts_a_new_brief_into_the_story_it_is_near_to() -> None:
    """The desk's shelf remembers the new brief, too."""
    stories = Stories.of([SPILL, *OTHERS], ())
    assert stories.story(SPILL_AGAIN) == "Oil spill"
    assert stories.story(entry("briefs/z.md", title="Chess club moves", date="2029-05-10")) == ""


def test_newsroom_without_stories_is_proposed_none() -> None:
    """Nothing is weighed where no brief has a story."""
    stories = Stories.of(OTHERS, ())
    assert stories.story(SPILL_AGAIN) == ""
    assert stories.shelf.seen == 0
