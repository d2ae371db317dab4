"""Pictures among the paragraphs of a plain text: their credits, and the captions beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from newsbrief.intake.credit import credited, parted
from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.notices import Notice
from newsbrief.model.article import Photo
from newsbrief.rules.pages import Pages

# A caption beside its credit is no longer.
CAPTION = 220
NOTHING = Atom(0, "", False)
Credit = Callable[[str], Photo | None]


def taken(found: Sequence[Notice], credit: Credit, pages: Pages) -> tuple[list[Notice], Photo | None]:
    """The notices without pictures, and the first picture.

    `credit` reads a line that credits a picture and nothing else, None for other lines.
    """
    left: list[Notice] = []
    photos: list[Photo] = []
    place = 0
    while place < len(found):
        notice = found[place]
        photo = _read(notice, credit, pages)
        if photo is None:
            left.append(notice)
        elif photo.caption:
            photos.append(photo)
        else:
            before, after = _neighbours(found, place, left)
            if before is not None:
                left.pop()
            photos.append(
                Photo(photo.credit, photo.rights, pages.caption.sub("", (before or after or NOTHING).text, count=1))
            )
            place += before is None and after is not None
        place += 1
    return left, _lead([photo for photo in map(_trimmed, photos) if photo.credit or photo.caption])


def _trimmed(photo: Photo) -> Photo:
    return Photo(photo.credit.strip(), photo.rights.strip(), photo.caption.strip())


def _lead(photos: Sequence[Photo]) -> Photo | None:
    """The first picture that is credited; where only its maker was named before, the caption that names them.

    A caption behind a credit that has none is that picture's.
    """
    photos = list(_married(photos))
    first = next((photo for photo in photos if photo.credit), next(iter(photos), None))
    if first is None or first.caption:
        return first
    return next((photo for photo in photos if photo.caption and first.credit in photo.credit), first)


def _married(photos: Sequence[Photo]) -> Iterator[Photo]:
    """Each picture, those of a credit and of a caption beside it joined."""
    pending: Photo | None = None
    for photo in photos:
        if (
            pending is not None
            and bool(pending.caption) != bool(photo.caption)
            and bool(pending.credit) != bool(photo.credit)
        ):
            credited = pending if pending.credit else photo
            yield Photo(credited.credit, credited.rights, pending.caption or photo.caption)
            pending = None
            continue
        if pending is not None:
            yield pending
        pending = photo
    if pending is not None:
        yield pending


def _read(notice: Notice, credit: Credit, pages: Pages) -> Photo | None:
    words = notice.atom.text
    if notice.kind == "caption":
        said = notice.parts.get("said", words)
        said = pages.caption.sub("", said, count=1)
        told = notice.parts.get("who", "")
        return replace(credited(told, pages), caption=said.strip(), **_rights(notice)) if told else parted(said, pages)
    photo = credit(words) if notice.kind == "credit" else None
    if photo is None or photo.rights:
        return photo
    bare = credited(photo.credit, pages)
    return Photo(bare.credit, bare.rights, photo.caption)


def _rights(notice: Notice) -> dict[str, str]:
    return {"rights": notice.parts["rights"]} if "rights" in notice.parts else {}


def _neighbours(found: Sequence[Notice], place: int, left: Sequence[Notice]) -> tuple[Atom | None, Atom | None]:
    """The caption before or after a credit line: the one other line between two empty ones."""
    notice = found[place].atom
    before = found[place - 1] if place and not notice.apart else None
    after = found[place + 1] if place + 1 < len(found) and not found[place + 1].atom.apart else None
    # With nothing above it, the line before is the headline.
    if before is not None and (after is not None or not before.atom.apart or len(left) < 2 or left[-1] is not before):
        before = None
    if before is None and after is not None and place + 2 < len(found) and not found[place + 2].atom.apart:
        after = None
    return _caption(before), _caption(after)


def _caption(notice: Notice | None) -> Atom | None:
    if notice is None or notice.kind or len(notice.atom.text) > CAPTION:
        return None
    return notice.atom
