"""Which of the first lines is the headline."""

from __future__ import annotations

import pytest

from newsbrief import rules
from newsbrief.intake import text
from newsbrief.model.refusal import RefusedError

BODY = (
    "The boats came back to the harbour late on a quiet evening, and nobody had come to see them land.\n\nIt was late."
)
CASES = [
    ("plain", "Ferry tax passes by one vote", "Ferry tax passes by one vote"),
    ("a wire's prefix", "UPDATE 2-Ferry tax passes by one vote", "Ferry tax passes by one vote"),
    ("below a kicker", "OPINION\n\nThe ferry tax is a mistake", "The ferry tax is a mistake"),
    ("below a slug and a note", "BC-ELLERY-FERRY/0412\nEds: Adds vote.\n\nFerry tax passes", "Ferry tax passes"),
    ("below a masthead drawn off", "THE ELLERY BEAT\nPort Ellery\n==========\n\nFerry tax passes", "Ferry tax passes"),
    ("drawn below", "Ferry tax passes\n================", "Ferry tax passes"),
    ("broken in capitals", "FERRY TAX PASSES BY\nVOTE OF ONE", "FERRY TAX PASSES BY VOTE OF ONE"),
    ("a page's title above", "Ferry tax passes | Ellery Beat\n\nFerry tax passes", "Ferry tax passes"),
    ("underlined", "University of Ellery\nMedia Release\n\nSleepless bees get lost\n======", "Sleepless bees get lost"),
    ("a code above", "NOR01 4 GI 0218 NSY /EW-TL52\nFerry boats stay in port", "Ferry boats stay in port"),
    ("a masthead with its day", "The Advertiser – Saturday, 3 March 2029\nFive dry years end", "Five dry years end"),
    ("above a deck", "Oil Firm Knew Pipe Was Failing\nIt ignored 19 warnings", "Oil Firm Knew Pipe Was Failing"),
    ("a question", "Who pays for the ferry?", "Who pays for the ferry?"),
    ("with a stop", "Ferry tax passes.", "Ferry tax passes."),
    ("below the day", "Published 4 May 2029\n\nFerry tax passes", "Ferry tax passes"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "headline"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_found(words: str, headline: str) -> None:
    """What stands above it is passed over, what belongs to it is kept."""
    assert text.read(f"{words}\n\n{BODY}\n", rules.load()).headline == headline


@pytest.mark.parametrize("words", ["", "Eds: Adds vote.\n\n", "By Osla Brandt\n\n"])
def test_none(words: str) -> None:
    """A paragraph is no headline; the refusal names its line."""
    with pytest.raises(RefusedError, match="no headline"):
        text.read(f"{words}{BODY}\n", rules.load())
