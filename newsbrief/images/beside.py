"""Pictures beside a raw article or in it: the desk copies the first as its brief's photo, without what is private.

Nothing of the folder of raw articles is ever published; the copy lies in content/images/, and a person reads the brief.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.text_files import read_text, write_bytes, write_text
from newsbrief.document import field_source, fingerprints, parse, set_fields, unread
from newsbrief.images.forms import ENDINGS, put_together
from newsbrief.images.forms.parts import Parts
from newsbrief.images.look import fit_for_photo, looked_at, read, told
from newsbrief.images.told import Told
from newsbrief.model.article import Photo
from newsbrief.model.refusal import RefusedError

FOLDER = "images"
FORMS = {"jpeg": "jpg", "png": "png", "webp": "webp", "gif": "gif"}
# No photograph in an article's own file has a side of fewer pixels; icons and buttons have.
SMALLEST = 150
NUMBERED = re.compile(r"(?P<stem>.+)-(?P<number>[1-9])")


class Picture(Struct, frozen=True):
    """A picture by its name; `read` gives its bytes, or raises RefusedError or OSError."""

    name: str
    read: Callable[[], bytes]


class Beside(Struct, frozen=True):
    """The pictures of a folder of raw articles, or of an archive, by the article that each belongs to.

    `pictures`: by the article's path without its ending.
    """

    pictures: dict[Path, tuple[Path, ...]]
    read: Callable[[Path], bytes] = read

    @classmethod
    def of(cls, files: Iterable[Path], read: Callable[[Path], bytes] = read) -> Beside:
        """`harbour.jpg`, `harbour-1.jpg` and `harbour-2.png` are `harbour.txt`'s; without that article nobody's.

        `read` gives a picture's bytes.
        """
        all_files = sorted(files)
        articles = {_bare(file) for file in all_files if not is_picture(file)}
        found: dict[Path, list[Path]] = {}
        for file in filter(is_picture, all_files):
            number = NUMBERED.fullmatch(file.stem)
            bare = _bare(file) if _bare(file) in articles or not number else file.parent / number["stem"]
            if bare in articles:
                found.setdefault(bare, []).append(file)
        # The one without a number comes first.
        pictures = {
            bare: tuple(sorted(own, key=lambda one: (_bare(one) != bare, one.name))) for bare, own in found.items()
        }
        return cls(pictures, read)

    def all(self) -> frozenset[Path]:
        """Every picture that belongs to an article."""
        return frozenset(file for own in self.pictures.values() for file in own)

    def beside(self, article: Path) -> tuple[Picture, ...]:
        """An article's pictures, the one to be taken first."""
        own = self.pictures.get(_bare(article), ())
        return tuple(Picture(file.name, partial(self.read, file)) for file in own)


def attach(pictures: Sequence[Picture], brief: Path, content: Path) -> tuple[str, ...]:
    """Give a brief its photo, if a person has not seen to it; what is to be told of it, a line each."""
    if not pictures:
        return ()
    picture, *others = pictures
    try:
        return _attach(picture, others, brief, content)
    except RefusedError as error:
        return (f"{picture.name}: {error.reasons[0][1]}; {brief.name} has no photo of it",)
    except OSError as error:
        return (f"{picture.name}: cannot be read ({error.strerror or error}); {brief.name} has no photo of it",)


def enclosed(name: str, pictures: Iterable[bytes]) -> tuple[Picture, ...]:
    """Of the pictures that came in an article's own file, the one to be its photo; icons are none.

    `name`: what messages call the file. One that says whose it is comes before others.
    """
    found = [(parts, data) for data in pictures if (parts := _shown(data))]
    found.sort(key=lambda one: not _is_signed(told(one[0])))
    return tuple(Picture(f"the picture in {name}", partial(bytes, data)) for _, data in found[:1])


def _shown(data: bytes) -> Parts | None:
    """A picture's parts; None for what may not be shown or is too small."""
    try:
        parts = fit_for_photo(looked_at(data))
    except RefusedError:
        return None
    return parts if min(parts.size) >= SMALLEST else None


def _is_signed(said: Told) -> bool:
    return bool(said.credit and said.rights)


def _bare(file: Path) -> Path:
    return file.parent / file.stem


def is_picture(file: Path) -> bool:
    """Whether a raw file is a picture by its name."""
    return file.suffix.lower().lstrip(".") in ENDINGS


def _attach(picture: Picture, others: Iterable[Picture], brief_file: Path, content: Path) -> tuple[str, ...]:
    text = read_text(brief_file)
    brief = parse(text)
    record = brief.raw
    stands = fingerprints(brief).get("photo")
    if record is None or (brief.photo and brief.photo.file) or stands != record.desk.get("photo"):
        return ()
    parts = fit_for_photo(looked_at(picture.read()))
    said = told(parts)
    copy = content / FOLDER / f"{brief_file.stem}.{FORMS[parts.kind]}"
    bare = put_together(parts, said)
    notes = [f"{one.name}: a brief has one photo; {brief_file.name} has {picture.name}" for one in others]
    if copy.is_file() and copy.read_bytes() != bare:
        notes.append(
            f"{FOLDER}/{copy.name} stands there already and is another picture; it stays, look whether it fits"
        )
    else:
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(copy, bare)
    had = brief.photo or Photo()
    photo = Photo(
        credit=had.credit or said.credit,
        rights=had.rights or said.rights,
        caption=had.caption or said.caption,
        alt=had.alt or said.alt,
        file=f"{FOLDER}/{copy.name}",
    )
    fresh = replace(brief, photo=photo)
    desk = {**record.desk, "photo": fingerprints(fresh)["photo"]}
    record = replace(record, desk=desk, unread=unread(brief, ["photo"]))
    if brief.reviewed:
        notes.append(
            f"{brief_file.name}: has a photo since {brief.reviewed.by} read it; look at it and approve it again"
        )
    fields = {"photo": field_source(fresh, "photo"), "raw": field_source(replace(fresh, raw=record), "raw")}
    write_text(brief_file, set_fields(text, fields))
    return tuple(notes)
