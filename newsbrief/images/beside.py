"""Pictures beside a raw article: the desk copies the first as its brief's photo, without what is private in it.

Nothing of the folder of raw articles is ever published; the copy lies in content/images/, and a person reads the brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from newsbrief.document import field_source, fingerprints, parse, set_fields
from newsbrief.images.forms import ENDINGS, put_together
from newsbrief.images.look import fit_for_photo, looked_at, read, told
from newsbrief.library import read_text, write_bytes, write_text
from newsbrief.model.article import Photo
from newsbrief.model.refusal import RefusedError

FOLDER = "images"
FORMS = {"jpeg": "jpg", "png": "png", "webp": "webp", "gif": "gif"}
NUMBERED = re.compile(r"(?P<stem>.+)-(?P<number>[1-9])")


@dataclass(frozen=True, slots=True)
class Beside:
    """The pictures of a folder of raw articles, by the stem of the article that each belongs to."""

    pictures: dict[str, tuple[Path, ...]]

    @classmethod
    def of(cls, files: Iterable[Path]) -> Beside:
        """`harbour.jpg`, `harbour-1.jpg` and `harbour-2.png` are `harbour.txt`'s; without that article nobody's."""
        all_files = sorted(files)
        articles = {file.stem for file in all_files if not is_picture(file)}
        found: dict[str, list[Path]] = {}
        for file in filter(is_picture, all_files):
            number = NUMBERED.fullmatch(file.stem)
            stem = file.stem if file.stem in articles or not number else number["stem"]
            if stem in articles:
                found.setdefault(stem, []).append(file)
        # The one without a number comes first.
        return cls(
            {stem: tuple(sorted(own, key=lambda one: (one.stem != stem, one.name))) for stem, own in found.items()}
        )

    def has(self, file: Path) -> bool:
        """Whether a file is a picture that belongs to an article."""
        return any(file in own for own in self.pictures.values())

    def attach(self, article: Path, brief: Path, content: Path) -> tuple[str, ...]:
        """Give the article's brief its photo, if a person has not seen to it; what is to be told of it, a line each."""
        own = self.pictures.get(article.stem, ())
        if not own:
            return ()
        try:
            return _attach(own[0], own[1:], brief, content)
        except RefusedError as error:
            return (f"{own[0].name}: {error.reasons[0][1]}; {brief.name} has no photo of it",)


def is_picture(file: Path) -> bool:
    """Whether a raw file is a picture by its name."""
    return file.suffix.lower().lstrip(".") in ENDINGS


def _attach(picture: Path, others: Iterable[Path], brief_file: Path, content: Path) -> tuple[str, ...]:
    text = read_text(brief_file)
    brief = parse(text)
    record = brief.raw
    stands = fingerprints(brief).get("photo")
    if record is None or (brief.photo and brief.photo.file) or stands != record.desk.get("photo"):
        return ()
    parts = fit_for_photo(looked_at(read(picture)))
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
    record = replace(record, desk={**record.desk, "photo": fingerprints(fresh)["photo"]})
    fields = {"photo": field_source(fresh, "photo"), "raw": field_source(replace(fresh, raw=record), "raw")}
    write_text(brief_file, set_fields(text, fields))
    return tuple(notes)
