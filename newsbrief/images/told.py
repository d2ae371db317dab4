"""What a picture file says about itself: whose it is, what is claimed about its rights, what is to be seen."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.document import cleaned

# Longer than any credit line; a hostile file may say a megabyte.
LONGEST = 300
LONGEST_CAPTION = 2_000


class Told(Struct, frozen=True):
    """All in one line of plain text each, or ""; only `credit` and `rights` ever stay in a file that is published."""

    credit: str = ""
    rights: str = ""
    caption: str = ""
    alt: str = ""


def line(text: str, longest: int = LONGEST) -> str:
    """A stranger's text as one line, without signs that nobody sees, and cut where it is far too long."""
    return " ".join(cleaned(text[: 2 * longest]).split())[:longest].strip()


def credited(creators: list[str], credit: str) -> str:
    """“Osla Brandt/Harbour News Agency”: who took it and for whom, as newspapers write it."""
    by = ", ".join(dict.fromkeys(filter(None, map(line, creators[:3]))))
    credit = line(credit)
    return credit if by.casefold() in credit.casefold() else f"{by}/{credit}" if credit else by


def joined(first: Told, other: Told) -> Told:
    """The first's words, and the other's where it has none."""
    return Told(
        credit=first.credit or other.credit,
        rights=first.rights or other.rights,
        caption=first.caption or other.caption,
        alt=first.alt or other.alt,
    )
