"""Marks in a body."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.document import locate, plain
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.site.pages import brief as brief_pages
from newsbrief.site.render.body import to_html
from newsbrief.site.render.marks import marked
from newsbrief.site.views.resolve import PageViews
from tests.effort import examples
from tests.unit.briefs import brief
from tests.unit.site.pages.content_site import index_of, site

SOLBERG = BriefPerson("Mira Solberg", "harbour master")


def body(markdown: str, **fields: Any) -> str:
    """The marked body of a brief with these facts."""
    made = brief(body=markdown, people=(SOLBERG,), **fields)
    text = plain(markdown)
    parts = {quote.id: locate(text, quote.text) for quote in made.quotes}
    one = Entry("briefs/a.md", made, text, {name: found for name, found in parts.items() if not isinstance(found, int)})
    made_site = site(Path("nowhere"))
    index, views = index_of([one], made_site)
    (page,) = brief_pages.plan(index, made_site)
    model = brief_pages.model(page, PageViews(page.url, page.shows, views), made_site)
    return marked(to_html(markdown), model, lambda url: f"/{url}")


def words(html: str) -> str:
    """What a reader reads, without our own additions."""
    bare = re.sub(r' <small>.*?</small>|\u00a0<a href="[^"]*" aria-label.*?</a>', "", html)
    return unescape(re.sub(r"<[^>]*>", "", bare))


QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")


def test_quote_is_marked_with_its_marks_and_linked() -> None:
    """Marks and the comma inside them belong to the quote's look; the permalink closes the paragraph."""
    html = body("“The tide keeps no calendar,” Mira Solberg said.", quotes=(QUOTE,))
    assert html.startswith('<p class="nb-quote"><span id="q1">“The tide keeps no calendar,”</span> ')
    assert html.rstrip().endswith("¶</a></p>")
    assert 'href="/quotes/2029-05-04-a-q1/"' in html


def test_fragment_leaves_its_paragraph_as_it_is() -> None:
    """A few quoted words in a long sentence do not make the paragraph a quote."""
    html = body(
        "Nobody had asked the harbour master for a date, and Mira Solberg gave none: “The tide keeps no calendar” "
        "was all "
        "that she would say before the doors of the board room closed behind her.",
        quotes=(QUOTE,),
    )
    assert "nb-quote" not in html
    assert '<span id="q1">“The tide keeps no calendar”</span>\u00a0<a href="/quotes/' in html


@pytest.mark.parametrize(
    ("behind", "before", "after"),
    [
        (". Then she left.", ".", " Then she left."),
        ("; the board", ";", " the board"),
        ("*)*, which", "*)*,", " which"),
        ("—and the board", "", "—and the board"),
        (" (she said)", "", " (she said)"),
    ],
)
def test_permalink_follows_the_stop_behind_a_quote(behind: str, before: str, after: str) -> None:
    """It stands between no word and its comma, and a blank that does not break keeps it on the words' line."""
    start = (
        "Nobody had asked the harbour master for a date, and all that she would say was “The tide keeps no calendar”"
    )
    html = body(f"{start}{behind} closed its doors behind her, and nobody was any wiser than before.", quotes=(QUOTE,))
    before_it, _, rest = html.partition('\u00a0<a href="/quotes/')
    ends = re.sub(r"<[^>]*>", "", before_it)
    assert ends.endswith("calendar”" + before.replace("*", ""))
    assert rest.partition("</a>")[2].startswith(after)


def test_broken_quote_has_one_anchor_and_one_permalink() -> None:
    """Two parts, one id, one link after the last."""
    two = BriefQuote("q1", ("The tide keeps no calendar", "It keeps the moon."), "Mira Solberg")
    html = body("“The tide keeps no calendar,” she said. “It keeps the moon.”", quotes=(two,))
    assert html.count('id="q1"') == 1
    assert html.count("<span") == 2
    assert html.count('aria-label="Quote: The tide keeps"') == 1


def test_date_explains_itself() -> None:
    """A weekday is followed by its day; a full date and a year are not."""
    thursday = BriefEvent("e1", "2029-05-03", "on Thursday", "They met on Thursday.")
    year = BriefEvent("e2", "2021~", "around 2021", "The quay was built around 2021.")
    html = body("They met on Thursday. The quay was built around 2021.", events=(thursday, year))
    assert 'datetime="2029-05-03" id="e1">on Thursday</time> <small>(3 May)</small>' in html
    assert 'datetime="2021" id="e2">around 2021</time>.' in html


def test_day_is_not_said_again_right_after_itself() -> None:
    """Several words that leave the same day open are explained once, until another day was said."""
    days = (
        ("2029-05-03", "on Thursday"),
        ("2029-05-03", "that night"),
        ("2029-05-01", "on Tuesday"),
        ("2029-05-03", "the same Thursday"),
    )
    events = tuple(BriefEvent(f"e{n}", day, when, f"They met {when}.") for n, (day, when) in enumerate(days))
    html = body(" ".join(event.text for event in events), events=events[::-1])
    assert re.findall(r"<small>(.*?)</small>", html) == ["(3 May)", "(1 May)", "(3 May)"]


def test_no_word_is_put_into_a_quote() -> None:
    """A date inside a speaker's words is marked, but not explained there."""
    quote = BriefQuote("q1", ("We sail on Thursday",), "Mira Solberg")
    event = BriefEvent("e1", "2029-05-10", "on Thursday", "We sail on Thursday")
    html = body("“We sail on Thursday,” she said.", quotes=(quote,), events=(event,))
    assert '<span id="q1">“We sail <time datetime="2029-05-10" id="e1">on Thursday</time>,”</span>' in html
    assert "<small" not in html


def test_anchor_is_set_even_where_words_are_not_found() -> None:
    """An event whose words were edited away still has its place, so that no link breaks."""
    html = body("They met.", events=(BriefEvent("e1", "2029-05-03", "on Thursday", "They met on Thursday."),))
    assert html.startswith('<span id="e1"></span>')


def test_first_mention_of_a_person_is_linked_once() -> None:
    """Outside quotes, headings and links, once."""
    html = body(
        "## Mira Solberg\n\n“The tide keeps no calendar,” she said. Mira Solberg waited. Mira Solberg left.",
        quotes=(QUOTE,),
    )
    assert html.count("/people/") == 1
    assert "<h2>Mira Solberg</h2>" in html


def test_person_is_linked_at_whole_words_only() -> None:
    """A name that begins or ends inside a word is another's; the next one is found."""
    html = body("Mira Solbergs, AMira Solberg and _Mira Solberg_ met Mira Solberg, who waited.", quotes=(QUOTE,))
    assert html.count("/people/") == 1
    assert words(html).startswith("Mira Solbergs, AMira Solberg and Mira Solberg met")
    assert re.search(r"and <em><a [^>]+>Mira Solberg</a></em> met", html)


@pytest.mark.parametrize("sign", ["*", "**", "_", "`"])
def test_markup_inside_a_quote_does_not_break_it(sign: str) -> None:
    """A quote that runs across emphasis is marked on both sides of it, with one id."""
    html = body(f"“The {sign}tide{sign} keeps no calendar,” she said.", quotes=(QUOTE,))
    assert html.count('id="q1"') == 1
    assert "“The tide keeps no calendar,” she said." in words(html)


@settings(max_examples=examples(150), deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            ["“The tide keeps no calendar”", "Mira Solberg", "on Thursday", "<b>x</b>", "a & b", "\n\n", "*so*", "> "]
        ),
        max_size=9,
    )
)
def test_marks_never_change_a_word(pieces: list[str]) -> None:
    """Whatever is marked, the words are those of the unmarked body."""
    markdown = " ".join(pieces)
    event = BriefEvent("e1", "2029-05-03", "on Thursday", "keeps no calendar” Mira Solberg on Thursday")
    html = body(markdown, quotes=(QUOTE,), events=(event,))
    assert words(html) == words(to_html(markdown))
