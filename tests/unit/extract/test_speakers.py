"""Who says it."""

from __future__ import annotations

import pytest

from tests.unit.extract.article import said

CAST = "Mayor Angela Weir and engineer Peter Osk came. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The roof is safe,” Angela Weir said.", "Angela Weir"),
        ("“The roof is safe,” said Angela Weir, the mayor.", "Angela Weir"),
        ("“The roof is safe,” said harbour engineer Angela Weir.", "Angela Weir"),
        ("“The roof is safe,” Angela Weir, the mayor of Port Ellery, told reporters.", "Angela Weir"),
        ("Angela Weir said: “The roof is safe.”", "Angela Weir"),
        ("Angela Weir said the roof was “safe at last and for good.”", "Angela Weir"),
        ("The roof is “safe at last and for good,” according to Angela Weir.", "Angela Weir"),
        ("Angela Weir left the hall, saying “the roof is safe now.”", "Angela Weir"),
        ("Angela Weir was blunt. “The roof is not safe at all.”", "Angela Weir"),
        (CAST + "“The roof is safe,” Weir said.", "Angela Weir"),
        (CAST + "“The roof is safe,” she said.", "Angela Weir"),
        (CAST + "“The roof is safe,” he said.", "Peter Osk"),
        (CAST + "“The roof is safe,” the mayor said.", "Angela Weir"),
        (CAST + "“Is the roof safe?” Mr. Osk asked.", "Peter Osk"),
        (CAST + "Osk said he saw “a roof that was safe.”", "Peter Osk"),
        (CAST + "“The roof,” Osk, who built it, said, “is safe.”", "Peter Osk"),
        ("“The roof is safe,” she said.", ""),
        ("“The roof is safe,” officials said.", ""),
        ("“The roof is safe,” said a spokesman for the port.", ""),
    ],
)
def test_speaker(text: str, name: str) -> None:
    """The speaker's full name; "" where the text does not tell it."""
    assert said(text)[0].name == name


def test_mention_and_cue() -> None:
    """An attribution keeps the mention in the text and the cue's word."""
    text = CAST + "“The roof is safe,” she told reporters."
    found = said(text)[0]
    assert (found.speaker, text[found.start : found.end], found.cue) == ("she", "she", "told")


def test_a_paragraph_of_speech_goes_on() -> None:
    """A paragraph that is all quote belongs to the one who spoke in the paragraph before, with less confidence."""
    first, second = said("“The roof is safe,” Angela Weir said.\n\n“The walls are next, and soon.”")
    assert (first.name, second.name) == ("Angela Weir", "Angela Weir")
    assert second.confidence < first.confidence


def test_passive_subjects_do_not_speak() -> None:
    """Who was asked is not the one who asked."""
    found = said("Angela Weir was asked whether “the roof was safe at last.”")
    assert all(one.cue != "asked" for one in found)


def test_nobody_named_inside_a_quote_speaks_it() -> None:
    """A name within the marks is no speaker."""
    assert all(one.name == "" for one in said("“Angela Weir said so,” they said."))
