"""Quotes follow an edit of the body."""

from newsbrief.document import parse
from newsbrief.document.reanchor import reanchor

BRIEF = """---
title: Ferry stays
date: 2029-05-04
quotes:
# by hand
- id: q1
  speaker: Mira Solberg
  text: The tide keep no calendar, and nobody here ever asked it to
- id: q2
  speaker: Ansel Quay
  text: We asked for a timetable
---
“The tide keeps no calendar, and nobody here ever asked it to,” Mira Solberg said.

“We asked for a timetable,” said Ansel Quay.
"""


def test_quote_takes_the_bodys_mended_words() -> None:
    """A misprint corrected in the body is corrected in the quote; the others and the body stay."""
    done = reanchor(BRIEF, None)
    brief = parse(done.text)
    assert done.quotes == ("q1",)
    assert brief.quotes[0].text == ("The tide keeps no calendar, and nobody here ever asked it to",)
    assert brief.quotes[1].text == ("We asked for a timetable",)
    assert brief.body == parse(BRIEF).body


def test_words_that_the_raw_article_lacks_are_not_taken() -> None:
    """A person's change of the body does not put words into a mouth: the raw article must have them."""
    raw = "“The tide keep no calendar, and nobody here ever asked it to,” Mira Solberg said."
    assert reanchor(BRIEF, raw).quotes == ()
    assert reanchor(BRIEF, raw.replace("keep no", "keeps no")).quotes == ("q1",)


def test_quote_that_is_gone_is_left_for_a_person() -> None:
    """Where nothing like it stands in the body, nothing is invented."""
    text = BRIEF.replace("“The tide keeps no calendar, and nobody here ever asked it to,” Mira Solberg said.", "Gone.")
    assert reanchor(text, None).text == text


def test_nothing_to_do_changes_no_byte() -> None:
    """A brief in order stays as it is."""
    text = BRIEF.replace("tide keep no", "tide keeps no")
    assert reanchor(text, None).text == text
