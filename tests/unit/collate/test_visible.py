"""Status and embargo."""

import pytest

from newsbrief import collate
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note
from tests.unit.briefs import edition, entry, moment

QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
EVENT = BriefEvent("e1", "2029-05-03", "on Thursday", "The ferry came back on Thursday.")
PERSON = BriefPerson("Mira Solberg", "harbour master")


@pytest.mark.parametrize(
    ("status", "publish", "shown"),
    [
        ("draft", False, False),
        ("draft", True, False),
        ("review", False, True),
        ("review", True, False),
        ("published", True, True),
        ("retracted", True, True),
        ("withdrawn", True, True),
    ],
)
def test_status_decides_where_a_brief_is_built(status: str, publish: bool, shown: bool) -> None:
    """Drafts are in no build, briefs in review only in a preview."""
    assert collate.shown(entry(status=status), edition(publish=publish)) is shown


@pytest.mark.parametrize(
    ("embargo", "shown"),
    [("2030-03-02", False), ("2030-03-01 00:00:01", False), ("2030-03-01", True), ("2030-03-01T01:00:00+02:00", True)],
)
def test_embargo_holds_until_its_instant(embargo: str, shown: bool) -> None:
    """A published brief is in no build before its embargo ends, to the second."""
    assert collate.shown(entry(embargo=moment(embargo)), edition()) is shown


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_taken_back_brief_leaves_every_list_of_facts(status: str) -> None:
    """Quotes, events and people of a retracted or withdrawn brief are on no page."""
    one = entry(status=status, quotes=(QUOTE,), events=(EVENT,), people=(PERSON,), tags=("Harbour",), summary="Sums up")
    site = collate.site([one], edition())
    assert not site.quote_pages
    assert not site.timelines[0].years
    assert not site.person_pages
    assert not site.listings
    assert not site.front.days


def test_retracted_brief_keeps_headline_and_reason_and_a_withdrawn_one_nothing() -> None:
    """The address of a retracted brief gives headline and notes; that of a withdrawn one neither."""
    note = Note("retraction", "The account could not be confirmed.")
    retracted = entry("briefs/2029-05-04-a.md", status="retracted", notes=(note,))
    withdrawn = entry("briefs/2029-05-04-b.md", status="withdrawn", notes=(note,))
    pages = collate.site([retracted, withdrawn], edition()).briefs
    assert pages[retracted.path].headline == "Ferry returns"
    assert [one.text for one in pages[retracted.path].notes] == [note.text]
    assert pages[withdrawn.path].headline == ""
    assert not pages[withdrawn.path].notes


def test_hidden_brief_leaves_no_trace() -> None:
    """A draft is in no page model at all."""
    secret = entry("briefs/2029-05-04-secret.md", status="draft", title="Zyxmarker", quotes=(QUOTE,), events=(EVENT,))
    assert "Zyxmarker" not in repr(collate.site([secret, entry()], edition()))
