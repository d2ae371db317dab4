"""Passages that are near to words."""

from newsbrief.document import nearest


def test_the_nearest_passage_is_shown() -> None:
    """A misquoted sentence leads to the one meant; words that are nowhere lead to nothing."""
    body = "The council met. Nobody in Lumen repairs the old cranes, said Bo Tarn. Then they left."
    assert nearest(body, "Nobody in Lumen repairs these old cranes") == "Nobody in Lumen repairs the old cranes,"
    assert nearest(body, "Entirely different") == ""
