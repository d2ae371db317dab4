"""Messages about changes that readers are not told of."""

from __future__ import annotations

from newsbrief.model.brief import Note
from newsbrief.model.refusal import Refusal
from newsbrief.site.index.unexplained import ENDING, error_message, without_reason
from tests.unit.briefs import entry, views_of


def test_a_build_ends_with_every_change_and_with_what_may_explain_it() -> None:
    """A brief that was refused is named with that reason alone. Without changes there is no message."""
    refused = [Refusal("content/briefs/a.md", 3, "has no title")]
    changes = [Refusal("briefs/a.md", 0, "would vanish"), Refusal("briefs/b.md", 7, "quote q1 is gone")]
    assert error_message(changes, refused, "content").split("\n") == [
        "content/briefs/a.md:3: has no title",
        "content/briefs/b.md:7: quote q1 is gone [unexplained-change]",
        ENDING,
    ]
    assert error_message([], refused, "content") == ""


def test_a_retraction_without_a_reason_is_named() -> None:
    """Not if a note gives the reason, or somebody silenced the finding."""
    told = (Note("retraction", "The account could not be confirmed."),)
    index = views_of(
        entry("briefs/a.md", title="A", status="retracted", lines={"status": 4}),
        entry("briefs/b.md", title="B", status="retracted", notes=told),
        entry("briefs/c.md", title="C", status="retracted", silence={"no-reason": "a court forbids it"}),
        entry("briefs/d.md", title="D"),
    ).index
    (found,) = without_reason(index, "content")
    assert str(found).startswith("content/briefs/a.md:4: is retracted, and nothing tells readers why; write notes: [")
